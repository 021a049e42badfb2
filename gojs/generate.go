package gojs

import (
	"fmt"
	"go/types"
	"os"
	"path/filepath"
	"slices"

	"github.com/omg-go/omg/gojs/load"
	"github.com/omg-go/omg/gojs/lower"
	"github.com/omg-go/omg/gojs/runtime"
)

// A File is a generated Go file.
type File struct {
	Path   string
	Source []byte
}

// Generate compiles what pages can call of the packages that patterns name,
// seen from dir, and returns the file of each package that has any: one that
// makes handles (bridge.Func1(F)) or declares //omg:rpc functions. A package
// that has a generated file but needs none gets a File without Source.
//
// The error is a diag.List of everything that was refused, or says what could
// not be loaded.
func Generate(dir string, patterns ...string) ([]File, error) {
	w, err := load.Load(dir, patterns...)
	if err != nil {
		return nil, err
	}
	lib, err := libraryOf(w)
	if err != nil {
		return nil, err
	}
	g := &generator{world: w, lib: lib, owned: map[string]map[string]bool{}}
	if err := g.compile(); err != nil {
		return nil, err
	}
	return g.files(), nil
}

// libraryOf returns the library with the helper files of w's packages.
func libraryOf(w *load.World) (*runtime.Library, error) {
	lib := Library()
	for _, p := range w.Packages {
		if p.Std || p.Dir == "" {
			continue
		}
		names, _ := filepath.Glob(filepath.Join(p.Dir, "*_omg.js"))
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				return nil, fmt.Errorf("gojs: %w", err)
			}
			lib.Add(name, string(text))
		}
	}
	return lib, nil
}

// generator makes the files of one world.
type generator struct {
	world   *load.World
	lib     *runtime.Library
	entries []entries // by package of world.Roots
	result  *lower.Result
	owned   map[string]map[string]bool // symbols in the file of each package
}

// entries are what a package gives to pages and takes from them.
type entries struct {
	pkg     *load.Package
	handles []*types.Func
	rpcs    []*types.Func
	// literals are the function literals among the handles.
	literals []lower.Literal
	// values are the symbols of variables that start from the backend's value.
	values []string
}

// compiles reports whether the package brings compiled code.
func (e entries) compiles() bool { return len(e.handles)+len(e.literals)+len(e.values) > 0 }

func (g *generator) compile() error {
	var roots []*types.Func
	var literals []lower.Literal
	seen := map[*types.Func]bool{}
	for _, p := range g.world.Roots {
		e := findEntries(g.world, p)
		g.entries = append(g.entries, e)
		literals = append(literals, e.literals...)
		for _, f := range e.handles {
			if !seen[f] {
				seen[f] = true
				roots = append(roots, f)
			}
		}
	}
	slices.SortStableFunc(g.entries, func(a, b entries) int { return load.Rank(a.pkg.Types) - load.Rank(b.pkg.Types) })
	var err error
	g.result, err = lower.Compile(g.world, g.lib, lower.Options{Roots: roots, Literals: literals})
	return err
}

func (g *generator) files() []File {
	var list []File
	for _, e := range g.entries {
		e.values = g.values(e)
		path := filepath.Join(e.pkg.Dir, e.pkg.Types.Name()+"_omg.go")
		if e.compiles() || len(e.rpcs) > 0 {
			list = append(list, File{path, g.source(e)})
		} else if _, err := os.Stat(path); err == nil {
			list = append(list, File{Path: path})
		}
	}
	return list
}

// symbols returns what the file of a package holds: all that its functions
// reach and that no file of a package that it imports holds.
func (g *generator) symbols(e entries) []*lower.Symbol {
	var names []string
	for _, f := range e.handles {
		names = append(names, g.result.Roots[f])
	}
	for _, l := range e.literals {
		names = append(names, g.result.Literals[l.Func])
	}
	names = append(names, e.values...)
	held := map[string]bool{}
	for _, i := range imported(e.pkg.Types, map[*types.Package]bool{}) {
		for name := range g.owned[i.Path()] {
			held[name] = true
		}
	}
	mine := map[string]bool{}
	var list []*lower.Symbol
	for _, s := range linked(g.result, names) {
		if !held[s.Name] && (s.Value == nil || s.Value.Pkg() == e.pkg.Types) {
			list = append(list, s)
			mine[s.Name] = true
		}
	}
	g.owned[e.pkg.Types.Path()] = mine
	return list
}

func imported(p *types.Package, seen map[*types.Package]bool) []*types.Package {
	var list []*types.Package
	for _, i := range p.Imports() {
		if !seen[i] {
			seen[i] = true
			list = append(append(list, i), imported(i, seen)...)
		}
	}
	return list
}

// values returns the symbols of the variables of a package that start from
// the backend's value.
func (g *generator) values(e entries) []string {
	var names []string
	for _, s := range g.result.Symbols {
		if s.Value != nil && s.Value.Pkg() == e.pkg.Types {
			names = append(names, s.Name)
		}
	}
	return names
}
