package lower

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strconv"
	"strings"

	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
)

// pageCall puts a template in place of a call.
func (f *fn) pageCall(c callee, e *ast.CallExpr) js.Expr {
	var args []js.Expr
	if c.recv != nil {
		args = append(args, c.recv)
	}
	sig := c.sig
	for i, a := range e.Args {
		if i == len(e.Args)-1 && e.Ellipsis.IsValid() {
			t := sig.Params().At(i).Type()
			args = append(args, js.Spread{X: f.toPage(f.to(a, t), t, a)})
			continue
		}
		args = append(args, f.pageArg(a, paramType(sig, i)))
	}
	return f.instance(c.page, args, sig, e)
}

// paramType returns the type of the i-th argument of a call.
func paramType(sig *types.Signature, i int) types.Type {
	if n := sig.Params().Len(); sig.Variadic() && i >= n-1 {
		return sig.Params().At(n - 1).Type().Underlying().(*types.Slice).Elem()
	}
	return sig.Params().At(i).Type()
}

// pageArg lowers an argument and converts it for the page. A function that
// goes to the page is not called by Go code, so it colours nothing.
func (f *fn) pageArg(e ast.Expr, t types.Type) js.Expr {
	if v := f.info.Types[e].Value; v != nil && v.Kind() == constant.String && repOf(t) == repString {
		return js.Text{Value: constant.StringVal(v)}
	}
	if isFunc(t) {
		return f.toPage(f.quietFunc(e), t, e)
	}
	if isAny(t) {
		return f.anyArg(e)
	}
	return f.toPage(f.to(e, t), t, e)
}

// quietFunc lowers a function value that Go code will not call.
func (f *fn) quietFunc(e ast.Expr) js.Expr {
	switch x := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		return f.funcLit(x, f.litNode(x))
	case *ast.Ident, *ast.SelectorExpr:
		if fn, args := f.staticFunc(x); fn != nil && f.p.template(fn) == nil {
			if !f.borderFunc(fn, e) {
				return null()
			}
			name := f.p.funcSymbol(f, fn, args, e)
			f.escapes(name, f.typ(e).Underlying().(*types.Signature))
			return js.Ident{Name: name}
		}
		if id, ok := x.(*ast.Ident); ok {
			if v, ok := f.info.ObjectOf(id).(*types.Var); ok {
				return f.variable(v)
			}
		}
	}
	return f.expr(e)
}

// instance fills a template and converts its result.
func (f *fn) instance(t *template, args []js.Expr, sig *types.Signature, at ast.Node) js.Expr {
	for _, h := range t.helpers {
		f.helper(h, at)
	}
	text := t.text
	if t.variadic {
		text, args = spreadHoles(text, args, t)
	}
	args, setup := f.fill(t, args)
	x := js.Expr(js.Code{Text: text, Args: args, Prec: t.prec})
	if sig.Results().Len() == 1 {
		x = f.fromPage(x, sig.Results().At(0).Type(), at)
	}
	return setup(x)
}

// spreadHoles writes $... as the holes that no number names.
func spreadHoles(text string, args []js.Expr, t *template) (string, []js.Expr) {
	var list []string
	for i := len(t.uses); i < len(args); i++ {
		list = append(list, "$"+strconv.Itoa(i))
	}
	return strings.ReplaceAll(text, "$...", strings.Join(list, ", ")), args
}

// fill makes temporaries of operands that occur more than once; those before
// them too, so that the order of evaluation stays.
func (f *fn) fill(t *template, args []js.Expr) ([]js.Expr, func(js.Expr) js.Expr) {
	last := -1
	for i, n := range t.uses {
		if n != 1 && i < len(args) && !repeatable(args[i]) {
			last = i
		}
	}
	var steps []js.Expr
	out := append([]js.Expr{}, args...)
	for i := 0; i <= last; i++ {
		if _, text := args[i].(js.Text); text || repeatable(args[i]) {
			continue
		}
		tmp := f.temp()
		steps = append(steps, js.Assign{Op: "=", X: tmp, Y: args[i]})
		out[i] = tmp
	}
	return out, func(x js.Expr) js.Expr {
		for i := len(steps) - 1; i >= 0; i-- {
			x = js.Binary{Op: ",", X: steps[i], Y: x}
		}
		return x
	}
}

// helper fetches a section of a package's own *_omg.js file.
func (f *fn) helper(name string, at ast.Node) {
	if !f.p.library(name) {
		f.refuse(at, diag.BadDirective, "no file *_omg.js declares "+name, "declare it, or correct the template")
	}
	f.sym.need(name)
}

// toPage converts x, of type t, for the page.
func (f *fn) toPage(x js.Expr, t types.Type, at ast.Node) js.Expr {
	if f.p.isOpaque(t) {
		return x
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		if repOf(t) == repString {
			return f.textOf(x)
		}
		if repOf(t).big() {
			return js.Code{Text: "Number($0)", Args: []js.Expr{x}, Prec: js.CallLevel}
		}
	case *types.Slice:
		if repOf(u.Elem()) == repU8 {
			return f.callLib("$viewOf", x)
		}
		return f.callLib("$listOf", append([]js.Expr{x}, f.converter(u.Elem(), f.toPage)...)...)
	case *types.Signature:
		return f.funcToPage(x, u, at)
	case *types.Interface:
		return f.callLib("$of", x)
	}
	return x
}

func (f *fn) textOf(x js.Expr) js.Expr {
	if s, ok := x.(js.Str); ok {
		return js.Text{Value: s.Value}
	}
	return f.callLib("$text", x)
}

