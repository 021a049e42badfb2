package places

import (
	"fmt"
	"math/rand"
	"strings"
)

// Source returns a package main of the programs of the seeds. Each prints its
// seed first and then what it does, on the error output.
func Source(seeds []int64) string {
	var b strings.Builder
	b.WriteString(prelude)
	for _, s := range seeds {
		g := &generator{r: rand.New(rand.NewSource(s)), b: &b}
		g.program(s)
	}
	b.WriteString("func main() {\n")
	for _, s := range seeds {
		fmt.Fprintf(&b, "\trun(%d, p%d)\n", s, s)
	}
	b.WriteString("}\n")
	return b.String()
}

const prelude = `package main

type pair struct {
	A int
	B string
	C [3]int32
}

func (p pair) sum() int      { return p.A%1000 + len(p.B) + int(p.C[1]%100) }
func (p *pair) add(n int)    { p.A = (p.A + n) % 100003; p.C[n&1]++ }
func (p pair) with(n int) pair { p.A = n; return p }

type node struct {
	pair
	next *node
	tags []string
}

type summer interface{ sum() int }
type small int8

func (s small) sum() int { return int(s) * 2 }

func tr(k, v int) int          { print(k, " "); return v }
func trs(k int, v string) string { print(k, " "); return v }
func tri[T any](k int, v T) T  { print(k, "! "); return v }

func fold[T any](xs []T, f func(int, T) int) int {
	n := 0
	for _, x := range xs {
		n = (n*3 + f(n, x)) % 100003
	}
	return n
}

func show(v any) {
	switch x := v.(type) {
	case int:
		println("int", x)
	case string:
		println("string", len(x), x)
	case pair:
		println("pair", x.A, x.B, x.C[0], x.C[1], x.C[2])
	case *pair:
		println("*pair", x.A, x.B)
	case []int:
		print("[]int ", len(x))
		for _, n := range x {
			print(" ", n)
		}
		println()
	case [4]int:
		println("[4]int", x[0], x[1], x[2], x[3])
	case summer:
		println("summer", x.sum())
	case error:
		println("error", x.Error())
	case nil:
		println("nil")
	default:
		println("other")
	}
}

func run(seed int, f func()) {
	println("== ", seed)
	defer func() {
		if r := recover(); r != nil {
			print("panicked: ")
			show(r)
		}
	}()
	f()
}

`
