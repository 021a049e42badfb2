package lower

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/omg-go/omg/gojs/js"
)

// How the body of a range over a function ended. Larger codes number the
// jumps that leave it.
const (
	codeRunning = iota
	codeDone
	codeReturn
	codeJump
)

// rangeFunc is a range over a function whose body is being lowered: the body
// is a callback, so what leaves it goes through a state variable.
type rangeFunc struct {
	state   js.Ident
	outer   *fn
	returns bool
	jumps   []*ast.BranchStmt
}

// rangeOverFunc lowers for x := range seq to seq(x => { …; return true }).
func (f *fn) rangeOverFunc(s *ast.RangeStmt, label *ast.LabeledStmt, sig *types.Signature) {
	state := f.fresh()
	f.outerResults(s)
	f.emit(js.Let{Names: []string{state.Name}, Init: number(codeRunning)})
	loop := &rangeFunc{state: state, outer: f}
	node := f.p.graph.Node("range:"+f.litKey(s), "the body of the range at "+f.p.world.Fset.Position(s.Pos()).String())
	callee := f.valueNode(s.X, sig)
	yield := sig.Params().At(0).Type().Underlying().(*types.Signature)
	f.sigNode(yield).Calls(node, s.Pos())
	f.node.Calls(callee, s.Pos())
	body := f.yieldBody(s, label, loop, node, yield)
	call := js.Await{X: js.Call{Fn: f.rangedFunc(s), Args: []js.Expr{body}}, If: callee}
	f.do(call)
	f.emit(js.If{
		Cond: js.Binary{Op: "===", X: state, Y: js.Lit{Text: "-1"}},
		Then: []js.Stmt{js.ExprStmt{X: f.callLib("$rangePanicked")}},
	})
	f.afterRange(loop)
}

func (f *fn) rangedFunc(s *ast.RangeStmt) js.Expr { return f.expr(s.X) }

func (f *fn) litKey(s ast.Node) string {
	return f.sym.Name + "@" + f.p.world.Fset.Position(s.Pos()).String()
}

// outerResults makes room for results that a return inside the loop sets.
func (f *fn) outerResults(s *ast.RangeStmt) {
	if len(f.results) > 0 || f.sig == nil || f.sig.Results().Len() == 0 || !returnsInside(s.Body) {
		return
	}
	for i := range f.sig.Results().Len() {
		x := f.temp()
		f.results = append(f.results, x)
		_ = i
	}
}

func returnsInside(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(m ast.Node) bool {
		switch m.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			found = true
		}
		return !found
	})
	return found
}

// yieldBody lowers the loop's body as the function that the sequence calls.
func (f *fn) yieldBody(s *ast.RangeStmt, label *ast.LabeledStmt, loop *rangeFunc, node interface{ Waits() bool }, yield *types.Signature) js.Expr {
	g := f.closure(f.p.graph.Node("range:"+f.litKey(s), ""))
	g.results, g.loops, g.defers = f.results, append(append([]*rangeFunc{}, f.loops...), loop), f.defers
	g.targets = []*target{{stmt: s, name: label, loop: true}}
	var params []string
	list := g.collect(func() {
		f.checkState(g, loop)
		for i, e := range []ast.Expr{s.Key, s.Value} {
			if i >= yield.Params().Len() {
				break
			}
			x := js.Ident{Name: f.fresh().Name}
			params = append(params, x.Name)
			g.bind(g.rangeVar(e, s), x, yield.Params().At(i).Type())
		}
		g.emit(js.Label{Name: "$body", Stmt: js.Block{List: g.block(s.Body.List)}})
		g.do(js.Assign{Op: "=", X: loop.state, Y: number(codeRunning)})
		g.emit(js.Return{X: js.Lit{Text: "true"}})
	})
	return js.Func{Arrow: true, Params: params, Body: append(g.head(), list...), Colour: node}
}

// checkState panics when the sequence calls a body that has ended, and marks
// it as panicked until it comes to its end.
func (f *fn) checkState(g *fn, loop *rangeFunc) {
	g.emit(js.If{
		Cond: js.Binary{Op: "!==", X: loop.state, Y: number(codeRunning)},
		Then: []js.Stmt{js.ExprStmt{X: g.callLib("$rangeEnded", loop.state)}},
	})
	g.do(js.Assign{Op: "=", X: loop.state, Y: js.Lit{Text: "-1"}})
}

// afterRange does what the body wanted when it left the loop.
func (f *fn) afterRange(loop *rangeFunc) {
	if loop.returns {
		f.emit(js.If{Cond: js.Binary{Op: "===", X: loop.state, Y: number(codeReturn)}, Then: f.collect(f.returnFurther)})
	}
	for i, j := range loop.jumps {
		then := f.collect(func() { f.branch(j) })
		f.emit(js.If{Cond: js.Binary{Op: "===", X: loop.state, Y: number(int64(codeJump + i))}, Then: then})
	}
	f.do(js.Assign{Op: "=", X: loop.state, Y: number(codeDone)})
}

// returnFurther passes a return on to the loop around, or returns.
func (f *fn) returnFurther() {
	if len(f.loops) > 0 {
		outer := f.loops[len(f.loops)-1]
		outer.returns = true
		f.do(js.Assign{Op: "=", X: outer.state, Y: number(codeReturn)})
		f.emit(js.Return{X: js.Lit{Text: "false"}})
		return
	}
	if f.sig.Results().Len() > 0 {
		f.emit(js.Return{X: f.resultValue()})
		return
	}
	f.emit(js.Return{})
}

// jumpOut lowers a break, continue or goto that leaves the callback.
func (f *fn) jumpOut(s *ast.BranchStmt) {
	loop := f.loops[len(f.loops)-1]
	code := -1
	for i, j := range loop.jumps {
		if j == s {
			code = codeJump + i
		}
	}
	if code < 0 {
		code = codeJump + len(loop.jumps)
		loop.jumps = append(loop.jumps, s)
	}
	f.do(js.Assign{Op: "=", X: loop.state, Y: number(int64(code))})
	f.emit(js.Return{X: js.Lit{Text: "false"}})
}

// jumpInRange lowers a break or continue of the range itself.
func (f *fn) jumpInRange(s *ast.BranchStmt) {
	if s.Tok == token.CONTINUE {
		f.emit(js.Jump{Word: "break", Label: "$body"})
		return
	}
	loop := f.loops[len(f.loops)-1]
	f.do(js.Assign{Op: "=", X: loop.state, Y: number(codeDone)})
	f.emit(js.Return{X: js.Lit{Text: "false"}})
}
