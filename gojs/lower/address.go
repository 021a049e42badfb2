package lower

import (
	"go/ast"
	"go/types"

	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
)

// address lowers &e.
func (f *fn) address(e ast.Expr) js.Expr {
	e = ast.Unparen(e)
	t := f.typ(e)
	if f.isValue(t) {
		return f.expr(e) // the object is its own pointer
	}
	switch e := e.(type) {
	case *ast.CompositeLit:
		return js.New{Class: f.lib("$Box"), Args: []js.Expr{f.expr(e)}}
	case *ast.Ident:
		return f.box(e)
	case *ast.StarExpr:
		return f.callLib("$notNil", f.expr(e.X))
	case *ast.IndexExpr:
		return f.addressOfElement(e)
	case *ast.SelectorExpr:
		return f.addressOfField(e)
	}
	f.refuse(e, diag.Construct, "the address of this expression is not translated", "")
	return nil
}

// box returns the $Box of a variable.
func (f *fn) box(e *ast.Ident) js.Expr {
	v := f.info.ObjectOf(e).(*types.Var)
	f.border(v, e)
	if isGlobal(v) {
		return f.global(v)
	}
	return js.Ident{Name: localName(v)}
}

func (f *fn) addressOfElement(e *ast.IndexExpr) js.Expr {
	i := f.indexNumber(e.Index)
	if isSlice(f.typ(e.X)) {
		return f.callLib("$elementPointer", f.expr(e.X), i)
	}
	return f.callLib("$arrayPointer", f.expr(e.X), i)
}

func (f *fn) addressOfField(e *ast.SelectorExpr) js.Expr {
	sel := f.info.Selections[e]
	if sel == nil {
		return f.global(f.info.Uses[e.Sel].(*types.Var))
	}
	obj, name := f.fieldPlace(e)
	return f.callLib("$fieldPointer", obj, js.Str{Value: name})
}

// fieldPlace returns the object that holds the field e, and its property.
func (f *fn) fieldPlace(e *ast.SelectorExpr) (js.Expr, string) {
	t := f.typ(e.X)
	_, index, _ := types.LookupFieldOrMethod(t, true, f.pkg.Types, e.Sel.Name)
	x, t := f.walk(f.expr(e.X), t, index[:len(index)-1])
	return x, fieldName(structUnder(t), index[len(index)-1])
}

func structUnder(t types.Type) *types.Struct {
	if e := pointee(t); e != nil {
		t = e
	}
	return t.Underlying().(*types.Struct)
}

// walk follows embedded fields from x.
func (f *fn) walk(x js.Expr, t types.Type, index []int) (js.Expr, types.Type) {
	for _, i := range index {
		st := structUnder(t)
		holder := t
		if e := pointee(t); e != nil {
			holder = e
		}
		if !f.p.isOpaque(holder) {
			x = js.Dot{X: x, Name: fieldName(st, i)}
		}
		t = st.Field(i).Type()
	}
	return x, t
}

// selector lowers x.f, pkg.V, a method value or a method expression.
func (f *fn) selector(e *ast.SelectorExpr) js.Expr {
	sel := f.info.Selections[e]
	if sel == nil {
		return f.qualified(e)
	}
	switch sel.Kind() {
	case types.MethodVal:
		return f.methodValue(e, nil)
	case types.MethodExpr:
		return f.methodExpr(e)
	}
	return f.field(e)
}

func (f *fn) field(e *ast.SelectorExpr) js.Expr {
	f.borderField(e)
	t := f.typ(e.X)
	_, index, _ := types.LookupFieldOrMethod(t, true, f.pkg.Types, e.Sel.Name)
	x, _ := f.walk(f.expr(e.X), t, index)
	return x
}

func (f *fn) qualified(e *ast.SelectorExpr) js.Expr {
	switch o := f.info.Uses[e.Sel].(type) {
	case *types.Var:
		f.border(o, e)
		if x := f.pageVar(o, e); x != nil {
			return x
		}
		return f.variable(o)
	case *types.Func:
		return f.functionValue(e)
	}
	f.refuse(e, diag.Construct, e.Sel.Name+" is not a value", "")
	return nil
}
