package places

import (
	"fmt"
	"math/rand"
	"strings"
)

// generator writes one program.
type generator struct {
	r      *rand.Rand
	b      *strings.Builder
	indent int
	vars   map[string][]string // names by type
	names  int
	traces int
	left   int // statements still to be written
	loops  int
	nested int
}

func (g *generator) line(format string, args ...any) {
	g.b.WriteString(strings.Repeat("\t", g.indent))
	fmt.Fprintf(g.b, format, args...)
	g.b.WriteByte('\n')
}

func (g *generator) n(n int) int { return g.r.Intn(n) }

func (g *generator) chance(percent int) bool { return g.n(100) < percent }

// fresh returns a new name.
func (g *generator) fresh(prefix string) string {
	g.names++
	return fmt.Sprint(prefix, g.names)
}

// pick returns a variable of a type.
func (g *generator) pick(t string) string {
	list := g.vars[t]
	return list[g.n(len(list))]
}

// scoped runs body in a block of its own.
func (g *generator) scoped(body func()) {
	old := map[string][]string{}
	for t, list := range g.vars {
		old[t] = list
	}
	g.indent++
	g.nested++
	body()
	g.nested--
	g.indent--
	g.vars = old
}

var sized = []string{"int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"}

// program writes the function pSEED: a start that declares a variable of each
// type, at least 30 statements, and an end that shows everything.
func (g *generator) program(seed int64) {
	g.vars, g.left = map[string][]string{}, 32+g.n(30)
	g.line("func p%d() {", seed)
	g.indent = 1
	for _, t := range sized {
		g.declare(t, fmt.Sprintf("%s(%d)", t, g.n(120)))
	}
	g.declare("int", fmt.Sprint(g.n(1000)))
	g.declare("int", fmt.Sprint(g.n(5)))
	g.declare("float64", fmt.Sprintf("%d.5", g.n(50)))
	g.declare("string", g.text())
	g.declare("[]int", fmt.Sprintf("[]int{%d, %d, %d}", g.n(9), g.n(9), g.n(9)))
	g.declare("[]string", fmt.Sprintf("[]string{%s, %s}", g.text(), g.text()))
	g.declare("map[string]int", fmt.Sprintf("map[string]int{%s: %d}", g.text(), g.n(9)))
	g.declare("[4]int", fmt.Sprintf("[4]int{%d, 2: %d}", g.n(9), g.n(9)))
	g.declare("pair", fmt.Sprintf("pair{A: %d, B: %s}", g.n(99), g.text()))
	g.declare("*pair", fmt.Sprintf("&pair{%d, %s, [3]int32{1, 2, %d}}", g.n(99), g.text(), g.n(9)))
	g.declare("[]pair", fmt.Sprintf("[]pair{{A: %d}, {B: %s}}", g.n(9), g.text()))
	g.declare("func(int) int", fmt.Sprintf("func(x int) int { return (x*%d + 1) %% 1009 }", g.n(9)))
	g.declare("any", fmt.Sprint("any(", g.n(9), ")"))
	g.declare("bool", "true")
	for g.left > 0 {
		g.stmt()
	}
	g.showAll()
	g.line("}\n")
}

func (g *generator) declare(t, value string) string {
	name := g.fresh("v")
	g.line("%s := %s", name, value)
	g.line("_ = %s", name)
	g.vars[t] = append(append([]string{}, g.vars[t]...), name)
	return name
}

func (g *generator) text() string {
	return []string{`""`, `"a"`, `"go"`, `"żółw"`, `"x\x00\xff"`, `"0123456789"`, `"b" + "c"`}[g.n(7)]
}

func (g *generator) showAll() {
	for _, t := range append([]string{"int", "float64", "string", "bool"}, sized...) {
		for _, v := range g.vars[t] {
			g.line("println(%q, %s)", v, v)
		}
	}
	for _, t := range []string{"[]int", "[4]int", "pair", "*pair", "any"} {
		for _, v := range g.vars[t] {
			g.line("show(%s)", v)
		}
	}
	for _, v := range g.vars["[]pair"] {
		g.line("println(fold(%s, func(n int, p pair) int { return n + p.sum() }))", v)
	}
	for _, v := range g.vars["[]string"] {
		g.line("println(len(%s), fold(%s, func(n int, s string) int { return n + len(s) }))", v, v)
	}
	for _, v := range g.vars["map[string]int"] {
		g.line("{\n\t\tn := 0\n\t\tfor k, x := range %s {\n\t\t\tn = (n + x%%1000*(len(k)+1)) %% 100003\n\t\t}\n\t\tprintln(len(%s), n)\n\t}", v, v)
	}
}
