package lower

import (
	"go/types"

	"github.com/omg-go/omg/gojs/js"
)

// ownContexts is there if the program has contexts beside those that calls from
// the backend bring.
const ownContexts = "$ownContexts"

// isContext reports whether t is context.Context.
func isContext(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "context" && n.Obj().Name() == "Context"
}

// noteContext notes that a value became an interface with the methods of a
// context.
func (f *fn) noteContext(iface types.Type) {
	u, ok := iface.Underlying().(*types.Interface)
	if !ok || u.NumMethods() < 4 {
		return
	}
	if m, _, _ := types.LookupFieldOrMethod(iface, false, nil, "Deadline"); m == nil {
		return
	}
	if f.p.symbols[ownContexts] == nil {
		f.p.symbol(ownContexts, KindMark)
	}
	f.need(ownContexts)
}

// pageContext makes a context of the call's AbortSignal.
func (f *fn) pageContext(t types.Type) js.Expr {
	pkg := types.Unalias(t).(*types.Named).Obj().Pkg()
	f.p.contextMethod("Err", func(g *fn) js.Expr {
		canceled := g.global(pkg.Scope().Lookup("Canceled").(*types.Var))
		return js.Cond{If: js.Lit{Text: "this.signal?.aborted"}, Then: canceled, Else: null()}
	}, t)
	f.p.contextMethod("Deadline", func(g *fn) js.Expr {
		m, _, _ := types.LookupFieldOrMethod(t, false, pkg, "Deadline")
		when := m.Type().(*types.Signature).Results().At(0).Type()
		return js.Array{Elems: []js.Expr{g.zero(when), js.Lit{Text: "false"}}}
	}, t)
	return js.New{Class: f.lib("$PageContext"), Args: []js.Expr{js.Ident{Name: "this"}}}
}

// contextMethod gives contexts of the page a method, where it is called.
func (p *program) contextMethod(name string, result func(g *fn) js.Expr, t types.Type) {
	key := "$PageContext." + name
	if p.symbols[key] != nil {
		return
	}
	s := p.symbol(key, KindAttach)
	s.When = [2]string{"$PageContext", "im:" + name}
	p.later(func() {
		g := p.topLevel(s, p.anyPackage(), nil)
		s.Package = ""
		m, _, _ := types.LookupFieldOrMethod(t, false, nil, name)
		body := js.Func{Body: []js.Stmt{js.Return{X: result(g)}}}
		s.Body = []js.Stmt{js.ExprStmt{X: g.callLib("$contextMethod", js.Str{Value: name}, js.Str{Value: p.typeKey(m.Type())}, body)}}
	})
}
