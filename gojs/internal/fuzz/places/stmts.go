package places

import "fmt"

// stmt writes one statement.
func (g *generator) stmt() {
	g.left--
	kinds := []func(){
		g.assignInt, g.assignInt, g.assignSized, g.assignSized, g.assignString, g.assignTuple, g.swap, g.opAssign,
		g.appendInt, g.sliceOf, g.elements, g.mapWrite, g.copyStruct, g.pointer, g.callMethod, g.assignAny,
		g.closure, g.declareNew, g.assignFloat, g.assignBool, g.traceCall, g.deferred,
	}
	if g.nested < 3 {
		kinds = append(kinds, g.ifStmt, g.ifStmt, g.forStmt, g.rangeStmt, g.switchStmt, g.recoverStmt, g.blockStmt)
	}
	if g.loops > 0 {
		kinds = append(kinds, g.leaveLoop)
	}
	kinds[g.n(len(kinds))]()
}

func (g *generator) some() {
	for range 1 + g.n(3) {
		g.stmt()
	}
}

func (g *generator) assignInt() {
	g.line("%s = %s %% 100003", g.pick("int"), g.expr("int", 3))
}

func (g *generator) assignSized() {
	t := sized[g.n(len(sized))]
	g.line("%s = %s", g.pick(t), g.expr(t, 3))
}

func (g *generator) assignString() {
	v := g.pick("string")
	g.line("%s = %s", v, g.expr("string", 3))
	g.line("if len(%s) > 40 { %s = %s[30:] }", v, v, v)
}

func (g *generator) assignFloat() {
	g.line("if v := %s; v < 1e9 && v > -1e9 { %s = v }", g.expr("float64", 2), g.pick("float64"))
}

func (g *generator) assignBool() { g.line("%s = %s", g.pick("bool"), g.expr("bool", 3)) }

// place is an addressable int.
func (g *generator) place() string {
	switch g.n(6) {
	case 0:
		return fmt.Sprintf("%s[%s&3]", g.pick("[4]int"), g.traced(g.leaf("int")))
	case 1:
		return fmt.Sprintf("%s[%d]", g.pick("[]int"), g.n(3))
	case 2:
		return g.pick("*pair") + ".A"
	case 3:
		return g.pick("pair") + ".A"
	case 4:
		return fmt.Sprintf("%s[%s]", g.pick("map[string]int"), g.expr("string", 1))
	}
	return g.pick("int")
}

func (g *generator) assignTuple() {
	g.line("%s, %s = %s %% 100003, %s %% 100003", g.place(), g.place(), g.traced(g.leaf("int")), g.traced(g.leaf("int")))
}

func (g *generator) swap() {
	switch g.n(3) {
	case 0:
		s := g.pick("[]int")
		g.line("%s[0], %s[1] = %s[1], %s[0]", s, s, s, s)
	case 1:
		s := g.pick("[]pair")
		g.line("%s[0], %s[1] = %s[1], %s[0]", s, s, s, s)
	default:
		a, b := g.pick("int"), g.pick("int")
		g.line("%s, %s = %s, %s", a, b, b, a)
	}
}

func (g *generator) opAssign() {
	p := g.place()
	if g.chance(30) {
		g.line("%s%s", p, []string{"++", "--"}[g.n(2)])
		return
	}
	if g.chance(50) {
		t := sized[g.n(len(sized))]
		g.line("%s %s= %s", g.pick(t), []string{"+", "-", "*", "^", "|", "&"}[g.n(6)], g.expr(t, 2))
		return
	}
	g.line("%s %s= %s %% 1000", p, []string{"+", "-", "^", "|", "&"}[g.n(5)], g.expr("int", 2))
}

func (g *generator) appendInt() {
	s := g.pick("[]int")
	switch g.n(3) {
	case 0:
		g.line("%s = append(%s, %s %% 100003, %s %% 100003)", s, s, g.expr("int", 2), g.leaf("int"))
	case 1:
		p := g.pick("[]pair")
		g.line("%s = append(%s, %s)", p, p, g.pick("pair"))
	default:
		g.line("%s = append(%s, %s[1:]...)", s, s, g.pick("[]int"))
	}
	g.line("if len(%s) > 50 { %s = %s[:3] }", s, s, s)
}

