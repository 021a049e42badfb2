package lower

import (
	"go/ast"
	"go/types"

	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
)

// builtin lowers a call of a built-in function.
func (f *fn) builtin(name string, e *ast.CallExpr) js.Expr {
	if x := f.builtinOfTuple(name, e); x != nil {
		return x
	}
	switch name {
	case "len", "cap":
		return f.length(name, e)
	case "append":
		return f.appendTo(e)
	case "copy":
		return f.copyTo(e)
	case "delete":
		return f.deleteKey(e)
	case "make":
		return f.makeValue(e)
	case "new":
		return f.newPointer(e)
	case "panic":
		return f.callLib("$panic", f.to(e.Args[0], types.NewInterfaceType(nil, nil)))
	case "recover":
		f.recovers = true
		return f.callLib("$recover", js.Ident{Name: "$rc"})
	}
	return f.builtinRest(name, e)
}

func (f *fn) builtinRest(name string, e *ast.CallExpr) js.Expr {
	switch name {
	case "print", "println":
		return f.printed(name, e)
	case "min", "max":
		return f.extreme(name, e)
	case "complex", "real", "imag":
		return f.complexPart(name, e)
	case "clear":
		return f.clear(e)
	case "close":
		return f.callLib("$close", f.expr(e.Args[0]))
	}
	f.refuse(e, diag.Construct, name+" is not available in browser code", "")
	return nil
}

func (f *fn) length(name string, e *ast.CallExpr) js.Expr {
	t := f.typ(e.Args[0])
	x := f.expr(e.Args[0])
	if p := pointee(t); p != nil {
		t = p
	}
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return js.Dot{X: x, Name: name[:1]}
	case *types.Array:
		return js.Binary{Op: ",", X: x, Y: number(u.Len())}
	case *types.Map:
		return js.Binary{Op: "??", X: js.Dot{X: x, Name: "size", Optional: true}, Y: js.Lit{Text: "0"}}
	case *types.Chan:
		return f.callLib(map[string]string{"len": "$chanLen", "cap": "$chanCap"}[name], x)
	}
	return js.Dot{X: x, Name: "length"}
}

func (f *fn) appendTo(e *ast.CallExpr) js.Expr {
	t := f.typ(e)
	elem := t.Underlying().(*types.Slice).Elem()
	s := f.to(e.Args[0], t)
	if len(e.Args) == 1 {
		return s
	}
	if e.Ellipsis.IsValid() {
		return f.appendAll(s, e.Args[1], elem)
	}
	if len(e.Args) == 2 {
		return f.callLib("$append", s, f.kind(elem), f.to(e.Args[1], elem))
	}
	var list []js.Expr
	for _, a := range e.Args[1:] {
		list = append(list, f.to(a, elem))
	}
	return f.callLib("$appendAll", s, f.kind(elem), f.callLib("$slice", js.Array{Elems: list}))
}

func (f *fn) appendAll(s js.Expr, e ast.Expr, elem types.Type) js.Expr {
	x := f.expr(e)
	if f.info.Types[e].IsNil() {
		return s
	}
	if repOf(f.typ(e)) == repString {
		x = f.callLib("$stringToBytes", x)
	}
	return f.callLib("$appendAll", s, f.kind(elem), x)
}

func (f *fn) copyTo(e *ast.CallExpr) js.Expr {
	dst := f.expr(e.Args[0])
	src := f.expr(e.Args[1])
	if repOf(f.typ(e.Args[1])) == repString {
		src = f.callLib("$stringToBytes", src)
	}
	elem := f.typ(e.Args[0]).Underlying().(*types.Slice).Elem()
	if f.isValue(elem) {
		return f.callLib("$copy", dst, src, f.kind(elem))
	}
	return f.callLib("$copy", dst, src)
}

func (f *fn) deleteKey(e *ast.CallExpr) js.Expr {
	u := f.typ(e.Args[0]).Underlying().(*types.Map)
	return js.Call{Fn: js.Dot{X: f.expr(e.Args[0]), Name: "delete", Optional: true}, Args: []js.Expr{f.to(e.Args[1], u.Key())}}
}

func (f *fn) makeValue(e *ast.CallExpr) js.Expr {
	t := f.typ(e)
	var sizes []js.Expr
	for _, a := range e.Args[1:] {
		sizes = append(sizes, f.indexNumber(a))
	}
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return f.callLib("$make", append([]js.Expr{f.kind(u.Elem())}, sizes...)...)
	case *types.Map:
		return f.newMap(u)
	case *types.Chan:
		return f.newChan(u, sizes)
	}
	f.refuse(e, diag.Construct, "make of "+t.String()+" is not translated", "")
	return nil
}

