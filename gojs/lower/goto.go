package lower

import (
	"go/ast"

	"github.com/omg-go/omg/gojs/diag"
	"github.com/omg-go/omg/gojs/js"
)

// machine is a list of statements with labels that goto names:
//
//	let pc = 0;
//	L: for (;;) { switch (pc) { case 0: …; case 1: … } break; }
//
// A goto sets pc and goes round again. Variables of the list are declared
// before the loop, since a jump back must not enter their declaration anew.
type machine struct {
	name   string
	pc     js.Ident
	labels map[*ast.LabeledStmt]int
}

func (f *fn) hasGotoLabel(list []ast.Stmt) bool {
	for _, s := range list {
		if l, ok := s.(*ast.LabeledStmt); ok && f.pkg.Goto(f.info.Defs[l.Label]) {
			return true
		}
	}
	return false
}

func (f *fn) machine(list []ast.Stmt) {
	m := &machine{pc: f.fresh(), labels: map[*ast.LabeledStmt]int{}}
	m.name = f.fresh().Name
	for _, s := range list {
		for l, ok := s.(*ast.LabeledStmt); ok; l, ok = l.Stmt.(*ast.LabeledStmt) {
			m.labels[l] = len(m.labels) + 1
		}
	}
	f.machines = append(f.machines, m)
	f.targets = append(f.targets, &target{opaque: true})
	sw := js.Switch{Tag: m.pc}
	clause := js.Case{Exprs: []js.Expr{number(0)}}
	for _, s := range list {
		for l, ok := s.(*ast.LabeledStmt); ok && m.labels[l] > 0; l, ok = l.Stmt.(*ast.LabeledStmt) {
			sw.Cases = append(sw.Cases, clause)
			clause = js.Case{Exprs: []js.Expr{number(int64(m.labels[l]))}}
		}
		clause.Body = append(clause.Body, f.collect(func() { f.guard(func() { f.stmt(s, nil) }) })...)
	}
	sw.Cases = append(sw.Cases, clause)
	f.targets = f.targets[:len(f.targets)-1]
	f.machines = f.machines[:len(f.machines)-1]
	names := hoist(sw.Cases)
	f.emit(js.Let{Names: append([]string{m.pc.Name + " = 0"}, names...)})
	loop := js.For{Body: []js.Stmt{sw, js.Jump{Word: "break"}}}
	f.emit(js.Label{Name: m.name, Stmt: loop})
}

// hoist turns the declarations of the clauses into assignments and returns
// their names.
func hoist(cases []js.Case) []string {
	var names []string
	for i := range cases {
		for k, s := range cases[i].Body {
			l, ok := s.(js.Let)
			if !ok {
				continue
			}
			names = append(names, nonEmpty(l.Names)...)
			cases[i].Body[k] = assignment(l)
		}
	}
	return names
}

func nonEmpty(list []string) []string {
	var kept []string
	for _, s := range list {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}

func assignment(l js.Let) js.Stmt {
	if l.Init == nil {
		return js.List{}
	}
	if !l.Unpack {
		return js.ExprStmt{X: js.Assign{Op: "=", X: js.Ident{Name: l.Names[0]}, Y: l.Init}}
	}
	pattern := js.Array{}
	for _, n := range l.Names {
		pattern.Elems = append(pattern.Elems, js.Ident{Name: n})
	}
	return js.ExprStmt{X: js.Assign{Op: "=", X: pattern, Y: l.Init}}
}

func (f *fn) gotoStmt(s *ast.BranchStmt) {
	for i := len(f.machines) - 1; i >= 0; i-- {
		m := f.machines[i]
		for l, n := range m.labels {
			if f.info.Defs[l.Label] == f.info.Uses[s.Label] {
				f.do(js.Assign{Op: "=", X: m.pc, Y: number(int64(n))})
				f.emit(js.Jump{Word: "continue", Label: m.name})
				return
			}
		}
	}
	if len(f.loops) > 0 {
		f.jumpOut(s)
		return
	}
	f.refuse(s, diag.Construct, "this goto is not translated", "write a loop")
}
