package lower

import (
	"go/ast"
	"go/constant"
	"go/types"
	"math"
	"strconv"

	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
)

// constant lowers a constant of type t.
func (f *fn) constant(v constant.Value, t types.Type, e ast.Expr) js.Expr {
	if isInterface(t) {
		return f.constantInterface(v, t, e)
	}
	switch r := repOf(t); {
	case r == repString:
		return js.Str{Value: constant.StringVal(v)}
	case r == repBool:
		return js.Lit{Text: strconv.FormatBool(constant.BoolVal(v))}
	case r.big():
		return js.Lit{Text: constant.ToInt(v).ExactString() + "n"}
	case r.integer():
		return f.constantInt(v, e)
	case r == repF32:
		x, _ := constant.Float32Val(constant.ToFloat(v))
		return floatLiteral(float64(x))
	case r == repF64:
		x, _ := constant.Float64Val(constant.ToFloat(v))
		return floatLiteral(x)
	case r == repComplex:
		return f.constantComplex(v, t)
	}
	f.refuse(e, diag.Construct, "constant of type "+t.String()+" is not translated", "")
	return nil
}

func (f *fn) constantInterface(v constant.Value, t types.Type, e ast.Expr) js.Expr {
	from := types.Default(f.info.TypeOf(e))
	if isInterface(from) {
		from = types.Default(f.kindOf(v))
	}
	return f.convert(f.constant(v, from, e), from, t, e)
}

func (f *fn) kindOf(v constant.Value) types.Type {
	switch v.Kind() {
	case constant.Bool:
		return types.Typ[types.Bool]
	case constant.String:
		return types.Typ[types.String]
	case constant.Int:
		return types.Typ[types.Int]
	case constant.Float:
		return types.Typ[types.Float64]
	}
	return types.Typ[types.Complex128]
}

func (f *fn) constantInt(v constant.Value, e ast.Expr) js.Expr {
	v = constant.ToInt(v)
	if n, exact := constant.Int64Val(v); !f.p.options.Program && !f.pkg.Std && (!exact || n > maxInt || n < -maxInt) {
		f.complain(e, diag.BigConstant, "the constant "+v.ExactString()+" has more than 53 bits", "use int64 or uint64")
	}
	return js.Lit{Text: v.ExactString()}
}

func (f *fn) constantComplex(v constant.Value, t types.Type) js.Expr {
	re, _ := constant.Float64Val(constant.Real(v))
	im, _ := constant.Float64Val(constant.Imag(v))
	if basicKinds[t.Underlying().(*types.Basic).Kind()] == kindComplex64 {
		re, im = float64(float32(re)), float64(float32(im))
	}
	return js.New{Class: f.lib("$Complex"), Args: []js.Expr{floatLiteral(re), floatLiteral(im)}}
}

func floatLiteral(x float64) js.Expr {
	switch {
	case math.IsInf(x, 1):
		return js.Lit{Text: "Infinity"}
	case math.IsInf(x, -1):
		return js.Lit{Text: "-Infinity"}
	}
	return js.Lit{Text: strconv.FormatFloat(x, 'g', -1, 64)}
}

// small returns the value of a constant below 2^31 that is not negative.
func small(v constant.Value) (int64, bool) {
	if v == nil {
		return 0, false
	}
	v = constant.ToInt(v)
	if v.Kind() != constant.Int {
		return 0, false
	}
	n, exact := constant.Int64Val(v)
	return n, exact && n >= 0 && n < 1<<31
}
