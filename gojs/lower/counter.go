package lower

import (
	"go/ast"
	"go/token"
	"go/types"
)

// steps is more than a loop that counts one by one takes while a page lives:
// at one step a nanosecond it would run for two weeks.
const steps = 1 << 50

// counter is the variable of for i := start; i < limit; i++ (or > and i--), in
// a loop that changes it in no other way.
type counter struct {
	v     *types.Var
	start ast.Expr
	cond  *ast.BinaryExpr
	step  token.Token
}

func (f *fn) counterOf(s *ast.ForStmt) (counter, bool) {
	a, ok := s.Init.(*ast.AssignStmt)
	step, ok2 := s.Post.(*ast.IncDecStmt)
	cond, ok3 := s.Cond.(*ast.BinaryExpr)
	if !ok || !ok2 || !ok3 || a.Tok != token.DEFINE || len(a.Lhs) != 1 || len(a.Rhs) != 1 {
		return counter{}, false
	}
	v := f.defines(a.Lhs[0])
	if v == nil || !repOf(f.subst(v.Type())).wide() || !f.isVar(step.X, v) || !f.isVar(cond.X, v) {
		return counter{}, false
	}
	if f.pkg.Addressed(v) || f.writes(s.Body, v) || f.writes(cond, v) {
		return counter{}, false
	}
	return counter{v, a.Rhs[0], cond, step.Tok}, true
}

// noteCounter remembers what the counter of a loop lies in while its body
// runs, and that it indexes x safely if the limit is len(x).
func (f *fn) noteCounter(s *ast.ForStmt) {
	c, ok := f.counterOf(s)
	if !ok {
		return
	}
	f.counters[c.v] = f.counted(c)
	if n, ok := small(f.info.Types[c.start].Value); ok && n >= 0 && c.step == token.INC && c.cond.Op == token.LSS {
		f.noteLength(c.v, c.cond.Y, s.Body)
	}
}

// counted returns what c lies in: from its start as far as it can get, and no
// further than the condition lets it.
func (f *fn) counted(c counter) bounds {
	b := f.bounds(c.start)
	if c.step == token.INC {
		b.hi += steps
	} else {
		b.lo -= steps
	}
	return b.meet(f.allowed(c.cond)).meet(f.boundsOfType(f.subst(c.v.Type())))
}

// allowed returns what x lies in where x < y, x <= y, x > y or x >= y holds.
func (f *fn) allowed(cond *ast.BinaryExpr) bounds {
	x, y := f.boundsOfType(f.typ(cond.X)), f.bounds(cond.Y)
	switch cond.Op {
	case token.LSS:
		x.hi = y.hi - 1
	case token.LEQ:
		x.hi = y.hi
	case token.GTR:
		x.lo = y.lo + 1
	case token.GEQ:
		x.lo = y.lo
	}
	return x
}
