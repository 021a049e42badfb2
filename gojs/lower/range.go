package lower

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
)

// rangeStmt lowers for … range.
func (f *fn) rangeStmt(s *ast.RangeStmt, label *ast.LabeledStmt) {
	t := f.typ(s.X)
	switch u := t.Underlying().(type) {
	case *types.Basic:
		if repOf(u) == repString {
			f.rangeString(s, label)
			return
		}
		f.rangeInt(s, label)
	case *types.Slice:
		f.rangeSlice(s, label, u)
	case *types.Array, *types.Pointer:
		f.rangeArray(s, label, t)
	case *types.Map:
		f.rangeMap(s, label, u)
	case *types.Chan:
		f.rangeChan(s, label, u)
	case *types.Signature:
		f.rangeOverFunc(s, label, u)
	default:
		f.refuse(s, diag.Construct, "range over "+t.String()+" is not translated", "")
	}
}

// rangeVar is the key or value of a range: how to bind it in the body.
type rangeVar struct {
	e  ast.Expr
	v  *types.Var
	at *place // evaluated operands, when key and value are assigned
}

func (f *fn) rangeVar(e ast.Expr, s *ast.RangeStmt) rangeVar {
	if e == nil || isBlank(e) {
		return rangeVar{}
	}
	if s.Tok == token.DEFINE {
		return rangeVar{e: e, v: f.defines(e)}
	}
	return rangeVar{e: e, at: new(place)}
}

// locate evaluates the operands of an assigned value before the key is set.
func (f *fn) locate(r rangeVar) {
	if r.at != nil && !isIdent(r.e) {
		*r.at = f.place(r.e)
	}
}

func (r rangeVar) used() bool { return r.e != nil }

// bind emits what gives the variable x, of type t.
func (f *fn) bind(r rangeVar, x js.Expr, t types.Type) {
	switch {
	case !r.used():
	case r.v != nil:
		f.declare(r.v, f.convert(x, t, f.subst(r.v.Type()), nil))
	case r.at.set != nil:
		f.do(r.at.set(f.convert(x, t, f.typ(r.e), nil)))
	default:
		f.do(f.set(r.e, f.convert(x, t, f.typ(r.e), nil)))
	}
}

// direct reports whether the variable can be the loop's own counter: it is
// new, not boxed, and the body leaves it alone.
func (f *fn) direct(r rangeVar, body ast.Node) bool {
	return r.v != nil && !f.boxed(r.v) && !f.pkg.Reassigned(r.v)
}

// count emits for (let i = 0; i < n; i++) with what bind and body emit inside.
func (f *fn) count(s *ast.RangeStmt, label *ast.LabeledStmt, n js.Expr, value rangeVar, bind func(i js.Expr)) {
	key := f.rangeVar(s.Key, s)
	i := js.Expr(js.Ident{})
	own := f.direct(key, s.Body)
	if own {
		i = js.Ident{Name: localName(key.v)}
		f.counters[key.v] = bounds{0, steps}.meet(f.boundsOfType(f.subst(key.v.Type())))
	} else {
		i = f.fresh()
	}
	t := f.enter(s, label, true)
	body := f.collect(func() {
		f.locate(value)
		if !own {
			f.bind(key, i, types.Typ[types.Int])
		}
		bind(i)
		f.stmts(s.Body.List)
	})
	f.leave(t, js.For{
		Init: js.Let{Names: []string{i.(js.Ident).Name}, Init: js.Lit{Text: "0"}},
		Cond: js.Binary{Op: "<", X: i, Y: n},
		Post: js.Code{Text: "$0++", Args: []js.Expr{i}, Prec: js.Postfix},
		Body: body,
	})
}

// steady evaluates x once before a loop, unless it is a constant or a local
// that nothing changes.
func (f *fn) steady(x js.Expr, e ast.Expr) js.Expr {
	if _, ok := x.(js.Lit); ok {
		return x
	}
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		if v, ok := f.info.ObjectOf(id).(*types.Var); ok && !isGlobal(v) && !f.pkg.Reassigned(v) {
			return x
		}
	}
	return f.hold(x)
}

