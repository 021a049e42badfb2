package lower

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/omg-go/omg/gojs/js"
)

// forStmt lowers for. JavaScript's let gives each iteration its own variable,
// as Go does; only boxed variables need a copy.
func (f *fn) forStmt(s *ast.ForStmt, label *ast.LabeledStmt) {
	pre := f.collect(func() {
		if s.Init != nil {
			f.stmt(s.Init, nil)
		}
	})
	pre = plain(pre)
	init, simple := f.loopInit(pre)
	t := f.enter(s, label, true)
	loop := js.For{Init: init}
	if s.Cond != nil {
		loop.Cond = f.expr(s.Cond)
	}
	f.noteCounter(s)
	loop.Body = f.block(s.Body.List)
	loop.Post = f.post(s)
	if simple {
		f.leave(t, loop)
		return
	}
	f.emit(js.Block{List: append(pre, f.collect(func() { f.leave(t, loop) })...)})
}

// loopInit turns the statements of a for's init into one, if that is possible.
func (f *fn) loopInit(pre []js.Stmt) (js.Stmt, bool) {
	if len(pre) == 0 {
		return nil, true
	}
	var all []js.Let
	for _, s := range pre {
		l, ok := s.(js.Let)
		if !ok || l.Unpack || l.Const {
			return f.loopInitExpr(pre)
		}
		all = append(all, l)
	}
	first := all[0]
	first.Also = all[1:]
	return first, true
}

func (f *fn) loopInitExpr(pre []js.Stmt) (js.Stmt, bool) {
	if e, ok := pre[0].(js.ExprStmt); ok && len(pre) == 1 {
		return e, true
	}
	if l, ok := pre[0].(js.Let); ok && len(pre) == 1 {
		return l, true
	}
	return nil, false
}

// post lowers the post statement to an expression.
func (f *fn) post(s *ast.ForStmt) js.Expr {
	var x js.Expr
	join := func(y js.Expr) {
		if x == nil {
			x = y
			return
		}
		x = js.Binary{Op: ",", X: x, Y: y}
	}
	for _, v := range f.boxedCounters(s) {
		name := js.Ident{Name: localName(v)}
		join(js.Assign{Op: "=", X: name, Y: js.New{Class: f.lib("$Box"), Args: []js.Expr{js.Dot{X: name, Name: "v"}}}})
	}
	if s.Post == nil {
		return x
	}
	old := f.inline
	f.inline = true
	list := plain(f.collect(func() { f.stmt(s.Post, nil) }))
	f.inline = old
	for _, p := range list {
		join(p.(js.ExprStmt).X)
	}
	return x
}

// boxedCounters returns the variables of the loop that live in boxes.
func (f *fn) boxedCounters(s *ast.ForStmt) []*types.Var {
	a, ok := s.Init.(*ast.AssignStmt)
	if !ok || a.Tok != token.DEFINE {
		return nil
	}
	var list []*types.Var
	for _, l := range a.Lhs {
		if v := f.defines(l); v != nil && f.boxed(v) {
			list = append(list, v)
		}
	}
	return list
}

func (f *fn) isVar(e ast.Expr, v *types.Var) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && f.info.ObjectOf(id) == v
}

// noteLength remembers that v < len(x) throughout body.
func (f *fn) noteLength(v *types.Var, limit ast.Expr, body ast.Node) {
	call, ok := ast.Unparen(limit).(*ast.CallExpr)
	if !ok || f.builtinOf(call) != "len" {
		return
	}
	f.noteWithin(v, call.Args[0], body)
}

// noteWithin remembers that v indexes x safely, when x is a local that body
// does not change.
func (f *fn) noteWithin(v *types.Var, x ast.Expr, body ast.Node) {
	id, ok := ast.Unparen(x).(*ast.Ident)
	if !ok {
		return
	}
	xv, ok := f.info.ObjectOf(id).(*types.Var)
	if !ok || isGlobal(xv) || f.pkg.Addressed(xv) || f.writes(body, xv) || f.closureWrites(xv) {
		return
	}
	f.within[v] = xv
}

// closureWrites reports whether x may be changed by a closure while a loop
// runs: it is assigned somewhere and the loop calls something.
func (f *fn) closureWrites(x *types.Var) bool {
	return f.pkg.CapturedWrite(x)
}

// writes reports whether n assigns to v.
func (f *fn) writes(n ast.Node, v *types.Var) bool {
	found := false
	ast.Inspect(n, func(m ast.Node) bool {
		switch m := m.(type) {
		case *ast.AssignStmt:
			for _, l := range m.Lhs {
				found = found || f.isVar(l, v)
			}
		case *ast.IncDecStmt:
			found = found || f.isVar(m.X, v)
		case *ast.RangeStmt:
			found = found || m.Key != nil && f.isVar(m.Key, v) || m.Value != nil && f.isVar(m.Value, v)
		}
		return !found
	})
	return found
}
