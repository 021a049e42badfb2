package lower

import (
	"go/constant"
	"go/token"
	"go/types"
	"math"
	"strconv"

	"github.com/omg-go/omg/gojs/js"
)

// arithmetic is one operation on two operands of the same type; cx and cy are
// their values when they are constants, bounded says that the result cannot
// leave 53 bits.
type arithmetic struct {
	op      token.Token
	t       types.Type
	x, y    js.Expr
	cx, cy  constant.Value
	bounded bool
}

func (a arithmetic) plain(op string) js.Expr { return js.Binary{Op: op, X: a.x, Y: a.y} }

func (f *fn) arith(a arithmetic) js.Expr {
	r := repOf(a.t)
	switch {
	case r == repString:
		return a.plain("+")
	case r.float():
		return wrap(r, a.plain(a.op.String()))
	case r == repComplex:
		return f.complexOp(a)
	}
	switch a.op {
	case token.ADD, token.SUB:
		return f.exact(r, a.plain(a.op.String()), a.bounded)
	case token.MUL:
		return f.multiply(r, a)
	case token.QUO:
		return f.divide(r, a)
	case token.REM:
		return f.remainder(r, a)
	}
	return f.bitwise(r, a)
}

// exact brings the result of + - * back into the range of its type.
func (f *fn) exact(r rep, x js.Expr, bounded bool) js.Expr {
	if !r.wide() {
		return wrap(r, x)
	}
	if bounded || f.unchecked() {
		return x
	}
	if r == repInt {
		return f.callLib("$int", x)
	}
	return f.callLib("$uint", x)
}

// wrap truncates to the size of the type.
func wrap(r rep, x js.Expr) js.Expr {
	shift := func(op, n string) js.Expr {
		return js.Binary{Op: op, X: js.Binary{Op: "<<", X: x, Y: js.Lit{Text: n}}, Y: js.Lit{Text: n}}
	}
	switch r {
	case repI32:
		return js.Binary{Op: "|", X: x, Y: js.Lit{Text: "0"}}
	case repI16:
		return shift(">>", "16")
	case repI8:
		return shift(">>", "24")
	case repU32:
		return js.Binary{Op: ">>>", X: x, Y: js.Lit{Text: "0"}}
	case repU16:
		return js.Binary{Op: "&", X: x, Y: js.Lit{Text: "65535"}}
	case repU8:
		return js.Binary{Op: "&", X: x, Y: js.Lit{Text: "255"}}
	case repI64:
		return js.Code{Text: "BigInt.asIntN(64, $0)", Args: []js.Expr{x}, Prec: js.CallLevel}
	case repU64:
		return js.Code{Text: "BigInt.asUintN(64, $0)", Args: []js.Expr{x}, Prec: js.CallLevel}
	case repF32:
		return js.Code{Text: "Math.fround($0)", Args: []js.Expr{x}, Prec: js.CallLevel}
	}
	return x
}

func (f *fn) multiply(r rep, a arithmetic) js.Expr {
	if r != repI32 && r != repU32 {
		return f.exact(r, a.plain("*"), a.bounded)
	}
	x := js.Expr(js.Code{Text: "Math.imul($0, $1)", Args: []js.Expr{a.x, a.y}, Prec: js.CallLevel})
	if r == repU32 {
		return wrap(r, x)
	}
	return x
}

func (f *fn) divide(r rep, a arithmetic) js.Expr {
	known := a.cy != nil && constant.Sign(a.cy) != 0
	switch {
	case r.big() && known:
		return wrap(r, a.plain("/"))
	case r.big():
		return wrap(r, f.callLib("$divideBig", a.x, a.y))
	case known && r.wide():
		return js.Code{Text: "Math.trunc($0)", Args: []js.Expr{a.plain("/")}, Prec: js.CallLevel}
	case known:
		return wrap(r, a.plain("/"))
	case r.wide():
		return f.callLib("$divide", a.x, a.y)
	}
	return wrap(r, f.callLib("$divide", a.x, a.y))
}

func (f *fn) remainder(r rep, a arithmetic) js.Expr {
	switch {
	case a.cy != nil && constant.Sign(a.cy) != 0:
		return a.plain("%")
	case r.big():
		return f.callLib("$remainderBig", a.x, a.y)
	}
	return f.callLib("$remainder", a.x, a.y)
}

func (f *fn) bitwise(r rep, a arithmetic) js.Expr {
	if r.wide() {
		return f.bitwiseWide(a)
	}
	var x js.Expr
	switch a.op {
	case token.AND:
		x = a.plain("&")
	case token.OR:
		x = a.plain("|")
	case token.XOR:
		x = a.plain("^")
	default:
		x = js.Binary{Op: "&", X: a.x, Y: js.Unary{Op: "~", X: a.y}}
	}
	if r == repU32 {
		return wrap(r, x)
	}
	return x
}