func (f *fn) rangeInt(s *ast.RangeStmt, label *ast.LabeledStmt) {
	t := types.Default(f.typ(s.X))
	if s.Key != nil && !isBlank(s.Key) {
		t = f.targetType(s.Key)
	}
	if repOf(t).big() {
		f.rangeBig(s, label, t)
		return
	}
	f.wrapped(func() {
		n := f.steady(f.to(s.X, t), s.X)
		f.count(s, label, n, rangeVar{}, func(js.Expr) {})
	})
}

// fold moves the constants before a loop into the loop's own declaration.
func fold(list []js.Stmt) []js.Stmt {
	last := len(list) - 1
	if last < 1 {
		return list
	}
	label, labelled := list[last].(js.Label)
	s := list[last]
	if labelled {
		s = label.Stmt
	}
	loop, ok := s.(js.For)
	init, ok2 := loop.Init.(js.Let)
	if !ok || !ok2 {
		return list
	}
	for _, before := range list[:last] {
		l, ok := before.(js.Let)
		if !ok || l.Unpack || !l.Const {
			return list
		}
		init.Also = append(init.Also, l)
	}
	loop.Init = init
	if labelled {
		label.Stmt = loop
		return []js.Stmt{label}
	}
	return []js.Stmt{loop}
}

// wrapped puts a loop that needs constants of its own into a block.
func (f *fn) wrapped(body func()) {
	list := fold(plain(f.collect(body)))
	if len(plain(list)) > 1 {
		f.emit(js.Block{List: list})
		return
	}
	f.emit(list...)
}

func (f *fn) rangeBig(s *ast.RangeStmt, label *ast.LabeledStmt, t types.Type) {
	f.wrapped(func() {
		n := f.hold(f.to(s.X, t))
		key := f.rangeVar(s.Key, s)
		i := f.fresh()
		at := f.enter(s, label, true)
		body := f.collect(func() {
			f.bind(key, i, t)
			f.stmts(s.Body.List)
		})
		f.leave(at, js.For{
			Init: js.Let{Names: []string{i.Name}, Init: js.Lit{Text: "0n"}},
			Cond: js.Binary{Op: "<", X: i, Y: n},
			Post: js.Code{Text: "$0++", Args: []js.Expr{i}, Prec: js.Postfix}, Body: body,
		})
	})
}

func (f *fn) rangeSlice(s *ast.RangeStmt, label *ast.LabeledStmt, u *types.Slice) {
	f.wrapped(func() {
		if s.Value == nil || isBlank(s.Value) {
			n := f.hold(js.Dot{X: f.expr(s.X), Name: "l"})
			f.noteRange(s)
			f.count(s, label, n, rangeVar{}, func(js.Expr) {})
			return
		}
		x := f.steady(f.expr(s.X), s.X)
		n := f.hold(js.Dot{X: x, Name: "l"})
		value := f.rangeVar(s.Value, s)
		f.noteRange(s)
		f.count(s, label, n, value, func(i js.Expr) {
			at := js.Code{Text: "$0.a[$0.o + $1]", Args: []js.Expr{x, i}, Prec: js.CallLevel}
			f.bind(value, f.clone(at, u.Elem()), u.Elem())
		})
	})
}

// noteRange remembers that the key indexes what is ranged over safely.
func (f *fn) noteRange(s *ast.RangeStmt) {
	if s.Key == nil || s.Tok != token.DEFINE {
		return
	}
	if v := f.defines(s.Key); v != nil && !f.pkg.Reassigned(v) {
		f.noteWithin(v, s.X, s.Body)
	}
}

