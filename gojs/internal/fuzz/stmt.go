package fuzz

import (
	"fmt"
	"slices"
)

// statement writes one statement of any kind.
func (w *writer) statement() {
	w.count++
	if w.depth > 4 || w.count > 4*statements {
		w.assign()
		return
	}
	all := []func(){
		w.assign, w.assign, w.assign, w.update, w.update, w.print, func() { w.declare(kinds[w.IntN(len(kinds))]) },
		w.branch, w.choose, w.loop, w.rangeOver, w.tryBlock, w.structs, w.structs, w.elements, w.maps, w.closures,
		w.deferred, w.several, w.typed, w.iterate, w.concurrent, w.order, w.order, w.leap, w.numbers,
		w.inBlock(w.nested), w.inBlock(w.nested), w.inBlock(w.texts), w.inBlock(w.choices),
	}
	all[w.IntN(len(all))]()
}

// inBlock writes statements whose names must not meet others.
func (w *writer) inBlock(write func()) func() {
	return func() {
		w.line("{")
		write()
		w.end("}")
	}
}

// assign gives a variable a new value.
func (w *writer) assign() {
	v, ok := w.some(kinds[w.IntN(len(kinds))], true)
	if !ok {
		v, ok = w.some("int", true)
	}
	if ok {
		w.line("%s = %s", v.name, w.expr(v.typ, 3))
	}
}

// update changes a variable by an operator.
func (w *writer) update() {
	typ := integers[w.IntN(len(integers))]
	if v, ok := w.some(typ, true); ok {
		switch w.IntN(3) {
		case 0:
			w.line("%s%s", v.name, w.pick("++", "--"))
		case 1:
			w.line("%s %s (uint(%s) & %d)", v.name, w.pick("<<=", ">>="), w.leaf("uint16"), 2*bits[typ]-1)
		default:
			w.line("%s %s %s", v.name, w.pick("+=", "-=", "*=", "^=", "|=", "&=", "&^="), w.expr(typ, 2))
		}
		return
	}
	if v, ok := w.some("string", true); ok && w.chance(50) {
		w.line("%s += %s", v.name, w.leaf("string"))
		w.line("if len(%s) > 40 {", v.name)
		w.line("%s = %s[:7]", v.name, v.name)
		w.end("}")
	} else if v, ok := w.some("int", true); ok {
		w.line("%s = norm(%s + %s)", v.name, v.name, w.expr("int", 2))
	}
}

func (w *writer) print() {
	w.line("fmt.Println(%s, %s)", w.expr(w.pick("int", "string", "bool", "P", "[]int"), 3), w.expr(kinds[w.IntN(4)], 2))
}

// branch is an if with or without else.
func (w *writer) branch() {
	w.line("if %s {", w.expr("bool", 2))
	w.block(1 + w.IntN(3))
	if w.chance(50) {
		w.end("} else {")
		w.depth++
		w.block(1 + w.IntN(2))
	}
	w.end("}")
}

// choose is a switch, sometimes with fallthrough.
func (w *writer) choose() {
	w.line("switch %s & 3 {", w.expr("int", 2))
	for i := range 3 {
		w.line("case %d:", i)
		w.depth++
		w.block(1)
		if i < 2 && w.chance(25) {
			w.line("fallthrough")
		}
		w.depth--
	}
	w.line("default:")
	w.depth++
	w.block(1)
	w.depth--
	w.end("}")
}

// loop counts; closures keep its variable, and labels leave it.
func (w *writer) loop() {
	i, label := w.name("i"), w.name("L")
	fs := w.name("fs")
	w.line("var %s []func() int", fs)
	w.line("%s:", label)
	w.line("for %s := 0; %s < %d; %s++ {", i, i, 1+w.IntN(4), i)
	w.line("%s = append(%s, func() int { %s += 10; return %s })", fs, fs, i, i)
	before := len(w.vars)
	w.vars = append(w.vars, variable{i, "int", true})
	w.block(1 + w.IntN(2))
	w.line("if %s {", w.expr("bool", 1))
	w.line("%s %s", w.pick("continue", "break"), label)
	w.end("}")
	w.block(1)
	w.vars = w.vars[:before]
	w.end("}")
	w.line("for _, f := range %s {", fs)
	w.line("fmt.Print(f(), f(), \" \")")
	w.end("}")
}

