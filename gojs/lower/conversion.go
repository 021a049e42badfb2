package lower

import (
	"go/ast"
	"go/types"

	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
)

// conversion lowers T(e).
func (f *fn) conversion(e *ast.CallExpr) js.Expr {
	to, arg := f.typ(e), e.Args[0]
	from := f.typ(arg)
	if tv := f.info.Types[arg]; tv.Value != nil && repOf(to) != repOther && repOf(to) != repString && repOf(from) != repString {
		return f.constant(tv.Value, to, arg)
	}
	if f.info.Types[arg].IsNil() {
		return f.zero(to)
	}
	if isInterface(to) {
		return f.to(arg, to)
	}
	x := f.expr(arg)
	switch {
	case repOf(to) == repString:
		return f.toString(x, from)
	case repOf(from) == repString:
		return f.fromString(x, to, e)
	case repOf(to) != repOther && repOf(from) != repOther:
		return f.toNumber(x, from, to)
	case f.p.isStruct(to) && f.p.isStruct(from):
		return f.convertStruct(x, from, to)
	case isSlice(from) && (isArray(to) || pointee(to) != nil):
		return f.sliceToArray(x, from, to)
	}
	return f.convertPointer(x, from, to, e)
}

// convertPointer lowers conversions that keep the object.
func (f *fn) convertPointer(x js.Expr, from, to types.Type, e ast.Expr) js.Expr {
	if b, ok := to.Underlying().(*types.Basic); ok && b.Kind() == types.UnsafePointer {
		f.refuse(e, diag.Unsafe, "package unsafe is not available in browser code", "use ordinary pointers")
	}
	if b, ok := from.Underlying().(*types.Basic); ok && b.Kind() == types.UnsafePointer {
		f.refuse(e, diag.Unsafe, "package unsafe is not available in browser code", "use ordinary pointers")
	}
	a, b := pointee(from), pointee(to)
	if a != nil && b != nil && f.p.isStruct(a) && f.p.isStruct(b) && f.className(a) != f.className(b) {
		f.refuse(e, diag.Construct, "a pointer to one struct type cannot become a pointer to another", "convert the struct value")
	}
	return x
}

// convertStruct makes a struct of another type with the same fields.
func (f *fn) convertStruct(x js.Expr, from, to types.Type) js.Expr {
	if f.className(from) == f.className(to) {
		return x
	}
	a, b := from.Underlying().(*types.Struct), to.Underlying().(*types.Struct)
	x, setup := f.once(x)
	args := make([]js.Expr, a.NumFields())
	for i := range args {
		field := js.Dot{X: x, Name: fieldName(a, i)}
		ft, tt := a.Field(i).Type(), b.Field(i).Type()
		if f.p.isStruct(ft) && !types.Identical(ft, tt) {
			args[i] = f.convertStruct(field, ft, tt)
			continue
		}
		args[i] = f.clone(field, ft)
	}
	return setup(f.newStruct(f.class(to), b, args))
}

// once makes x cheap to repeat. The second result puts its evaluation before y.
func (f *fn) once(x js.Expr) (js.Expr, func(y js.Expr) js.Expr) {
	if repeatable(x) {
		return x, func(y js.Expr) js.Expr { return y }
	}
	t := f.temp()
	return t, func(y js.Expr) js.Expr {
		return js.Binary{Op: ",", X: js.Assign{Op: "=", X: t, Y: x}, Y: y}
	}
}

// repeatable reports whether x may be evaluated twice without effect or cost.
func repeatable(x js.Expr) bool {
	switch x := x.(type) {
	case js.Ident, js.Lit:
		return true
	case js.Str:
		return len(x.Value) < 8
	}
	return false
}

func (f *fn) toString(x js.Expr, from types.Type) js.Expr {
	if s, ok := from.Underlying().(*types.Slice); ok {
		if repOf(s.Elem()) == repU8 {
			return f.callLib("$bytesToString", x)
		}
		return f.callLib("$runesToString", x)
	}
	switch r := repOf(from); {
	case r == repString:
		return x
	case r.big():
		return f.callLib("$runeToString", js.Call{Fn: js.Ident{Name: "Number"}, Args: []js.Expr{x}})
	}
	return f.callLib("$runeToString", x)
}

