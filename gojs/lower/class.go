package lower

import (
	"go/types"
	"strings"

	"github.com/omg-go/omg/gojs/js"
)

// isValue reports whether values of t are objects that Go copies: structs and arrays.
func (f *fn) isValue(t types.Type) bool { return f.p.isStruct(t) || isArray(t) }

// isStruct reports whether t is a struct that has a class; the types of the
// page have none.
func (p *program) isStruct(t types.Type) bool {
	_, ok := t.Underlying().(*types.Struct)
	return ok && !p.isOpaque(t)
}

// pointsToObject reports whether a pointer type's values are the objects themselves.
func (f *fn) pointsToObject(t types.Type) bool {
	e := pointee(t)
	return e != nil && f.isValue(e)
}

// class returns the class of a struct type.
func (f *fn) class(t types.Type) js.Expr {
	return js.Ident{Name: f.className(t)}
}

func (f *fn) className(t types.Type) string {
	p := f.p
	t = types.Unalias(t)
	var name string
	if n, ok := t.(*types.Named); ok {
		name = p.typeName(n)
	} else {
		name = p.unique("$struct$", p.typeKey(t))
	}
	f.need(name)
	if p.symbols[name] == nil && p.lib.Section(name) == nil {
		p.classSymbol(name, t)
	}
	return name
}

func (p *program) classSymbol(name string, t types.Type) {
	s := p.symbol(name, KindClass)
	if n, ok := t.(*types.Named); ok && n.Obj().Pkg() != nil {
		s.Package = n.Obj().Pkg().Path()
	}
	st := t.Underlying().(*types.Struct)
	p.later(func() {
		g := p.topLevel(s, p.anyPackage(), nil)
		s.Package = ""
		c := js.Class{Name: name}
		twin, slots := mirrored(st), js.Array{}
		if twin {
			c.Body = append(c.Body, js.ExprStmt{X: js.Assign{Op: "=", X: this("$"), Y: js.Object{}}})
		}
		for _, i := range pageFields(st) {
			field := fieldName(st, i)
			if isWide(st) {
				c.Fields = append(c.Fields, strings.TrimSuffix(propertyKey(field)+" = "+js.PrintExpr(g.zero(st.Field(i).Type())), " = undefined"))
				continue
			}
			param := field
			if reserved[param] {
				param += "$"
			}
			c.Params = append(c.Params, param+" = "+js.PrintExpr(g.zero(st.Field(i).Type())))
			c.Body = append(c.Body, js.ExprStmt{X: js.Assign{Op: "=", X: this(field), Y: js.Ident{Name: param}}})
			if !embedsTwin(st, i) {
				slots.Elems = append(slots.Elems, js.Str{Value: field})
			}
		}
		s.Body = []js.Stmt{c}
		if twin && len(slots.Elems) > 0 {
			s.Body = append(s.Body, js.ExprStmt{X: g.callLib("$slots", js.Ident{Name: name}, slots)})
		}
	})
}

// member returns the name of a class's clone ($c), set ($s) or equal ($e)
// method, and makes sure that the class has it.
func (f *fn) member(t types.Type, which string) string {
	class := f.className(t)
	if f.p.lib.Section(class) != nil {
		return which // native classes bring their own
	}
	name := class + "." + which
	f.need(name)
	if f.p.symbols[name] == nil {
		f.p.memberSymbol(name, class, which, t.Underlying().(*types.Struct))
	}
	return which
}

func (p *program) memberSymbol(name, class, which string, st *types.Struct) {
	s := p.symbol(name, KindAttach)
	s.need(class)
	p.later(func() {
		g := p.topLevel(s, p.anyPackage(), nil)
		s.Package = ""
		fn := map[string]func(string, *types.Struct) js.Func{"$c": g.cloneMethod, "$s": g.setMethod, "$e": g.equalMethod}[which](class, st)
		s.Body = []js.Stmt{js.ExprStmt{X: js.Assign{
			Op: "=", X: js.Dot{X: js.Dot{X: js.Ident{Name: class}, Name: "prototype"}, Name: which}, Y: fn,
		}}}
	})
}

