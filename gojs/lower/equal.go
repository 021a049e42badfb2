package lower

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/omg-go/omg/gojs/js"
)

// compare lowers == != < <= > >=.
func (f *fn) compare(e *ast.BinaryExpr) js.Expr {
	xt, yt := f.typ(e.X), f.typ(e.Y)
	if isNil(f.info, e.Y) {
		return f.compareNil(f.expr(e.X), xt, e.Op)
	}
	if isNil(f.info, e.X) {
		return f.compareNil(f.expr(e.Y), yt, e.Op)
	}
	if e.Op != token.EQL && e.Op != token.NEQ {
		return js.Binary{Op: e.Op.String(), X: f.operand(e.X, e.Y), Y: f.operand(e.Y, e.X)}
	}
	eq := f.equal(f.operand(e.X, e.Y), f.operand(e.Y, e.X), xt, yt)
	if e.Op == token.EQL {
		return eq
	}
	return not(eq)
}

// operand lowers e; a constant takes the type of the other operand.
func (f *fn) operand(e, other ast.Expr) js.Expr {
	tv := f.info.Types[e]
	if tv.Value != nil && isUntyped(tv.Type) && !isUntyped(f.info.TypeOf(other)) && !isInterface(f.typ(other)) {
		return f.constant(tv.Value, f.typ(other), e)
	}
	return f.expr(e)
}

func isUntyped(t types.Type) bool {
	b, ok := t.(*types.Basic)
	return ok && b.Info()&types.IsUntyped != 0
}

func isNil(info *types.Info, e ast.Expr) bool { return info.Types[e].IsNil() }

func (f *fn) compareNil(x js.Expr, t types.Type, op token.Token) js.Expr {
	y := null()
	if isSlice(t) {
		y = f.lib("$nil")
	}
	if op == token.EQL {
		return js.Binary{Op: "===", X: x, Y: y}
	}
	return js.Binary{Op: "!==", X: x, Y: y}
}

// not negates, without !(a === b).
func not(x js.Expr) js.Expr {
	if b, ok := x.(js.Binary); ok {
		switch b.Op {
		case "===":
			return js.Binary{Op: "!==", X: b.X, Y: b.Y}
		case "!==":
			return js.Binary{Op: "===", X: b.X, Y: b.Y}
		}
	}
	return js.Unary{Op: "!", X: x}
}

// equal lowers x == y for values of these types.
func (f *fn) equal(x, y js.Expr, xt, yt types.Type) js.Expr {
	switch {
	case isInterface(xt) && isInterface(yt):
		return f.callLib("$equal", x, y)
	case isInterface(xt):
		return f.callLib("$equal", x, f.toInterface(y, types.Default(yt), nil))
	case isInterface(yt):
		return f.callLib("$equal", f.toInterface(x, types.Default(xt), nil), y)
	case f.p.isStruct(xt):
		return js.Call{Fn: js.Dot{X: x, Name: f.member(xt, "$e")}, Args: []js.Expr{y}}
	case isArray(xt):
		return f.callLib("$equalArrays", x, y, f.equality(xt.Underlying().(*types.Array).Elem()))
	case repOf(xt) == repComplex:
		return f.callLib("$equalComplex", x, y)
	}
	return js.Binary{Op: "===", X: x, Y: y}
}

// equality returns a function that compares two values of t.
func (f *fn) equality(t types.Type) js.Expr {
	x, y := js.Ident{Name: "x"}, js.Ident{Name: "y"}
	return js.Func{Arrow: true, Params: []string{"x", "y"}, Body: []js.Stmt{js.Return{X: f.equal(x, y, t, t)}}}
}
