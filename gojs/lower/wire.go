package lower

import (
	"go/types"
	"reflect"
	"regexp"

	"github.com/omg-go/omg/gojs/js"
)

// What crosses is converted by code that is written for its type, so that a
// function brings no more of the runtime than its types need. A struct has a
// function for each direction, named after its class.
const (
	fromSuffix = "$$from"
	toSuffix   = "$$to"
)

// fromWire converts a decoded value of the page's runtime to one of type t.
// What an object of the page lacks is undefined: it becomes a zero value, or stays
// undefined, which a constructor takes as one.
func (f *fn) fromWire(x js.Expr, t types.Type) js.Expr {
	switch r := repOf(t); {
	case f.p.isOpaque(t):
		return x
	case r == repString:
		return f.callLib("$bytes", x)
	case r.big():
		return js.Code{Text: "BigInt($0 ?? 0)", Args: []js.Expr{x}, Prec: js.CallLevel}
	case r != repOther:
		return x
	}
	if recursive(t) {
		return js.Call{Fn: f.wireSymbol(t, fromSuffix), Args: []js.Expr{x}}
	}
	return f.partsFromWire(x, t)
}

func (f *fn) partsFromWire(x js.Expr, t types.Type) js.Expr {
	switch u := t.Underlying().(type) {
	case *types.Signature:
		return f.funcFromWire(x, u)
	case *types.Slice:
		if repOf(u.Elem()) == repU8 {
			return f.callLib("$bytesFromWire", x)
		}
		return f.callLib("$listFromWire", append([]js.Expr{x, f.kind(u.Elem())}, f.wireFunc(u.Elem(), f.fromWire)...)...)
	case *types.Array:
		return f.arrayFromWire(x, u)
	case *types.Map:
		return f.callLib("$orNull", x, js.Func{Arrow: true, Params: []string{"x"}, Body: []js.Stmt{js.Return{X: f.mapFromWire(js.Ident{Name: "x"}, u)}}})
	case *types.Pointer:
		if IsMirrored(u.Elem()) {
			return f.callLib("$twinFromWire", x, f.class(u.Elem()), js.Str{Value: f.p.display(u.Elem())})
		}
		return f.callLib("$orNull", x, f.pointerFromWire(u.Elem()))
	}
	return f.callLib("$anyFromWire", x)
}

func (f *fn) arrayFromWire(x js.Expr, u *types.Array) js.Expr {
	class := "Array"
	if name := typedArray(u.Elem()); name != "" {
		class = name
	}
	args := append([]js.Expr{js.Ident{Name: class}, x}, f.wireFunc(u.Elem(), f.fromWire)...)
	return f.callLib("$arrayFromWire", args...)
}

func (f *fn) mapFromWire(x js.Expr, u *types.Map) js.Expr {
	return f.newMap(u, f.mappedPairs(x, u, f.fromWire))
}

// mappedPairs converts the pairs of a map, if they change.
func (f *fn) mappedPairs(x js.Expr, u *types.Map, how func(js.Expr, types.Type) js.Expr) js.Expr {
	k, e := js.Expr(js.Ident{Name: "k"}), js.Expr(js.Ident{Name: "e"})
	key, elem := how(k, u.Key()), how(e, u.Elem())
	if key == k && elem == e {
		return x
	}
	pair := js.Func{Arrow: true, Params: []string{"[k, e]"}, Body: []js.Stmt{js.Return{X: js.Array{Elems: []js.Expr{key, elem}}}}}
	return js.Call{Fn: js.Ident{Name: "Array.from"}, Args: []js.Expr{x, pair}}
}

func (f *fn) pointerFromWire(elem types.Type) js.Expr {
	if f.isValue(elem) {
		return f.wireFuncOf(elem, f.fromWire)
	}
	box := func(x js.Expr, t types.Type) js.Expr {
		return js.New{Class: f.lib("$Box"), Args: []js.Expr{f.fromWire(x, t)}}
	}
	return f.wireFuncOf(elem, box)
}

// toWire converts a value of type t to what the page's runtime encodes.
func (f *fn) toWire(x js.Expr, t types.Type) js.Expr {
	switch r := repOf(t); {
	case f.p.isOpaque(t):
		return x
	case r == repString:
		return f.callLib("$text", x)
	case r != repOther && r != repComplex:
		return x
	}
	if recursive(t) {
		return js.Call{Fn: f.wireSymbol(t, toSuffix), Args: []js.Expr{x}}
	}
	return f.partsToWire(x, t)
}

