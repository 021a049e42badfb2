package bustest

import (
	"fmt"

	"github.com/omg-go/omg/bus"
)

var closeCases = []testCase{
	{"closing ends watches and subscriptions", "a process that stops leaves nothing running", func(p *probe) {
		events, heard := p.live("o."), p.subscribe("t")
		p.must(p.Close())
		// Not soon after: when Close returns, they have ended.
		select {
		case _, open := <-events:
			if open {
				p.failf("the watch goes on")
			}
		default:
			p.failf("the watch was still open")
		}
		select {
		case _, open := <-heard:
			if open {
				p.failf("the subscription goes on")
			}
		default:
			p.failf("the subscription was still open")
		}
	}},
	{"closing does not wait for who does not read", "one stuck reader must not stop the stop", func(p *probe) {
		events := p.watch("", bus.Rev{}) // stuck on its first event
		for i := range 100 {
			p.put(fmt.Sprintf("o.%d", i), "v")
		}
		p.must(p.Close())
		wantClosed(p, events)
	}},
	{"a closed bus says so", "late callers must not hang", func(p *probe) {
		p.putWith("a", "1", bus.PutOptions{Lease: p.lease()})
		p.must(p.Close())
		_, err := p.Put(p.ctx, "a", nil, bus.PutOptions{})
		p.wantErr("Put", err, bus.ErrClosed)
		_, err = p.Get(p.ctx, "a")
		p.wantErr("Get", err, bus.ErrClosed)
		_, err = p.Watch(p.ctx, "a", bus.Rev{})
		p.wantErr("Watch", err, bus.ErrClosed)
		_, err = p.Subscribe(p.ctx, "a")
		p.wantErr("Subscribe", err, bus.ErrClosed)
		p.wantErr("Publish", p.Publish(p.ctx, "a", nil), bus.ErrClosed)
	}},
	{"closing twice is fine", "two owners tidy up", func(p *probe) {
		p.must(p.Close())
		p.must(p.Close())
	}},
}