func (g *generator) sliceOf() {
	s := g.pick("[]int")
	switch g.n(3) {
	case 0:
		t := g.declare("[]int", fmt.Sprintf("append([]int(nil), %s...)", s))
		g.line("copy(%s[1:], %s)", t, s)
	case 1:
		a := g.pick("[4]int")
		g.declare("[]int", fmt.Sprintf("%s[%d:]", a, g.n(2)))
	default:
		t := g.declare("[]int", fmt.Sprintf("%s[:3:3]", s))
		g.line("%s[%d] = %s %% 1009", t, g.n(3), g.expr("int", 1))
	}
}

func (g *generator) elements() {
	s := g.pick("[]pair")
	g.line("%s[%d].%s = %s %% 1009", s, g.n(2), "A", g.expr("int", 2))
	g.line("%s[%d].C[%s&1]++", s, g.n(2), g.leaf("int"))
}

func (g *generator) mapWrite() {
	m := g.pick("map[string]int")
	switch g.n(3) {
	case 0:
		g.line("%s[%s] = %s %% 1009", m, g.expr("string", 1), g.expr("int", 2))
	case 1:
		g.line("delete(%s, %s)", m, g.expr("string", 1))
	default:
		g.line("if x, ok := %s[%s]; ok { %s = x } else { %s[%s] = len(%s) }", m, g.expr("string", 1), g.pick("int"), m, g.text(), m)
	}
}

func (g *generator) copyStruct() {
	a, b := g.pick("pair"), g.pick("pair")
	switch g.n(5) {
	case 0:
		g.line("%s = %s", a, b)
	case 1:
		g.line("%s = *%s", a, g.pick("*pair"))
	case 2:
		g.line("*%s = %s", g.pick("*pair"), a)
	case 3:
		g.line("%s = %s[%d]", a, g.pick("[]pair"), g.n(2))
	default:
		g.line("%s = %s.with(%s %% 1009)", a, b, g.expr("int", 1))
	}
	g.line("%s.C[%d] = %s", a, g.n(3), g.expr("int32", 1))
}

func (g *generator) pointer() {
	switch g.n(4) {
	case 0:
		g.line("%s = &%s[%d]", g.pick("*pair"), g.pick("[]pair"), g.n(2))
	case 1:
		g.line("%s = &%s", g.pick("*pair"), g.pick("pair"))
	case 2:
		p := g.fresh("q")
		g.line("%s := &%s", p, g.pick("int"))
		g.line("*%s = (*%s + %s) %% 100003", p, p, g.expr("int", 1))
	default:
		p := g.fresh("q")
		g.line("%s := &%s[%d]", p, g.pick("[]int"), g.n(3))
		g.line("*%s++", p)
	}
}

func (g *generator) callMethod() {
	if g.chance(50) {
		g.line("%s.add(%s %% 1009)", g.pick([]string{"pair", "*pair"}[g.n(2)]), g.expr("int", 2))
		return
	}
	f := g.fresh("f")
	g.line("%s := %s.sum", f, g.pick("pair"))
	g.stmt()
	g.line("println(%s())", f)
}

func (g *generator) assignAny() {
	v := g.pick("any")
	t := []string{"int", "string", "pair", "*pair", "[]int", "[4]int", "float64"}[g.n(7)]
	g.line("%s = %s", v, g.pick(t))
	if g.chance(40) {
		g.line("if s, ok := %s.(summer); ok { println(s.sum()) }", v)
	}
	if g.chance(20) {
		g.line("%s = %s.(int)", g.pick("int"), v) // may panic
	}
}

func (g *generator) closure() {
	f, x := g.fresh("f"), g.pick("int")
	g.line("%s := func(n int) int {", f)
	g.line("\t%s = (%s + n) %% 100003", x, x)
	g.line("\treturn %s", x)
	g.line("}")
	g.line("println(%s(%s %% 1009))", f, g.expr("int", 1))
	if g.chance(50) {
		g.line("%s = %s", g.pick("func(int) int"), "func(x int) int { return (x + "+fmt.Sprint(g.n(9))+") % 1009 }")
	}
}

