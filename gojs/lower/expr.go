package lower

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
)

// expr lowers e to an expression. A struct or array comes back as the stored
// object itself, not as a copy: see [fn.value].
func (f *fn) expr(e ast.Expr) js.Expr {
	if tv := f.info.Types[e]; tv.Value != nil {
		return f.constant(tv.Value, f.subst(tv.Type), e)
	}
	switch e := e.(type) {
	case *ast.ParenExpr:
		return f.expr(e.X)
	case *ast.Ident:
		return f.ident(e)
	case *ast.FuncLit:
		return f.funcValue(e)
	case *ast.CompositeLit:
		return f.composite(e, f.typ(e))
	case *ast.SelectorExpr:
		return f.selector(e)
	case *ast.IndexExpr:
		return f.index(e)
	case *ast.IndexListExpr:
		return f.functionValue(e)
	case *ast.SliceExpr:
		return f.slice(e)
	default:
		return f.operation(e)
	}
}

func (f *fn) operation(e ast.Expr) js.Expr {
	switch e := e.(type) {
	case *ast.TypeAssertExpr:
		return f.assert(e)
	case *ast.CallExpr:
		return f.call(e)
	case *ast.StarExpr:
		return f.deref(e)
	case *ast.UnaryExpr:
		return f.unary(e)
	case *ast.BinaryExpr:
		return f.binary(e)
	}
	f.refuse(e, diag.Construct, fmt.Sprintf("%T is not translated", e), "")
	return nil
}

// value lowers e to a value of its own: what lies in a variable is copied.
func (f *fn) value(e ast.Expr) js.Expr {
	t := f.typ(e)
	x := f.expr(e)
	if t != nil && f.isValue(t) && stored(f.info, e) {
		return f.clone(x, t)
	}
	return x
}

// stored reports whether e denotes something that lies in a variable, and
// not a value that was just made.
func stored(info *types.Info, e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		return false
	case *ast.CallExpr:
		tv := info.Types[e.Fun]
		return tv.IsType() && len(e.Args) == 1 && stored(info, e.Args[0]) && convertsInPlace(info, e)
	case *ast.UnaryExpr:
		return false
	case *ast.TypeAssertExpr:
		return true
	}
	return true
}

// convertsInPlace reports whether a conversion yields the same object.
func convertsInPlace(info *types.Info, e *ast.CallExpr) bool {
	return types.Identical(info.TypeOf(e), info.TypeOf(e.Args[0])) || isArray(info.TypeOf(e)) && isArray(info.TypeOf(e.Args[0]))
}

// to lowers e as a value of type t, as an assignment to a variable of t does.
func (f *fn) to(e ast.Expr, t types.Type) js.Expr {
	tv := f.info.Types[e]
	if tv.IsNil() {
		return f.zero(t)
	}
	from := f.typ(e)
	if tv.Value != nil && !isInterface(t) {
		return f.constant(tv.Value, t, e)
	}
	if !isInterface(t) && f.p.isStruct(t) && f.p.isStruct(from) && !types.Identical(t, from) {
		return f.convertStruct(f.expr(e), from, t)
	}
	return f.convert(f.value(e), from, t, e)
}

func (f *fn) ident(e *ast.Ident) js.Expr {
	switch o := f.info.ObjectOf(e).(type) {
	case *types.Nil:
		return f.zero(f.typ(e))
	case *types.Var:
		f.border(o, e)
		if _, node := f.followed(e); node != nil {
			f.sigNode(f.typ(e).Underlying().(*types.Signature)).Calls(node, e.Pos())
		}
		return f.variable(o)
	case *types.Func:
		return f.functionValue(e)
	}
	f.refuse(e, diag.Construct, e.Name+" is not a value", "")
	return nil
}

func (f *fn) deref(e *ast.StarExpr) js.Expr {
	t := f.typ(e)
	if f.isValue(t) {
		return f.callLib("$notNil", f.expr(e.X))
	}
	return js.Dot{X: f.expr(e.X), Name: "v"}
}

func (f *fn) unary(e *ast.UnaryExpr) js.Expr {
	t := f.typ(e)
	switch e.Op {
	case token.AND:
		return f.address(e.X)
	case token.ARROW:
		return f.receive(e)
	case token.NOT:
		return not(f.expr(e.X))
	case token.ADD:
		return f.expr(e.X)
	case token.SUB:
		return f.negate(f.expr(e.X), t)
	case token.XOR:
		return f.complement(f.expr(e.X), t)
	}
	f.refuse(e, diag.Construct, "operator "+e.Op.String()+" is not translated", "")
	return nil
}

func (f *fn) binary(e *ast.BinaryExpr) js.Expr {
	switch e.Op {
	case token.LAND, token.LOR:
		return js.Binary{Op: e.Op.String(), X: f.expr(e.X), Y: f.expr(e.Y)}
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		return f.compare(e)
	case token.SHL, token.SHR:
		return f.shift(e.Op, f.typ(e), f.to(e.X, f.typ(e)), f.shiftCount(e.Y), f.info.Types[e.Y].Value)
	}
	t := f.typ(e)
	a := arithmetic{op: e.Op, t: t, x: f.to(e.X, t), y: f.to(e.Y, t), cx: f.info.Types[e.X].Value, cy: f.info.Types[e.Y].Value}
	a.bounded = f.staysSmall(e)
	return f.arith(a)
}

// shiftCount lowers the right side of a shift to a number.
func (f *fn) shiftCount(e ast.Expr) js.Expr {
	t := f.typ(e)
	if v := f.info.Types[e].Value; v != nil {
		return f.constant(v, types.Typ[types.Uint], e)
	}
	x := f.expr(e)
	if repOf(t).big() {
		return js.Call{Fn: js.Ident{Name: "Number"}, Args: []js.Expr{x}}
	}
	return x
}
