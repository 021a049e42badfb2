package lower

import (
	"go/ast"
	"go/types"
	"strconv"

	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
)

// rpcSymbol lowers a function that is marked //omg:rpc: in the page it is an
// awaited call through the runtime.
func (p *program) rpcSymbol(s *Symbol, f *fn, origin *types.Func, at ast.Node) {
	sig := origin.Type().(*types.Signature)
	if sig.Results().Len() > 2 || sig.TypeParams().Len() > 0 || sig.Variadic() ||
		sig.Results().Len() == 2 && !isError(sig.Results().At(1).Type()) {
		f.complain(at, diag.RPCShape, origin.Name()+" cannot be called by the page",
			"it may have plain parameters, one result and an error")
		return
	}
	f.node.Block("calls the backend function "+origin.Name(), origin.Pos())
	s.Node = f.node
	s.Node.Name = origin.FullName()
	s.Calls[origin.FullName()] = true
	p.later(func() { f.guard(func() { s.Body = []js.Stmt{js.FuncDecl{Func: f.rpc(s.Name, origin)}} }) })
}

// rpc is: async function NAME(ctx, a1) { try { return … await $callWith(…) … } }
func (f *fn) rpc(name string, origin *types.Func) js.Func {
	sig := origin.Type().(*types.Signature)
	out := js.Func{Name: name, Colour: f.node}
	args := js.Array{}
	signal := js.Expr(js.Lit{Text: "undefined"})
	var ctx js.Expr
	if sig.Recv() != nil {
		out.Params = append(out.Params, "r")
		args.Elems = append(args.Elems, f.toWire(js.Ident{Name: "r"}, sig.Recv().Type()))
	}
	for i := range sig.Params().Len() {
		a := "a" + strconv.Itoa(i)
		out.Params = append(out.Params, a)
		if t := sig.Params().At(i).Type(); i == 0 && isContext(t) {
			ctx = js.Ident{Name: a}
			signal = js.Code{Text: "await $0", Args: []js.Expr{f.callLib("$signalOf", ctx)}, Prec: js.Prefix}
		} else {
			args.Elems = append(args.Elems, f.toWire(js.Ident{Name: a}, t))
		}
	}
	call := js.Call{Fn: js.Ident{Name: "$callWith"}, Args: []js.Expr{signal, js.Str{Value: origin.FullName()}, args}}
	if through := f.p.markOf(origin).through; through != "" {
		call = js.Call{Fn: js.Ident{Name: through}, Args: []js.Expr{signal, args}}
	}
	out.Body = f.answer(js.Await{X: call, If: f.node}, sig.Results(), ctx)
	return out
}