// converter returns a function that converts elements, nothing if they stay
// as they are.
func (f *fn) converter(t types.Type, how func(js.Expr, types.Type, ast.Node) js.Expr) []js.Expr {
	x := js.Ident{Name: "x"}
	y := how(x, t, nil)
	if y == js.Expr(x) {
		return nil
	}
	return []js.Expr{js.Func{Arrow: true, Params: []string{"x"}, Body: []js.Stmt{js.Return{X: y}}}}
}

// funcToPage wraps a function whose parameters or result need conversion; the
// same function gives the same wrapper.
func (f *fn) funcToPage(x js.Expr, sig *types.Signature, at ast.Node) js.Expr {
	params, args, changed := f.convertParams(sig, f.fromPage)
	if sig.Results().Len() == 1 {
		r := js.Ident{Name: "r"}
		if y := f.toPage(r, sig.Results().At(0).Type(), at); y != js.Expr(r) {
			changed = true
		}
	}
	if !changed {
		return x
	}
	call := js.Expr(js.Call{Fn: js.Ident{Name: "f"}, Args: args})
	if sig.Results().Len() == 1 {
		call = f.toPage(call, sig.Results().At(0).Type(), at)
	}
	inner := js.Func{Arrow: true, Params: params, Body: []js.Stmt{js.Return{X: call}}}
	return f.callLib("$funcToPage", x, js.Func{Arrow: true, Params: []string{"f"}, Body: []js.Stmt{js.Return{X: inner}}})
}

func (f *fn) convertParams(sig *types.Signature, how func(js.Expr, types.Type, ast.Node) js.Expr) ([]string, []js.Expr, bool) {
	var params []string
	var args []js.Expr
	changed := false
	for i := range sig.Params().Len() {
		name := "a" + strconv.Itoa(i)
		x := js.Ident{Name: name}
		y := how(x, sig.Params().At(i).Type(), nil)
		changed = changed || y != js.Expr(x)
		params, args = append(params, name), append(args, y)
	}
	return params, args, changed
}

// fromPage converts x, which the page gave, to a value of type t.
func (f *fn) fromPage(x js.Expr, t types.Type, at ast.Node) js.Expr {
	if f.p.isOpaque(t) {
		return x
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		if repOf(t) == repString {
			return f.callLib("$bytes", x)
		}
		if repOf(t).big() {
			return js.Code{Text: "BigInt(Math.trunc($0))", Args: []js.Expr{x}, Prec: js.CallLevel}
		}
	case *types.Slice:
		if repOf(u.Elem()) == repU8 {
			return f.callLib("$slice", x)
		}
		return f.callLib("$listFrom", append([]js.Expr{x, f.kind(u.Elem())}, f.converter(u.Elem(), f.fromPage)...)...)
	case *types.Interface:
		return f.callLib("$anyFromPage", x)
	}
	return x
}

// pageVar lowers a package variable that has a template, nil for any other.
func (f *fn) pageVar(v *types.Var, at ast.Node) js.Expr {
	m := f.p.markOf(v)
	if m.js == "" {
		return nil
	}
	return f.fromPage(js.Code{Text: m.js, Prec: js.Comma}, f.subst(v.Type()), at)
}

// pageBound lowers a method value x.M of the page: the receiver is fixed now.
func (f *fn) pageBound(c callee, e *ast.SelectorExpr) js.Expr {
	r := js.Ident{Name: "r"}
	bound := c
	bound.recv = r
	fn := f.pageFunc(bound, f.typ(e).Underlying().(*types.Signature), false, e)
	make := js.Func{Arrow: true, Params: []string{"r"}, Body: []js.Stmt{js.Return{X: fn}}}
	return js.Call{Fn: make, Args: []js.Expr{c.recv}}
}

// pageFunc makes a function of a template. With method, the first parameter
// is the receiver.
func (f *fn) pageFunc(c callee, sig *types.Signature, method bool, at ast.Node) js.Expr {
	g := f.closure(f.node)
	var params []string
	var args []js.Expr
	if c.recv != nil && !method {
		args = append(args, c.recv)
	}
	for i := range sig.Params().Len() {
		name := "a" + strconv.Itoa(i)
		params = append(params, name)
		arg := g.toPage(js.Ident{Name: name}, sig.Params().At(i).Type(), at)
		if sig.Variadic() && i == sig.Params().Len()-1 {
			arg = js.Spread{X: arg}
		}
		args = append(args, arg)
	}
	x := g.instance(c.page, args, sig, at)
	body := append(g.head(), js.Return{X: x})
	return js.Func{Arrow: true, Params: params, Body: body}
}

// postponedPage wraps a template whose operands are evaluated now.
func (f *fn) postponedPage(c callee, e *ast.CallExpr) []js.Expr {
	fn := f.pageFunc(callee{page: c.page, node: c.node}, withReceiver(c), c.recv != nil, e)
	list := []js.Expr{fn}
	if c.recv != nil {
		list = append(list, c.recv)
	}
	for i, a := range e.Args {
		list = append(list, f.to(a, paramType(c.sig, i)))
	}
	return list
}

// withReceiver returns the signature of a method with its receiver as first parameter.
func withReceiver(c callee) *types.Signature {
	recv := c.sig.Recv()
	if c.recv == nil || recv == nil {
		return c.sig
	}
	vars := []*types.Var{types.NewParam(0, nil, "r", recv.Type())}
	for i := range c.sig.Params().Len() {
		vars = append(vars, c.sig.Params().At(i))
	}
	return types.NewSignatureType(nil, nil, nil, types.NewTuple(vars...), c.sig.Results(), c.sig.Variadic())
}