func (f *fn) partsToWire(x js.Expr, t types.Type) js.Expr {
	switch u := t.Underlying().(type) {
	case *types.Signature:
		return f.funcToWire(x, u)
	case *types.Slice:
		if repOf(u.Elem()) == repU8 {
			return f.callLib("$bytesToWire", x)
		}
		return f.callLib("$listToWire", append([]js.Expr{x}, f.wireFunc(u.Elem(), f.toWire)...)...)
	case *types.Array:
		return js.Call{Fn: js.Ident{Name: "Array.from"}, Args: append([]js.Expr{x}, f.wireFunc(u.Elem(), f.toWire)...)}
	case *types.Map:
		pairs := js.New{Class: js.Ident{Name: "Map"}, Args: []js.Expr{f.mappedPairs(js.Ident{Name: "x"}, u, f.toWire)}}
		return f.callLib("$orNull", x, js.Func{Arrow: true, Params: []string{"x"}, Body: []js.Stmt{js.Return{X: pairs}}})
	case *types.Pointer:
		if IsMirrored(u.Elem()) {
			return x
		}
		return f.callLib("$orNull", x, f.pointerToWire(u.Elem()))
	}
	return f.callLib("$anyToWire", x)
}

func (f *fn) pointerToWire(elem types.Type) js.Expr {
	if f.isValue(elem) {
		return f.wireFuncOf(elem, f.toWire)
	}
	return f.wireFuncOf(elem, func(x js.Expr, t types.Type) js.Expr { return f.toWire(js.Dot{X: x, Name: "v"}, t) })
}

// wireFunc returns the function that converts elements, nothing if they stay as
// they are.
func (f *fn) wireFunc(t types.Type, how func(js.Expr, types.Type) js.Expr) []js.Expr {
	if how(js.Ident{Name: "x"}, t) == js.Expr(js.Ident{Name: "x"}) {
		return nil
	}
	return []js.Expr{f.wireFuncOf(t, how)}
}

func (f *fn) wireFuncOf(t types.Type, how func(js.Expr, types.Type) js.Expr) js.Expr {
	x := js.Ident{Name: "x"}
	y := how(x, t)
	if c, ok := y.(js.Call); ok && len(c.Args) == 1 && c.Args[0] == js.Expr(x) {
		if _, named := c.Fn.(js.Ident); named {
			return c.Fn
		}
	}
	return js.Func{Arrow: true, Params: []string{"x"}, Body: []js.Stmt{js.Return{X: y}}}
}

// recursive reports whether the conversion of t is a function of its own: that
// of a struct, and of a type that is made of itself.
func recursive(t types.Type) bool {
	if _, ok := t.Underlying().(*types.Struct); ok {
		return true
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && madeOf(named.Underlying(), named, 0)
}

func madeOf(t types.Type, whole *types.Named, depth int) bool {
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj() == whole.Obj() || depth > 8 {
		return ok
	}
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return madeOf(u.Elem(), whole, depth+1)
	case *types.Array:
		return madeOf(u.Elem(), whole, depth+1)
	case *types.Pointer:
		return madeOf(u.Elem(), whole, depth+1)
	case *types.Map:
		return madeOf(u.Elem(), whole, depth+1)
	}
	return false
}

// wireSymbol returns the function that converts a type in one direction.
func (f *fn) wireSymbol(t types.Type, suffix string) js.Expr {
	name := f.p.unique("$w_", f.p.typeKey(t)) + suffix
	if f.p.isStruct(t) {
		name = f.className(t) + suffix
	}
	f.need(name)
	if f.p.symbols[name] == nil {
		f.p.wireSymbol(name, t, suffix)
	}
	return js.Ident{Name: name}
}

func (p *program) wireSymbol(name string, t types.Type, suffix string) {
	s := p.symbol(name, KindFunc)
	g := p.topLevel(s, p.anyPackage(), nil)
	s.Package = ""
	p.later(func() {
		g.guard(func() {
			param, body := g.wireBody(t, suffix)
			s.Body = []js.Stmt{js.FuncDecl{Func: js.Func{Name: name, Params: []string{param}, Body: []js.Stmt{js.Return{X: body}}}}}
		})
	})
}

