package gojs

import (
	"errors"
	"fmt"
	"go/types"
	"os"
	"path/filepath"
	"slices"

	"github.com/omg-go/omg/gojs/diag"
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
// makes handles (bridge.Func1(F)), declares //omg:rpc functions or gives
// variables to the page. A package that has a generated file but needs none
// gets a File without Source.
//
// Each package is compiled by itself, so that its file is the same whichever
// others are named beside it.
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
	var files []File
	var refused diag.List
	for _, p := range w.Roots {
		f, err := generateOne(w, lib, findEntries(w, p))
		var list diag.List
		if errors.As(err, &list) {
			for _, d := range list {
				refused.Add(d)
			}
		} else if err != nil {
			return nil, err
		}
		files = append(files, f...)
	}
	return files, refused.Err()
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

// generateOne makes the file of one package: none, one, or one to remove.
func generateOne(w *load.World, lib *runtime.Library, e entries) ([]File, error) {
	path := filepath.Join(e.pkg.Dir, e.pkg.Types.Name()+"_omg.go")
	if !e.compiles() && len(e.rpcs)+len(e.methods)+len(e.refused) == 0 {
		if _, err := os.Stat(path); err != nil {
			return nil, nil
		}
		return []File{{Path: path}}, nil
	}
	r, err := lower.Compile(w, lib, lower.Options{Roots: e.handles, Literals: e.literals, Variables: e.values, Twins: e.twins, Values: true})
	if err = e.with(err); err != nil {
		return nil, err
	}
	g := &generator{world: w, lib: lib, result: r}
	return []File{{path, g.source(e)}}, nil
}

// generator writes the file of one package.
type generator struct {
	world  *load.World
	lib    *runtime.Library
	result *lower.Result
}

// entries are what a package gives to pages and takes from them.
type entries struct {
	pkg     *load.Package
	handles []*types.Func
	rpcs    []*types.Func
	// methods are the //omg:rpc methods.
	methods []*types.Func
	// twins are the types with twins.
	twins []*types.TypeName
	// literals are the function literals among the handles.
	literals []lower.Literal
	// values are the variables that start from the backend's value.
	values []*types.Var
	// refused are handles of functions that cannot have one.
	refused diag.List
}

// compiles reports whether the package brings compiled code.
func (e entries) compiles() bool {
	return len(e.handles)+len(e.literals)+len(e.values)+len(e.twins) > 0
}

// symbols returns what the file of a package holds: all that its functions
// reach, but variables that another package's file has with their values.
func (g *generator) symbols(e entries) []*lower.Symbol {
	var names []string
	for _, f := range e.handles {
		names = append(names, g.result.Roots[f])
	}
	for _, l := range e.literals {
		names = append(names, g.result.Literals[l.Func])
	}
	for _, t := range e.twins {
		names = append(names, g.result.Twins[t])
	}
	for _, v := range e.values {
		names = append(names, g.result.Variables[v])
	}
	return slices.DeleteFunc(linked(g.result, names), func(s *lower.Symbol) bool {
		return s.Value != nil && s.Value.Pkg() != e.pkg.Types
	})
}
