package lower

import (
	"go/ast"
	"go/types"

	"github.com/omg-go/omg/gojs/js"
)

// blocks says that the function waits here.
func (f *fn) blocks(why string, at ast.Node) { f.node.Block(why, at.Pos()) }

// receive lowers <-c.
func (f *fn) receive(e *ast.UnaryExpr) js.Expr {
	f.blocks("receives from a channel", e)
	return js.Index{X: js.Await{X: f.callLib("$receive", f.expr(e.X)), If: f.node}, I: number(0)}
}

// receiveOK lowers v, ok := <-c.
func (f *fn) receiveOK(e *ast.UnaryExpr) js.Expr {
	f.blocks("receives from a channel", e)
	return js.Await{X: f.callLib("$receive", f.expr(e.X)), If: f.node}
}

func (f *fn) send(s *ast.SendStmt) {
	f.blocks("sends to a channel", s)
	u := f.typ(s.Chan).Underlying().(*types.Chan)
	f.do(js.Await{X: f.callLib("$send", f.expr(s.Chan), f.to(s.Value, u.Elem())), If: f.node})
}

// selectStmt lowers select: the runtime picks a case, a switch runs it.
func (f *fn) selectStmt(s *ast.SelectStmt, label *ast.LabeledStmt) {
	cases := js.Array{}
	blocking := true
	for _, c := range s.Body.List {
		c := c.(*ast.CommClause)
		if c.Comm == nil {
			blocking = false
			continue
		}
		cases.Elems = append(cases.Elems, f.selectCase(c))
	}
	f.blocks("waits in a select", s)
	list := f.collect(func() {
		flag := js.Lit{Text: "false"}
		if !blocking {
			flag = js.Lit{Text: "true"}
		}
		r := f.hold(js.Await{X: f.callLib("$select", cases, flag), If: f.node})
		f.selectBody(s, label, r)
	})
	f.emit(js.Block{List: list})
}

// selectCase is [c] for a receive and [c, v] for a send.
func (f *fn) selectCase(c *ast.CommClause) js.Expr {
	if send, ok := c.Comm.(*ast.SendStmt); ok {
		u := f.typ(send.Chan).Underlying().(*types.Chan)
		return js.Array{Elems: []js.Expr{f.expr(send.Chan), f.to(send.Value, u.Elem())}}
	}
	return js.Array{Elems: []js.Expr{f.expr(received(c).X)}}
}

func received(c *ast.CommClause) *ast.UnaryExpr {
	switch s := c.Comm.(type) {
	case *ast.AssignStmt:
		return ast.Unparen(s.Rhs[0]).(*ast.UnaryExpr)
	case *ast.ExprStmt:
		return ast.Unparen(s.X).(*ast.UnaryExpr)
	}
	return nil
}

func (f *fn) selectBody(s *ast.SelectStmt, label *ast.LabeledStmt, r js.Expr) {
	t := f.enter(s, label, false)
	sw := js.Switch{Tag: js.Index{X: r, I: number(0)}}
	at := int64(0)
	for _, c := range s.Body.List {
		c := c.(*ast.CommClause)
		clause := js.Case{}
		if c.Comm != nil {
			clause.Exprs = []js.Expr{number(at)}
			at++
		}
		body := f.collect(func() {
			f.bindReceived(c, r)
			f.stmts(c.Body)
		})
		clause.Body = []js.Stmt{js.Block{List: body}, js.Jump{Word: "break"}}
		sw.Cases = append(sw.Cases, clause)
	}
	f.leave(t, sw)
}

// bindReceived gives the variables of v, ok := <-c their values.
func (f *fn) bindReceived(c *ast.CommClause, r js.Expr) {
	a, ok := c.Comm.(*ast.AssignStmt)
	if !ok {
		return
	}
	u := f.typ(received(c).X).Underlying().(*types.Chan)
	ts := []types.Type{u.Elem(), types.Typ[types.Bool]}
	for i, l := range a.Lhs {
		if isBlank(l) {
			continue
		}
		x := js.Index{X: r, I: number(int64(i + 1))}
		if v := f.defines(l); v != nil {
			f.declare(v, f.convert(x, ts[i], f.subst(v.Type()), nil))
			continue
		}
		f.do(f.set(l, f.convert(x, ts[i], f.typ(l), nil)))
	}
}
