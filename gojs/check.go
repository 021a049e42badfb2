package gojs

import (
	"go/ast"
	"go/types"

	"github.com/omg-go/omg/gojs/load"
	"github.com/omg-go/omg/gojs/lower"
)

// Functions compiles every function of p, a package of w, that is marked
// //omg:browser, and the literals among its handles, and returns the functions. Its error is a diag.List of all that was
// refused; that is what an editor shows.
func Functions(w *load.World, p *load.Package) ([]*types.Func, error) {
	lib, err := libraryOf(w)
	if err != nil {
		return nil, err
	}
	list := browserFunctions(p)
	e := findEntries(w, p)
	_, err = lower.Compile(w, lib, lower.Options{Functions: list, Literals: e.literals})
	return list, e.with(err)
}

// Check is [Functions] for a package of which w holds nothing but itself:
// calls of other packages are judged by marked, which tells what they give to
// browser code, and not followed.
func Check(w *load.World, p *load.Package, marked func(types.Object) bool) error {
	e := findEntries(w, p)
	_, err := lower.Compile(w, Library(), lower.Options{Functions: browserFunctions(p), Literals: e.literals, Marked: marked})
	return e.with(err)
}

func browserFunctions(p *load.Package) []*types.Func {
	var list []*types.Func
	for _, file := range p.Files {
		all := lower.HasDirective(file.Doc, "browser")
		for _, d := range file.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if ok && fd.Body != nil && (all || lower.HasDirective(fd.Doc, "browser")) {
				if f := p.Info.Defs[fd.Name].(*types.Func); !generic(f) {
					list = append(list, f)
				}
			}
		}
	}
	return list
}

// generic reports whether a function is compiled only with type arguments.
func generic(f *types.Func) bool {
	sig := f.Type().(*types.Signature)
	return sig.TypeParams().Len() > 0 || sig.RecvTypeParams().Len() > 0
}
