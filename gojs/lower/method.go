package lower

import (
	"go/ast"
	"go/types"

	"github.com/omg-go/omg/gojs/colour"
	"github.com/omg-go/omg/gojs/js"
)

// methodCallee lowers x.M of a call x.M(…).
func (f *fn) methodCallee(e *ast.SelectorExpr) callee {
	t := f.typ(e.X)
	m, index := f.lookup(t, e.Sel.Name)
	if c, ok := f.interfaceField(e, t, m, index); ok {
		return c
	}
	if len(index) == 1 && pointee(t) == nil && wantsPointer(m) && !isInterface(t) {
		return f.methodOn(f.address(e.X), types.NewPointer(t), m, index, e)
	}
	return f.methodOn(f.expr(e.X), t, m, index, e)
}

// interfaceField lowers x.F.M where F is an embedded interface by itself, so
// that x needs no address.
func (f *fn) interfaceField(e *ast.SelectorExpr, t types.Type, m *types.Func, index []int) (callee, bool) {
	if !isInterface(t) {
		return callee{}, false
	}
	return f.methodOn(f.expr(e.X), t, m, index, e), true
}

// lookup finds method or field name in t.
func (f *fn) lookup(t types.Type, name string) (*types.Func, []int) {
	obj, index, _ := types.LookupFieldOrMethod(t, true, f.pkg.Types, name)
	m, _ := obj.(*types.Func)
	return m, index
}

func wantsPointer(m *types.Func) bool {
	recv := m.Type().(*types.Signature).Recv()
	return recv != nil && pointee(recv.Type()) != nil
}

// methodOn returns the method m, found at index in t, of the value x.
func (f *fn) methodOn(x js.Expr, t types.Type, m *types.Func, index []int, at ast.Node) callee {
	x, t = f.walk(x, t, index[:len(index)-1])
	if isInterface(t) {
		return f.interfaceMethod(x, t, m)
	}
	recv := m.Type().(*types.Signature).Recv()
	if isInterface(recv.Type()) {
		m, _ = f.lookup(t, m.Name())
	}
	base := t
	if e := pointee(t); e != nil {
		base = e
	}
	c := callee{direct: true, recv: f.adapt(x, t, m)}
	c.sig = m.Type().(*types.Signature)
	if c.page = f.p.template(m); c.page != nil {
		c.node = c.page.node
		return c
	}
	if !f.borderFunc(m, at) {
		return f.refused(c.sig)
	}
	c.name = f.p.funcSymbol(f, m, receiverArgs(base), at)
	c.fn, c.node = js.Ident{Name: c.name}, f.p.graph.Node("fn:"+c.name, c.name)
	return c
}

func receiverArgs(t types.Type) []types.Type {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return nil
	}
	args := make([]types.Type, n.TypeArgs().Len())
	for i := range args {
		args[i] = n.TypeArgs().At(i)
	}
	return args
}

// adapt takes the address of x, or what it points to, as m's receiver wants it.
func (f *fn) adapt(x js.Expr, t types.Type, m *types.Func) js.Expr {
	has := pointee(t) != nil
	switch wants := wantsPointer(m); {
	case has && !wants && f.pointsToObject(t):
		return f.callLib("$notNil", x)
	case has && !wants:
		return js.Dot{X: x, Name: "v"}
	case wants && !has && !f.isValue(t):
		return f.pointerTo(x)
	}
	return x
}

// pointerTo makes a pointer of a place that was reached through embedded fields.
func (f *fn) pointerTo(x js.Expr) js.Expr {
	if d, ok := x.(js.Dot); ok {
		return f.callLib("$fieldPointer", d.X, js.Str{Value: d.Name})
	}
	return js.New{Class: f.lib("$Box"), Args: []js.Expr{x}}
}

func (f *fn) interfaceMethod(x js.Expr, t types.Type, m *types.Func) callee {
	obj, _, _ := types.LookupFieldOrMethod(t, false, m.Pkg(), m.Name())
	im := obj.(*types.Func)
	sig := im.Type().(*types.Signature)
	name := f.dynamic(im)
	return callee{
		fn: js.Dot{X: x, Name: name}, recv: x, sig: sig, name: name,
		node: f.p.graph.Node("im:"+name+f.p.typeKey(sig), "the interface method "+im.Name()),
	}
}

// methodValue lowers x.M as a value: the receiver is bound now. The node of
// what may call it is into, its signature's if that is nil.
func (f *fn) methodValue(e *ast.SelectorExpr, into *colour.Node) js.Expr {
	c := f.methodCallee(e)
	sig := f.typ(e).Underlying().(*types.Signature)
	if into == nil {
		into = f.sigNode(sig)
	}
	into.Calls(c.node, e.Pos())
	if c.page != nil {
		return f.pageBound(c, e)
	}
	if c.direct {
		f.escapes(c.name, sig)
	}
	if !c.direct {
		return f.callLib("$boundMethod", c.recv, js.Str{Value: c.name})
	}
	recv := c.recv
	if t := c.sig.Recv().Type(); f.isValue(f.subst(t)) {
		recv = f.clone(recv, f.receiverType(e))
	}
	return f.callLib("$bound", c.fn, recv)
}

// receiverType returns the type of the value that a method gets.
func (f *fn) receiverType(e *ast.SelectorExpr) types.Type {
	t := f.typ(e.X)
	_, index := f.lookup(t, e.Sel.Name)
	for _, i := range index[:len(index)-1] {
		t = structUnder(t).Field(i).Type()
	}
	if p := pointee(t); p != nil {
		return p
	}
	return t
}

// methodExpr lowers T.M, a function that takes the receiver first.
func (f *fn) methodExpr(e *ast.SelectorExpr) js.Expr {
	t := f.typ(e.X)
	sig := f.typ(e).Underlying().(*types.Signature)
	m, index := f.lookup(t, e.Sel.Name)
	r := js.Ident{Name: "r"}
	c := f.methodOn(r, t, m, index, e)
	f.sigNode(sig).Calls(c.node, e.Pos())
	if c.page != nil {
		return f.pageFunc(c, sig, true, e)
	}
	if c.direct {
		f.escapes(c.name, c.sig)
	}
	if x, ok := c.recv.(js.Ident); ok && c.direct && x == r {
		return c.fn
	}
	rest := js.Spread{X: js.Ident{Name: "a"}}
	return js.Func{Arrow: true, Params: []string{"r", "...a"}, Body: []js.Stmt{js.Return{X: js.Call{Fn: c.fn, Args: prepend(c, rest)}}}}
}

func prepend(c callee, rest js.Expr) []js.Expr {
	if c.direct {
		return []js.Expr{c.recv, rest}
	}
	return []js.Expr{rest}
}
