package lower

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/omg-go/omg/gojs/js"
)

// switchStmt lowers switch to JavaScript's, or to a chain of ifs.
func (f *fn) switchStmt(s *ast.SwitchStmt, label *ast.LabeledStmt) {
	f.withInit(s.Init, func() {
		if f.chainable(s) {
			f.ifChain(s, label)
			return
		}
		f.realSwitch(s, label)
	})
}

// withInit puts a statement and its init into a block.
func (f *fn) withInit(init ast.Stmt, body func()) {
	if init == nil {
		body()
		return
	}
	f.emit(js.Block{List: f.collect(func() {
		f.stmt(init, nil)
		body()
	})})
}

// chainable reports whether a switch without a tag reads better as ifs: no
// fallthrough, no break, and default at the end.
func (f *fn) chainable(s *ast.SwitchStmt) bool {
	if s.Tag != nil {
		return false
	}
	for i, c := range s.Body.List {
		c := c.(*ast.CaseClause)
		if c.List == nil && i < len(s.Body.List)-1 {
			return false
		}
	}
	return !hasBranch(s.Body, token.FALLTHROUGH) && !breaksOut(s.Body)
}

func hasBranch(n ast.Node, tok token.Token) bool {
	found := false
	ast.Inspect(n, func(m ast.Node) bool {
		if b, ok := m.(*ast.BranchStmt); ok && b.Tok == tok {
			found = true
		}
		_, lit := m.(*ast.FuncLit)
		return !found && !lit
	})
	return found
}

// breaksOut reports whether body has a break that leaves the switch around
// it, or one with a label, which might.
func breaksOut(body ast.Node) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			return n == body || labelled(n)
		case *ast.FuncLit:
			return false
		case *ast.BranchStmt:
			found = found || n.Tok == token.BREAK
		}
		return !found
	})
	return found
}

func labelled(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(m ast.Node) bool {
		if b, ok := m.(*ast.BranchStmt); ok && b.Tok == token.BREAK && b.Label != nil {
			found = true
		}
		return !found
	})
	return found
}

func (f *fn) ifChain(s *ast.SwitchStmt, label *ast.LabeledStmt) {
	var chain []js.Stmt
	clauses := s.Body.List
	for i := len(clauses) - 1; i >= 0; i-- {
		c := clauses[i].(*ast.CaseClause)
		body := f.block(c.Body)
		if c.List == nil {
			chain = body
			continue
		}
		chain = []js.Stmt{js.If{Cond: f.anyOf(c.List), Then: body, Else: chain}}
	}
	f.emit(chain...)
}

// anyOf joins conditions by ||.
func (f *fn) anyOf(list []ast.Expr) js.Expr {
	var x js.Expr
	for _, e := range list {
		y := f.expr(e)
		if x == nil {
			x = y
			continue
		}
		x = js.Binary{Op: "||", X: x, Y: y}
	}
	return x
}

func (f *fn) realSwitch(s *ast.SwitchStmt, label *ast.LabeledStmt) {
	t := f.enter(s, label, false)
	sw := js.Switch{Tag: js.Lit{Text: "true"}}
	test := func(e ast.Expr) js.Expr { return f.expr(e) }
	if s.Tag != nil {
		sw.Tag, test = f.switchTag(s)
	}
	for i, c := range s.Body.List {
		sw.Cases = append(sw.Cases, f.caseClause(c.(*ast.CaseClause), test, i == len(s.Body.List)-1))
	}
	f.leave(t, sw)
}

// switchTag returns the tag, and how a case expression is compared with it.
func (f *fn) switchTag(s *ast.SwitchStmt) (js.Expr, func(ast.Expr) js.Expr) {
	t := types.Default(f.typ(s.Tag))
	if f.strict(t) && f.allOf(s, t) {
		return f.to(s.Tag, t), func(e ast.Expr) js.Expr { return f.to(e, t) }
	}
	x := f.hold(f.to(s.Tag, t))
	return js.Lit{Text: "true"}, func(e ast.Expr) js.Expr {
		if f.info.Types[e].IsNil() {
			return f.compareNil(x, t, token.EQL)
		}
		et := types.Default(f.typ(e))
		if !isInterface(t) && !isInterface(et) {
			return f.equal(x, f.to(e, t), t, t)
		}
		return f.equal(x, f.value(e), t, et)
	}
}

// strict reports whether === compares values of t as Go does.
func (f *fn) strict(t types.Type) bool {
	return !isInterface(t) && !f.isValue(t) && repOf(t) != repComplex
}

func (f *fn) allOf(s *ast.SwitchStmt, t types.Type) bool {
	for _, c := range s.Body.List {
		for _, e := range c.(*ast.CaseClause).List {
			if et := f.typ(e); isInterface(et) && !isInterface(t) {
				return false
			}
		}
	}
	return true
}

func (f *fn) caseClause(c *ast.CaseClause, test func(ast.Expr) js.Expr, last bool) js.Case {
	clause := js.Case{}
	for _, e := range c.List {
		clause.Exprs = append(clause.Exprs, test(e))
	}
	body := f.block(c.Body)
	list := []js.Stmt{}
	if len(plain(body)) > 0 {
		list = append(list, bodyBlock(body))
	}
	if !last && !fallsThrough(c.Body) && !leaves(c.Body) {
		list = append(list, js.Jump{Word: "break"})
	}
	clause.Body = list
	return clause
}

// bodyBlock puts braces round a clause that declares something.
func bodyBlock(body []js.Stmt) js.Stmt {
	for _, s := range body {
		switch s.(type) {
		case js.Let, js.FuncDecl:
			return js.Block{List: body}
		}
	}
	return js.List{List: body}
}

func fallsThrough(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	b, ok := list[len(list)-1].(*ast.BranchStmt)
	return ok && b.Tok == token.FALLTHROUGH
}

// leaves reports whether a list ends by going elsewhere.
func leaves(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	switch s := list[len(list)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return s.Tok == token.BREAK || s.Tok == token.CONTINUE
	}
	return false
}