func (f *fn) newChan(u *types.Chan, sizes []js.Expr) js.Expr {
	n := number(0)
	if len(sizes) > 0 {
		n = sizes[0]
	}
	zero := js.Func{Arrow: true, Body: []js.Stmt{js.Return{X: f.zero(u.Elem())}}}
	return f.callLib("$makeChan", n, zero)
}

func (f *fn) newPointer(e *ast.CallExpr) js.Expr {
	t := pointee(f.typ(e))
	x := f.zero(t)
	if !f.info.Types[e.Args[0]].IsType() {
		x = f.to(e.Args[0], t)
	}
	if f.isValue(t) {
		return x
	}
	return js.New{Class: f.lib("$Box"), Args: []js.Expr{x}}
}

func (f *fn) printed(name string, e *ast.CallExpr) js.Expr {
	var list []js.Expr
	for _, a := range e.Args {
		list = append(list, f.printedArg(a))
	}
	return f.callLib("$"+name, list...)
}

func (f *fn) printedArg(e ast.Expr) js.Expr {
	t := types.Default(f.typ(e))
	x := f.to(e, t)
	bits := number(64)
	if b, ok := t.Underlying().(*types.Basic); ok && (basicKinds[b.Kind()] == kindFloat32 || basicKinds[b.Kind()] == kindComplex64) {
		bits = number(32)
	}
	switch r := repOf(t); {
	case r.float():
		return f.callLib("$printFloat", x, bits)
	case r == repComplex:
		return f.callLib("$printComplex", x, bits)
	case r != repOther:
		return x
	case isSlice(t):
		return f.callLib("$printSlice", x)
	case isInterface(t):
		return f.callLib("$printInterface", x)
	}
	return f.callLib("$printPointer", x)
}

func (f *fn) extreme(name string, e *ast.CallExpr) js.Expr {
	t := f.typ(e)
	var list []js.Expr
	for _, a := range e.Args {
		list = append(list, f.to(a, t))
	}
	if len(list) == 1 {
		return list[0]
	}
	if r := repOf(t); r != repString && !r.big() {
		return js.Call{Fn: js.Ident{Name: "Math." + name}, Args: list}
	}
	return f.callLib("$"+name, list...)
}

func (f *fn) complexPart(name string, e *ast.CallExpr) js.Expr {
	if name != "complex" {
		return js.Dot{X: f.expr(e.Args[0]), Name: map[string]string{"real": "re", "imag": "im"}[name]}
	}
	part := types.Typ[types.Float64]
	if basicKinds[f.typ(e).Underlying().(*types.Basic).Kind()] == kindComplex64 {
		part = types.Typ[types.Float32]
	}
	return js.New{Class: f.lib("$Complex"), Args: []js.Expr{f.to(e.Args[0], part), f.to(e.Args[1], part)}}
}

func (f *fn) clear(e *ast.CallExpr) js.Expr {
	x := f.expr(e.Args[0])
	if u, ok := f.typ(e.Args[0]).Underlying().(*types.Slice); ok {
		return f.callLib("$clear", x, f.kind(u.Elem()))
	}
	return js.Call{Fn: js.Dot{X: x, Name: "clear", Optional: true}}
}

// builtinOfTuple lowers append(f()) where f has several results, nil if e is
// nothing like that.
func (f *fn) builtinOfTuple(name string, e *ast.CallExpr) js.Expr {
	if len(e.Args) != 1 || f.info.Types[e.Args[0]].IsType() {
		return nil
	}
	t, ok := f.typ(e.Args[0]).(*types.Tuple)
	if !ok {
		return nil
	}
	names := js.Array{}
	whole := *e
	whole.Args = nil
	f.info.Types[&whole] = f.info.Types[e]
	for i := range t.Len() {
		x := f.temp()
		names.Elems = append(names.Elems, x)
		whole.Args = append(whole.Args, f.standInType(t.At(i).Type(), x.Name, e))
	}
	return js.Binary{Op: ",", X: js.Assign{Op: "=", X: names, Y: f.expr(e.Args[0])}, Y: f.builtin(name, &whole)}
}

func (f *fn) standInType(t types.Type, name string, at ast.Node) ast.Expr {
	id := &ast.Ident{Name: name, NamePos: at.Pos()}
	f.info.Uses[id] = types.NewVar(at.Pos(), f.pkg.Types, name, t)
	f.info.Types[id] = types.TypeAndValue{Type: t}
	return id
}
