package fuzz

// order has operands that show when they are evaluated, on both sides of an
// assignment.
func (w *writer) order() {
	q, i := w.name("q"), func() string { return w.tagged("int", w.pick("0", "1", "2")) }
	x := func() string { return w.tagged("int", w.leaf("int")) }
	w.line("%s := []int{%s, %s, 3}", q, w.leaf("int"), w.leaf("int"))
	switch w.IntN(8) {
	case 0:
		w.line("%s[%s], %s[%s] = %s, %s", q, i(), q, i(), x(), x())
	case 1:
		w.line("%s[%s] += %s", q, i(), x())
		w.line("%s[%s]++", q, i())
	case 2:
		w.line("fmt.Println(variadic(%s, %s, %s), t[bool](1, %s) && t[bool](2, %s) || t[bool](3, true))", x(), x(), x(), w.expr("bool", 1), w.expr("bool", 1))
	case 3:
		w.line("fmt.Println(map[int]int{%s: %s}, P{A: %s, C: [2]int{%s, %s}}, []int{%s, 1: %s})", x(), x(), x(), x(), x(), x(), x())
	case 4:
		w.line("try(func() { %s[%s+5] = %s })", q, i(), x())
		w.line("try(func() { var m map[string]int; m[t(1, %s)] = %s })", w.leaf("string"), x())
	case 5:
		w.line("t(1, %s).Add(%s).Add(%s)", w.literal("*P"), x(), x())
	case 6:
		w.line("%s[%s], %s = pair(%s, %s)", q, i(), "_", x(), x())
	default:
		w.line("try(func() { fmt.Println(%s, %s/t(9, 0)) })", x(), x())
		w.line("%s = append(%s[:%s:2], %s, %s)", q, q, i(), x(), x())
	}
	w.line("fmt.Println(%s)", q)
}

// tagged is a value that prints a number when it is evaluated.
func (w *writer) tagged(typ, value string) string {
	w.names++
	return "t[" + typ + "](" + itoa(w.names) + ", " + value + ")"
}
