package lower

import (
	"go/ast"
	"go/types"

	"github.com/omg-go/omg/gojs/js"
)

// raw reports whether values of t stand for themselves in an interface.
func (f *fn) raw(t types.Type) bool {
	t = types.Unalias(t)
	if b, ok := t.(*types.Basic); ok {
		switch basicKinds[b.Kind()] {
		case kindInt, kindString, kindBool:
			return true
		}
		return false
	}
	_, plain := t.(*types.Pointer)
	return plain && f.p.isStruct(pointee(t))
}

// toInterface puts x, of the concrete type t, into an interface.
func (f *fn) toInterface(x js.Expr, t types.Type, e ast.Expr) js.Expr {
	d := f.becomesInterface(t)
	if !f.raw(t) {
		return js.Call{Fn: f.lib("$box"), Args: []js.Expr{d, x}}
	}
	if pointee(t) == nil || neverNil(e) {
		return x
	}
	return f.callLib("$boxPointer", d, x)
}

// neverNil reports whether a pointer expression is surely not nil.
func neverNil(e ast.Expr) bool {
	u, ok := ast.Unparen(e).(*ast.UnaryExpr)
	return ok && u.Op.String() == "&"
}

// fromInterface takes a value of the concrete type t out of an interface,
// once it is known to hold one.
func (f *fn) fromInterface(x js.Expr, t types.Type) js.Expr {
	if f.raw(t) && pointee(t) == nil {
		return x
	}
	if f.raw(t) {
		return f.callLib("$unbox", x)
	}
	return js.Dot{X: x, Name: "v"}
}

// assert lowers x.(T), which panics.
func (f *fn) assert(e *ast.TypeAssertExpr) js.Expr {
	t, from := f.typ(e.Type), f.typ(e.X)
	x := f.expr(e.X)
	f.noteContext(t)
	if isInterface(t) {
		return f.callLib("$assertInterface", x, f.descriptor(t), f.descriptor(from))
	}
	return f.callLib("$assert", x, f.becomesKnown(t), f.descriptor(from))
}

// becomesKnown returns the descriptor of a type that is only asked for.
func (f *fn) becomesKnown(t types.Type) js.Expr { return f.descriptor(t) }

// assertOK lowers v, ok := x.(T) to a pair.
func (f *fn) assertOK(e *ast.TypeAssertExpr) js.Expr {
	t := f.typ(e.Type)
	x := f.expr(e.X)
	f.noteContext(t)
	if isInterface(t) {
		return f.callLib("$tryInterface", x, f.descriptor(t))
	}
	return f.callLib("$try", x, f.becomesKnown(t), f.zero(t))
}

// holds tests whether the interface value x, a plain name, holds a t.
func (f *fn) holds(x js.Expr, t types.Type) js.Expr {
	t = types.Unalias(t)
	f.noteContext(t)
	if isInterface(t) {
		if t.Underlying().(*types.Interface).NumMethods() == 0 {
			return js.Binary{Op: "!==", X: x, Y: null()}
		}
		return f.callLib("$implements", x, f.descriptor(t))
	}
	if b, ok := t.(*types.Basic); ok && f.raw(t) {
		word := map[int]string{kindInt: "number", kindString: "string", kindBool: "boolean"}[basicKinds[b.Kind()]]
		return js.Binary{Op: "===", X: js.Unary{Op: "typeof", X: x}, Y: js.Str{Value: word}}
	}
	return f.callLib("$is", x, f.becomesKnown(t))
}

// convert brings x from type `from` to type `to` as an assignment does.
func (f *fn) convert(x js.Expr, from, to types.Type, e ast.Expr) js.Expr {
	if to == nil || from == nil || !isInterface(to) || isInterface(from) {
		return x
	}
	if b, ok := from.(*types.Basic); ok && b.Kind() == types.UntypedNil {
		return x
	}
	f.noteContext(to)
	return f.toInterface(x, types.Default(from), e)
}
