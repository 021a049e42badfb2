//go:build !race

package mirror_test

import (
	"context"
	"encoding/json"
	"runtime"
	"testing"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/bridge/bridgetest"
	"github.com/omg-go/omg/mirror"
)

// racing says that the race detector is on.
const racing = false

// deaf opens a page that keeps nothing of what it is sent.
func deaf(t testing.TB, hub *bridge.Hub) (p *bridgetest.Page, heard chan int) {
	p = bridgetest.Open(t, hub)
	heard = make(chan int, 1<<20)
	p.Each(func(m json.RawMessage) {
		if mirror.IsSlots(string(m)) {
			heard <- 1
		}
	})
	return p, heard
}

func heap() int64 {
	var m runtime.MemStats
	for range 3 {
		runtime.GC()
	}
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// TestTwinIsSmall holds what a twin costs on the server beyond its object: 256
// bytes at most.
func TestTwinIsSmall(t *testing.T) {
	const n = 20_000
	p, heard := deaf(t, newHub(t))
	objects := make([]*Plain, n)
	for i := range objects {
		objects[i] = &Plain{N: i}
		mirror.State(objects[i]) // of the object: once, however many pages hold it
	}
	before := heap()
	for _, o := range objects {
		if err := take.Go(p.Session().Context(), o); err != nil {
			t.Fatal(err)
		}
		<-heard
	}
	each := float64(heap()-before) / n
	t.Logf("%.0f bytes a twin", each)
	if each > 256 {
		t.Errorf("a twin takes %.0f bytes", each)
	}
	runtime.KeepAlive(objects)
}

// TestDroppedObjectsLeaveNothing makes 100,000 objects that a page gets and gives
// back.
func TestDroppedObjectsLeaveNothing(t *testing.T) {
	const n = 100_000
	p, heard := deaf(t, newHub(t))
	ctx := p.Session().Context()
	run := func(n int) {
		for range n {
			o := &Plain{}
			for take.Go(ctx, o) != nil { // until the page has confirmed
				time.Sleep(time.Millisecond)
			}
			<-heard
			mirror.Drop(p.Session(), o)
		}
	}
	run(1000)
	until(t, func() bool { runtime.GC(); return mirror.TwinsIn(p.Session()) == 0 })
	before := heap()
	run(n)
	until(t, func() bool { runtime.GC(); return mirror.TwinsIn(p.Session()) == 0 })
	var grown int64
	for range 100 { // what clears up runs beside us
		if grown = heap() - before; grown <= 4<<20 {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Errorf("%d bytes are left of %d objects", grown, n)
}

// BenchmarkSlot brings one slot to 1,000 pages; BenchmarkRaw writes the same bytes
// to them, each in a call of its own. The first is to take at most 1.3 of the second.
func BenchmarkSlot(b *testing.B) {
	hub := newHub(b)
	o, all := &Plain{}, make([]chan int, 1000)
	for i := range all {
		p, heard := deaf(b, hub)
		send := take.Go(p.Session().Context(), o)
		if send != nil {
			b.Fatal(send)
		}
		<-heard
		all[i] = heard
	}
	b.ReportAllocs()
	for b.Loop() {
		o.Update(context.Background(), func() { o.N++ })
		mirror.SyncSlot(context.Background(), o, &o.N)
		for _, heard := range all {
			<-heard
		}
	}
}

func BenchmarkRaw(b *testing.B) {
	hub := newHub(b)
	type link struct {
		s     *bridge.Session
		heard chan int
	}
	all := make([]link, 1000)
	for i := range all {
		p := bridgetest.Open(b, hub)
		heard := make(chan int, 1<<20)
		p.Each(func(m json.RawMessage) {
			if string(m[:2]) == "[1" {
				heard <- 1
			}
		})
		all[i] = link{p.Session(), heard}
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, l := range all {
			take.Go(l.s.Context(), "as many bytes as a slot")
		}
		for _, l := range all {
			<-l.heard
		}
	}
}
