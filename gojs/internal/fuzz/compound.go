package fuzz

import "fmt"

// compound is an expression of a type that has parts. What it makes shares no
// memory that is written to later, but for pointers.
func (w *writer) compound(typ string, depth int) string {
	e := func(typ string) string { return w.expr(typ, depth-1) }
	switch typ {
	case "[]int":
		return w.intsExpr(depth)
	case "[]string":
		if w.chance(40) {
			return fmt.Sprintf("strings.Split(%s, \",\")", e("string"))
		}
		return fmt.Sprintf("[]string{%s, %s}", e("string"), e("string"))
	case "[3]int":
		return fmt.Sprintf("[3]int{%s, 2: %s}", e("int"), e("int"))
	case "map[string]int":
		return fmt.Sprintf("map[string]int{\"a\": %s, %s + \"k\": %s}", e("int"), e("string"), e("int"))
	case "map[int]P":
		return fmt.Sprintf("map[int]P{c(1): %s, c(2): %s}", e("P"), e("P"))
	case "P":
		return w.structExpr(depth)
	case "*P":
		return fmt.Sprintf("&P{A: %s, B: %s}", e("int"), e("string"))
	case "[]P":
		return fmt.Sprintf("[]P{%s, {A: %s}}", e("P"), e("int"))
	case "any":
		return fmt.Sprintf("any(%s)", e(w.pick("int", "string", "P", "[]int", "bool", "uint8", "float64")))
	case "func(int) int":
		return fmt.Sprintf("func(x int) int { return norm(x + %s) }", e("int"))
	}
	return w.literal(typ)
}

func (w *writer) intsExpr(depth int) string {
	v := w.leaf("[]int")
	switch w.IntN(4) {
	case 0:
		return fmt.Sprintf("append(%s[:len(%s):len(%s)], %s)", v, v, v, w.expr("int", depth-1))
	case 1:
		return fmt.Sprintf("filter(%s, func(x int) bool { return x%%2 == %d })", v, w.IntN(2))
	case 2:
		return fmt.Sprintf("append([]int(nil), %s[len(%s)/2:]...)", v, v)
	}
	return fmt.Sprintf("[]int{%s, %s, %s}", w.expr("int", depth-1), w.expr("int", depth-1), w.expr("int", depth-1))
}

func (w *writer) structExpr(depth int) string {
	switch w.IntN(3) {
	case 0:
		return fmt.Sprintf("(%s).With(%s)", w.leaf("P"), w.expr("int", depth-1))
	case 1:
		return fmt.Sprintf("*(%s)", w.leaf("*P"))
	}
	return fmt.Sprintf("P{A: %s, B: %s, C: [2]int{%d, %d}, E: E{%s}}", w.expr("int", depth-1), w.expr("string", depth-1), w.IntN(9), w.IntN(9), w.leaf("int"))
}