func (f *fn) rangeArray(s *ast.RangeStmt, label *ast.LabeledStmt, t types.Type) {
	behind := pointee(t)
	if behind == nil {
		behind = t
	}
	u := behind.Underlying().(*types.Array)
	f.wrapped(func() {
		if s.Value == nil || isBlank(s.Value) {
			if hasCall(s.X) {
				f.do(f.expr(s.X))
			}
			f.noteRange(s)
			f.count(s, label, number(u.Len()), rangeVar{}, func(js.Expr) {})
			return
		}
		x := f.hold(f.rangedArray(s, t))
		value := f.rangeVar(s.Value, s)
		f.noteRange(s)
		f.count(s, label, number(u.Len()), value, func(i js.Expr) {
			f.bind(value, f.clone(js.Index{X: x, I: i}, u.Elem()), u.Elem())
		})
	})
}

// rangedArray copies an array that the loop could change meanwhile.
func (f *fn) rangedArray(s *ast.RangeStmt, t types.Type) js.Expr {
	if pointee(t) != nil {
		return f.expr(s.X)
	}
	return f.value(s.X)
}

func (f *fn) rangeString(s *ast.RangeStmt, label *ast.LabeledStmt) {
	f.wrapped(func() {
		x := f.steady(f.expr(s.X), s.X)
		i, size := f.fresh(), f.fresh()
		key, value := f.rangeVar(s.Key, s), f.rangeVar(s.Value, s)
		t := f.enter(s, label, true)
		body := f.collect(func() {
			f.emit(js.Let{Const: true, Names: []string{size.Name}, Init: f.callLib("$decode", x, i)})
			f.do(js.Assign{Op: "=", X: js.Ident{Name: i.Name + "n"}, Y: js.Binary{Op: "+", X: i, Y: js.Index{X: size, I: number(1)}}})
			f.locate(value)
			f.bind(key, i, types.Typ[types.Int])
			f.bind(value, js.Index{X: size, I: number(0)}, types.Typ[types.Int32])
			f.stmts(s.Body.List)
		})
		next := i.Name + "n"
		f.leave(t, js.For{
			Init: js.Let{Names: []string{i.Name + " = 0", next + " = 0"}},
			Cond: js.Binary{Op: "<", X: i, Y: js.Dot{X: x, Name: "length"}},
			Post: js.Assign{Op: "=", X: i, Y: js.Ident{Name: next}}, Body: body,
		})
	})
}

func (f *fn) rangeMap(s *ast.RangeStmt, label *ast.LabeledStmt, u *types.Map) {
	key, value := f.rangeVar(s.Key, s), f.rangeVar(s.Value, s)
	k, v := "", ""
	t := f.enter(s, label, true)
	x := f.expr(s.X)
	body := f.collect(func() {
		k = f.rangeName(key, u.Key())
		v = f.rangeName(value, u.Elem())
		f.stmts(s.Body.List)
	})
	f.leave(t, js.ForOf{Names: []string{k, v}, Unpack: true, X: f.callLib("$entries", x), Body: body})
}

// rangeName returns the name under which the loop declares a variable.
func (f *fn) rangeName(r rangeVar, t types.Type) string {
	if !r.used() {
		return ""
	}
	if r.v != nil && !f.boxed(r.v) && !f.isValue(t) {
		return localName(r.v)
	}
	x := f.fresh()
	f.bind(r, f.clone(x, t), t)
	return x.Name
}

func (f *fn) rangeChan(s *ast.RangeStmt, label *ast.LabeledStmt, u *types.Chan) {
	f.wrapped(func() {
		c := f.hold(f.expr(s.X))
		r := f.fresh()
		f.blocks("receives from a channel", s)
		t := f.enter(s, label, true)
		body := f.collect(func() {
			f.emit(js.Let{Const: true, Names: []string{r.Name}, Init: js.Await{X: f.callLib("$receive", c), If: f.node}})
			f.emit(js.If{Cond: not(js.Index{X: r, I: number(1)}), Then: []js.Stmt{js.Jump{Word: "break"}}})
			f.bind(f.rangeVar(s.Key, s), js.Index{X: r, I: number(0)}, u.Elem())
			f.stmts(s.Body.List)
		})
		f.leave(t, js.For{Body: body})
	})
}
