package lower

import (
	"go/ast"
	"go/types"

	"github.com/omg-go/omg/gojs/js"
)

// typeSwitch lowers switch x := y.(type).
func (f *fn) typeSwitch(s *ast.TypeSwitchStmt, label *ast.LabeledStmt) {
	f.withInit(s.Init, func() {
		list := f.collect(func() {
			x := f.hold(f.expr(switched(s)))
			f.typeChain(s, label, x)
		})
		f.emit(js.Block{List: list})
	})
}

// switched returns y of x := y.(type).
func switched(s *ast.TypeSwitchStmt) ast.Expr {
	switch a := s.Assign.(type) {
	case *ast.AssignStmt:
		return a.Rhs[0].(*ast.TypeAssertExpr).X
	case *ast.ExprStmt:
		return a.X.(*ast.TypeAssertExpr).X
	}
	return nil
}

// typeChain lowers the clauses to ifs; a break turns them into switch (true).
func (f *fn) typeChain(s *ast.TypeSwitchStmt, label *ast.LabeledStmt, x js.Expr) {
	breaks := breaksOut(s.Body)
	t := f.enter(s, label, false)
	var chain, otherwise []js.Stmt
	type arm struct {
		cond js.Expr
		body []js.Stmt
	}
	var arms []arm
	for _, c := range s.Body.List {
		c := c.(*ast.CaseClause)
		body := f.typeClause(c, x, switched(s))
		if c.List == nil {
			otherwise = body
			continue
		}
		arms = append(arms, arm{f.anyType(x, c.List), body})
	}
	chain = otherwise
	for i := len(arms) - 1; i >= 0; i-- {
		chain = []js.Stmt{js.If{Cond: arms[i].cond, Then: arms[i].body, Else: chain}}
	}
	if !breaks && t.name == nil {
		f.leave(t, js.List{List: chain})
		return
	}
	f.leave(t, js.Switch{Tag: number(0), Cases: []js.Case{{Body: chain}}})
}

func (f *fn) anyType(x js.Expr, list []ast.Expr) js.Expr {
	var cond js.Expr
	for _, e := range list {
		var y js.Expr
		if f.info.Types[e].IsNil() {
			y = js.Binary{Op: "===", X: x, Y: null()}
		} else {
			y = f.holds(x, f.typ(e))
		}
		if cond == nil {
			cond = y
		} else {
			cond = js.Binary{Op: "||", X: cond, Y: y}
		}
	}
	return cond
}

// typeClause lowers a clause's body; its variable has the clause's type.
func (f *fn) typeClause(c *ast.CaseClause, x js.Expr, y ast.Expr) []js.Stmt {
	return f.collect(func() {
		if v, ok := f.info.Implicits[c].(*types.Var); ok && v.Name() != "_" {
			t := f.subst(v.Type())
			value := x
			if !isInterface(t) {
				value = f.clone(f.fromInterface(x, t), t)
			} else if !isInterface(f.typ(y)) {
				value = x
			}
			f.declare(v, value)
		}
		f.stmts(c.Body)
	})
}
