package lower

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"strings"

	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
	"github.com/omg-go/omg/gojs/load"
)

// What makes a struct one with twins is that it embeds one of these.
var mirrorObjects = map[string]bool{
	"github.com/omg-go/omg/mirror.Object":   true,
	"github.com/omg-go/omg/datasync.Object": true,
}

// isObject reports whether t is what types with twins embed.
func isObject(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && mirrorObjects[n.Obj().Pkg().Path()+"."+n.Obj().Name()]
}

// IsMirrored reports whether values of the struct type t have twins.
func IsMirrored(t types.Type) bool {
	st, ok := t.Underlying().(*types.Struct)
	return ok && !isObject(t) && mirrored(st)
}

func mirrored(st *types.Struct) bool {
	for i := range st.NumFields() {
		f := st.Field(i)
		if f.Embedded() && (isObject(f.Type()) || IsMirrored(f.Type())) {
			return true
		}
	}
	return false
}

// pageFields returns the indices of the fields that a struct has in the page:
// all, or of a type with twins those with a tag, and embedded types with twins.
func pageFields(st *types.Struct) []int {
	var list []int
	twins := mirrored(st)
	for i := range st.NumFields() {
		if !twins || sharedField(st, i) || embedsTwin(st, i) {
			list = append(list, i)
		}
	}
	return list
}

// embedsTwin reports whether field i is an embedded type with twins.
func embedsTwin(st *types.Struct, i int) bool {
	f := st.Field(i)
	return f.Embedded() && !sharedField(st, i) && IsMirrored(f.Type())
}

// A SlotField is a field that twins have.
type SlotField struct {
	Name   string // "Animal.Mood" for an embedded one
	Kind   string // browser, mirrored
	Var    *types.Var
	parts  []string // names of the embedded structs in JavaScript
	field  string
	Tagged string
}

// Slots returns the fields that twins of t have, in order.
func Slots(t types.Type) []SlotField { return slotsOf(t, "", nil) }

func slotsOf(t types.Type, path string, parts []string) (list []SlotField) {
	st := t.Underlying().(*types.Struct)
	for _, i := range pageFields(st) {
		v := st.Field(i)
		if embedsTwin(st, i) {
			inner := append(append([]string{}, parts...), fieldName(st, i))
			list = append(list, slotsOf(v.Type(), path+v.Name()+".", inner)...)
			continue
		}
		tag := reflect.StructTag(st.Tag(i)).Get("omg")
		kind, _, _ := strings.Cut(tag, ",")
		list = append(list, SlotField{path + v.Name(), kind, v, parts, fieldName(st, i), tag})
	}
	return list
}

// partsOf returns the paths to the embedded types with twins, outer ones first.
func partsOf(t types.Type, parts []string) (list [][]string) {
	st := t.Underlying().(*types.Struct)
	for i := range st.NumFields() {
		if embedsTwin(st, i) {
			inner := append(append([]string{}, parts...), fieldName(st, i))
			list = append(append(list, inner), partsOf(st.Field(i).Type(), inner)...)
		}
	}
	return list
}

// TwinTypes returns the types of a package that have twins.
func TwinTypes(pkg *load.Package) []*types.TypeName {
	var list []*types.TypeName
	for _, name := range pkg.Types.Scope().Names() {
		t, ok := pkg.Types.Scope().Lookup(name).(*types.TypeName)
		if !ok || t.IsAlias() {
			continue
		}
		if n, ok := t.Type().(*types.Named); ok && n.TypeParams().Len() == 0 && IsMirrored(n) {
			list = append(list, t)
		}
	}
	return list
}

// twin makes the symbol by which the page's runtime makes twins of t:
//
//	function T$twin(id) { $twin(id, { make, slots, parts, Appear… }) }
func (p *program) twin(t *types.TypeName) string {
	named := t.Type().(*types.Named)
	name := p.typeName(named) + "$twin"
	s := p.symbol(name, KindFunc)
	f := p.topLevel(s, p.anyPackage(), nil)
	s.Package = ""
	s.Node = f.node
	p.entry.need(name)
	p.later(func() {
		f.guard(func() {
			f.checkTags(t)
			call := js.Call{Fn: js.Ident{Name: "$twin"}, Args: []js.Expr{js.Ident{Name: "id"}, f.twinType(named)}}
			s.Body = []js.Stmt{js.FuncDecl{Func: js.Func{Name: name, Params: []string{"id"}, Body: []js.Stmt{js.ExprStmt{X: call}}}}}
		})
	})
	return name
}

// checkTags refuses tags that mean nothing.
func (f *fn) checkTags(t *types.TypeName) {
	for _, s := range Slots(t.Type()) {
		switch {
		case s.Tagged != "browser" && s.Tagged != "mirrored" && s.Tagged != "mirrored,write":
			f.complain(at(s.Var.Pos()), diag.BadDirective, "the tag omg:\""+s.Tagged+"\" of "+s.Name+" is none of browser, mirrored and mirrored,write", "correct it")
		case !s.Var.Exported():
			f.complain(at(s.Var.Pos()), diag.BadDirective, s.Name+" has an omg tag and is not exported", "export it")
		}
	}
}

