package lower

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/omg-go/omg/gojs/js"
)

// assignOp lowers l op= r. The right side is evaluated before l is read, as
// it would be lost if a call (or another goroutine, meanwhile) changed l.
func (f *fn) assignOp(l ast.Expr, op token.Token, r ast.Expr, s ast.Stmt) {
	t := f.typ(l)
	a := arithmetic{op: op, t: t, cy: f.info.Types[r].Value}
	if op == token.SHL || op == token.SHR {
		a.y = f.shiftCount(r)
	} else {
		a.y = f.to(r, t)
	}
	if hasCall(r) {
		f.lateOp(l, a)
		return
	}
	a.bounded = f.opStaysSmall(l, op, r)
	f.applyOp(l, a)
}

func (f *fn) opStaysSmall(l ast.Expr, op token.Token, r ast.Expr) bool {
	if !repOf(f.typ(l)).wide() || op != token.ADD && op != token.SUB {
		return false
	}
	b := combine(op, f.bounds(l), f.bounds(r))
	return b.lo >= -maxInt && b.hi <= maxInt
}

func hasCall(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			found = true
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		}
		return !found
	})
	return found
}

// lateOp evaluates the operands of l, then the right side, then reads l.
func (f *fn) lateOp(l ast.Expr, a arithmetic) {
	if isIdent(l) && (isConversionOnly(a.y) || f.private(l)) {
		f.applyOp(l, a)
		return
	}
	list := f.collect(func() {
		read, write := f.readWrite(l)
		a.y = f.hold(a.y)
		a.x = read
		f.do(write(f.operate(a)))
	})
	f.scoped(list)
}

// isConversionOnly reports whether x calls nothing of the program's own.
func isConversionOnly(x js.Expr) bool {
	switch x := x.(type) {
	case js.Ident, js.Lit, js.Str:
		return true
	case js.Dot:
		return isConversionOnly(x.X)
	case js.Binary:
		return isConversionOnly(x.X) && isConversionOnly(x.Y)
	case js.Code:
		for _, a := range x.Args {
			if !isConversionOnly(a) {
				return false
			}
		}
		return true
	}
	return false
}

func (f *fn) operate(a arithmetic) js.Expr {
	if a.op == token.SHL || a.op == token.SHR {
		return f.shift(a.op, a.t, a.x, a.y, a.cy)
	}
	return f.arith(a)
}

func (f *fn) applyOp(l ast.Expr, a arithmetic) {
	if f.plainPlace(l) {
		a.x = f.expr(l)
		f.do(shorten(f.set(l, f.operate(a))))
		return
	}
	list := f.collect(func() {
		read, write := f.readWrite(l)
		a.x = read
		f.do(write(f.operate(a)))
	})
	f.scoped(list)
}

// plainPlace reports whether l may be evaluated twice: its operands are
// names and constants.
func (f *fn) plainPlace(l ast.Expr) bool {
	switch l := ast.Unparen(l).(type) {
	case *ast.Ident:
		return true
	case *ast.SelectorExpr:
		return f.plainPlace(l.X)
	case *ast.StarExpr:
		return f.plainPlace(l.X)
	case *ast.IndexExpr:
		return f.plainPlace(l.X) && (isIdent(l.Index) || f.info.Types[l.Index].Value != nil)
	}
	return false
}

// shorten writes x = x + 1 as x++ and x = x + y as x += y.
func shorten(x js.Expr) js.Expr {
	a, ok := x.(js.Assign)
	if !ok {
		return x
	}
	b, ok := a.Y.(js.Binary)
	if !ok || !samePlace(a.X, b.X) || !shortens[b.Op] {
		return x
	}
	if l, ok := b.Y.(js.Lit); ok && l.Text == "1" && (b.Op == "+" || b.Op == "-") {
		return js.Code{Text: "$0" + b.Op + b.Op, Args: []js.Expr{a.X}, Prec: js.Postfix}
	}
	return js.Assign{Op: b.Op + "=", X: a.X, Y: b.Y}
}

var shortens = map[string]bool{"+": true, "-": true, "*": true, "/": true, "%": true, "&": true, "|": true, "^": true, "<<": true, ">>": true, ">>>": true}

func samePlace(x, y js.Expr) bool {
	switch x := x.(type) {
	case js.Ident:
		return x == y
	case js.Dot:
		d, ok := y.(js.Dot)
		return ok && d.Name == x.Name && samePlace(x.X, d.X)
	}
	return false
}

// readWrite evaluates the operands of l once, for a read and a write.
func (f *fn) readWrite(l ast.Expr) (js.Expr, func(js.Expr) js.Expr) {
	l = ast.Unparen(l)
	switch e := l.(type) {
	case *ast.IndexExpr:
		return f.readWriteElement(e)
	case *ast.StarExpr:
		at := js.Dot{X: f.hold(f.expr(e.X)), Name: "v"}
		return at, func(v js.Expr) js.Expr { return js.Assign{Op: "=", X: at, Y: v} }
	case *ast.SelectorExpr:
		if f.info.Selections[e] != nil {
			f.borderField(e)
			obj, name := f.fieldPlace(e)
			at := js.Dot{X: f.hold(obj), Name: name}
			return at, func(v js.Expr) js.Expr { return js.Assign{Op: "=", X: at, Y: v} }
		}
	}
	return f.expr(l), func(v js.Expr) js.Expr { return f.set(l, v) }
}

func (f *fn) readWriteElement(e *ast.IndexExpr) (js.Expr, func(js.Expr) js.Expr) {
	t := f.typ(e.X)
	if p := pointee(t); p != nil {
		t = p
	}
	x := f.hold(f.expr(e.X))
	switch u := t.Underlying().(type) {
	case *types.Map:
		k := f.hold(f.to(e.Index, u.Key()))
		get := js.Call{Fn: js.Dot{X: x, Name: "get", Optional: true}, Args: []js.Expr{k}}
		return js.Binary{Op: "??", X: get, Y: f.zero(u.Elem())}, func(v js.Expr) js.Expr { return f.callLib("$setKey", x, k, v) }
	case *types.Array:
		i := f.hold(f.callLib("$within", f.indexNumber(e.Index), number(u.Len())))
		at := js.Index{X: x, I: i}
		return at, func(v js.Expr) js.Expr { return js.Assign{Op: "=", X: at, Y: v} }
	}
	i := f.hold(f.indexNumber(e.Index))
	call := func(name string, args ...js.Expr) js.Expr {
		return js.Call{Fn: js.Dot{X: x, Name: name}, Args: append([]js.Expr{i}, args...)}
	}
	return call("get"), func(v js.Expr) js.Expr { return call("set", v) }
}

// incDec lowers x++ and x--.
func (f *fn) incDec(s *ast.IncDecStmt) {
	op := token.ADD
	if s.Tok == token.DEC {
		op = token.SUB
	}
	t := f.typ(s.X)
	one := constant.MakeInt64(1)
	a := arithmetic{op: op, t: t, y: f.constant(one, t, s.X), cy: one}
	b := f.bounds(s.X)
	a.bounded = repOf(t).wide() && combine(op, b, bounds{1, 1}).hi <= maxInt && combine(op, b, bounds{1, 1}).lo >= f.boundsOfType(t).lo
	f.applyOp(s.X, a)
}

// private reports whether l is a local variable that nothing but this function
// can change.
func (f *fn) private(l ast.Expr) bool {
	v, ok := f.info.ObjectOf(ast.Unparen(l).(*ast.Ident)).(*types.Var)
	return ok && !isGlobal(v) && !f.pkg.Captured(v) && !f.pkg.Addressed(v)
}
