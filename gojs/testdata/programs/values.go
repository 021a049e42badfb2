package main

import (
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"
	"time"
)

type T struct {
	A int
	B string
	c []float64
}
type D int

func (d D) String() string { return fmt.Sprintf("D(%d)", int(d)) }

func Map[T, U any](xs []T, f func(T) U) []U {
	var r []U
	for _, x := range xs {
		r = append(r, f(x))
	}
	return r
}

func main() {
	t := T{1, "x", []float64{1.5, 2}}
	fmt.Printf("%v %+v %#v %T\n", t, t, t, t)
	fmt.Println(D(3), []D{1, 2}, map[string]int{"b": 1, "a": 2}, &t, nil, 3.0, 1e21, "s", 'x', true)
	fmt.Printf("%5d|%-5d|%05d|%x|%q|%8.3f|%t|%c|%U\n", 42, 42, 42, 255, "hi", 3.14159, true, 'é', 'é')
	e := fmt.Errorf("wrap: %w", os.ErrNotExist)
	fmt.Println(e, errors.Is(e, os.ErrNotExist))
	xs := []int{3, 1, 2}
	sort.Ints(xs)
	fmt.Println(xs, Map(xs, func(i int) string { return strings.Repeat("a", i) }))
	sort.Slice(xs, func(i, j int) bool { return xs[i] > xs[j] })
	fmt.Println(xs, strings.Fields(" a b  c "), strings.Title("hello"))
	d := 1500 * time.Millisecond
	fmt.Println(d, d.Seconds())
	tm := time.Date(2024, 2, 29, 12, 30, 0, 0, time.UTC)
	fmt.Println(tm, tm.Add(24*time.Hour).Format("2006-01-02"), tm.Weekday())
	seq := func(yield func(int) bool) {
		for i := range 10 {
			if !yield(i) {
				return
			}
		}
	}
	for x := range seq {
		if x == 2 {
			continue
		}
		if x > 4 {
			break
		}
		fmt.Println(x)
	}
	i := 0
L:
	if i < 3 {
		fmt.Println("goto", i)
		i++
		goto L
	}
}
