package lower

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/omg-go/omg/gojs/js"
)

var assignOps = map[token.Token]token.Token{
	token.ADD_ASSIGN: token.ADD, token.SUB_ASSIGN: token.SUB, token.MUL_ASSIGN: token.MUL, token.QUO_ASSIGN: token.QUO,
	token.REM_ASSIGN: token.REM, token.AND_ASSIGN: token.AND, token.OR_ASSIGN: token.OR, token.XOR_ASSIGN: token.XOR,
	token.SHL_ASSIGN: token.SHL, token.SHR_ASSIGN: token.SHR, token.AND_NOT_ASSIGN: token.AND_NOT,
}

func (f *fn) assign(s *ast.AssignStmt) {
	switch {
	case assignOps[s.Tok] != 0:
		f.assignOp(s.Lhs[0], assignOps[s.Tok], s.Rhs[0], s)
	case len(s.Lhs) == 1 && len(s.Rhs) == 1:
		f.assignOne(s.Lhs[0], s.Rhs[0])
	case len(s.Rhs) == 1:
		f.assignTuple(s)
	default:
		f.assignMany(s)
	}
}

// defines returns the variable that e declares here, nil if it declares none.
func (f *fn) defines(e ast.Expr) *types.Var {
	if id, ok := e.(*ast.Ident); ok && id.Name != "_" {
		v, _ := f.info.Defs[id].(*types.Var)
		return v
	}
	return nil
}

func isBlank(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && id.Name == "_"
}

func (f *fn) assignOne(lhs, rhs ast.Expr) {
	if isBlank(lhs) {
		f.discard(rhs)
		return
	}
	if v := f.defines(lhs); v != nil {
		if x := f.defineLiteral(v, rhs); x != nil {
			f.declare(v, x)
			return
		}
		f.declare(v, f.to(rhs, f.subst(v.Type())))
		return
	}
	f.do(f.set(lhs, f.to(rhs, f.typ(lhs))))
}

// discard evaluates e for its effects.
func (f *fn) discard(e ast.Expr) {
	if f.info.Types[e].Value != nil || f.info.Types[e].IsNil() {
		return
	}
	x := f.expr(e)
	if _, plain := x.(js.Ident); plain {
		return
	}
	if d, ok := x.(js.Dot); ok && d.Name == "v" {
		f.do(f.callLib("$notNil", d.X))
		return
	}
	f.do(x)
}

// set lowers lhs = v, where v already has the type of lhs.
func (f *fn) set(lhs ast.Expr, v js.Expr) js.Expr {
	lhs = ast.Unparen(lhs)
	t := f.typ(lhs)
	switch l := lhs.(type) {
	case *ast.IndexExpr:
		return f.setIndex(l, v)
	case *ast.StarExpr:
		if f.isValue(t) {
			return f.store(f.expr(l.X), v, t)
		}
	case *ast.Ident:
		return f.setVar(l, v, t)
	}
	return f.store(f.expr(lhs), v, t)
}

// setVar writes a variable: in place when something may point to it.
func (f *fn) setVar(l *ast.Ident, v js.Expr, t types.Type) js.Expr {
	o := f.info.ObjectOf(l).(*types.Var)
	f.border(o, l)
	place := f.variable(o)
	if f.isValue(t) && (f.pkg.Addressed(o) || isGlobal(o)) {
		return f.store(place, v, t)
	}
	return js.Assign{Op: "=", X: place, Y: v}
}

// result is one of several values, with its type.
type result struct {
	x js.Expr
	t types.Type
}

// tuple evaluates an expression of n results into a temporary.
func (f *fn) tuple(e ast.Expr, n int) []result {
	x, ts := f.tupleExpr(e, n)
	t := f.hold(x)
	list := make([]result, n)
	for i := range list {
		list[i] = result{js.Index{X: t, I: number(int64(i))}, ts[i]}
	}
	return list
}