// rangeOver ranges over a value; over a map only a sum is taken.
func (w *writer) rangeOver() {
	i, x := w.name("i"), w.name("x")
	before := len(w.vars)
	switch w.IntN(5) {
	case 0:
		w.line("for %s, %s := range %s {", i, x, w.expr("string", 1))
		w.line("fmt.Print(%s, %s, \" \")", i, x)
		w.end("}")
		return
	case 1:
		sum := w.name("sum")
		w.line("%s := 0", sum)
		w.line("for %s, %s := range %s {", i, x, w.expr("map[string]int", 1))
		w.line("%s += len(%s) + %s", sum, i, x)
		w.end("}")
		w.line("fmt.Println(%s)", sum)
		return
	case 2:
		w.line("for %s, %s := range (%s) {", i, x, w.expr("[]P", 1))
		w.line("%s.A = %s", x, i)
		w.line("fmt.Print(%s, \" \")", x)
	case 3:
		w.line("for %s, %s := range (%s) {", i, x, w.expr("[3]int", 1))
		w.line("fmt.Print(%s, \" \")", x)
	default:
		w.line("for %s := range %d {", i, w.IntN(4))
	}
	w.line("_ = %s", i)
	w.vars = append(w.vars, variable{i, "int", true})
	w.block(1 + w.IntN(2))
	w.vars = w.vars[:before]
	w.end("}")
}

// tryBlock runs statements of which one panics, mostly.
func (w *writer) tryBlock() {
	w.line("try(func() {")
	w.block(1)
	switch w.IntN(8) {
	case 0:
		w.line("fmt.Println((%s)[%s])", w.expr("[]int", 1), w.leaf("int"))
	case 1:
		w.line("var m map[string]int")
		w.line("m[%s] = %s", w.leaf("string"), w.leaf("int"))
	case 2:
		w.line("fmt.Println(%s / (%s & 1))", w.expr("int", 1), w.expr("int", 1))
	case 3:
		w.line("fmt.Println((%s).(%s))", w.expr("any", 1), w.pick("int", "string", "P", "summer", "error"))
	case 4:
		w.line("var p *P")
		w.line("fmt.Println(p.%s)", w.pick("A", "B", "C[1]", "Sum()"))
	case 5:
		w.line("fmt.Println((%s)[%s:])", w.expr("string", 1), w.leaf("int"))
	case 6:
		w.line("panic(%s)", w.expr(w.pick("string", "int"), 1))
	}
	w.depth--
	w.line("})")
}

// several assigns more than one value at once.
func (w *writer) several() {
	a, okA := w.some("int", true)
	b, okB := w.some("int", true)
	if !okA || !okB || a == b {
		w.line("fmt.Println(named(%s))", w.expr("int", 1))
		return
	}
	switch w.IntN(3) {
	case 0:
		w.line("%s, %s = %s, %s", a.name, b.name, w.expr("int", 2), w.expr("int", 2))
	case 1:
		w.line("%s, %s = pair(%s, %s)", a.name, b.name, w.expr("int", 1), w.expr("int", 1))
	default:
		w.line("%s, %s = %s, %s", a.name, b.name, b.name, a.name)
	}
}

// typed asks a value for its type.
func (w *writer) typed() {
	typ := w.pick("int", "string", "P", "[]int", "summer", "error")
	x := w.name("x")
	w.line("if %s, ok := (%s).(%s); ok {", x, w.expr("any", 2), typ)
	w.line("fmt.Println(%s)", x)
	before := len(w.vars)
	if slices.Contains(kinds, typ) {
		w.vars = append(w.vars, variable{x, typ, false})
	}
	w.block(1)
	w.vars = w.vars[:before]
	w.end("} else {")
	w.depth++
	w.line("fmt.Println(%s, ok)", map[bool]string{true: fmt.Sprintf("len(%s)", x), false: x}[typ == "[]int"])
	w.end("}")
}
