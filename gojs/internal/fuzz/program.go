package fuzz

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// statements is how many a program has at least, those in blocks included.
const statements = 30

// A writer makes one program.
type writer struct {
	*rand.Rand
	b     strings.Builder
	vars  []variable // in scope, the innermost last
	depth int        // of blocks
	names int
	count int // of statements
	loops int // around the statement
}

// A variable is one in scope.
type variable struct {
	name  string
	typ   string
	fixed bool // not assigned: of loops
}

// Function returns a function of the name and what it needs, to be put beside
// [Prelude] in a package main.
func Function(seed uint64, name string) string {
	w := &writer{Rand: rand.New(rand.NewPCG(seed, 0))}
	w.line("func %s() {", name)
	for _, typ := range w.someTypes() {
		w.declare(typ)
	}
	for w.count < statements {
		w.statement()
	}
	w.printAll()
	w.line("}")
	return w.b.String()
}

// Program returns a program that runs the functions of seeds one after the other;
// what each prints begins with its seed.
func Program(seeds []uint64) string {
	var b strings.Builder
	b.WriteString(Prelude)
	main := "func main() {\n"
	for _, seed := range seeds {
		name := fmt.Sprintf("f%d", seed)
		b.WriteString(Function(seed, name))
		main += fmt.Sprintf("\tfmt.Println(\"\\nseed %d\")\n\ttry(%s)\n", seed, name)
	}
	return b.String() + main + "}\n"
}

// line writes a line at the depth of the block.
func (w *writer) line(format string, args ...any) {
	w.b.WriteString(strings.Repeat("\t", w.depth))
	fmt.Fprintf(&w.b, format, args...)
	w.b.WriteByte('\n')
	if strings.HasSuffix(format, "{") {
		w.depth++
	}
}

// end closes a block; with other text it goes on ("} else {").
func (w *writer) end(text string) {
	w.depth--
	w.line("%s", text)
}

// block writes the statements of a block with a scope of its own.
func (w *writer) block(n int) {
	before := len(w.vars)
	for range n {
		w.statement()
	}
	w.vars = w.vars[:before]
}

func (w *writer) name(prefix string) string {
	w.names++
	return fmt.Sprintf("%s%d", prefix, w.names)
}

// declare makes a variable of a type and uses it, as Go wants.
func (w *writer) declare(typ string) variable {
	v := variable{name: w.name("v"), typ: typ}
	w.line("var %s %s = %s", v.name, typ, w.expr(typ, 2))
	w.line("_ = %s", v.name)
	w.vars = append(w.vars, v)
	w.count++
	return v
}

// some returns a variable of a type; with settable one that may be assigned.
func (w *writer) some(typ string, settable bool) (variable, bool) {
	var all []variable
	for _, v := range w.vars {
		if v.typ == typ && !(settable && v.fixed) {
			all = append(all, v)
		}
	}
	if len(all) == 0 {
		return variable{}, false
	}
	return all[w.IntN(len(all))], true
}

func (w *writer) chance(percent int) bool { return w.IntN(100) < percent }

// pick returns one of the texts.
func (w *writer) pick(texts ...string) string { return texts[w.IntN(len(texts))] }

// printAll prints the variables in scope.
func (w *writer) printAll() {
	for _, v := range w.vars {
		switch {
		case strings.HasPrefix(v.typ, "func"):
		case v.typ == "*P":
			w.line("fmt.Println(%q, *%s)", v.name, v.name)
		default:
			w.line("fmt.Println(%q, %s)", v.name, v.name)
		}
	}
}
