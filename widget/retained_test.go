//go:build !race

package widget

import (
	"runtime"
	"testing"
)

// The race detector changes what allocations take: scripts/test.sh runs this
// one without it.
func TestRetainedBytes(t *testing.T) {
	flat, _ := BenchFlat(1000)
	tree := production(t, flat)
	m := tree.root
	const elements = 8*1000 + 2
	if per := float64(cap(m.records)) / elements; per > 32 {
		t.Errorf("records: %.1f B an element, want 32 at most", per)
	} else {
		t.Logf("records: %.1f B an element", per)
	}
	before := heap()
	trees := make([]*Tree, 20)
	rows := make([]Widget, 20)
	for i := range rows {
		rows[i], _ = BenchFlat(1000)
	}
	base := heap()
	for i := range trees {
		trees[i] = production(t, rows[i])
	}
	all := float64(heap()-base) / 20
	each := (all - whole(cap(m.records))) / 2000
	t.Logf("all: %.1f B an element, of them handlers %.1f B each (rows themselves %d B)", all/elements, each, (base-before)/20)
	if each > 64 {
		t.Errorf("handlers take more than 64 B each")
	}
	runtime.KeepAlive(trees)
	runtime.KeepAlive(rows)
}

// whole is what the heap gives for n bytes: pages of 8 KiB. How many a drawing
// takes depends on how long the numbers in its names are.
func whole(n int) float64 { return float64((n + 8191) / 8192 * 8192) }

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