// tupleExpr lowers an expression of n results to an array.
func (f *fn) tupleExpr(e ast.Expr, n int) (js.Expr, []types.Type) {
	e = ast.Unparen(e)
	if t, ok := f.typ(e).(*types.Tuple); ok {
		ts := make([]types.Type, t.Len())
		for i := range ts {
			ts[i] = t.At(i).Type()
		}
		if _, call := e.(*ast.CallExpr); call {
			return f.expr(e), ts
		}
		return f.commaOK(e), ts
	}
	return f.commaOK(e), []types.Type{f.typ(e), types.Typ[types.Bool]}
}

// commaOK lowers v, ok := m[k], <-c or x.(T).
func (f *fn) commaOK(e ast.Expr) js.Expr {
	switch e := e.(type) {
	case *ast.IndexExpr:
		u := f.typ(e.X).Underlying().(*types.Map)
		return f.callLib("$lookup", f.expr(e.X), f.to(e.Index, u.Key()), f.zero(u.Elem()))
	case *ast.TypeAssertExpr:
		return f.assertOK(e)
	}
	return f.receiveOK(e.(*ast.UnaryExpr))
}

// assignTuple lowers a, b = f().
func (f *fn) assignTuple(s *ast.AssignStmt) {
	if names, ok := f.unpackable(s); ok {
		x, _ := f.tupleExpr(s.Rhs[0], len(s.Lhs))
		f.emit(js.Let{Names: names, Unpack: true, Init: x})
		return
	}
	places := f.places(s.Lhs)
	values := f.tuple(s.Rhs[0], len(s.Lhs))
	for i, l := range s.Lhs {
		f.assignResult(l, places[i], values[i], ast.Unparen(s.Rhs[0]))
	}
}

// unpackable reports whether every name of a := is new and plain.
func (f *fn) unpackable(s *ast.AssignStmt) ([]string, bool) {
	names := make([]string, len(s.Lhs))
	for i, l := range s.Lhs {
		if isBlank(l) {
			continue
		}
		v := f.defines(l)
		if v == nil || f.boxed(v) || f.isValue(f.subst(v.Type())) {
			return nil, false
		}
		names[i] = localName(v)
	}
	return names, s.Tok == token.DEFINE
}

func (f *fn) assignResult(l ast.Expr, p place, r result, from ast.Expr) {
	if isBlank(l) {
		return
	}
	x := r.x
	if _, call := from.(*ast.CallExpr); !call && f.isValue(r.t) {
		x = f.clone(x, r.t)
	}
	if v := f.defines(l); v != nil {
		f.declare(v, f.convert(x, r.t, f.subst(v.Type()), nil))
		return
	}
	f.do(p.set(f.convert(x, r.t, f.typ(l), nil)))
}

// place is the left side of an assignment whose operands are evaluated.
type place struct{ set func(v js.Expr) js.Expr }

// places evaluates the operands of every left side.
func (f *fn) places(list []ast.Expr) []place {
	out := make([]place, len(list))
	for i, l := range list {
		if isBlank(l) || f.defines(l) != nil {
			continue
		}
		out[i] = f.place(l)
	}
	return out
}

func (f *fn) place(l ast.Expr) place {
	l = ast.Unparen(l)
	t := f.typ(l)
	switch e := l.(type) {
	case *ast.IndexExpr:
		return f.placeOfElement(e)
	case *ast.StarExpr:
		p := f.hold(f.expr(e.X))
		if f.isValue(t) {
			return place{func(v js.Expr) js.Expr { return f.store(p, v, t) }}
		}
		return place{func(v js.Expr) js.Expr { return js.Assign{Op: "=", X: js.Dot{X: p, Name: "v"}, Y: v} }}
	case *ast.SelectorExpr:
		if f.info.Selections[e] != nil {
			f.borderField(e)
			obj, name := f.fieldPlace(e)
			at := js.Dot{X: f.hold(obj), Name: name}
			return place{func(v js.Expr) js.Expr { return f.store(at, v, t) }}
		}
	}
	return place{func(v js.Expr) js.Expr { return f.set(l, v) }}
}

