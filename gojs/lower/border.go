package lower

import (
	"go/ast"
	"go/types"
	"reflect"

	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/load"
	"github.com/omg-go/omg/gojs/natives"
)

// anyPackage returns a package for lowering what belongs to none.
func (p *program) anyPackage() *load.Package { return p.world.Roots[0] }

// open reports whether the border is not watched: in whole programs, and for
// what the standard library does inside.
func (f *fn) open(o types.Object) bool {
	return f.p.options.Program || o.Pkg() == nil || f.pkg.Std && f.p.isStd(o.Pkg().Path())
}

// marked reports whether o was given to browser code.
func (p *program) marked(o types.Object) bool {
	m := p.markOf(o)
	if m.browser || m.js != "" {
		return true
	}
	pkg := p.world.Packages[o.Pkg().Path()]
	if pkg == nil && p.options.Marked != nil {
		return p.options.Marked(o)
	}
	return pkg != nil && !pkg.Std && p.marksOf(pkg).all
}

// border checks that browser code may use the package variable v.
func (f *fn) border(v *types.Var, at ast.Node) {
	if !isGlobal(v) || f.open(v) || f.p.marked(v) {
		return
	}
	if f.p.isStd(v.Pkg().Path()) {
		f.borderStd(v, at)
		return
	}
	f.complain(at, diag.BackendVar, "the variable "+v.Name()+" lives on the backend", "mark it //omg:browser, or pass its value")
}

// borderField checks that browser code may use a field: of a type with twins
// only the fields with an omg tag exist in the page.
func (f *fn) borderField(e *ast.SelectorExpr) {
	sel := f.info.Selections[e]
	v, ok := sel.Obj().(*types.Var)
	if !ok || f.open(v) {
		return
	}
	t := f.typ(e.X)
	_, index, _ := types.LookupFieldOrMethod(t, true, f.pkg.Types, e.Sel.Name)
	for _, i := range index[:len(index)-1] {
		t = structUnder(t).Field(i).Type()
	}
	if p := pointee(t); p != nil {
		t = p
	}
	if f.p.isOpaque(t) {
		if !v.Embedded() {
			f.complain(e, diag.OpaqueField, v.Name()+" is a field of a type of the page, which has none there", "use its methods")
		}
		return
	}
	st := structUnder(t)
	last := index[len(index)-1]
	if twin(st) && !sharedField(st, last) && !embedsTwin(st, last) {
		f.complain(e, diag.BackendField, "the field "+v.Name()+" lives on the backend", "give it a tag `omg:\"mirrored\"` or `omg:\"browser\"`, or write an //omg:rpc method")
	}
}

// twin reports whether a struct says of any field how the page has it.
func twin(st *types.Struct) bool {
	if mirrored(st) {
		return true
	}
	for i := range st.NumFields() {
		if sharedField(st, i) {
			return true
		}
	}
	return false
}

func sharedField(st *types.Struct, i int) bool {
	_, ok := reflect.StructTag(st.Tag(i)).Lookup("omg")
	return ok
}

// borderFunc reports whether browser code may call fn, and complains if not.
func (f *fn) borderFunc(fn *types.Func, at ast.Node) bool {
	fn = fn.Origin()
	if f.open(fn) || f.p.marked(fn) || f.p.markOf(fn).rpc || f.markedReceiver(fn) {
		return true
	}
	if f.p.isStd(fn.Pkg().Path()) {
		// Nobody wrote what has no place: it is a method of a value that the library made.
		return at == nil || f.borderStd(fn, at)
	}
	f.complain(at, diag.Unmarked, fn.Name()+" is not marked for the browser", "mark it //omg:browser to compile it, or //omg:rpc to call it on the backend")
	return false
}

// markedReceiver reports whether fn is a method of a marked type, or was
// declared inside browser code.
func (f *fn) markedReceiver(fn *types.Func) bool {
	recv := fn.Type().(*types.Signature).Recv()
	if recv == nil {
		return false
	}
	t := recv.Type()
	if p := pointee(t); p != nil {
		t = p
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && f.p.marked(n.Origin().Obj())
}

func (f *fn) borderStd(o types.Object, at ast.Node) bool {
	path := o.Pkg().Path()
	if natives.Supported(path) {
		return true
	}
	code, hint := diag.Package, "call it in an //omg:rpc function"
	switch path {
	case "reflect":
		code, hint = diag.Reflection, "write the types out, or use a type parameter"
	case "unsafe":
		code = diag.Unsafe
	}
	f.complain(at, code, "package "+path+" is not available in browser code: "+o.Name(), hint)
	return false
}

// refused stands for a function that browser code may not call.
func (f *fn) refused(sig *types.Signature) callee {
	return callee{fn: null(), node: f.p.graph.Node("refused", "a refused function"), sig: sig, direct: true}
}

// complain reports a refusal and goes on.
func (f *fn) complain(at ast.Node, code diag.Code, message, hint string) {
	f.p.diags.Add(f.p.diagnose(f.sym.Name, at.Pos(), code, message, hint))
}
