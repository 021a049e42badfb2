package load

import (
	"bytes"
	"go/ast"
	"path/filepath"
	"strings"
)

// far names the parts of the standard library that no browser code reaches:
// of them only the declarations are checked, which takes a tenth of the time.
var far = map[string]bool{
	"archive": true, "compress": true, "crypto": true, "database": true, "debug": true, "embed": true, "expvar": true,
	"go": true, "html": true, "image": true, "log": true, "mime": true, "net": true, "plugin": true, "regexp": true,
	"runtime": true, "syscall": true, "testing": true, "text": true, "vendor": true,
}

// skeleton reports whether the function bodies of a file are not needed: it
// belongs to a far part of the standard library, or to another module whose
// source, if it is given, has no directive of ours.
func (w *World) skeleton(name string, src []byte) bool {
	if rel, err := filepath.Rel(filepath.Join(w.goroot, "src"), name); err == nil && !strings.HasPrefix(rel, "..") {
		top, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
		return far[top]
	}
	return strings.Contains(filepath.ToSlash(name), "/pkg/mod/") && !bytes.Contains(src, []byte("//omg:"))
}

func dropBodies(f *ast.File) {
	for _, d := range f.Decls {
		if fd, ok := d.(*ast.FuncDecl); ok {
			fd.Body = nil
		}
	}
}
