package load

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/packages"
)

// World is a set of type-checked packages. It may be read by several
// goroutines once it is loaded.
type World struct {
	Fset     *token.FileSet
	Packages map[string]*Package
	// Roots are the packages that were asked for, in order.
	Roots []*Package

	goroot string
}

// Load reads the packages that patterns name, seen from dir, and all they import.
//
// The error joins everything that the type checker found wrong.
func Load(dir string, patterns ...string) (*World, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("load: %w", err)
	}
	w := &World{Fset: token.NewFileSet(), Packages: map[string]*Package{}, goroot: strings.TrimSpace(string(root))}
	cfg := &packages.Config{
		Mode: packages.LoadAllSyntax | packages.NeedModule, Fset: w.Fset, Dir: dir,
		Env:       append(os.Environ(), "GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=0"),
		ParseFile: w.parse,
	}
	roots, err := packages.Load(cfg, patterns...)
	if err != nil {
		return nil, fmt.Errorf("load: %w", err)
	}
	var faults []error
	packages.Visit(roots, nil, func(p *packages.Package) {
		faults = append(faults, w.add(p)...)
	})
	for _, p := range roots {
		w.Roots = append(w.Roots, w.Packages[p.PkgPath])
	}
	return w, errors.Join(faults...)
}

// parse reads a file. Of a generated file only the package clause is read: it
// may be stale, and nothing depends on it.
func (w *World) parse(fset *token.FileSet, name string, src []byte) (*ast.File, error) {
	if strings.HasSuffix(name, "_omg.go") {
		return parser.ParseFile(fset, name, src, parser.PackageClauseOnly)
	}
	f, err := parser.ParseFile(fset, name, src, parser.ParseComments|parser.SkipObjectResolution)
	if err == nil && w.skeleton(name, src) {
		dropBodies(f)
	}
	return f, err
}

func (w *World) add(p *packages.Package) []error {
	if p.Types == nil || p.PkgPath == "unsafe" {
		return nil
	}
	var faults []error
	for _, e := range p.Errors {
		if len(p.GoFiles) == 0 || !w.skeleton(p.GoFiles[0], nil) {
			faults = append(faults, e)
		}
	}
	dir := ""
	if len(p.GoFiles) > 0 {
		dir = filepath.Dir(p.GoFiles[0])
	}
	std := p.Module == nil
	w.Packages[p.PkgPath] = newPackage(dir, std, p.Types, p.TypesInfo, p.Syntax)
	return faults
}

// Check type-checks files as one program on top of w, and returns it without
// adding it to w.
func (w *World) Check(path string, files ...string) (*Package, error) {
	var parsed []*ast.File
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		f, err := w.parse(w.Fset, name, src)
		if err != nil {
			return nil, err
		}
		parsed = append(parsed, f)
	}
	return w.check(path, filepath.Dir(files[0]), parsed)
}

// CheckSource is [World.Check] of one file whose text is given.
func (w *World) CheckSource(path, name, source string) (*Package, error) {
	f, err := w.parse(w.Fset, name, []byte(source))
	if err != nil {
		return nil, err
	}
	return w.check(path, ".", []*ast.File{f})
}

func (w *World) check(path, dir string, files []*ast.File) (*Package, error) {
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{},
		Uses: map[*ast.Ident]types.Object{}, Implicits: map[ast.Node]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, Scopes: map[ast.Node]*types.Scope{},
		Instances: map[*ast.Ident]types.Instance{},
	}
	conf := types.Config{Importer: importer{w}, Sizes: types.SizesFor("gc", "amd64"), GoVersion: "go1.26"}
	pkg, err := conf.Check(path, w.Fset, files, info)
	if err != nil {
		return nil, err
	}
	return newPackage(dir, false, pkg, info, files), nil
}

type importer struct{ w *World }

func (i importer) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if p := i.w.Packages[path]; p != nil {
		return p.Types, nil
	}
	return nil, fmt.Errorf("package %s is not loaded", path)
}

// With returns a world that has p beside all of w.
func (w *World) With(p *Package) *World {
	n := &World{Fset: w.Fset, goroot: w.goroot, Packages: map[string]*Package{p.Types.Path(): p}, Roots: []*Package{p}}
	for path, q := range w.Packages {
		if n.Packages[path] == nil {
			n.Packages[path] = q
		}
	}
	return n
}

// Single returns a world of one package; of the packages that it imports only
// the declarations are known.
func Single(fset *token.FileSet, p *Package) *World {
	return &World{Fset: fset, Packages: map[string]*Package{p.Types.Path(): p}, Roots: []*Package{p}}
}
