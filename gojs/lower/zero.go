package lower

import (
	"go/types"
	"strconv"

	"github.com/omg-go/omg/gojs/js"
)

func number(n int64) js.Expr { return js.Lit{Text: strconv.FormatInt(n, 10)} }

func null() js.Expr { return js.Lit{Text: "null"} }

// zero returns the zero value of t.
func (f *fn) zero(t types.Type) js.Expr {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return f.zeroBasic(repOf(u))
	case *types.Struct:
		if z := f.p.opaqueZero(t); z != "" {
			return js.Lit{Text: z}
		}
		return js.New{Class: f.class(t)}
	case *types.Array:
		return f.zeroArray(u)
	case *types.Slice:
		return f.lib("$nil")
	}
	return null()
}

func (f *fn) zeroBasic(r rep) js.Expr {
	switch {
	case r.big():
		return js.Lit{Text: "0n"}
	case r.integer() || r.float():
		return js.Lit{Text: "0"}
	case r == repString:
		return js.Str{}
	case r == repBool:
		return js.Lit{Text: "false"}
	case r == repComplex:
		return f.lib("$zeroComplex")
	}
	return null()
}

func (f *fn) zeroArray(u *types.Array) js.Expr {
	if name := typedArray(u.Elem()); name != "" {
		return js.New{Class: js.Ident{Name: name}, Args: []js.Expr{number(u.Len())}}
	}
	if u.Len() == 0 {
		return js.Array{}
	}
	return f.callLib("$array", number(u.Len()), f.kind(u.Elem()))
}

// kind returns what the runtime wants to know about elements of t: a typed
// array's constructor, a struct's class, an $ArrayKind, or the zero value itself.
func (f *fn) kind(t types.Type) js.Expr {
	if name := typedArray(t); name != "" {
		return js.Ident{Name: name}
	}
	if f.p.isStruct(t) {
		f.member(t, "$c")
		f.member(t, "$s")
		return f.class(t)
	}
	if u, ok := t.Underlying().(*types.Array); ok {
		return js.New{Class: f.lib("$ArrayKind"), Args: []js.Expr{number(u.Len()), f.kind(u.Elem())}}
	}
	return f.zero(t)
}
