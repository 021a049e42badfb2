package places

import "fmt"

// expr returns an expression of a type, of limited depth.
func (g *generator) expr(t string, depth int) string {
	if depth <= 0 || g.chance(25) {
		return g.leaf(t)
	}
	switch t {
	case "int":
		return g.intExpr(depth)
	case "string":
		return g.stringExpr(depth)
	case "bool":
		return g.boolExpr(depth)
	case "float64":
		return g.floatExpr(depth)
	}
	for _, s := range sized {
		if s == t {
			return g.sizedExpr(t, depth)
		}
	}
	return g.leaf(t)
}

// leaf returns a variable: expressions of constants alone would be computed,
// and refused, by the compilers.
func (g *generator) leaf(t string) string {
	x := g.pick(t)
	switch {
	case t == "int" && g.chance(30):
		return fmt.Sprintf("(%s + %d)", x, g.n(2000)-1000)
	case t == "string" && g.chance(30):
		return fmt.Sprintf("(%s + %s)", x, g.text())
	case t == "float64" && g.chance(30):
		return fmt.Sprintf("(%s - %d.25)", x, g.n(20))
	}
	return x
}

// traced wraps an int so that its evaluation shows.
func (g *generator) traced(x string) string {
	g.traces++
	return fmt.Sprintf("tr(%d, %s)", g.traces, x)
}

func (g *generator) intExpr(depth int) string {
	sub := func() string { return g.expr("int", depth-1) }
	switch g.n(17) {
	case 0, 1:
		return fmt.Sprintf("(%s %s %s)", sub(), []string{"+", "-", "&", "|", "^", "&^"}[g.n(6)], sub())
	case 2:
		return fmt.Sprintf("(%s %% 1000 * (%s %% 1000))", sub(), sub())
	case 3:
		return fmt.Sprintf("(%s %s (%s | 1))", sub(), []string{"/", "%"}[g.n(2)], sub())
	case 4:
		return fmt.Sprintf("(%s %% 4096 << uint(%s&7))", sub(), sub())
	case 5:
		return fmt.Sprintf("(%s >> uint(%s&15))", sub(), sub())
	case 6:
		return fmt.Sprintf("len(%s)", g.expr("string", depth-1))
	case 7:
		return g.traced(sub())
	case 8:
		return fmt.Sprintf("%s(%s)", g.pick("func(int) int"), sub())
	case 9:
		return fmt.Sprintf("%s.sum()", g.pick([]string{"pair", "*pair"}[g.n(2)]))
	case 10:
		return fmt.Sprintf("%s[%s&3]", g.pick("[4]int"), sub())
	case 11:
		s := g.pick("[]int")
		return fmt.Sprintf("%s[%d]", s, g.n(3))
	case 12:
		return fmt.Sprintf("%s[%s]", g.pick("map[string]int"), g.expr("string", depth-1))
	case 13:
		return fmt.Sprintf("int(%s)", g.expr(sized[g.n(3)], depth-1))
	case 14:
		return fmt.Sprintf("min(%s, %s)", sub(), sub())
	case 15:
		return fmt.Sprintf("%s.A", g.pick([]string{"pair", "*pair"}[g.n(2)]))
	}
	return fmt.Sprintf("func() int { if %s { return %s }; return %s }()", g.expr("bool", depth-1), sub(), sub())
}

func (g *generator) sizedExpr(t string, depth int) string {
	sub := func() string { return g.expr(t, depth-1) }
	switch g.n(8) {
	case 0, 1:
		return fmt.Sprintf("(%s %s %s)", sub(), []string{"+", "-", "*", "&", "|", "^", "&^"}[g.n(7)], sub())
	case 2:
		return fmt.Sprintf("(%s %s (%s | 1))", sub(), []string{"/", "%"}[g.n(2)], sub())
	case 3:
		return fmt.Sprintf("(%s %s (%s & 70))", sub(), []string{"<<", ">>"}[g.n(2)], g.expr("uint8", depth-1))
	case 4:
		return fmt.Sprintf("%s(%s)", t, g.expr(sized[g.n(len(sized))], depth-1))
	case 5:
		return fmt.Sprintf("(%s%s)", []string{"-", "^"}[g.n(2)], g.pick(t))
	case 6:
		g.traces++
		return fmt.Sprintf("tri(%d, %s)", g.traces, sub())
	}
	return fmt.Sprintf("%s(%s)", t, g.expr("int", depth-1))
}

func (g *generator) stringExpr(depth int) string {
	sub := func() string { return g.expr("string", depth-1) }
	switch g.n(7) {
	case 0, 1:
		return fmt.Sprintf("(%s + %s)", g.leaf("string"), sub())
	case 2:
		return fmt.Sprintf("string([]byte(%s))", sub())
	case 3:
		return fmt.Sprintf("string(rune(%s&0x3ff + 32))", g.expr("int", depth-1))
	case 4:
		s := g.pick("string")
		return fmt.Sprintf("%s[len(%s)/%d:]", s, s, g.n(3)+1)
	case 5:
		g.traces++
		return fmt.Sprintf("trs(%d, %s)", g.traces, sub())
	}
	return fmt.Sprintf("%s.B", g.pick([]string{"pair", "*pair"}[g.n(2)]))
}

func (g *generator) boolExpr(depth int) string {
	switch g.n(7) {
	case 0:
		return fmt.Sprintf("(%s %s %s)", g.expr("bool", depth-1), []string{"&&", "||"}[g.n(2)], g.expr("bool", depth-1))
	case 1:
		return "!" + g.pick("bool")
	case 2:
		t := []string{"int", "string", "float64", "int64", "uint8"}[g.n(5)]
		return fmt.Sprintf("(%s %s %s)", g.expr(t, depth-1), []string{"<", "<=", ">", ">=", "==", "!="}[g.n(6)], g.expr(t, depth-1))
	case 3:
		return fmt.Sprintf("(%s == %s)", g.pick("pair"), g.pick("pair"))
	case 4:
		return fmt.Sprintf("(%s == %s)", g.pick("[4]int"), g.pick("[4]int"))
	case 5:
		return fmt.Sprintf("(%s == any(%s))", g.pick("any"), g.expr("int", depth-1))
	}
	return fmt.Sprintf("(%s&1 == 0)", g.expr("int", depth-1))
}

func (g *generator) floatExpr(depth int) string {
	switch g.n(3) {
	case 0:
		return fmt.Sprintf("(%s %s %s)", g.leaf("float64"), []string{"+", "-", "*"}[g.n(3)], g.leaf("float64"))
	case 1:
		return fmt.Sprintf("float64(%s)", g.expr("int32", depth-1))
	}
	return fmt.Sprintf("(%s / 4)", g.leaf("float64"))
}