func (g *generator) declareNew() {
	t := []string{"int", "string", "int64", "uint32", "float64", "bool"}[g.n(6)]
	if t == "int" {
		g.declare(t, g.expr(t, 2)+" % 100003")
		return
	}
	if t == "float64" {
		g.declare(t, g.leaf(t)+" / 2")
		return
	}
	if t == "string" {
		g.declare(t, g.leaf(t))
		return
	}
	g.declare(t, g.expr(t, 2))
}

func (g *generator) traceCall() {
	g.line("println(%s, %s, %s)", g.traced(g.leaf("int")), g.expr("string", 1), g.traced(g.expr("int", 1)))
}

func (g *generator) deferred() {
	if g.loops > 0 {
		return
	}
	g.line("defer func(n int) { println(\"deferred\", n, %s) }(%s)", g.pick("int"), g.expr("int", 1))
}

func (g *generator) ifStmt() {
	g.line("if %s {", g.expr("bool", 2))
	g.scoped(g.some)
	if g.chance(50) {
		g.line("} else {")
		g.scoped(g.some)
	}
	g.line("}")
}

func (g *generator) forStmt() {
	i := g.fresh("i")
	g.line("for %s := 0; %s < %d; %s++ {", i, i, 1+g.n(4), i)
	g.loops++
	g.scoped(func() {
		g.line("_ = %s", i)
		if g.chance(40) {
			g.line("defer func() { print(%s, \" \") }()", i)
		}
		g.some()
	})
	g.loops--
	g.line("}")
}

func (g *generator) rangeStmt() {
	k, v := g.fresh("k"), g.fresh("x")
	switch g.n(4) {
	case 0:
		g.line("for %s, %s := range %s {", k, v, g.pick("[]pair"))
		g.loops++
		g.scoped(func() {
			g.line("%s.A += %s", v, k)
			g.line("println(%s.sum())", v)
			g.some()
		})
	case 1:
		g.line("for %s, %s := range %s {", k, v, g.expr("string", 1))
		g.loops++
		g.scoped(func() { g.line("println(%s, %s)", k, v) })
	case 2:
		g.line("for %s := range %d {", k, 1+g.n(4))
		g.loops++
		g.scoped(func() {
			g.line("%s[%s&3] += %s", g.pick("[4]int"), k, k)
			g.some()
		})
	default:
		g.line("for %s, %s := range %s {", k, v, g.pick("[4]int"))
		g.loops++
		g.scoped(func() {
			g.line("println(%s, %s)", k, v)
			g.some()
		})
	}
	g.loops--
	g.line("}")
}

func (g *generator) leaveLoop() {
	g.line("if %s { %s }", g.expr("bool", 1), []string{"break", "continue"}[g.n(2)])
}

func (g *generator) switchStmt() {
	old := g.loops
	g.loops = 0
	g.line("switch %s & 3 {", g.expr("int", 2))
	for i := range 3 {
		g.line("case %d:", i)
		g.scoped(g.some)
		if g.chance(20) {
			g.line("\tfallthrough")
		}
	}
	g.line("default:")
	g.scoped(g.some)
	g.line("}")
	g.loops = old
}

// recoverStmt runs statements of which one panics, perhaps.
func (g *generator) recoverStmt() {
	old := g.loops
	g.loops = 0
	g.line("func() {")
	g.scoped(func() {
		g.line("defer func() {")
		g.line("\tif r := recover(); r != nil {")
		g.line("\t\tshow(r)")
		g.line("\t}")
		g.line("}()")
		g.some()
		switch g.n(5) {
		case 0:
			g.line("%s = %s / %s", g.pick("int"), g.pick("int"), g.pick("int"))
		case 1:
			g.line("println(%s[%s])", g.pick("[]int"), g.pick("int"))
		case 2:
			g.line("panic(%s)", g.pick([]string{"int", "string", "pair"}[g.n(3)]))
		case 3:
			g.line("println(%s[%s:])", g.pick("string"), g.pick("int"))
		default:
			g.line("println(%s.(string))", g.pick("any"))
		}
	})
	g.line("}()")
	g.loops = old
}

func (g *generator) blockStmt() {
	g.line("{")
	g.scoped(g.some)
	g.line("}")
}
