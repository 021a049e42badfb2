package fuzz

// Prelude is what all programs share.
const Prelude = `package main

import (
	"errors"
	"fmt"
	"strings"
)

type E struct{ N int }

func (e E) Twice() int { return norm(2 * e.N) }

// P is copied, pointed to, embedded and compared.
type P struct {
	E
	A int
	B string
	C [2]int
}

func (p P) Sum() int { return norm(p.A + len(p.B) + p.C[0] - p.C[1] + p.N) }

func (p *P) Add(n int) *P { p.A = norm(p.A + n); p.C[0]++; return p }

// With changes its copy.
func (p P) With(n int) P { p.A = n; p.C[1] = n; p.E.N = n; return p }

type summer interface{ Sum() int }

type I int

func (i I) Sum() int { return int(i) }

var errFuzz = errors.New("fuzz")

// norm keeps an int small: page and server agree on 53 bits.
func norm(x int) int { return x % 10007 }

// t shows the order of evaluation.
func t[T any](tag int, v T) T { fmt.Print(tag, " "); return v }

// c hides that a value is constant.
func c[T any](v T) T { return v }

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	f()
}

func pair(x, y int) (int, int) { return y, norm(x + y) }

func named(x int) (r int, err error) {
	defer func() {
		if e := recover(); e != nil {
			r, err = -x, fmt.Errorf("named: %v", e)
		}
	}()
	defer func() { r++ }()
	if x%3 == 0 {
		panic(errFuzz)
	}
	if x%3 == 1 {
		return x, nil
	}
	var none []int
	return none[x], nil
}

func variadic(first int, rest ...int) int {
	for i, x := range rest {
		first = norm(first + i*x)
	}
	return first
}

func kind(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int:
		return fmt.Sprint("int ", v+1)
	case string:
		return "string " + v
	case P:
		return fmt.Sprint("P ", v.Sum())
	case *P:
		return fmt.Sprint("*P ", v.Sum())
	case []int:
		return fmt.Sprint("ints ", len(v))
	case error:
		return "error " + v.Error()
	case summer:
		return fmt.Sprint("summer ", v.Sum())
	case func(int) int:
		return fmt.Sprint("func ", v(1))
	}
	return fmt.Sprintf("%T", x)
}

func filter[T any](list []T, keep func(T) bool) (out []T) {
	for _, x := range list {
		if keep(x) {
			out = append(out, x)
		}
	}
	return out
}

func count(n int) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		defer fmt.Print("end ")
		for i := range n {
			if !yield(i, strings.Repeat("y", i)) {
				return
			}
		}
	}
}

`
