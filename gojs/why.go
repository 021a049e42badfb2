package gojs

import (
	"fmt"
	"go/types"
	"strings"

	"github.com/omg-go/omg/gojs/load"
	"github.com/omg-go/omg/gojs/lower"
)

// WhyAsync returns why a function waits, one line a call: where, who, what. It
// is empty if the function does not wait. A method is named Type.Method.
func WhyAsync(dir, pattern, name string) ([]string, error) {
	w, err := load.Load(dir, pattern)
	if err != nil {
		return nil, err
	}
	lib, err := libraryOf(w)
	if err != nil {
		return nil, err
	}
	f := lookup(w.Roots[0].Types, name)
	if f == nil {
		return nil, fmt.Errorf("gojs: package %s has no function %s", w.Roots[0].Types.Path(), name)
	}
	r, err := lower.Compile(w, lib, lower.Options{Functions: []*types.Func{f}})
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, s := range r.Graph.Node("fn:"+r.Roots[f], name).Chain() {
		lines = append(lines, fmt.Sprintf("%s: %s %s", w.Fset.Position(s.Pos), s.Name, s.What))
	}
	return lines, nil
}

// lookup finds a function or method of a package.
func lookup(p *types.Package, name string) *types.Func {
	typ, method, isMethod := strings.Cut(name, ".")
	o := p.Scope().Lookup(typ)
	if o == nil || !isMethod {
		f, _ := o.(*types.Func)
		return f
	}
	m, _, _ := types.LookupFieldOrMethod(o.Type(), true, p, method)
	f, _ := m.(*types.Func)
	return f
}