// at is a place that has no node.
type at token.Pos

func (a at) Pos() token.Pos { return token.Pos(a) }
func (a at) End() token.Pos { return token.Pos(a) }

func (f *fn) twinType(t *types.Named) js.Expr {
	f.becomesInterface(types.NewPointer(t))
	slots, parts := js.Array{}, js.Array{}
	for _, s := range Slots(t) {
		slots.Elems = append(slots.Elems, js.Array{Elems: []js.Expr{
			js.Str{Value: s.Name}, names(s.parts), js.Str{Value: s.field}, f.wireFuncOf(s.Var.Type(), f.fromWire),
		}})
	}
	for _, path := range partsOf(t, nil) {
		parts.Elems = append(parts.Elems, names(path))
	}
	props := []js.Prop{
		{Key: "make", Value: js.Func{Arrow: true, Body: []js.Stmt{js.Return{X: js.New{Class: f.class(t)}}}}},
		{Key: "slots", Value: slots}, {Key: "parts", Value: parts},
	}
	for _, hook := range []string{"Appear", "Synced", "Vanish", "SyncData"} {
		if name := f.hook(t, hook); name != "" {
			props = append(props, js.Prop{Key: hook, Value: js.Ident{Name: name}})
		}
	}
	return js.Object{Props: props}
}

// hook returns the symbol of a method that the runtime calls, "" if t has none
// for the page.
func (f *fn) hook(t *types.Named, name string) string {
	o, _, _ := types.LookupFieldOrMethod(types.NewPointer(t), true, t.Obj().Pkg(), name)
	m, ok := o.(*types.Func)
	if !ok || !f.p.markOf(m).browser {
		return ""
	}
	symbol := f.p.exportSymbol(f.p.funcSymbol(f, m, nil, nil), m.Type().(*types.Signature))
	f.need(symbol)
	return symbol
}

func names(list []string) js.Expr {
	a := js.Array{}
	for _, n := range list {
		a.Elems = append(a.Elems, js.Str{Value: n})
	}
	return a
}

// slotCall lowers the call of a function that is marked //omg:slot F: the slot,
// its third argument, becomes a name, and F is called.
func (f *fn) slotCall(fn *types.Func, other string, e *ast.CallExpr) js.Expr {
	name := f.slotName(e.Args[2])
	if name == "" {
		f.refuse(e.Args[2], diag.BackendField, "this names no mirrored slot", "write &x.Field, with a field that has the tag `omg:\"mirrored\"`")
	}
	sig := fn.Type().(*types.Signature)
	target := fn.Pkg().Scope().Lookup(other).(*types.Func)
	any := types.NewInterfaceType(nil, nil)
	args := []js.Expr{f.to(e.Args[0], sig.Params().At(0).Type()), f.to(e.Args[1], any), js.Str{Value: name}}
	if len(e.Args) > 3 {
		t := pointee(f.typ(e.Args[2]))
		args = append(args, f.toWire(f.to(e.Args[3], t), t))
	}
	symbol := f.p.funcSymbol(f, target, nil, e)
	node := f.p.graph.Node("fn:"+symbol, symbol)
	f.node.Calls(node, e.Pos())
	return js.Await{X: js.Call{Fn: js.Ident{Name: symbol}, Args: args}, If: node}
}

// slotName returns the path of the field in &x.Field from the object x, "" if it
// is no mirrored slot.
func (f *fn) slotName(e ast.Expr) string {
	u, ok := ast.Unparen(e).(*ast.UnaryExpr)
	if !ok || u.Op != token.AND {
		return ""
	}
	sel, ok := ast.Unparen(u.X).(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	path, tag := f.fieldPath(sel)
	if !strings.HasPrefix(tag, "mirrored") {
		return ""
	}
	return path
}

// fieldPath returns the names of the embedded structs that e goes through, with
// the field's, and its omg tag.
func (f *fn) fieldPath(e *ast.SelectorExpr) (path, tag string) {
	t := f.typ(e.X)
	if x, ok := ast.Unparen(e.X).(*ast.SelectorExpr); ok && pointee(t) == nil && IsMirrored(t) {
		path, _ = f.fieldPath(x)
		path += "."
	}
	_, index, _ := types.LookupFieldOrMethod(t, true, f.pkg.Types, e.Sel.Name)
	for n, i := range index {
		st := structUnder(t)
		if st == nil {
			return "", ""
		}
		t, tag = st.Field(i).Type(), reflect.StructTag(st.Tag(i)).Get("omg")
		path += st.Field(i).Name()
		if n < len(index)-1 {
			path += "."
		}
	}
	return path, tag
}
