package bustest

import (
	"time"

	"github.com/omg-go/omg/bus"
)

var leaseCases = []testCase{
	{"the end of a lease is seen", "a process that crashed is gone from the list of who is here", func(p *probe) {
		events := p.live("here.")
		begun := time.Now()
		p.putWith("here.1", "up", bus.PutOptions{Lease: p.lease()})
		p.want(events, "here.1=up")
		p.wait(p.lease() / 2)
		p.wantHeld("here.1", "up", begun)
		p.wait(p.lease()/2 + time.Millisecond)
		p.want(events, "here.1 deleted")
		p.wantValue("here.1", "-")
	}},
	{"a lease that is renewed holds", "a process that lives stays on the list", func(p *probe) {
		events := p.live("here.")
		begun := time.Now()
		for range 6 {
			last := begun
			begun = time.Now()
			p.putWith("here.1", "up", bus.PutOptions{Lease: p.lease()})
			if e := p.next(events); e.Deleted && p.over(last) {
				p.want(events, "here.1=up")
			} else if got := show(e); got != "here.1=up" {
				p.failf("after a renewal: got %s, want here.1=up", got)
			}
			p.wait(p.lease() / 2)
		}
		p.wantHeld("here.1", "up", begun)
		p.wait(p.lease() / 2)
		p.want(events, "here.1 deleted")
	}},
	{"a put without a lease keeps the key", "what was provisional is made to last", func(p *probe) {
		p.putWith("a", "1", bus.PutOptions{Lease: p.lease()})
		p.put("a", "2")
		p.wait(2 * p.lease())
		p.wantValue("a", "2")
	}},
	{"a deletion ends the lease", "the name's next owner does not inherit its end", func(p *probe) {
		p.putWith("a", "1", bus.PutOptions{Lease: p.lease()})
		p.delete("a")
		p.put("a", "2")
		p.wait(2 * p.lease())
		p.wantValue("a", "2")
	}},
	{"after its lease a key is absent", "a lock whose owner crashed can be taken", func(p *probe) {
		events := p.live("a")
		begun := time.Now()
		p.putWith("a", "1", bus.PutOptions{Lease: p.lease(), If: bus.Absent()})
		_, err := p.Put(p.ctx, "a", []byte("2"), bus.PutOptions{Lease: p.lease(), If: bus.Absent()})
		late := p.over(begun)
		p.want(events, "a=1")
		p.wait(p.lease())
		p.want(events, "a deleted")
		if late && err == nil {
			p.want(events, "a=2", "a deleted")
		} else {
			p.wantErr("taking a lock that is held", err, bus.ErrConflict)
		}
		p.putWith("a", "2", bus.PutOptions{If: bus.Absent()})
	}},
	{"who comes back sees a lease that ended", "a crash in a moment of silence is seen late, not never", func(p *probe) {
		seen := p.putWith("a.1", "1", bus.PutOptions{Lease: p.lease()})
		p.wait(2 * p.lease())
		p.want(p.watch("a.", seen), "a.1 deleted", "synced")
	}},
}

// over tells whether a lease that began then, or after it, may have ended: on a busy
// machine a case that waits for half of it may wait for all.
func (p *probe) over(begun time.Time) bool { return time.Since(begun) >= p.lease() }

// wantHeld wants key to hold value as long as its lease, which began after begun.
func (p *probe) wantHeld(key, value string, begun time.Time) {
	e, err := p.Get(p.ctx, key)
	if p.over(begun) {
		return
	}
	p.must(err)
	if got := show(e); got != key+"="+value {
		p.failf("Get: got %s, want %s=%s", got, key, value)
	}
}

// wait lets time pass, at once in a bubble.
func (p *probe) wait(d time.Duration) {
	select {
	case <-time.After(d):
	case <-p.ctx.Done():
	}
}

func (p *probe) lease() time.Duration {
	if p.engine.Lease > 0 {
		return p.engine.Lease
	}
	return 2 * time.Second
}
