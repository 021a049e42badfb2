package lower

import (
	"go/ast"
	"go/types"

	"github.com/omg-go/omg/gojs/colour"
	"github.com/omg-go/omg/gojs/js"
)

// callee is what a call calls.
type callee struct {
	fn   js.Expr
	recv js.Expr // passed first, nil if there is none
	// direct says that fn can stand alone: it takes the receiver first.
	direct bool
	node   *colour.Node
	sig    *types.Signature
	page   *template
	name   string
}

// with returns the call with these arguments, awaited if it may wait.
func (c callee) with(args []js.Expr) js.Expr {
	if c.recv != nil && c.direct {
		args = append([]js.Expr{c.recv}, args...)
	}
	return js.Await{X: js.Call{Fn: c.fn, Args: args}, If: c.node}
}

// call lowers a call, a conversion or a built-in.
func (f *fn) call(e *ast.CallExpr) js.Expr {
	if f.info.Types[e.Fun].IsType() {
		return f.conversion(e)
	}
	if b := f.builtinOf(e); b != "" {
		return f.builtin(b, e)
	}
	if x := f.expand(e); x != nil {
		return x
	}
	return f.callInto(e, nil)
}

// callInto lowers a call; a function that it returns is followed to into,
// when that is not nil.
func (f *fn) callInto(e *ast.CallExpr, into *colour.Node) js.Expr {
	if fn, _ := f.staticFunc(ast.Unparen(e.Fun)); fn != nil {
		if other := f.p.markOf(fn.Origin()).slot; other != "" {
			return f.slotCall(fn.Origin(), other, e)
		}
	}
	c := f.callee(e)
	f.resultUsed(c, e, into)
	if c.recv != nil && c.direct {
		f.callback(&c, e)
	}
	f.node.Calls(c.node, e.Pos())
	if c.page != nil {
		return f.pageCall(c, e)
	}
	return c.with(f.args(c, e))
}

func (f *fn) builtinOf(e *ast.CallExpr) string {
	fun := ast.Unparen(e.Fun)
	if sel, ok := fun.(*ast.SelectorExpr); ok {
		fun = sel.Sel
	}
	if id, ok := fun.(*ast.Ident); ok {
		if b, ok := f.info.Uses[id].(*types.Builtin); ok {
			return b.Name()
		}
	}
	return ""
}

// callee finds out what a call calls.
func (f *fn) callee(e *ast.CallExpr) callee {
	fun := ast.Unparen(e.Fun)
	if fn, args := f.staticFunc(fun); fn != nil {
		return f.staticCallee(fn, args, e)
	}
	if sel, ok := fun.(*ast.SelectorExpr); ok {
		if s := f.info.Selections[sel]; s != nil && s.Kind() == types.MethodVal {
			return f.methodCallee(sel)
		}
	}
	sig := f.typ(fun).Underlying().(*types.Signature)
	if lit, ok := fun.(*ast.FuncLit); ok {
		node := f.litNode(lit)
		return callee{fn: f.funcLit(lit, node), node: node, sig: sig}
	}
	if v, node := f.followed(fun); node != nil {
		return callee{fn: f.variable(v), node: node, sig: sig}
	}
	return callee{fn: f.expr(fun), node: f.sigNode(sig), sig: sig}
}

// staticFunc returns the function that an expression names, with its type arguments.
func (f *fn) staticFunc(e ast.Expr) (*types.Func, []types.Type) {
	var id *ast.Ident
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		id = x
	case *ast.SelectorExpr:
		if f.info.Selections[x] != nil {
			return nil, nil
		}
		id = x.Sel
	case *ast.IndexExpr:
		return f.staticFunc(x.X)
	case *ast.IndexListExpr:
		return f.staticFunc(x.X)
	}
	fn, _ := f.info.Uses[id].(*types.Func)
	if fn == nil {
		return nil, nil
	}
	return fn, f.typeArgs(id)
}