func this(field string) js.Expr  { return js.Dot{X: js.Ident{Name: "this"}, Name: field} }
func other(field string) js.Expr { return js.Dot{X: js.Ident{Name: "o"}, Name: field} }

// isWide reports whether a struct has so many fields that few of them are given
// when one is made: its constructor takes none, which is shorter.
func isWide(st *types.Struct) bool { return st.NumFields() >= 8 && !mirrored(st) }

// newStruct makes a struct of what its fields are to be; nil leaves one as it is.
func (f *fn) newStruct(class js.Expr, st *types.Struct, args []js.Expr) js.Expr {
	if !isWide(st) {
		return js.New{Class: class, Args: trimArgs(args)}
	}
	fields := js.Object{}
	for i, x := range args {
		if x != nil {
			fields.Props = append(fields.Props, js.Prop{Key: propertyKey(fieldName(st, i)), Value: x})
		}
	}
	if fields.Props == nil {
		return js.New{Class: class}
	}
	return js.Call{Fn: js.Ident{Name: "Object.assign"}, Args: []js.Expr{js.New{Class: class}, fields}}
}

func (f *fn) cloneMethod(class string, st *types.Struct) js.Func {
	var args []js.Expr
	for _, i := range pageFields(st) {
		args = append(args, f.clone(this(fieldName(st, i)), st.Field(i).Type()))
	}
	if isWide(st) {
		return f.cloneFields(class, st, args)
	}
	return js.Func{Body: []js.Stmt{js.Return{X: js.New{Class: js.Ident{Name: class}, Args: args}}}}
}

// cloneFields fills a new struct.
func (f *fn) cloneFields(class string, st *types.Struct, args []js.Expr) js.Func {
	body := []js.Stmt{js.Let{Const: true, Names: []string{"o"}, Init: js.New{Class: js.Ident{Name: class}}}}
	for i, x := range args {
		body = append(body, js.ExprStmt{X: js.Assign{Op: "=", X: other(fieldName(st, i)), Y: x}})
	}
	return js.Func{Body: append(body, js.Return{X: js.Ident{Name: "o"}})}
}

func (f *fn) setMethod(class string, st *types.Struct) js.Func {
	var body []js.Stmt
	for _, i := range pageFields(st) {
		name, t := fieldName(st, i), st.Field(i).Type()
		body = append(body, js.ExprStmt{X: f.store(this(name), other(name), t)})
	}
	return js.Func{Params: []string{"o"}, Body: body}
}

func (f *fn) equalMethod(class string, st *types.Struct) js.Func {
	var x js.Expr
	for _, i := range pageFields(st) {
		if st.Field(i).Name() == "_" {
			continue
		}
		name := fieldName(st, i)
		eq := f.equal(this(name), other(name), st.Field(i).Type(), st.Field(i).Type())
		if x == nil {
			x = eq
		} else {
			x = js.Binary{Op: "&&", X: x, Y: eq}
		}
	}
	if x == nil {
		x = js.Lit{Text: "true"}
	}
	return js.Func{Params: []string{"o"}, Body: []js.Stmt{js.Return{X: x}}}
}

// store writes the value x, of type t, into the storage place so that
// pointers into it stay good.
func (f *fn) store(place, x js.Expr, t types.Type) js.Expr {
	switch {
	case f.p.isStruct(t):
		return js.Call{Fn: js.Dot{X: place, Name: f.member(t, "$s")}, Args: []js.Expr{x}}
	case isArray(t):
		return f.callLib("$setArray", place, x, f.kind(t.Underlying().(*types.Array).Elem()))
	}
	return js.Assign{Op: "=", X: place, Y: x}
}

// clone copies a value.
func (f *fn) clone(x js.Expr, t types.Type) js.Expr {
	switch {
	case f.p.isStruct(t):
		return js.Call{Fn: js.Dot{X: x, Name: f.member(t, "$c")}}
	case isArray(t):
		elem := t.Underlying().(*types.Array).Elem()
		if f.isValue(elem) {
			return f.callLib("$cloneArray", x, f.kind(elem))
		}
		return js.Call{Fn: js.Dot{X: x, Name: "slice"}}
	}
	return x
}
