package fuzz

// structs copies structs, changes one of two, takes addresses.
func (w *writer) structs() {
	v, ok := w.some("P", true)
	if !ok {
		w.declare("P")
		return
	}
	q := w.name("q")
	switch w.IntN(6) {
	case 0:
		w.line("%s := %s", q, v.name)
		w.line("%s.%s = %s", q, w.pick("A", "N", "C[1]"), w.expr("int", 1))
		w.line("fmt.Println(%s, %s, %s == %s)", v.name, q, v.name, q)
	case 1:
		w.line("%s := &%s", q, v.name)
		w.line("%s.Add(%s).Add(1)", q, w.expr("int", 1))
		w.line("fmt.Println(%s, *%s)", v.name, q)
		w.vars = append(w.vars, variable{q, "*P", false})
	case 2:
		w.line("%s.C[%s&1] = %s", v.name, w.leaf("int"), w.expr("int", 1))
	case 3:
		w.line("%s := &%s.C[1]", q, v.name)
		w.line("*%s = %s", q, w.expr("int", 1))
		w.line("fmt.Println(%s.C)", v.name)
	case 4:
		w.line("%s := %s.%s", q, v.name, w.pick("Sum", "Twice"))
		w.line("%s.A, %s.N = 1, 2", v.name, v.name)
		w.line("fmt.Println(%s(), %s)", q, v.name)
	default:
		w.line("%s.B, %s.E = %s, E{%s}", v.name, v.name, w.expr("string", 1), w.leaf("int"))
	}
}

// elements changes slices and arrays and copies arrays.
func (w *writer) elements() {
	q := w.name("q")
	if v, ok := w.some("[]int", true); ok && w.chance(50) {
		w.line("if len(%s) > 1 {", v.name)
		w.line("%s[0], %s[len(%s)-1] = %s[len(%s)-1], %s", v.name, v.name, v.name, v.name, v.name, w.expr("int", 1))
		w.line("%s := %s[1:]", q, v.name)
		w.line("%s[0] = norm(%s[0] + 1)", q, q)
		w.line("fmt.Println(%s, %s, copy(%s, %s))", v.name, q, v.name, q)
		w.end("}")
	} else if v, ok := w.some("[]P", true); ok && w.chance(60) {
		w.line("for i := range %s {", v.name)
		w.line("%s := &%s[i]", q, v.name)
		w.line("%s.A = norm(%s.A + i)", q, q)
		w.line("%s[i].C[0]++", v.name)
		w.end("}")
		w.line("fmt.Println(%s)", v.name)
	} else if v, ok := w.some("[3]int", true); ok {
		w.line("%s := %s", q, v.name)
		w.line("%s[%s&1]++", v.name, w.leaf("int"))
		w.line("fmt.Println(%s, %s, %s == %s)", q, v.name, q, v.name)
	}
}

func (w *writer) maps() {
	if v, ok := w.some("map[string]int", true); ok {
		w.line("%s[%s] += %s", v.name, w.expr("string", 1), w.leaf("int"))
		w.line("delete(%s, %s)", v.name, w.leaf("string"))
		w.line("fmt.Println(%s, len(%s))", v.name, v.name)
	}
	if v, ok := w.some("map[int]P", true); ok {
		q := w.name("q")
		w.line("%s, ok := %s[%s&3]", q, v.name, w.leaf("int"))
		w.line("%s.A++", q)
		w.line("fmt.Println(%s, ok, %s)", q, v.name)
	}
}

// closures change what they keep. They are called in a statement of their own.
func (w *writer) closures() {
	v, ok := w.some("int", true)
	if !ok {
		return
	}
	f, r := w.name("f"), w.name("r")
	w.line("%s := func(x int) int { %s = norm(%s + x); return %s - 1 }", f, v.name, v.name, v.name)
	w.line("%s := %s(%s)", r, f, w.expr("int", 1))
	w.line("%s(%d)", f, w.IntN(9))
	w.line("fmt.Println(%s, %s)", r, v.name)
}

// deferred has defers that run in a loop's reverse order, and a recover.
func (w *writer) deferred() {
	w.line("func() {")
	w.line("defer func() { fmt.Println(\"recovered\", recover()) }()")
	w.line("for i := range 3 {")
	w.line("defer fmt.Print(\"d\", i, %s, \" \")", w.expr("int", 1))
	w.end("}")
	w.block(1 + w.IntN(2))
	if w.chance(50) {
		w.line("panic(fmt.Sprint(\"p\", %s))", w.expr("int", 1))
	}
	w.end("}()")
}

// iterate ranges over a function, which sees where the loop is left.
func (w *writer) iterate() {
	w.line("for i, s := range count(%d) {", w.IntN(4))
	w.line("fmt.Print(i, s, \" \")")
	w.block(1)
	w.line("if %s {", w.expr("bool", 1))
	w.line("%s", w.pick("break", "continue"))
	w.end("}")
	w.end("}")
}

// concurrent sends over a channel from a goroutine.
func (w *writer) concurrent() {
	if !w.chance(40) {
		w.assign()
		return
	}
	ch, n := w.name("ch"), w.IntN(4)
	w.line("%s := make(chan int, %d)", ch, w.IntN(2))
	w.line("go func() {")
	w.line("defer close(%s)", ch)
	w.line("for i := range %d {", n)
	w.line("%s <- i * 3", ch)
	w.end("}")
	w.end("}()")
	w.line("for x := range %s {", ch)
	w.line("fmt.Print(x, \" \")")
	w.end("}")
	w.line("fmt.Println(\"closed\", %d)", n)
}