// wireBody returns the parameter and the result of a conversion. A struct that is
// not there is one without fields.
func (f *fn) wireBody(t types.Type, suffix string) (param string, x js.Expr) {
	from, value := suffix == fromSuffix, js.Ident{Name: "x"}
	st, ok := t.Underlying().(*types.Struct)
	switch {
	case !ok && from:
		return "x", f.partsFromWire(value, t)
	case !ok:
		return "x", f.partsToWire(value, t)
	case isTime(t) && from:
		return "x", f.timeFromWire(value, t)
	case isTime(t):
		return "x", f.timeToWire(value, t)
	case from:
		return "x = {}", f.structFromWire(value, t, st)
	}
	return "x", f.structToWire(value, st)
}

func (f *fn) structFromWire(x js.Expr, t types.Type, st *types.Struct) js.Expr {
	args := make([]js.Expr, st.NumFields())
	for i := range args {
		if wire := wireField(st, i); wire != "" {
			args[i] = f.fromWire(property(x, wire), st.Field(i).Type())
			if isWide(st) {
				args[i] = f.orZero(args[i], st.Field(i).Type())
			}
		}
	}
	return f.newStruct(f.class(t), st, args)
}

// orZero is x, what fromWire makes of a field, or the zero value where that would
// stay undefined: nothing but a constructor takes undefined as one.
func (f *fn) orZero(x js.Expr, t types.Type) js.Expr {
	if _, array := t.Underlying().(*types.Array); array || f.p.isOpaque(t) || repOf(t) != repOther && repOf(t) != repString && !repOf(t).big() {
		return js.Binary{Op: "??", X: x, Y: f.zero(t)}
	}
	return x
}

func (f *fn) structToWire(x js.Expr, st *types.Struct) js.Expr {
	var props []js.Prop
	for i := range st.NumFields() {
		if wire := wireField(st, i); wire != "" {
			props = append(props, js.Prop{Key: propertyKey(wire), Value: f.toWire(js.Dot{X: x, Name: fieldName(st, i)}, st.Field(i).Type())})
		}
	}
	return js.Object{Props: props}
}

// wireField returns the name of a field on the wire, "" if it does not cross.
func wireField(st *types.Struct, i int) string {
	v := st.Field(i)
	if !v.Exported() {
		return ""
	}
	return wireName(reflect.StructTag(st.Tag(i)).Get("json"), v.Name())
}

var plainName = regexp.MustCompile(`^[A-Za-z_][A-Za-z_0-9]*$`)

func property(x js.Expr, name string) js.Expr {
	if plainName.MatchString(name) {
		return js.Dot{X: x, Name: name}
	}
	return js.Index{X: x, I: js.Text{Value: name}}
}

func propertyKey(name string) string {
	if plainName.MatchString(name) {
		return name
	}
	return js.PrintExpr(js.Text{Value: name})
}

// isTime reports whether t is time.Time, which crosses as a Date.
func isTime(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "time" && n.Obj().Name() == "Time"
}

func (f *fn) timeFromWire(x js.Expr, t types.Type) js.Expr {
	make := types.Unalias(t).(*types.Named).Obj().Pkg().Scope().Lookup("UnixMilli").(*types.Func)
	ms := js.Code{Text: "BigInt($0.getTime())", Args: []js.Expr{x}, Prec: js.CallLevel}
	return js.Cond{If: x, Then: js.Call{Fn: js.Ident{Name: f.p.funcSymbol(f, make, nil, nil)}, Args: []js.Expr{ms}}, Else: f.zero(t)}
}

func (f *fn) timeToWire(x js.Expr, t types.Type) js.Expr {
	ms := js.Call{Fn: f.milliseconds(t), Args: []js.Expr{x}}
	return js.Code{Text: "new Date(Number($0))", Args: []js.Expr{ms}, Prec: js.CallLevel}
}

// milliseconds returns the method UnixMilli of time.Time.
func (f *fn) milliseconds(t types.Type) js.Expr {
	method, _, _ := types.LookupFieldOrMethod(t, true, types.Unalias(t).(*types.Named).Obj().Pkg(), "UnixMilli")
	return js.Ident{Name: f.p.funcSymbol(f, method.(*types.Func), nil, nil)}
}