func (f *fn) fromString(x js.Expr, to types.Type, e ast.Expr) js.Expr {
	s, ok := to.Underlying().(*types.Slice)
	if !ok {
		f.refuse(e, diag.Construct, "conversion of a string to "+to.String()+" is not translated", "")
	}
	if repOf(s.Elem()) == repU8 {
		return f.callLib("$stringToBytes", x)
	}
	return f.callLib("$stringToRunes", x)
}

func (f *fn) sliceToArray(x js.Expr, from, to types.Type) js.Expr {
	if isArray(to) {
		u := to.Underlying().(*types.Array)
		return f.clone(f.callLib("$sliceToArray", x, number(u.Len())), to)
	}
	u := pointee(to).Underlying().(*types.Array)
	return f.callLib("$sliceToArrayPointer", x, number(u.Len()))
}

// toNumber lowers a conversion between numbers.
func (f *fn) toNumber(x js.Expr, from, to types.Type) js.Expr {
	a, b := repOf(from), repOf(to)
	switch {
	case a == repComplex:
		return f.roundComplex(x, to)
	case a == b || a == repBool:
		return x
	case a.big() && b.big():
		return wrap(b, x)
	case a.big():
		return f.bigToNumber(x, a, b)
	case b.big():
		return f.numberToBig(x, a, b)
	case b == repF64:
		return f.toFloat(x, a)
	case b == repF32:
		return wrap(b, x)
	case a.float():
		return f.floatToInt(x, b)
	case b.wide():
		return f.toWide(x, a, b)
	}
	return narrow(x, a, b)
}

func (f *fn) bigToNumber(x js.Expr, a, b rep) js.Expr {
	n := js.Code{Text: "Number($0)", Args: []js.Expr{x}, Prec: js.CallLevel}
	switch {
	case b == repF64:
		return n
	case b == repF32:
		return wrap(b, n)
	case b == repInt:
		return f.exact(repInt, n, false)
	case b == repUint:
		if a == repI64 {
			n = js.Code{Text: "Number(BigInt.asUintN(64, $0))", Args: []js.Expr{x}, Prec: js.CallLevel}
		}
		return f.exact(repUint, n, false)
	}
	as := "BigInt.asIntN"
	if b.unsigned() {
		as = "BigInt.asUintN"
	}
	cut := js.Call{Fn: js.Ident{Name: as}, Args: []js.Expr{number(int64(b.bits())), x}}
	return js.Call{Fn: js.Ident{Name: "Number"}, Args: []js.Expr{cut}}
}

func (f *fn) numberToBig(x js.Expr, a, b rep) js.Expr {
	if a.float() {
		return wrap(b, f.callLib("$floatToBig", x))
	}
	y := js.Code{Text: "BigInt($0)", Args: []js.Expr{x}, Prec: js.CallLevel}
	if b == repU64 && !a.unsigned() {
		return wrap(b, y)
	}
	return y
}

// toFloat adds 0 so that an integer's -0 becomes 0.
func (f *fn) toFloat(x js.Expr, a rep) js.Expr {
	if a == repInt || a.small() && !a.unsigned() {
		return js.Binary{Op: "+", X: x, Y: js.Lit{Text: "0"}}
	}
	return x
}

func (f *fn) floatToInt(x js.Expr, b rep) js.Expr {
	t := js.Code{Text: "Math.trunc($0)", Args: []js.Expr{x}, Prec: js.CallLevel}
	if b.wide() {
		return f.exact(b, t, false)
	}
	return wrap(b, t)
}

func (f *fn) toWide(x js.Expr, a, b rep) js.Expr {
	if b == repUint && !a.unsigned() {
		return f.callLib("$uint", x)
	}
	return x
}

// narrow converts between integers of which b has at most 32 bits.
func narrow(x js.Expr, a, b rep) js.Expr {
	if a.small() {
		alo, ahi := a.limits()
		blo, bhi := b.limits()
		if alo >= blo && ahi <= bhi {
			return x
		}
	}
	return wrap(b, x)
}
