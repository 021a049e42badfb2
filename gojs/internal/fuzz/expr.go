package fuzz

import (
	"fmt"
	"slices"
	"strconv"
)

var integers = []string{"int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"}

var bits = map[string]int{"int8": 8, "int16": 16, "int32": 32, "int64": 64, "uint8": 8, "uint16": 16, "uint32": 32, "uint64": 64}

var kinds = append([]string{"int", "float64", "string", "bool", "[]int", "[]string", "[3]int", "map[string]int", "map[int]P", "P", "*P", "[]P", "any", "func(int) int"}, integers...)

// someTypes are the types of a program's first variables: one of each of the usual,
// then by chance.
func (w *writer) someTypes() []string {
	all := []string{"int", "string", "[]int", "P"}
	for range 6 {
		all = append(all, kinds[w.IntN(len(kinds))])
	}
	return all
}

// expr is an expression of a type, of the given depth at most.
func (w *writer) expr(typ string, depth int) string {
	if v, ok := w.some(typ, false); ok && (depth <= 0 || w.chance(30)) {
		return v.name
	}
	if depth <= 0 {
		return w.literal(typ)
	}
	if w.chance(8) {
		return fmt.Sprintf("t[%s](%d, %s)", typ, w.IntN(100), w.expr(typ, depth-1))
	}
	switch {
	case typ == "int":
		return w.intExpr(depth)
	case slices.Contains(integers, typ):
		return w.sizedExpr(typ, depth)
	case typ == "float64":
		return fmt.Sprintf("(%s %s %s)", w.expr(typ, depth-1), w.pick("+", "-", "*"), w.literal(typ))
	case typ == "string":
		return w.stringExpr(depth)
	case typ == "bool":
		return w.boolExpr(depth)
	}
	return w.compound(typ, depth)
}

// literal is a constant, or the simplest value of a type.
func (w *writer) literal(typ string) string {
	switch typ {
	case "int":
		return strconv.Itoa(w.IntN(200) - 100)
	case "float64":
		return strconv.FormatFloat(float64(w.IntN(2000)-1000)/8, 'f', -1, 64)
	case "string":
		return w.pick(`""`, `"a"`, `"héllo"`, `"xyz"`, `"日本"`, `"\xff\x00"`, "`b\\c`", `"a,b"`)
	case "bool":
		return w.pick("true", "false")
	case "any":
		return w.pick("nil", "1", `"s"`, "P{A: 2}", "&P{A: 3}", "[]int{1}", "errFuzz", "I(4)", "2.5", "[2]bool{true}")
	case "*P":
		return fmt.Sprintf("&P{A: %d}", w.IntN(50))
	case "func(int) int":
		return fmt.Sprintf("func(x int) int { return norm(x * %d) }", w.IntN(9))
	}
	if n := bits[typ]; n != 0 {
		return fmt.Sprintf("c(%s(%s))", typ, w.sized(typ, n)) // not constant: constants may not overflow
	}
	return typ + "{}"
}

// sized is an integer constant that fits, often at the edges.
func (w *writer) sized(typ string, n int) string {
	if typ[0] == 'u' {
		top := uint64(1)<<(n-1)<<1 - 1
		return w.pick("0", "1", strconv.FormatUint(top, 10), strconv.FormatUint(w.Uint64()&top, 10))
	}
	x := int64(w.Uint64()) >> (64 - n)
	return w.pick("0", "1", "-1", strconv.FormatInt(x, 10), strconv.FormatInt(-1<<(n-1), 10), strconv.FormatInt(1<<(n-1)-1, 10))
}

