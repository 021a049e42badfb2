package mirror_test

import (
	"context"
	"sync/atomic"
	"testing"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/bridge/bridgetest"
	"github.com/omg-go/omg/internal/wire"
	"github.com/omg-go/omg/mirror"
)

// drawn is a layer that counts how often it is flushed.
type drawn struct{ flushes atomic.Int32 }

func (*drawn) Kinds() []int                                { return nil }
func (*drawn) Receive(context.Context, wire.Message) error { return nil }
func (d *drawn) Flush(context.Context, *bridge.Writer)     { d.flushes.Add(1) }
func (*drawn) Lost(uint64)                                 {}
func (*drawn) Ended(context.Context)                       {}

// A slot that changes costs the session's other layers nothing.
func TestSlotFlushesTwinsAlone(t *testing.T) {
	d := new(drawn)
	p := &page{Page: bridgetest.Open(t, newHub(t), d), t: t, twins: map[uint64]*shown{}}
	p.Each(p.message)
	o := &Plain{N: 1}
	send(t, p, o)
	id := p.has(1)
	p.slot(id, "N", "1")
	o.Update(context.Background(), func() { o.N = 2 })
	mirror.SyncSlot(context.Background(), o, &o.N)
	p.slot(id, "N", "2")
	if n := d.flushes.Load(); n != 0 {
		t.Errorf("the other layer was flushed %d times", n)
	}
	p.Session().Mark()
	until(t, func() bool { return d.flushes.Load() == 1 })
}
