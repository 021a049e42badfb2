package arch

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const modulePath = "github.com/omg-go/omg"

// floors lists every package of the module, ground floor first. A package
// imports only packages of lower floors. An entry that ends in "/..." covers a
// folder and all below it.
var floors = [][]string{
	{"internal/wire", "internal/golden", "internal/leak", "internal/arch", "internal/docs", "client", "theme", "words", "bus"},
	{"module", "bus/bustest"},
	{"bridge", "gojs/...", "dom/..."},
	{"bridge/bridgetest", "widget", "svg"},
	{"widget/widgettest", "mirror", "notify", "tabs", "youtube", "youtube/youtubetest"},
	{"datasync", "dialog", "youtube/internal/probe"},
	{"server", "internal/browsertest", "dialog/internal/probe"},
	{"cmd/...", "bench/...", ""},
}

// within lists what packages covered by one "/..." entry may import of each
// other: a subpackage imports its siblings freely, cycles are the compiler's
// business.
func floorOf(pkg string) (int, bool) {
	for i, floor := range floors {
		for _, name := range floor {
			dir, tree := strings.CutSuffix(name, "/...")
			if pkg == dir || tree && strings.HasPrefix(pkg, dir+"/") {
				return i, true
			}
		}
	}
	return 0, false
}

func sameTree(a, b string) bool {
	for _, floor := range floors {
		for _, name := range floor {
			dir, tree := strings.CutSuffix(name, "/...")
			if tree && inTree(a, dir) && inTree(b, dir) {
				return true
			}
		}
	}
	return false
}

func inTree(pkg, dir string) bool { return pkg == dir || strings.HasPrefix(pkg, dir+"/") }

// TestFloors parses the import clauses itself rather than running "go list":
// the go command then sees which files the test read, and reruns it when one
// of them changes instead of answering from its test cache.
func TestFloors(t *testing.T) {
	walk(t, func(name string) {
		if strings.HasSuffix(name, "_test.go") {
			return
		}
		pkg := dirOf(name)
		floor, ok := floorOf(pkg)
		if !ok {
			t.Errorf("%s: its package has no floor; add it to floors", name)
			return
		}
		for _, dep := range imports(t, name) {
			at, ok := floorOf(dep)
			if ok && at >= floor && !sameTree(pkg, dep) {
				t.Errorf("%s (floor %d) imports %s (floor %d)", name, floor, dep, at)
			}
		}
	})
}

// TestPackageDocs wants one doc.go in every package, that opens with "Package name".
func TestPackageDocs(t *testing.T) {
	docs := map[string]bool{}
	walk(t, func(name string) {
		pkg := dirOf(name)
		docs[pkg] = docs[pkg] || path.Base(name) == "doc.go" && hasDoc(t, name)
	})
	for pkg, ok := range docs {
		if !ok {
			t.Errorf("%s: no doc.go with a package comment", pkg)
		}
	}
}

// TestLinkedIntoApplications keeps the compiler and the test kits out of what
// an application links.
func TestLinkedIntoApplications(t *testing.T) {
	walk(t, func(name string) {
		if strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "cmd/") || strings.HasPrefix(name, "gojs/") || strings.HasPrefix(name, "bench/") {
			return
		}
		for _, dep := range imports(t, name) {
			if inTree(dep, "gojs") {
				t.Errorf("%s imports the compiler (%s); an application must not link it", name, dep)
			}
		}
	})
}

func dirOf(name string) string {
	if d := path.Dir(name); d != "." {
		return d
	}
	return ""
}

func imports(t *testing.T, name string) (deps []string) {
	f, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", "..", name), nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, spec := range f.Imports {
		imp, _ := strconv.Unquote(spec.Path.Value)
		if dep, ours := strings.CutPrefix(imp, modulePath); ours {
			deps = append(deps, strings.TrimPrefix(dep, "/"))
		}
	}
	return deps
}

func hasDoc(t *testing.T, name string) bool {
	f, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", "..", name), nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	if f.Doc == nil {
		return false
	}
	text := f.Doc.Text()
	return strings.HasPrefix(text, "Package "+f.Name.Name+" ") || f.Name.Name == "main"
}

var skipped = []string{"testdata", "node_modules", "tools"}

func walk(t *testing.T, visit func(name string)) {
	err := fs.WalkDir(os.DirFS(filepath.Join("..", "..")), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := path.Base(name)
		if d.IsDir() && name != "." && (slices.Contains(skipped, base) || strings.HasPrefix(base, ".")) {
			return fs.SkipDir
		}
		if !d.IsDir() && strings.HasSuffix(name, ".go") {
			visit(name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
