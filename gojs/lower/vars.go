package lower

import (
	"go/types"

	"github.com/omg-go/omg/gojs/js"
	"github.com/omg-go/omg/gojs/load"
)

// boxed reports whether v lives in a $Box: its address is taken and its values
// are not objects that can stand for themselves.
func (f *fn) boxed(v *types.Var) bool {
	pkg := f.pkg
	if v.Pkg() != nil && v.Pkg() != pkg.Types {
		pkg = f.p.world.Packages[v.Pkg().Path()]
	}
	return pkg != nil && pkg.Addressed(v) && !f.isValue(f.subst(v.Type()))
}

// variable returns the place where v is stored.
func (f *fn) variable(v *types.Var) js.Expr {
	var x js.Expr = js.Ident{Name: localName(v)}
	if isGlobal(v) {
		x = f.global(v)
	}
	if f.boxed(v) {
		return js.Dot{X: x, Name: "v"}
	}
	return x
}

func isGlobal(v *types.Var) bool {
	return v.Pkg() != nil && v.Parent() == v.Pkg().Scope()
}

// declare declares a local variable that starts as init.
func (f *fn) declare(v *types.Var, init js.Expr) {
	if f.boxed(v) {
		init = js.New{Class: f.lib("$Box"), Args: []js.Expr{init}}
	}
	f.emit(js.Let{Names: []string{localName(v)}, Init: init})
}

// global returns the symbol of a package variable.
func (f *fn) global(v *types.Var) js.Expr {
	name := f.p.prefix(v.Pkg()) + asciiName(v.Name())
	f.need(name)
	f.reach(name, v.Pos())
	if f.p.symbols[name] == nil {
		f.p.globalSymbol(f, v, name)
	}
	return js.Ident{Name: name}
}

func (p *program) globalSymbol(from *fn, v *types.Var, name string) {
	s := p.symbol(name, KindVar)
	pkg := p.world.Packages[v.Pkg().Path()]
	if pkg == nil {
		return // not followed
	}
	p.needInits(s, pkg)
	g := p.topLevel(s, pkg, nil)
	if p.fromBackend(v) {
		s.Value = v
		p.later(func() { g.guard(func() { g.backendValue(s, v) }) })
		return
	}
	p.later(func() {
		zero := g.zero(v.Type())
		if g.boxed(v) {
			zero = js.New{Class: g.lib("$Box"), Args: []js.Expr{zero}}
		}
		s.Body = []js.Stmt{js.Let{Names: []string{name}, Init: zero}}
		for i, in := range pkg.Info.InitOrder {
			for _, l := range in.Lhs {
				if l == v {
					init := p.initVar(pkg, i, in)
					s.need(init)
					p.blame[init] = blame{name, v.Pos()}
				}
			}
		}
	})
}

// ValueHole stands, in the code of a package variable, for the value that the
// backend has.
const ValueHole = "$value$"

// fromBackend reports whether a page starts from the value that v has on the
// backend: a marked variable of plain data. Others have their initialisers run.
func (p *program) fromBackend(v *types.Var) bool {
	return p.options.Values && !p.isStd(v.Pkg().Path()) && p.marked(v) && plainData(v.Type(), 0)
}

// BackendVariables returns the marked variables of a package that start, in a
// page, from the value that the backend has.
func BackendVariables(pkg *load.Package) []*types.Var {
	p := &program{world: load.Single(nil, pkg), marks: map[*load.Package]marks{}, options: Options{Values: true}}
	var list []*types.Var
	for _, name := range pkg.Types.Scope().Names() {
		if v, ok := pkg.Types.Scope().Lookup(name).(*types.Var); ok && !pkg.Std && p.fromBackend(v) {
			list = append(list, v)
		}
	}
	return list
}

// plainData reports whether a value of t crosses whole: no pointers, functions or
// interfaces, nor fields that stay behind.
func plainData(t types.Type, depth int) bool {
	if isTime(t) {
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		r := repOf(u)
		return r != repOther && r != repComplex
	case *types.Slice:
		return depth < 8 && plainData(u.Elem(), depth+1)
	case *types.Array:
		return depth < 8 && plainData(u.Elem(), depth+1)
	case *types.Map:
		return depth < 8 && plainData(u.Key(), depth+1) && plainData(u.Elem(), depth+1)
	case *types.Struct:
		for i := range u.NumFields() {
			if depth >= 8 || wireField(u, i) == "" || !plainData(u.Field(i).Type(), depth+1) {
				return false
			}
		}
		return true
	}
	return false
}

// backendValue declares a variable that starts from the backend's value.
func (g *fn) backendValue(s *Symbol, v *types.Var) {
	x := g.fromWire(js.Lit{Text: ValueHole}, v.Type())
	if g.boxed(v) {
		x = js.New{Class: g.lib("$Box"), Args: []js.Expr{x}}
	}
	s.Body = []js.Stmt{js.Let{Names: []string{s.Name}, Init: x}}
}
