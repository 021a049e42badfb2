// Packages sort, slices, maps, cmp, containers and their stability.
package main

import (
	"cmp"
	"container/heap"
	"container/list"
	"container/ring"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

type row struct {
	key  int
	name string
}

type ints []int

func (h ints) Len() int           { return len(h) }
func (h ints) Less(i, j int) bool { return h[i] < h[j] }
func (h ints) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x any)        { *h = append(*h, x.(int)) }
func (h *ints) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

type code int

func (c code) Error() string { return fmt.Sprint("code ", int(c)) }
func (c code) Is(target error) bool {
	return target == errBase
}

var errBase = errors.New("base")

func main() {
	var rows []row
	x := uint32(7)
	for i := range 200 {
		x = x*1664525 + 1013904223
		rows = append(rows, row{int(x>>24) % 17, fmt.Sprint(i)})
	}
	a, b, c := slices.Clone(rows), slices.Clone(rows), slices.Clone(rows)
	sort.SliceStable(a, func(i, j int) bool { return a[i].key < a[j].key })
	slices.SortStableFunc(b, func(p, q row) int { return cmp.Compare(p.key, q.key) })
	sort.Slice(c, func(i, j int) bool { return c[i].key < c[j].key || c[i].key == c[j].key && c[i].name > c[j].name })
	fmt.Println(a, slices.Equal(a, b), c, sort.SliceIsSorted(c, func(i, j int) bool { return c[i].key < c[j].key }))

	n := []int{5, -1, 3, 3, 0}
	h := ints(slices.Clone(n))
	heap.Init(&h)
	heap.Push(&h, 2)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(&h), " ")
	}
	slices.Sort(n)
	i, found := slices.BinarySearch(n, 3)
	fmt.Println(n, i, found, sort.SearchInts(n, 4), slices.Index(n, 3), slices.Contains(n, 9), slices.Max(n), slices.Min(n), slices.Compact(slices.Clone(n)), slices.Insert(slices.Clone(n), 1, 8, 9), slices.Delete(slices.Clone(n), 1, 3))
	slices.Reverse(n)
	fmt.Println(n, slices.Repeat(n[:2], 2), slices.Concat(n, n[:1]), slices.IndexFunc(n, func(x int) bool { return x < 0 }))
	for chunk := range slices.Chunk(n, 2) {
		fmt.Print(chunk, " ")
	}
	m := map[string]int{"b": 2, "a": 1, "c": 3}
	keys := slices.Sorted(maps.Keys(m))
	fmt.Println(keys, slices.Sorted(maps.Values(m)), maps.Equal(m, maps.Clone(m)), cmp.Or("", "x"), min("b", "a"))
	maps.DeleteFunc(m, func(k string, v int) bool { return v == 2 })
	fmt.Println(m, strings.Join(slices.Collect(maps.Keys(map[string]int{"k": 1})), ","))
	clear(m)
	fmt.Println(len(m), slices.CompareFunc(n, n, func(a, b int) int { return a - b }))

	l := list.New()
	l.PushBack(1)
	l.PushFront(0)
	l.InsertAfter(5, l.Front())
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	r := ring.New(3)
	for i := range 3 {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(v any) { fmt.Print(v, " ") })
	fmt.Println()

	err := fmt.Errorf("top: %w", errors.Join(code(3), fmt.Errorf("mid: %w", errBase)))
	var target code
	fmt.Println(err, errors.Is(err, errBase), errors.As(err, &target), target, errors.Is(code(1), errBase), errors.Unwrap(err) != nil)
	fmt.Println(utf16.Encode([]rune("a😀\ufffd")), string(utf16.Decode([]uint16{0xd83d, 0xde00, 0xd83d})), utf8.RuneCountInString("é\xff"), utf8.ValidString("\xed\xa0\x80"), utf8.AppendRune(nil, 'é'), utf8.RuneLen(-1))
	v, size := utf8.DecodeLastRuneInString("aé")
	fmt.Println(v, size, utf8.FullRuneInString("\xe2\x82"), utf8.RuneStart(0x80))
}
