package lower

import (
	"go/ast"
	"go/types"

	"github.com/omg-go/omg/gojs/js"
)

// index lowers x[i], or an instance of a generic function.
func (f *fn) index(e *ast.IndexExpr) js.Expr {
	if f.info.Types[e.Index].IsType() {
		return f.functionValue(e)
	}
	t := f.typ(e.X)
	if p := pointee(t); p != nil {
		t = p
	}
	switch u := t.Underlying().(type) {
	case *types.Map:
		return f.mapIndex(e, u)
	case *types.Array:
		return f.arrayIndex(e, u)
	case *types.Slice:
		return f.sliceIndex(e, u)
	}
	x, i := f.expr(e.X), f.indexNumber(e.Index)
	if f.inRange(e) {
		return js.Call{Fn: js.Dot{X: x, Name: "charCodeAt"}, Args: []js.Expr{i}}
	}
	return f.callLib("$byteAt", x, i)
}

// indexNumber lowers an index to a number.
func (f *fn) indexNumber(e ast.Expr) js.Expr {
	if v := f.info.Types[e].Value; v != nil {
		return f.constant(v, types.Typ[types.Int], e)
	}
	x := f.expr(e)
	if repOf(f.typ(e)).big() {
		return js.Call{Fn: js.Ident{Name: "Number"}, Args: []js.Expr{x}}
	}
	return x
}

func (f *fn) mapIndex(e *ast.IndexExpr, u *types.Map) js.Expr {
	get := js.Call{Fn: js.Dot{X: f.expr(e.X), Name: "get", Optional: true}, Args: []js.Expr{f.to(e.Index, u.Key())}}
	return js.Binary{Op: "??", X: get, Y: f.zero(u.Elem())}
}

func (f *fn) arrayIndex(e *ast.IndexExpr, u *types.Array) js.Expr {
	x, i := f.expr(e.X), f.indexNumber(e.Index)
	if f.info.Types[e.Index].Value != nil || f.inRange(e) {
		return js.Index{X: x, I: i}
	}
	return js.Index{X: x, I: f.callLib("$within", i, number(u.Len()))}
}

func (f *fn) sliceIndex(e *ast.IndexExpr, u *types.Slice) js.Expr {
	x, i := f.expr(e.X), f.indexNumber(e.Index)
	if !repeatable(x) || !repeatable(i) {
		return js.Call{Fn: js.Dot{X: x, Name: "get"}, Args: []js.Expr{i}}
	}
	if f.inRange(e) {
		return js.Code{Text: "$0.a[$0.o + $1]", Args: []js.Expr{x, i}, Prec: js.CallLevel}
	}
	if typedArray(u.Elem()) == "" {
		return js.Call{Fn: js.Dot{X: x, Name: "get"}, Args: []js.Expr{i}}
	}
	f.need("$outOfRange")
	text := "$1 < 0 || $1 >= $0.l ? $$outOfRange($1, $0.l) : $0.a[$0.o + $1]"
	if f.info.Types[e.Index].Value != nil {
		text = "$1 >= $0.l ? $$outOfRange($1, $0.l) : $0.a[$0.o + $1]"
	}
	return js.Code{Text: text, Args: []js.Expr{x, i}, Prec: js.Conditional}
}

// inRange reports whether x[i] surely is in range: i runs over x in a loop
// that changes neither.
func (f *fn) inRange(e *ast.IndexExpr) bool {
	i, ok := ast.Unparen(e.Index).(*ast.Ident)
	x, ok2 := ast.Unparen(e.X).(*ast.Ident)
	if !ok || !ok2 {
		return false
	}
	iv, _ := f.info.ObjectOf(i).(*types.Var)
	xv, _ := f.info.ObjectOf(x).(*types.Var)
	return iv != nil && xv != nil && f.within[iv] == xv
}

// slice lowers x[lo:hi:max].
func (f *fn) slice(e *ast.SliceExpr) js.Expr {
	t := f.typ(e.X)
	x := f.expr(e.X)
	bounds := f.sliceBounds(e)
	switch {
	case repOf(t) == repString:
		return f.callLib("$substring", append([]js.Expr{x}, bounds...)...)
	case isSlice(t):
		return f.callLib("$sub", append([]js.Expr{x}, bounds...)...)
	}
	return f.callLib("$sliceArray", append([]js.Expr{x}, bounds...)...)
}

func (f *fn) sliceBounds(e *ast.SliceExpr) []js.Expr {
	lo := number(0)
	if e.Low != nil {
		lo = f.indexNumber(e.Low)
	}
	list := []js.Expr{lo}
	if e.High != nil {
		list = append(list, f.indexNumber(e.High))
	}
	if e.Max != nil {
		list = append(list, f.indexNumber(e.Max))
	}
	return list
}

// setIndex lowers x[i] = v.
func (f *fn) setIndex(e *ast.IndexExpr, v js.Expr) js.Expr {
	t := f.typ(e.X)
	if p := pointee(t); p != nil {
		t = p
	}
	x := f.expr(e.X)
	switch u := t.Underlying().(type) {
	case *types.Map:
		return f.callLib("$setKey", x, f.to(e.Index, u.Key()), v)
	case *types.Array:
		return f.setArray(e, x, v, u)
	}
	return f.setSlice(e, x, v, t.Underlying().(*types.Slice))
}

func (f *fn) setArray(e *ast.IndexExpr, x, v js.Expr, u *types.Array) js.Expr {
	if f.isValue(u.Elem()) {
		return f.store(f.arrayIndex(e, u), v, u.Elem())
	}
	return js.Assign{Op: "=", X: f.arrayIndex(e, u), Y: v}
}

func (f *fn) setSlice(e *ast.IndexExpr, x, v js.Expr, u *types.Slice) js.Expr {
	i := f.indexNumber(e.Index)
	switch {
	case f.isValue(u.Elem()):
		return f.store(js.Call{Fn: js.Dot{X: x, Name: "get"}, Args: []js.Expr{i}}, v, u.Elem())
	case f.inRange(e) && repeatable(x):
		return js.Code{Text: "$0.a[$0.o + $1] = $2", Args: []js.Expr{x, i, v}, Prec: js.Assignment}
	}
	return js.Call{Fn: js.Dot{X: x, Name: "set"}, Args: []js.Expr{i, v}}
}
