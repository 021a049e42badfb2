package lower

import (
	"go/types"
	"reflect"
	"strings"

	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
)

// The kinds of types, numbered as package reflect does.
const (
	kindBool = 1 + iota
	kindInt
	kindInt8
	kindInt16
	kindInt32
	kindInt64
	kindUint
	kindUint8
	kindUint16
	kindUint32
	kindUint64
	kindUintptr
	kindFloat32
	kindFloat64
	kindComplex64
	kindComplex128
	kindArray
	kindChan
	kindFunc
	kindInterface
	kindMap
	kindPointer
	kindSlice
	kindString
	kindStruct
	kindUnsafe
)

var basicKinds = map[types.BasicKind]int{
	types.Bool: kindBool, types.Int: kindInt, types.Int8: kindInt8, types.Int16: kindInt16, types.Int32: kindInt32,
	types.Int64: kindInt64, types.Uint: kindUint, types.Uint8: kindUint8, types.Uint16: kindUint16,
	types.Uint32: kindUint32, types.Uint64: kindUint64, types.Uintptr: kindUintptr, types.Float32: kindFloat32,
	types.Float64: kindFloat64, types.Complex64: kindComplex64, types.Complex128: kindComplex128, types.String: kindString,
	types.UnsafePointer: kindUnsafe, types.UntypedBool: kindBool, types.UntypedInt: kindInt, types.UntypedRune: kindInt32,
	types.UntypedFloat: kindFloat64, types.UntypedComplex: kindComplex128, types.UntypedString: kindString,
}

// descriptor returns the runtime descriptor of a type.
func (f *fn) descriptor(t types.Type) js.Expr {
	return js.Ident{Name: f.descriptorName(t)}
}

func (f *fn) descriptorName(t types.Type) string {
	p := f.p
	t = types.Unalias(t)
	if b, ok := t.(*types.Basic); ok {
		name := "$t_" + strings.ReplaceAll(basicName(b), ".", "_")
		f.need(name)
		return name
	}
	name := p.unique("$t_", p.typeKey(t))
	f.need(name)
	if p.symbols[name] == nil {
		p.descriptorSymbol(name, t)
	}
	return name
}

func (p *program) descriptorSymbol(name string, t types.Type) {
	s := p.symbol(name, KindType)
	p.later(func() {
		g := p.topLevel(s, p.anyPackage(), nil)
		s.Package = ""
		g.guard(func() { g.describe(name, t) })
	})
}

// describe emits: const NAME = new $Type(shown, kind, named, lazy parts, comparable).
func (f *fn) describe(name string, t types.Type) {
	kind, parts := f.typeParts(t)
	_, named := t.(*types.Named)
	args := []js.Expr{js.Str{Value: f.p.display(t)}, number(int64(kind)), boolean(named), boolean(types.Comparable(t))}
	if len(parts) > 0 {
		lazy := js.Func{Arrow: true, Body: []js.Stmt{js.Return{X: js.Object{Props: parts}}}}
		args = append(args, lazy)
	}
	f.sym.Body = []js.Stmt{js.Let{Const: true, Names: []string{name}, Init: js.New{Class: f.lib("$Type"), Args: args}}}
	if _, plain := t.(*types.Pointer); plain && f.p.isStruct(pointee(t)) {
		proto := js.Dot{X: f.class(pointee(t)), Name: "prototype"}
		f.sym.Body = append(f.sym.Body, js.ExprStmt{X: js.Assign{Op: "=", X: js.Dot{X: proto, Name: "$t"}, Y: js.Ident{Name: name}}})
	}
}

func boolean(b bool) js.Expr {
	if b {
		return js.Lit{Text: "1"}
	}
	return js.Lit{Text: "0"}
}

func (f *fn) typeParts(t types.Type) (int, []js.Prop) {
	elem := func(e types.Type) js.Prop { return js.Prop{Key: "e", Value: f.descriptor(e)} }
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return basicKinds[u.Kind()], nil
	case *types.Pointer:
		return kindPointer, []js.Prop{elem(u.Elem())}
	case *types.Slice:
		return kindSlice, []js.Prop{elem(u.Elem())}
	case *types.Array:
		return kindArray, []js.Prop{elem(u.Elem()), {Key: "n", Value: number(u.Len())}}
	case *types.Map:
		return kindMap, []js.Prop{{Key: "k", Value: f.descriptor(u.Key())}, elem(u.Elem())}
	case *types.Chan:
		return kindChan, []js.Prop{elem(u.Elem())}
	case *types.Signature:
		return kindFunc, nil
	case *types.Struct:
		return f.structParts(t, u)
	case *types.Interface:
		return kindInterface, f.interfaceParts(u)
	}
	f.refuse(nil, diag.Construct, "type "+t.String()+" has no descriptor", "")
	return 0, nil
}

func (f *fn) structParts(t types.Type, u *types.Struct) (int, []js.Prop) {
	if f.p.isOpaque(t) {
		return kindUnsafe, nil
	}
	fields := js.Array{}
	for _, i := range pageFields(u) {
		field := u.Field(i)
		parts := []js.Expr{js.Str{Value: fieldName(u, i)}, f.descriptor(field.Type()), boolean(field.Embedded())}
		if tag, ok := reflect.StructTag(u.Tag(i)).Lookup("json"); ok {
			parts = append(parts, js.Str{Value: wireName(tag, field.Name())})
		}
		fields.Elems = append(fields.Elems, js.Array{Elems: parts})
	}
	parts := append([]js.Prop{{Key: "f", Value: fields}}, f.dateParts(t)...)
	if f.p.lib.Section(f.className(t)) != nil {
		return kindStruct, append(parts, js.Prop{Key: "o", Value: boolean(true)})
	}
	if mirrored(u) {
		return kindStruct, append(parts, js.Prop{Key: "x", Value: boolean(true)})
	}
	f.p.membersFor(f.sym.Name, t)
	return kindStruct, parts
}

// membersFor gives the class of t what the library's $copyStruct calls, where
// both are there.
func (p *program) membersFor(desc string, t types.Type) {
	s := p.symbol(desc+".members", KindAttach)
	s.When = [2]string{desc, "$copyStruct"}
	g := p.topLevel(s, p.anyPackage(), nil)
	s.Package = ""
	g.member(t, "$c")
	g.member(t, "$s")
}

// wireName returns the name of a field on the wire, "" if it does not cross.
func wireName(tag, name string) string {
	first, _, _ := strings.Cut(tag, ",")
	switch first {
	case "-":
		return ""
	case "":
		return name
	}
	return first
}

// dateParts tells how time.Time becomes a Date, in an interface that crosses.
func (f *fn) dateParts(t types.Type) []js.Prop {
	if f.p.options.Program || !isTime(t) {
		return nil
	}
	return []js.Prop{{Key: "ms", Value: f.milliseconds(t)}}
}

// interfaceParts lists the methods that a value must have, with their signatures.
func (f *fn) interfaceParts(u *types.Interface) []js.Prop {
	methods := js.Array{}
	for i := range u.NumMethods() {
		m := u.Method(i)
		f.dynamic(m)
		methods.Elems = append(methods.Elems, js.Str{Value: f.p.methodName(m)}, js.Str{Value: f.p.typeKey(m.Type())})
	}
	return []js.Prop{{Key: "m", Value: methods}}
}

// dynamic says that the code may call m on a value of unknown type.
func (f *fn) dynamic(m *types.Func) string {
	name := f.p.methodName(m)
	f.p.callMethod(name)
	f.sym.need("im:" + name)
	return name
}
