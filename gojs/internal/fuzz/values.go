package fuzz

import "strconv"

func itoa(n int) string { return strconv.Itoa(n) }

// nested changes values within values, of which something else has a copy.
func (w *writer) nested() {
	a, b := w.name("a"), w.name("b")
	p, n := w.expr("P", 1), w.expr("int", 1)
	switch w.IntN(10) {
	case 0:
		w.line("%s := [2][2]int{{1, %s}}", a, n)
		w.line("%s := %s", b, a)
		w.line("%s[0][1]++", b)
		w.line("fmt.Println(%s, %s, %s == %s)", a, b, a, b)
	case 1:
		w.line("%s := %s", a, p)
		w.line("var %s any = %s", b, a)
		w.line("%s.C[0] = 99", a)
		w.line("fmt.Println(%s, %s, %s == any(%s), kind(%s))", a, b, b, a, b)
	case 2:
		w.line("%s := map[P]int{%s: 1, (%s): 2}", a, p, w.expr("P", 1))
		w.line("%s[%s] += 5", a, p)
		w.line("fmt.Println(len(%s), %s[%s], %s)", a, a, p, a)
	case 3:
		w.line("%s := map[string][]int{\"k\": {1}}", a)
		w.line("%s[\"k\"] = append(%s[\"k\"], %s)", a, a, n)
		w.line("%s[\"n\"] = append(%s[\"n\"], 2)", a, a)
		w.line("%s[\"k\"][0]--", a)
		w.line("fmt.Println(%s)", a)
	case 4:
		w.line("%s := [][]int{{1}, {2, %s}}", a, n)
		w.line("%s := %s[1]", b, a)
		w.line("%s[1] = 7", b)
		w.line("%s[0], %s[1] = %s[1], %s[0]", a, a, a, a)
		w.line("fmt.Println(%s, %s)", a, b)
	case 5:
		w.line("%s, %s := P.Sum, (*P).Add", a, b)
		w.line("v := %s", p)
		w.line("fmt.Println(%s(v), *%s(&v, %s), v)", a, b, n)
		w.line("_ = v")
	case 6:
		w.line("%s := [3]int{1, 2, %s}", a, n)
		w.line("for i, x := range %s { %s[2] = i * 10; fmt.Print(x, \" \") }", a, a)
		w.line("for i, x := range &%s { %s[2] = i * 10; fmt.Print(x, \" \") }", a, a)
	case 7:
		w.line("%s := struct{ P; F func(int) int; S []P }{P: %s, F: %s}", a, p, w.expr("func(int) int", 1))
		w.line("%s := %s", b, a)
		w.line("%s.Add(3)", b)
		w.line("%s.S = append(%s.S, %s.P)", b, b, a)
		w.line("fmt.Println(%s.P, %s.P, %s.Sum(), %s.F(2), %s.S)", a, b, b, a, b)
	case 8:
		w.line("%s := &%s", a, w.composite(p))
		w.line("%s := *%s", b, a)
		w.line("%s.E.N, %s.C = 5, [2]int{8, 9}", a, a)
		w.line("fmt.Println(*%s, %s)", a, b)
	default:
		w.line("%s := func(p P, q *P, c [2]int) [2]int { p.A++; q.A++; c[0]++; return c }", a)
		w.line("%s := %s", b, p)
		w.line("fmt.Println(%s(%s, &%s, %s.C), %s)", a, b, b, b, b)
	}
}

// composite is p as a literal, so that its address can be taken.
func (w *writer) composite(p string) string { return "[]P{" + p + "}[0]" }

// leap has goto, a shadowed name and a recursive closure.
func (w *writer) leap() {
	i, l, f := w.name("i"), w.name("L"), w.name("f")
	w.line("{")
	w.line("%s := 0", i)
	w.depth--
	w.line("%s:", l)
	w.depth++
	w.line("%s++", i)
	w.line("if %s := %s * 2; %s < %d { fmt.Print(%s, \" \"); goto %s }", i, i, i, 3+w.IntN(6), i, l)
	w.line("var %s func(int) int", f)
	w.line("%s = func(n int) int { if n <= 0 { return %s }; return norm(n + %s(n-%d)) }", f, i, f, 1+w.IntN(3))
	w.line("fmt.Println(%s(%d))", f, w.IntN(12))
	w.end("}")
}

// numbers has what is at the edges of kinds of numbers.
func (w *writer) numbers() {
	typ := integers[w.IntN(len(integers))]
	a, b := w.name("a"), w.name("b")
	w.line("%s, %s := %s(%s), %s", a, b, typ, w.expr(typ, 2), w.expr(typ, 1))
	switch w.IntN(5) {
	case 0:
		w.line("fmt.Println(%s << (c(uint(%d))), %s >> c(uint(%d)), -%s, ^%s)", a, w.IntN(70), a, w.IntN(70), a, b)
	case 1:
		w.line("try(func() { fmt.Println(%s / %s, %s %% %s) })", a, b, a, b)
	case 2:
		w.line("fmt.Println(float64(%s&127) / 3, float32(%s&127) / 3, %s > %s, min(%s, %s), max(%s, %s))", a, b, a, b, a, b, a, b)
	case 3:
		w.line("fmt.Println(int64(%s)*int64(%s), uint64(%s)-uint64(%s), int8(%s), uint16(%s), int32(%s)*3, uint32(%s)+1)", a, b, a, b, a, b, a, b)
	default:
		w.line("%s, %s = %s, %s", a, b, b, a)
		w.line("fmt.Println(%s &^ %s, %s %% (%s | 1), string(rune(%s&127)), fmt.Sprintf(\"%%x %%08b %%v\", %s, %s&15, []%s{%s}))", a, b, a, b, a, a, b, typ, a)
	}
}

// texts takes strings apart.
func (w *writer) texts() {
	s := w.name("s")
	w.line("%s := %s + \"é\"", s, w.expr("string", 2))
	switch w.IntN(4) {
	case 0:
		w.line("b := []byte(%s)", s)
		w.line("b[0] ^= 1")
		w.line("fmt.Println(b, string(b[1:]) == %s[1:], len([]rune(%s)))", s, s)
	case 1:
		w.line("for i := range len(%s) { if i < 3 { fmt.Print(%s[i], \" \") } }", s, s)
		w.line("fmt.Printf(\"%%q %%x\\n\", %s, %s[len(%s)-2:])", s, s, s)
	case 2:
		w.line("fmt.Println(strings.Index(%s, \"a\"), strings.Repeat(%s, 2), strings.Fields(%s), %s < \"m\")", s, s, s, s)
	default:
		w.line("switch { case len(%s) > 4: fmt.Println(\"long\"); fallthrough; case %s[0] == 'a': fmt.Println(\"a\"); default: fmt.Println(%s) }", s, s, s)
	}
}

// choices waits for one of several channels, one of which is ready.
func (w *writer) choices() {
	a, b := w.name("a"), w.name("b")
	w.line("%s, %s := make(chan int, 1), make(chan string)", a, b)
	w.line("%s <- %s", a, w.expr("int", 1))
	w.line("select {")
	w.line("case x, ok := <-%s:", a)
	w.line("\tfmt.Println(x, ok)")
	w.line("case s := <-%s:", b)
	w.line("\tfmt.Println(s)")
	w.end("}")
	w.line("close(%s)", a)
	w.line("x, ok := <-%s", a)
	w.line("fmt.Println(x, ok, len(%s))", a)
	w.line("select { case <-%s: default: fmt.Println(\"none\") }", b)
}
