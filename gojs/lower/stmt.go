package lower

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
)

// stmts lowers a list of statements; one with goto labels becomes a machine.
func (f *fn) stmts(list []ast.Stmt) {
	if f.hasGotoLabel(list) {
		f.machine(list)
		return
	}
	for _, s := range list {
		f.guard(func() { f.stmt(s, nil) })
	}
}

func (f *fn) block(list []ast.Stmt) []js.Stmt {
	return f.collect(func() { f.stmts(list) })
}

// stmt lowers s; label is its label, nil if it has none.
func (f *fn) stmt(s ast.Stmt, label *ast.LabeledStmt) {
	f.mark(s)
	switch s := s.(type) {
	case *ast.EmptyStmt:
	case *ast.ExprStmt:
		f.do(f.expr(s.X))
	case *ast.BlockStmt:
		f.blockStmt(s, label)
	case *ast.LabeledStmt:
		f.stmt(s.Stmt, s)
	case *ast.DeclStmt:
		f.declStmt(s.Decl.(*ast.GenDecl))
	case *ast.AssignStmt:
		f.assign(s)
	case *ast.IncDecStmt:
		f.incDec(s)
	case *ast.ReturnStmt:
		f.returnStmt(s)
	case *ast.IfStmt:
		f.ifStmt(s)
	default:
		f.control(s, label)
	}
}

func (f *fn) control(s ast.Stmt, label *ast.LabeledStmt) {
	switch s := s.(type) {
	case *ast.ForStmt:
		f.forStmt(s, label)
	case *ast.RangeStmt:
		f.rangeStmt(s, label)
	case *ast.SwitchStmt:
		f.switchStmt(s, label)
	case *ast.TypeSwitchStmt:
		f.typeSwitch(s, label)
	case *ast.SelectStmt:
		f.selectStmt(s, label)
	case *ast.BranchStmt:
		f.branch(s)
	case *ast.GoStmt:
		f.goStmt(s)
	case *ast.DeferStmt:
		f.deferStmt(s)
	case *ast.SendStmt:
		f.send(s)
	default:
		f.refuse(s, diag.Construct, fmt.Sprintf("%T is not translated", s), "")
	}
}

func (f *fn) mark(s ast.Node) {
	at := f.p.world.Fset.Position(s.Pos())
	f.emit(js.Mark{File: at.Filename, Line: at.Line, Col: at.Column})
}

func (f *fn) blockStmt(s *ast.BlockStmt, label *ast.LabeledStmt) {
	t := f.enter(s, label, false)
	body := f.block(s.List)
	f.leave(t, js.Block{List: body})
}

func (f *fn) ifStmt(s *ast.IfStmt) {
	if s.Init == nil {
		f.emit(f.ifBranch(s))
		return
	}
	body := f.collect(func() {
		f.stmt(s.Init, nil)
		f.emit(f.ifBranch(s))
	})
	f.emit(js.Block{List: body})
}

func (f *fn) ifBranch(s *ast.IfStmt) js.If {
	branch := js.If{Cond: f.expr(s.Cond), Then: f.block(s.Body.List)}
	switch e := s.Else.(type) {
	case *ast.BlockStmt:
		branch.Else = f.block(e.List)
	case *ast.IfStmt:
		branch.Else = plain(f.collect(func() { f.ifStmt(e) }))
	}
	return branch
}

// plain leaves the position marks out.
func plain(list []js.Stmt) []js.Stmt {
	var kept []js.Stmt
	for _, s := range list {
		if _, ok := s.(js.Mark); !ok {
			kept = append(kept, s)
		}
	}
	return kept
}

// target is a statement that break or continue may name.
type target struct {
	stmt  ast.Stmt
	label string // in JavaScript, "" until something needs it
	name  *ast.LabeledStmt
	loop  bool
	used  bool
	// opaque says that JavaScript's own break stops here, though Go's does not.
	opaque bool
}

// enter makes s the innermost target. A block is one only by its label.
func (f *fn) enter(s ast.Stmt, label *ast.LabeledStmt, loop bool) *target {
	t := &target{stmt: s, name: label, loop: loop}
	f.targets = append(f.targets, t)
	return t
}

// leave emits the lowered target, with its label if a jump used it.
func (f *fn) leave(t *target, s js.Stmt) {
	f.targets = f.targets[:len(f.targets)-1]
	if t.used {
		s = js.Label{Name: t.label, Stmt: s}
	}
	f.emit(s)
}

func (f *fn) branch(s *ast.BranchStmt) {
	switch s.Tok {
	case token.GOTO:
		f.gotoStmt(s)
	case token.BREAK, token.CONTINUE:
		f.jump(s)
	}
}

// jump lowers break and continue.
func (f *fn) jump(s *ast.BranchStmt) {
	t, near := f.findTarget(s)
	switch {
	case t == nil:
		f.jumpOut(s)
		return
	case f.isRangeFunc(t):
		f.jumpInRange(s)
		return
	}
	j := js.Jump{Word: s.Tok.String()}
	if !near {
		j.Label = f.use(t)
	}
	f.emit(j)
}

// use gives a target a label.
func (f *fn) use(t *target) string {
	if !t.used {
		t.used = true
		if t.label == "" {
			t.label = f.labelName(t)
		}
	}
	return t.label
}

func (f *fn) labelName(t *target) string {
	if t.name != nil {
		return asciiName(t.name.Label.Name) + "$"
	}
	return f.fresh().Name
}

// findTarget returns what a jump goes to, and whether JavaScript needs no label for it.
func (f *fn) findTarget(s *ast.BranchStmt) (*target, bool) {
	near := true
	for i := len(f.targets) - 1; i >= 0; i-- {
		t := f.targets[i]
		_, block := t.stmt.(*ast.BlockStmt)
		if f.matches(t, s) {
			return t, near && !block
		}
		stops := t.opaque || t.loop || !block && s.Tok == token.BREAK
		near = near && !stops
	}
	return nil, false
}

func (f *fn) matches(t *target, s *ast.BranchStmt) bool {
	if t.opaque {
		return false
	}
	if s.Label != nil {
		return t.name != nil && f.info.Uses[s.Label] == f.info.Defs[t.name.Label]
	}
	if _, block := t.stmt.(*ast.BlockStmt); block {
		return false
	}
	return t.loop || s.Tok == token.BREAK
}

// isRangeFunc reports whether t is the range over a function whose body is
// being lowered.
func (f *fn) isRangeFunc(t *target) bool {
	r, ok := t.stmt.(*ast.RangeStmt)
	if !ok {
		return false
	}
	_, fn := f.typ(r.X).Underlying().(*types.Signature)
	return fn
}
