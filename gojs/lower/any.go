package lower

import (
	"go/ast"
	"go/constant"
	"go/types"

	"github.com/omg-go/omg/gojs/js"
)

// An argument of type any goes to the page as what its own type says, so that
// nothing is put into an interface to be taken out again.

// anyArg lowers an argument for a parameter of type any.
func (f *fn) anyArg(e ast.Expr) js.Expr {
	tv := f.info.Types[e]
	if tv.IsNil() {
		return null()
	}
	if tv.Value != nil && tv.Value.Kind() == constant.String {
		return js.Text{Value: constant.StringVal(tv.Value)}
	}
	t := types.Default(f.typ(e))
	if lit, ok := ast.Unparen(e).(*ast.CompositeLit); ok {
		if x := f.anyLiteral(lit, t); x != nil {
			return x
		}
	}
	if f.isHandler(t) {
		return f.toPage(f.quietFunc(e), t, e)
	}
	if !f.hasCounterpart(t) {
		return f.callLib("$of", f.to(e, types.NewInterfaceType(nil, nil)))
	}
	return f.counterpart(f.to(e, t), t)
}

// anyLiteral makes an object of a map literal and an array of a slice literal.
func (f *fn) anyLiteral(e *ast.CompositeLit, t types.Type) js.Expr {
	switch u := t.Underlying().(type) {
	case *types.Map:
		if repOf(u.Key()) == repString {
			return f.objectLiteral(e)
		}
	case *types.Slice:
		var list []js.Expr
		for _, x := range e.Elts {
			if _, indexed := x.(*ast.KeyValueExpr); indexed || elided(x) {
				return nil
			}
			list = append(list, f.anyArg(x))
		}
		return js.Array{Elems: list}
	}
	return nil
}

func (f *fn) objectLiteral(e *ast.CompositeLit) js.Expr {
	var props []js.Prop
	for _, x := range e.Elts {
		kv := x.(*ast.KeyValueExpr)
		key := f.info.Types[kv.Key].Value
		if key == nil || elided(kv.Value) || constant.StringVal(key) == "__proto__" {
			return nil
		}
		props = append(props, js.Prop{Key: propertyKey(constant.StringVal(key)), Value: f.anyArg(kv.Value)})
	}
	return js.Object{Props: props}
}

// elided reports whether an element is a literal without its type.
func elided(e ast.Expr) bool {
	lit, ok := e.(*ast.CompositeLit)
	return ok && lit.Type == nil
}

// isHandler reports whether t is func() or a function of one thing of the page.
func (f *fn) isHandler(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || sig.Results().Len() > 0 || sig.Params().Len() > 1 {
		return false
	}
	return sig.Params().Len() == 0 || f.p.isOpaque(sig.Params().At(0).Type())
}

// hasCounterpart reports whether all values of t are known to the page.
func (f *fn) hasCounterpart(t types.Type) bool {
	if f.p.isOpaque(t) || recursive(t) {
		return f.p.isOpaque(t)
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return repOf(t) != repOther && repOf(t) != repComplex
	case *types.Slice:
		return f.hasCounterpart(u.Elem())
	case *types.Map:
		return repOf(u.Key()) == repString && f.hasCounterpart(u.Elem())
	case *types.Interface:
		return u.NumMethods() == 0
	}
	return false
}

// counterpart converts x, of type t, to what the page has for it.
func (f *fn) counterpart(x js.Expr, t types.Type) js.Expr {
	if f.p.isOpaque(t) {
		return x
	}
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return f.callLib("$listOf", append([]js.Expr{x}, f.wireFunc(u.Elem(), f.counterpart)...)...)
	case *types.Map:
		return f.callLib("$objectOf", append([]js.Expr{x}, f.wireFunc(u.Elem(), f.counterpart)...)...)
	case *types.Interface:
		return f.callLib("$of", x)
	}
	if r := repOf(t); r.wide() || r.small() {
		return f.toNumber(x, t, types.Typ[types.Float64])
	}
	return f.toPage(x, t, nil)
}
