package lower

import (
	"go/ast"
	"go/types"

	"github.com/omg-go/omg/gojs/js"
)

// returnStmt lowers return. With deferred calls the results go into variables
// first, which the calls may change.
func (f *fn) returnStmt(s *ast.ReturnStmt) {
	if len(f.loops) > 0 {
		f.returnOut(s)
		return
	}
	n := f.sig.Results().Len()
	switch {
	case len(s.Results) == 0 && len(f.results) == 0:
		f.emit(js.Return{})
	case len(s.Results) == 0:
		f.emit(js.Return{X: f.resultValue()})
	case f.defers || len(f.results) > 0 && f.resultsCaptured():
		f.setResults(s)
		f.emit(js.Return{X: f.resultValue()})
	default:
		f.emit(js.Return{X: f.returned(s, n)})
	}
}

// resultsCaptured reports whether named results must be kept up to date.
func (f *fn) resultsCaptured() bool { return false }

// returned lowers the results to one value.
func (f *fn) returned(s *ast.ReturnStmt, n int) js.Expr {
	if n == 1 {
		return f.returnedFunc(s.Results[0], f.sig.Results().At(0).Type())
	}
	if len(s.Results) == n {
		return js.Array{Elems: f.resultList(s)}
	}
	t := f.typ(s.Results[0]).(*types.Tuple)
	if plainSpread(types.NewSignatureType(nil, nil, nil, f.sig.Results(), nil, false), t) {
		return f.expr(s.Results[0])
	}
	values := f.tuple(s.Results[0], n)
	list := make([]js.Expr, n)
	for i, v := range values {
		list[i] = f.convert(v.x, v.t, f.sig.Results().At(i).Type(), nil)
	}
	return js.Array{Elems: list}
}

func (f *fn) resultList(s *ast.ReturnStmt) []js.Expr {
	list := make([]js.Expr, len(s.Results))
	for i, e := range s.Results {
		list[i] = f.to(e, f.sig.Results().At(i).Type())
	}
	return list
}

// setResults assigns the operands of return to the result variables.
func (f *fn) setResults(s *ast.ReturnStmt) {
	n := f.sig.Results().Len()
	if n == 1 {
		f.do(js.Assign{Op: "=", X: f.results[0], Y: f.to(s.Results[0], f.sig.Results().At(0).Type())})
		return
	}
	var list []js.Expr
	if len(s.Results) == n {
		for _, x := range f.resultList(s) {
			list = append(list, f.hold(x))
		}
	} else {
		for i, v := range f.tuple(s.Results[0], n) {
			list = append(list, f.convert(v.x, v.t, f.sig.Results().At(i).Type(), nil))
		}
	}
	for i, x := range list {
		f.do(js.Assign{Op: "=", X: f.results[i], Y: x})
	}
}

// returnOut is return inside the body of a range over a function.
func (f *fn) returnOut(s *ast.ReturnStmt) {
	loop := f.loops[len(f.loops)-1]
	g := loop.outer
	if n := f.sig.Results().Len(); n > 0 && len(s.Results) > 0 {
		f.setOuterResults(s, g)
	}
	loop.returns = true
	f.emit(
		js.ExprStmt{X: js.Assign{Op: "=", X: loop.state, Y: number(codeReturn)}},
		js.Return{X: js.Lit{Text: "false"}},
	)
}

// setOuterResults stores the results where the function around the loops
// returns them from.
func (f *fn) setOuterResults(s *ast.ReturnStmt, g *fn) {
	f.setResults(s)
}