// bitwiseWide works on 53 bits: fast when both fit 32, in the runtime.
func (f *fn) bitwiseWide(a arithmetic) js.Expr {
	_, x := small(a.cx)
	_, y := small(a.cy)
	switch a.op {
	case token.AND:
		if x || y {
			return a.plain("&")
		}
		return f.callLib("$and", a.x, a.y)
	case token.OR:
		return f.callLib("$or", a.x, a.y)
	case token.XOR:
		return f.callLib("$xor", a.x, a.y)
	}
	return f.callLib("$andNot", a.x, a.y)
}

// shift lowers x << y and x >> y; y is a number, c its value if constant.
func (f *fn) shift(op token.Token, t types.Type, x, y js.Expr, c constant.Value) js.Expr {
	r := repOf(t)
	n, known := small(c)
	switch {
	case r.big():
		return f.shiftBig(op, r, x, y)
	case r.wide():
		return f.shiftWide(op, r, x, y, n, known)
	case op == token.SHL && known && n < 32:
		return wrap(r, js.Binary{Op: "<<", X: x, Y: y})
	case op == token.SHL:
		return wrap(r, f.callLib("$shiftLeft32", x, y))
	case known && n < 32 && r.unsigned():
		return js.Binary{Op: ">>>", X: x, Y: y}
	case known && n < 32:
		return js.Binary{Op: ">>", X: x, Y: y}
	case r.unsigned():
		return f.callLib("$shiftRightUnsigned", x, y)
	}
	return f.callLib("$shiftRight32", x, y)
}

func (f *fn) shiftBig(op token.Token, r rep, x, y js.Expr) js.Expr {
	if op == token.SHL {
		return wrap(r, f.callLib("$shiftLeftBig", x, y))
	}
	return f.callLib("$shiftRightBig", x, y)
}

func (f *fn) shiftWide(op token.Token, r rep, x, y js.Expr, n int64, known bool) js.Expr {
	power := func() js.Expr { return js.Lit{Text: strconv.FormatFloat(math.Ldexp(1, int(n)), 'f', -1, 64)} }
	switch {
	case op == token.SHL && known && n < 53:
		return f.exact(r, js.Binary{Op: "*", X: x, Y: power()}, false)
	case op == token.SHL:
		return f.exact(r, f.callLib("$shiftLeft", x, y), false)
	case known && n < 64:
		return js.Code{Text: "Math.floor($0)", Args: []js.Expr{js.Binary{Op: "/", X: x, Y: power()}}, Prec: js.CallLevel}
	}
	return f.callLib("$shiftRight", x, y)
}

func (f *fn) negate(x js.Expr, t types.Type) js.Expr {
	r := repOf(t)
	switch {
	case r == repComplex:
		return f.callLib("$negateComplex", x)
	case r.float():
		return js.Unary{Op: "-", X: x}
	case r == repInt:
		return js.Binary{Op: "-", X: js.Lit{Text: "0"}, Y: x} // never -0
	case r == repUint:
		return f.callLib("$uint", js.Binary{Op: "-", X: js.Lit{Text: "0"}, Y: x})
	}
	return wrap(r, js.Unary{Op: "-", X: x})
}

func (f *fn) complement(x js.Expr, t types.Type) js.Expr {
	switch r := repOf(t); r {
	case repInt:
		return js.Binary{Op: "-", X: js.Lit{Text: "-1"}, Y: x}
	case repUint:
		return f.callLib("$complement", x)
	default:
		return wrap(r, js.Unary{Op: "~", X: x})
	}
}

func (f *fn) complexOp(a arithmetic) js.Expr {
	name := map[token.Token]string{
		token.ADD: "$addComplex", token.SUB: "$subtractComplex", token.MUL: "$multiplyComplex", token.QUO: "$divideComplex",
	}[a.op]
	x := f.callLib(name, a.x, a.y)
	return f.roundComplex(x, a.t)
}

// roundComplex rounds a complex64.
func (f *fn) roundComplex(x js.Expr, t types.Type) js.Expr {
	if basicKinds[t.Underlying().(*types.Basic).Kind()] == kindComplex64 {
		return f.callLib("$roundComplex", x)
	}
	return x
}

// unchecked reports whether the function gave up the check of 53 bits, by
// //omg:unchecked.
func (f *fn) unchecked() bool { return f.loose }
