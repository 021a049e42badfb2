package lower

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
)

// composite lowers a composite literal of type t; &T in an elided literal
// gives the object, which is its own pointer.
func (f *fn) composite(e *ast.CompositeLit, t types.Type) js.Expr {
	if p := pointee(t); p != nil {
		x := f.composite(e, p)
		if f.isValue(p) {
			return x
		}
		return js.New{Class: f.lib("$Box"), Args: []js.Expr{x}}
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		return f.structLit(e, t, u)
	case *types.Slice:
		return f.sliceLit(e, u)
	case *types.Array:
		return f.elements(e, u.Elem(), u.Len())
	}
	return f.mapLit(e, t.Underlying().(*types.Map))
}

// element lowers an element, whose type may be left out.
func (f *fn) element(e ast.Expr, t types.Type) js.Expr {
	if c, ok := e.(*ast.CompositeLit); ok && c.Type == nil {
		return f.composite(c, t)
	}
	return f.to(e, t)
}

func (f *fn) structLit(e *ast.CompositeLit, t types.Type, u *types.Struct) js.Expr {
	if f.p.isOpaque(t) && len(e.Elts) == 0 {
		return f.zero(t)
	}
	shown := pageFields(u)
	args := make([]js.Expr, len(shown))
	last := -1
	var before js.Expr
	for i, elt := range e.Elts {
		at := i
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			at, elt = fieldIndex(u, kv.Key.(*ast.Ident).Name), kv.Value
		}
		t := u.Field(at).Type()
		if at = slices.Index(shown, at); at < 0 {
			f.refuse(elt, diag.BackendField, "the field lives on the backend", "leave it out")
		}
		x := f.element(elt, t)
		if at < last && !repeatable(x) {
			before = f.fieldsSoFar(args, before)
		}
		args[at], last = x, max(last, at)
	}
	made := f.newStruct(f.class(t), u, args)
	if before != nil {
		made = js.Binary{Op: ",", X: before, Y: made}
	}
	return made
}

// fieldsSoFar moves the fields that are already evaluated into temporaries,
// when the next one stands before them in the constructor.
func (f *fn) fieldsSoFar(args []js.Expr, before js.Expr) js.Expr {
	for i, x := range args {
		if x == nil || repeatable(x) {
			continue
		}
		t := f.temp()
		set := js.Assign{Op: "=", X: t, Y: x}
		args[i] = t
		if before == nil {
			before = set
		} else {
			before = js.Binary{Op: ",", X: before, Y: set}
		}
	}
	return before
}

func fieldIndex(u *types.Struct, name string) int {
	for i := range u.NumFields() {
		if u.Field(i).Name() == name {
			return i
		}
	}
	return -1
}

// trimArgs leaves missing fields to the constructor's defaults.
func trimArgs(args []js.Expr) []js.Expr {
	for len(args) > 0 && args[len(args)-1] == nil {
		args = args[:len(args)-1]
	}
	for i, x := range args {
		if x == nil {
			args[i] = js.Lit{Text: "undefined"}
		}
	}
	return args
}

func (f *fn) sliceLit(e *ast.CompositeLit, u *types.Slice) js.Expr {
	return f.callLib("$slice", f.elements(e, u.Elem(), -1))
}

// elements lowers the elements to a backing array; n is its length, -1 for
// as many as there are.
func (f *fn) elements(e *ast.CompositeLit, t types.Type, n int64) js.Expr {
	list, dense, before := f.placed(e, t)
	if before != nil {
		return js.Binary{Op: ",", X: before, Y: f.backing(list, dense, t, n)}
	}
	return f.backing(list, dense, t, n)
}

// backing makes the array of elements that are lowered already.
func (f *fn) backing(list []js.Expr, dense bool, t types.Type, n int64) js.Expr {
	if n < 0 {
		n = int64(len(list))
	}
	typed := typedArray(t)
	if len(list) == 0 || !dense || int64(len(list)) < n && n > 64 {
		return f.sparse(list, t, n)
	}
	for int64(len(list)) < n {
		list = append(list, f.zero(t))
	}
	for i, x := range list {
		if x == nil {
			list[i] = f.zero(t)
		}
	}
	if typed != "" {
		return js.Call{Fn: js.Ident{Name: typed + ".of"}, Args: list}
	}
	return js.Array{Elems: list}
}

// placed puts the elements at their indices; dense is false when most of the
// places are empty. Elements that stand before earlier ones make temporaries,
// which before sets.
func (f *fn) placed(e *ast.CompositeLit, t types.Type) (list []js.Expr, dense bool, before js.Expr) {
	at := int64(0)
	for _, elt := range e.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			at, _ = constant.Int64Val(constant.ToInt(f.info.Types[kv.Key].Value))
			elt = kv.Value
		}
		back := at < int64(len(list))
		for int64(len(list)) <= at {
			list = append(list, nil)
		}
		x := f.element(elt, t)
		if back && !repeatable(x) {
			before = f.fieldsSoFar(list, before)
		}
		list[at] = x
		at++
	}
	return list, len(list) <= 4*len(e.Elts)+16, before
}

// sparse makes a zeroed array and sets what is there.
func (f *fn) sparse(list []js.Expr, t types.Type, n int64) js.Expr {
	zeroed := f.zeroArray(types.NewArray(t, n))
	if n == 0 && typedArray(t) != "" {
		zeroed = js.New{Class: js.Ident{Name: typedArray(t)}, Args: []js.Expr{number(0)}}
	}
	pairs := js.Array{}
	for i, x := range list {
		if x != nil {
			pairs.Elems = append(pairs.Elems, number(int64(i)), x)
		}
	}
	if len(pairs.Elems) == 0 {
		return zeroed
	}
	return f.callLib("$fill", zeroed, pairs)
}

func (f *fn) mapLit(e *ast.CompositeLit, u *types.Map) js.Expr {
	pairs := js.Array{}
	for _, elt := range e.Elts {
		kv := elt.(*ast.KeyValueExpr)
		pairs.Elems = append(pairs.Elems, js.Array{Elems: []js.Expr{f.element(kv.Key, u.Key()), f.element(kv.Value, u.Elem())}})
	}
	if len(pairs.Elems) == 0 {
		return f.newMap(u)
	}
	return f.newMap(u, pairs)
}

// newMap makes a map: a Map if its keys compare as Go's do, else a $Map.
func (f *fn) newMap(u *types.Map, pairs ...js.Expr) js.Expr {
	if f.hashes(u.Key()) {
		return js.New{Class: f.lib("$Map"), Args: append([]js.Expr{f.descriptor(u.Key())}, pairs...)}
	}
	return js.New{Class: js.Ident{Name: "Map"}, Args: pairs}
}

// hashes reports whether a key type needs $Map.
func (f *fn) hashes(t types.Type) bool {
	r := repOf(t)
	return r.float() || r == repComplex || isInterface(t) || f.isValue(t)
}
