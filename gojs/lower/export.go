package lower

import (
	"go/types"
	"strconv"

	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
)

// ExportSuffix ends the name of the symbol by which the page's runtime calls a
// function: it takes and gives what crosses the wire.
const ExportSuffix = "$page"

// export makes the symbol that converts what comes from the wire, calls fn and
// converts its result. Its this is the call's AbortSignal.
func (p *program) export(fn *types.Func) string {
	return p.exportSymbol(p.funcSymbol(p.entry, fn, nil, nil), fn.Type().(*types.Signature))
}

func (p *program) exportSymbol(inner string, sig *types.Signature) string {
	p.entry.escapes(inner, sig)
	if p.plainExport(sig) {
		return inner
	}
	name := inner + ExportSuffix
	if p.symbols[name] != nil {
		return name
	}
	s := p.symbol(name, KindFunc)
	f := p.topLevel(s, p.anyPackage(), nil)
	s.Node = f.node
	f.need(inner)
	node := p.graph.Node("fn:"+inner, inner)
	f.node.Calls(node, 0)
	p.later(func() {
		f.guard(func() {
			s.Body = []js.Stmt{js.FuncDecl{Func: f.exported(name, js.Ident{Name: inner}, sig)}}
		})
	})
	return name
}

// plainExport reports whether a function can be called as it is: its values
// are the same on both sides.
func (p *program) plainExport(sig *types.Signature) bool {
	plain := func(t types.Type) bool {
		r := repOf(t)
		return p.isOpaque(t) || r != repOther && r != repString && r != repComplex && !r.big()
	}
	for i := range sig.Params().Len() {
		if !plain(sig.Params().At(i).Type()) {
			return false
		}
	}
	n := sig.Results().Len()
	return sig.Recv() == nil && (n == 0 || n == 1 && plain(sig.Results().At(0).Type()))
}

// exported builds the function that the page calls.
func (f *fn) exported(name string, inner js.Expr, sig *types.Signature) js.Func {
	out := js.Func{Name: name, Colour: f.node}
	var args []js.Expr
	if sig.Recv() != nil {
		out.Params = append(out.Params, "r")
		args = append(args, f.fromWire(js.Ident{Name: "r"}, sig.Recv().Type()))
	}
	for i := range sig.Params().Len() {
		t := sig.Params().At(i).Type()
		if i == 0 && isContext(t) {
			args = append(args, f.pageContext(t))
			continue
		}
		a := "a" + strconv.Itoa(i)
		out.Params = append(out.Params, a)
		args = append(args, f.fromWire(js.Ident{Name: a}, t))
	}
	call := js.Await{X: js.Call{Fn: inner, Args: args}, If: f.node}
	out.Body = f.exportResult(call, sig.Results())
	return out
}

// exportResult converts the results: the last error is thrown.
func (f *fn) exportResult(call js.Expr, results *types.Tuple) []js.Stmt {
	n := results.Len()
	failing := n > 0 && isError(results.At(n-1).Type())
	r := js.Ident{Name: "r$"}
	let := js.Let{Const: true, Names: []string{r.Name}, Init: call}
	switch {
	case n == 0:
		return []js.Stmt{js.ExprStmt{X: call}}
	case n == 1 && !failing:
		return []js.Stmt{js.Return{X: f.toWire(call, results.At(0).Type())}}
	case n == 1:
		return []js.Stmt{js.ExprStmt{X: f.callLib("$throwError", call)}}
	case n == 2 && failing:
		check := js.ExprStmt{X: f.callLib("$throwError", js.Index{X: r, I: number(1)})}
		return []js.Stmt{let, check, js.Return{X: f.toWire(js.Index{X: r, I: number(0)}, results.At(0).Type())}}
	}
	f.refuse(nil, diag.RPCShape, "a function that the backend calls has one result and an error at most", "return a struct")
	return nil
}

func isError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }

// funcFromWire wraps a function of the backend or of the page: calling it waits.
func (f *fn) funcFromWire(x js.Expr, sig *types.Signature) js.Expr {
	f.sigNode(sig).Block("calls a function that was passed to the page", 0)
	params := make([]string, sig.Params().Len())
	args := js.Array{}
	var ctx js.Expr
	for i := range params {
		params[i] = "a" + strconv.Itoa(i)
		t := sig.Params().At(i).Type()
		if i == 0 && isContext(t) {
			ctx = js.Ident{Name: params[i]}
			continue
		}
		args.Elems = append(args.Elems, f.toWire(js.Ident{Name: params[i]}, t))
	}
	call := js.Call{Fn: js.Ident{Name: "f"}, Args: []js.Expr{js.Spread{X: args}}}
	body := f.answer(js.Code{Text: "await $0", Args: []js.Expr{call}, Prec: js.Prefix}, sig.Results(), ctx)
	inner := js.Func{Arrow: true, Params: params, Body: body, Colour: yes{}}
	make := js.Func{Arrow: true, Params: []string{"f"}, Body: []js.Stmt{js.Return{X: inner}}}
	return f.callLib("$funcFromWire", x, make)
}

type yes struct{}

// Waits is the colour of what always waits.
func (yes) Waits() bool { return true }

func (f *fn) funcToWire(x js.Expr, sig *types.Signature) js.Expr {
	wrapped := f.exported("", js.Ident{Name: "f"}, sig)
	wrapped.Colour = yes{}
	for i, s := range wrapped.Body {
		wrapped.Body[i] = s
	}
	make := js.Func{Arrow: true, Params: []string{"f"}, Body: []js.Stmt{js.Return{X: wrapped}}}
	return f.callLib("$funcToPage", x, make)
}

// answer converts what a call of the backend gave, and makes an error of what
// it threw if the last result is one: that of ctx, if there is one and it ended.
func (f *fn) answer(call js.Expr, results *types.Tuple, ctx js.Expr) []js.Stmt {
	n := results.Len()
	failing := n > 0 && isError(results.At(n-1).Type())
	value := n
	if failing {
		value--
	}
	var good js.Stmt
	switch {
	case value == 0 && failing:
		good = js.List{List: []js.Stmt{js.ExprStmt{X: call}, js.Return{X: null()}}}
	case value == 0:
		good = js.ExprStmt{X: call}
	case failing:
		good = js.Return{X: js.Array{Elems: []js.Expr{f.fromWire(call, results.At(0).Type()), null()}}}
	default:
		good = js.Return{X: f.fromWire(call, results.At(0).Type())}
	}
	caught := []js.Stmt{js.Throw{X: f.callLib("$wirePanic", js.Ident{Name: "e"})}}
	if failing {
		e := f.callLib("$wireError", js.Ident{Name: "e"})
		if ctx != nil {
			f.p.callMethod("Err")
			f.sym.need("im:Err")
			e = js.Code{Text: "(await $0?.Err()) ?? $1", Args: []js.Expr{ctx, e}, Prec: js.Or}
		}
		caught = []js.Stmt{js.Return{X: e}}
		if value > 0 {
			caught = []js.Stmt{js.Return{X: js.Array{Elems: []js.Expr{f.zero(results.At(0).Type()), e}}}}
		}
	}
	return []js.Stmt{js.Try{Body: []js.Stmt{good}, CatchName: "e", Catch: caught}}
}
