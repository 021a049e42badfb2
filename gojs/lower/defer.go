package lower

import (
	"go/ast"
	"go/types"
	"strconv"

	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
)

// deferredBody lowers the body of a function that defers: a frame collects
// the calls and runs them at the end, with the panic if there is one.
func (f *fn) deferredBody(body *ast.BlockStmt) {
	n := f.sig.Results().Len()
	if n > 0 && len(f.results) == 0 {
		for i := range n {
			x := js.Ident{Name: "$r" + strconv.Itoa(i)}
			f.emit(js.Let{Names: []string{x.Name}, Init: f.zero(f.sig.Results().At(i).Type())})
			f.results = append(f.results, x)
		}
	}
	frame := js.Ident{Name: "$f"}
	f.emit(js.Let{Const: true, Names: []string{frame.Name}, Init: js.New{Class: f.lib("$Frame")}})
	list := f.block(body.List)
	run := js.ExprStmt{X: js.Pick{
		If:    f.node,
		Waits: js.Await{X: js.Call{Fn: js.Dot{X: frame, Name: "runAsync"}}, If: f.node},
		Plain: js.Call{Fn: js.Dot{X: frame, Name: "run"}},
	}}
	finally := []js.Stmt{run}
	if n > 0 {
		finally = append(finally, js.Return{X: f.resultValue()})
	}
	f.emit(js.Try{
		Body: list, CatchName: "$e",
		Catch:   []js.Stmt{js.ExprStmt{X: js.Call{Fn: js.Dot{X: frame, Name: "panic"}, Args: []js.Expr{js.Ident{Name: "$e"}}}}},
		Finally: finally,
	})
}

func (f *fn) deferStmt(s *ast.DeferStmt) {
	push := js.Dot{X: js.Ident{Name: "$f"}, Name: "push"}
	f.do(js.Call{Fn: push, Args: f.postponed(s.Call, true)})
}

func (f *fn) goStmt(s *ast.GoStmt) {
	f.do(f.callLib("$go", f.postponed(s.Call, false)...))
}

// postponed evaluates function and arguments of a call now, for later.
func (f *fn) postponed(e *ast.CallExpr, deferred bool) []js.Expr {
	if f.info.Types[e.Fun].IsType() {
		f.refuse(e, diag.Construct, "a conversion cannot be deferred", "")
	}
	if name := f.builtinOf(e); name != "" {
		return f.postponedBuiltin(name, e)
	}
	c := f.callee(e)
	if deferred {
		f.node.Calls(c.node, e.Pos())
	}
	if c.page != nil {
		return f.postponedPage(c, e)
	}
	args := f.args(c, e)
	switch {
	case c.recv == nil:
		return append([]js.Expr{c.fn}, args...)
	case c.direct:
		recv := c.recv
		if t := c.sig.Recv().Type(); f.isValue(f.subst(t)) {
			recv = f.clone(recv, f.receiverType(ast.Unparen(e.Fun).(*ast.SelectorExpr)))
		}
		return append([]js.Expr{c.fn, recv}, args...)
	}
	return append([]js.Expr{f.callLib("$boundMethod", c.recv, js.Str{Value: c.name})}, args...)
}

// postponedBuiltin wraps a built-in whose operands are evaluated now.
func (f *fn) postponedBuiltin(name string, e *ast.CallExpr) []js.Expr {
	if name == "recover" {
		return []js.Expr{f.callLib("$recovering", js.Func{Arrow: true, Body: []js.Stmt{
			js.ExprStmt{X: f.callLib("$recover", f.callLib("$running"))},
		}})}
	}
	var params []string
	var args []js.Expr
	copied := *e
	copied.Args = nil
	f.info.Types[&copied] = f.info.Types[e]
	for i, a := range e.Args {
		if f.info.Types[a].Value != nil || f.info.Types[a].IsType() {
			copied.Args = append(copied.Args, a)
			continue
		}
		id := f.standIn(a, "a"+strconv.Itoa(i))
		params = append(params, "a"+strconv.Itoa(i))
		args = append(args, f.value(a))
		copied.Args = append(copied.Args, id)
	}
	g := f.closure(f.node)
	body := g.collect(func() { g.do(g.builtin(name, &copied)) })
	fn := js.Func{Arrow: true, Params: params, Body: append(g.head(), body...)}
	return append([]js.Expr{fn}, args...)
}

// standIn makes an identifier of e's type that lowers to a plain name.
func (f *fn) standIn(e ast.Expr, name string) ast.Expr {
	id := &ast.Ident{Name: name, NamePos: e.Pos()}
	t := f.info.TypeOf(e)
	v := types.NewVar(e.Pos(), f.pkg.Types, name, t)
	f.info.Uses[id] = v
	f.info.Types[id] = types.TypeAndValue{Type: t}
	if f.info.Types[e].IsNil() {
		f.info.Types[id] = f.info.Types[e]
	}
	return id
}
