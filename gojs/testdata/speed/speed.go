package main

import (
	"fmt"
	"sort"
	"strings"
	"time"
)

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
func gcdLoop(n int) int {
	s := 0
	for i := 1; i < n; i++ {
		s += gcd(i, 360360)
	}
	return s
}
func hash32(n int32) int32 {
	h := int32(17)
	for i := int32(0); i < n; i++ {
		h = h*31 + i
		h ^= h >> 7
	}
	return h
}
func scanF(s []float64) float64 {
	t := 0.0
	for i := 0; i < len(s); i++ {
		t += s[i]
	}
	return t
}
func scanFr(s []float64) float64 {
	t := 0.0
	for _, x := range s {
		t += x
	}
	return t
}
func scanS(s []string) int {
	t := 0
	for i := 0; i < len(s); i++ {
		t += len(s[i])
	}
	return t
}
func scan32(s []int32) int32 {
	t := int32(0)
	for i := 0; i < len(s); i++ {
		t += s[i]
	}
	return t
}
func scanI(s []int) int {
	t := 0
	for i := 0; i < len(s); i++ {
		t += s[i]
	}
	return t
}
func scanIr(s []int) int {
	t := 0
	for _, x := range s {
		t += x
	}
	return t
}
func scanOdd(s []int) int {
	t := 0
	for i := 1; i < len(s); i++ {
		t += s[i] - s[i-1]
	}
	return t
}

type row struct {
	ID    int
	Name  string
	City  string
	Price float64
}

func sortFilter(rows []row, q string) int {
	var view []*row
	for i := range rows {
		r := &rows[i]
		if strings.Contains(strings.ToLower(r.Name), q) || strings.Contains(strings.ToLower(r.City), q) {
			view = append(view, r)
		}
	}
	sort.Slice(view, func(i, j int) bool { return view[i].Price < view[j].Price })
	return len(view)
}

func best(name string, f func()) {
	m := int64(1 << 60)
	for range 9 {
		t := time.Now()
		f()
		m = min(m, int64(time.Since(t)))
	}
	fmt.Println(name, m/1000)
}

var sink int

func main() {
	n := 1000000
	f, s, i32, is := make([]float64, n), make([]string, n), make([]int32, n), make([]int, n)
	for i := range n {
		f[i], s[i], i32[i], is[i] = float64(i), "abc", int32(i), i
	}
	rows := []row{}
	for i := range 1000 {
		rows = append(rows, row{i, fmt.Sprint("Name", i*7919%1000), fmt.Sprint("City", i*31%97), float64(i*37%1000) / 3})
	}
	best("gcd", func() { sink += gcdLoop(300000) & 1 })
	best("hash32", func() { sink += int(hash32(10000000)) & 1 })
	best("scanF", func() { scanF(f) })
	best("scanFr", func() { scanFr(f) })
	best("scanS", func() { scanS(s) })
	best("scan32", func() { scan32(i32) })
	best("scanI", func() { scanI(is) })
	best("scanIr", func() { scanIr(is) })
	best("scanOdd", func() { scanOdd(is) })
	best("sort", func() { sortFilter(rows, "1") })
}
