package lower

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"math"
)

const maxInt = 1<<53 - 1

// bounds is a range of integers that a value surely lies in.
type bounds struct{ lo, hi float64 }

var (
	anyInt  = bounds{-maxInt, maxInt}
	anyUint = bounds{0, maxInt}
	length  = bounds{0, 1 << 40}
)

func (b bounds) meet(c bounds) bounds { return bounds{max(b.lo, c.lo), min(b.hi, c.hi)} }

// staysSmall reports whether the result of e cannot leave 53 bits.
func (f *fn) staysSmall(e *ast.BinaryExpr) bool {
	if !repOf(f.typ(e)).wide() {
		return false
	}
	b := combine(e.Op, f.bounds(e.X), f.bounds(e.Y))
	if repOf(f.typ(e)) == repUint && b.lo < 0 {
		return false
	}
	return b.lo >= -maxInt && b.hi <= maxInt
}

func combine(op token.Token, x, y bounds) bounds {
	switch op {
	case token.ADD:
		return bounds{x.lo + y.lo, x.hi + y.hi}
	case token.SUB:
		return bounds{x.lo - y.hi, x.hi - y.lo}
	case token.MUL:
		p := []float64{x.lo * y.lo, x.lo * y.hi, x.hi * y.lo, x.hi * y.hi}
		return bounds{min(p[0], p[1], p[2], p[3]), max(p[0], p[1], p[2], p[3])}
	}
	return bounds{math.Inf(-1), math.Inf(1)}
}

// bounds returns a range in which an integer expression lies.
func (f *fn) bounds(e ast.Expr) bounds {
	e = ast.Unparen(e)
	if v := f.info.Types[e].Value; v != nil {
		if n, exact := constant.Float64Val(constant.ToFloat(v)); exact {
			return bounds{n, n}
		}
		return anyInt
	}
	switch e := e.(type) {
	case *ast.Ident:
		if v, ok := f.info.ObjectOf(e).(*types.Var); ok {
			if b, ok := f.counters[v]; ok {
				return b
			}
		}
	case *ast.CallExpr:
		return f.boundsOfCall(e)
	case *ast.BinaryExpr:
		return f.boundsOfBinary(e)
	}
	return f.boundsOfType(f.typ(e))
}

func (f *fn) boundsOfType(t types.Type) bounds {
	switch r := repOf(t); {
	case r.small():
		lo, hi := r.limits()
		return bounds{lo, hi}
	case r == repUint:
		return anyUint
	}
	return anyInt
}

func (f *fn) boundsOfCall(e *ast.CallExpr) bounds {
	if tv := f.info.Types[e.Fun]; tv.IsType() && len(e.Args) == 1 && repOf(f.typ(e.Args[0])).small() && repOf(f.typ(e)).wide() {
		return f.bounds(e.Args[0])
	}
	if id, ok := ast.Unparen(e.Fun).(*ast.Ident); ok {
		if b, ok := f.info.Uses[id].(*types.Builtin); ok && (b.Name() == "len" || b.Name() == "cap") {
			return length
		}
	}
	return f.boundsOfType(f.typ(e))
}

func (f *fn) boundsOfBinary(e *ast.BinaryExpr) bounds {
	whole := f.boundsOfType(f.typ(e))
	x, y := f.bounds(e.X), f.bounds(e.Y)
	switch e.Op {
	case token.ADD, token.SUB, token.MUL:
		return combine(e.Op, x, y).meet(whole)
	case token.REM:
		m := max(math.Abs(y.lo), math.Abs(y.hi)) - 1
		if x.lo >= 0 {
			return bounds{0, min(m, x.hi)}
		}
		return bounds{-m, m}
	case token.AND:
		if y.lo == y.hi && y.lo >= 0 {
			return bounds{0, y.hi}
		}
	case token.QUO, token.SHR:
		m := max(math.Abs(x.lo), math.Abs(x.hi))
		return bounds{max(-m, whole.lo), min(m, whole.hi)}
	}
	return whole
}