// hold evaluates x now, into a constant.
func (f *fn) hold(x js.Expr) js.Expr {
	if _, ok := x.(js.Lit); ok {
		return x
	}
	if s, ok := x.(js.Str); ok {
		return s
	}
	if f.inline {
		t := f.temp()
		f.do(js.Assign{Op: "=", X: t, Y: x})
		return t
	}
	t := f.fresh()
	f.emit(js.Let{Const: true, Names: []string{t.Name}, Init: x})
	return t
}

// scoped emits a list with names of its own.
func (f *fn) scoped(list []js.Stmt) {
	if f.inline {
		f.emit(list...)
		return
	}
	f.emit(js.Block{List: list})
}

func (f *fn) placeOfElement(e *ast.IndexExpr) place {
	t := f.typ(e.X)
	if p := pointee(t); p != nil {
		t = p
	}
	x := f.hold(f.expr(e.X))
	switch u := t.Underlying().(type) {
	case *types.Map:
		k := f.hold(f.to(e.Index, u.Key()))
		return place{func(v js.Expr) js.Expr { return f.callLib("$setKey", x, k, v) }}
	case *types.Array:
		i := f.hold(f.indexNumber(e.Index))
		at := js.Index{X: x, I: f.callLib("$within", i, number(u.Len()))}
		return place{func(v js.Expr) js.Expr { return f.store(at, v, u.Elem()) }}
	}
	i := f.hold(f.indexNumber(e.Index))
	elem := t.Underlying().(*types.Slice).Elem()
	if f.isValue(elem) {
		return place{func(v js.Expr) js.Expr {
			return f.store(js.Call{Fn: js.Dot{X: x, Name: "get"}, Args: []js.Expr{i}}, v, elem)
		}}
	}
	return place{func(v js.Expr) js.Expr {
		return js.Call{Fn: js.Dot{X: x, Name: "set"}, Args: []js.Expr{i, v}}
	}}
}

// assignMany lowers a, b = x, y: operands first, then all the writes.
func (f *fn) assignMany(s *ast.AssignStmt) {
	if s.Tok == token.DEFINE && f.allNew(s) {
		f.defineMany(s)
		return
	}
	list := f.collect(func() {
		places := f.places(s.Lhs)
		values := make([]js.Expr, len(s.Rhs))
		for i, r := range s.Rhs {
			values[i] = f.manyValue(s.Lhs[i], r)
		}
		for i, l := range s.Lhs {
			f.assignHeld(l, places[i], values[i])
		}
	})
	if s.Tok == token.DEFINE {
		f.emit(list...)
		return
	}
	f.scoped(list)
}

func (f *fn) manyValue(l, r ast.Expr) js.Expr {
	if isBlank(l) {
		if f.info.Types[r].IsNil() {
			return null()
		}
		return f.hold(f.value(r))
	}
	return f.hold(f.to(r, f.targetType(l)))
}

func (f *fn) targetType(l ast.Expr) types.Type {
	if v := f.defines(l); v != nil {
		return f.subst(v.Type())
	}
	return f.typ(l)
}

func (f *fn) assignHeld(l ast.Expr, p place, v js.Expr) {
	if isBlank(l) {
		return
	}
	if o := f.defines(l); o != nil {
		f.declare(o, v)
		return
	}
	f.do(p.set(v))
}

// allNew reports whether := declares every name, none of which the right
// side could mention: new names are not in scope there.
func (f *fn) allNew(s *ast.AssignStmt) bool {
	for _, l := range s.Lhs {
		if f.defines(l) == nil {
			return false
		}
	}
	return true
}

func (f *fn) defineMany(s *ast.AssignStmt) {
	for i, l := range s.Lhs {
		v := f.defines(l)
		f.declare(v, f.to(s.Rhs[i], f.subst(v.Type())))
	}
}