// typeArgs returns the type arguments with which a generic function is used.
func (f *fn) typeArgs(id *ast.Ident) []types.Type {
	inst, ok := f.info.Instances[id]
	if !ok {
		return nil
	}
	args := make([]types.Type, inst.TypeArgs.Len())
	for i := range args {
		args[i] = f.subst(inst.TypeArgs.At(i))
	}
	return args
}

func (f *fn) staticCallee(fn *types.Func, args []types.Type, e *ast.CallExpr) callee {
	c := callee{sig: f.typ(e.Fun).Underlying().(*types.Signature)}
	if c.page = f.p.template(fn); c.page != nil {
		c.node = c.page.node
		return c
	}
	if !f.borderFunc(fn, e) {
		return f.refused(c.sig)
	}
	c.name = f.p.funcSymbol(f, fn, args, e)
	c.fn, c.node = js.Ident{Name: c.name}, f.p.graph.Node("fn:"+c.name, c.name)
	f.callback(&c, e)
	return c
}

// args lowers the arguments of a call to parameters of sig.
func (f *fn) args(c callee, e *ast.CallExpr) []js.Expr {
	sig := c.sig
	if len(e.Args) == 1 && sig.Params().Len() != 0 {
		if t, ok := f.typ(e.Args[0]).(*types.Tuple); ok {
			return f.spreadArgs(sig, e.Args[0], t)
		}
	}
	fixed := sig.Params().Len()
	if sig.Variadic() {
		fixed--
	}
	var list []js.Expr
	for i := range fixed {
		list = append(list, f.argument(e.Args[i], sig.Params().At(i).Type(), c, i))
	}
	if sig.Variadic() {
		list = append(list, f.variadic(sig.Params().At(fixed).Type(), e, fixed))
	}
	return list
}

// variadic packs the remaining arguments into a slice.
func (f *fn) variadic(t types.Type, e *ast.CallExpr, from int) js.Expr {
	if e.Ellipsis.IsValid() {
		return f.to(e.Args[from], t)
	}
	if len(e.Args) == from {
		return f.lib("$nil")
	}
	elem := t.Underlying().(*types.Slice).Elem()
	var list []js.Expr
	for _, a := range e.Args[from:] {
		list = append(list, f.to(a, elem))
	}
	return f.callLib("$slice", f.arrayOf(list, elem))
}

func (f *fn) arrayOf(list []js.Expr, elem types.Type) js.Expr {
	if name := typedArray(elem); name != "" {
		return js.Call{Fn: js.Ident{Name: name + ".of"}, Args: list}
	}
	return js.Array{Elems: list}
}

// spreadArgs lowers f(g()) where g has several results.
func (f *fn) spreadArgs(sig *types.Signature, e ast.Expr, t *types.Tuple) []js.Expr {
	if plainSpread(sig, t) {
		return []js.Expr{js.Spread{X: f.expr(e)}}
	}
	tmp := f.temp()
	first := js.Binary{Op: ",", X: js.Assign{Op: "=", X: tmp, Y: f.expr(e)}}
	at := func(i int, to types.Type) js.Expr {
		return f.convert(js.Index{X: tmp, I: number(int64(i))}, t.At(i).Type(), to, nil)
	}
	fixed := sig.Params().Len()
	if sig.Variadic() {
		fixed--
	}
	var list, rest []js.Expr
	for i := range fixed {
		list = append(list, at(i, sig.Params().At(i).Type()))
	}
	if sig.Variadic() {
		elem := sig.Params().At(fixed).Type().Underlying().(*types.Slice).Elem()
		for i := fixed; i < t.Len(); i++ {
			rest = append(rest, at(i, elem))
		}
		list = append(list, f.callLib("$slice", f.arrayOf(rest, elem)))
	}
	first.Y = list[0]
	list[0] = first
	return list
}

func plainSpread(sig *types.Signature, t *types.Tuple) bool {
	if sig.Variadic() {
		return false
	}
	for i := range t.Len() {
		if isInterface(sig.Params().At(i).Type()) && !isInterface(t.At(i).Type()) {
			return false
		}
	}
	return true
}