func (w *writer) intExpr(depth int) string {
	a, b := w.expr("int", depth-1), w.expr("int", depth-1)
	switch w.IntN(14) {
	case 0:
		return fmt.Sprintf("norm(%s * %s)", w.leaf("int"), w.leaf("int"))
	case 1:
		return fmt.Sprintf("(%s / (%s&7 + 1))", a, b)
	case 2:
		return fmt.Sprintf("(%s %% (%s&15 + 1))", a, b)
	case 3:
		return fmt.Sprintf("norm(%s << (%s & 3))", w.leaf("int"), b)
	case 4:
		return fmt.Sprintf("(%s >> (%s & 7))", a, b)
	case 5:
		return fmt.Sprintf("norm(%s %s %s)", a, w.pick("&", "|", "^", "&^"), b)
	case 6:
		return fmt.Sprintf("len(%s)", w.expr(w.pick("string", "[]int", "map[string]int", "[]P"), depth-1))
	case 7:
		return fmt.Sprintf("%s.%s", w.expr("P", 0), w.pick("A", "N", "E.N", "C[0]", "Sum()", "Twice()"))
	case 8:
		return fmt.Sprintf("%s[%s]", w.expr("[3]int", 0), w.pick("0", "1", "2"))
	case 9:
		return fmt.Sprintf("%s[%s]", w.expr("map[string]int", 0), w.expr("string", depth-1))
	case 10:
		typ := integers[w.IntN(len(integers))]
		return fmt.Sprintf("int(%s & 127)", w.expr(typ, depth-1))
	case 11:
		return fmt.Sprintf("variadic(%s, %s, %s)", a, b, w.leaf("int"))
	case 12:
		return fmt.Sprintf("min(%s, %s)", a, b)
	}
	return fmt.Sprintf("norm(%s %s %s)", a, w.pick("+", "-"), b)
}

// leaf is a variable or constant.
func (w *writer) leaf(typ string) string { return w.expr(typ, 0) }

func (w *writer) sizedExpr(typ string, depth int) string {
	a, b := w.expr(typ, depth-1), w.expr(typ, depth-1)
	switch w.IntN(7) {
	case 0:
		return fmt.Sprintf("(%s %s (%s | 1))", a, w.pick("/", "%"), b)
	case 1:
		return fmt.Sprintf("(%s %s (uint(%s) & %d))", a, w.pick("<<", ">>"), w.expr("uint8", 0), 2*bits[typ]-1)
	case 2:
		other := integers[w.IntN(len(integers))]
		return fmt.Sprintf("%s(%s)", typ, w.expr(other, depth-1))
	case 3:
		return fmt.Sprintf("(%s%s)", w.pick("-", "^", "+"), a)
	case 4:
		return fmt.Sprintf("(%s %s %s)", a, w.pick("&", "|", "^", "&^"), b)
	}
	return fmt.Sprintf("(%s %s %s)", a, w.pick("+", "-", "*"), b)
}

func (w *writer) stringExpr(depth int) string {
	a := w.expr("string", depth-1)
	switch w.IntN(9) {
	case 0:
		return fmt.Sprintf("fmt.Sprint(%s)", w.expr(w.pick("int", "bool", "P", "[]int", "uint8", "float64"), depth-1))
	case 1:
		s := w.leaf("string")
		return fmt.Sprintf("%s[:len(%s)/2]", s, s)
	case 2:
		return fmt.Sprintf("string(rune(%s&1023))", w.expr("int32", depth-1))
	case 3:
		return fmt.Sprintf("string([]byte(%s))", a)
	case 4:
		return fmt.Sprintf("string([]rune(%s))", a)
	case 5:
		return fmt.Sprintf("strings.ToUpper(%s)", a)
	case 6:
		return fmt.Sprintf("kind(%s)", w.expr("any", depth-1))
	case 7:
		return fmt.Sprintf("%s.B", w.expr("P", 0))
	}
	return fmt.Sprintf("(%s + %s)", a, w.expr("string", depth-1))
}

func (w *writer) boolExpr(depth int) string {
	typ := w.pick("int", "string", "float64", "P", "[3]int", integers[w.IntN(len(integers))])
	op := w.pick("==", "!=")
	if typ != "P" && typ != "[3]int" {
		op = w.pick("==", "!=", "<", "<=", ">", ">=")
	}
	switch w.IntN(4) {
	case 0:
		return fmt.Sprintf("!%s", w.expr("bool", depth-1))
	case 1:
		return fmt.Sprintf("(%s %s %s)", w.expr("bool", depth-1), w.pick("&&", "||"), w.expr("bool", depth-1))
	}
	return fmt.Sprintf("((%s) %s (%s))", w.expr(typ, depth-1), op, w.expr(typ, depth-1))
}
