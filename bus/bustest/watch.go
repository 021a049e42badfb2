package bustest

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"sync"

	"github.com/omg-go/omg/bus"
)

var watchCases = []testCase{
	{"snapshot, synced, live", "a page starts from what is there and then follows", func(p *probe) {
		p.put("o.1", "a")
		p.put("o.2", "b")
		events := p.watch("o.", bus.Rev{})
		p.want(events, "o.1=a", "o.2=b", "synced")
		p.wantQuiet(events)
		p.put("o.3", "c")
		p.delete("o.1")
		p.want(events, "o.3=c", "o.1 deleted")
		p.wantQuiet(events)
	}},
	{"a snapshot of nothing is synced at once", "an empty list is shown as empty, not as loading", func(p *probe) {
		p.want(p.watch("o.", bus.Rev{}), "synced")
	}},
	{"a snapshot has each key once, without deletions", "who comes first has nothing to forget", func(p *probe) {
		p.put("o.1", "a")
		p.put("o.2", "b")
		p.put("o.1", "c")
		p.delete("o.2")
		p.want(p.watch("o.", bus.Rev{}), "o.1=c", "synced")
	}},
	{"a watch sees its prefix only", "one board's cards do not appear on another", func(p *probe) {
		p.put("o", "no")
		p.put("ox.1", "no")
		p.put("o.1", "yes")
		events := p.watch("o.", bus.Rev{})
		p.want(events, "o.1=yes", "synced")
		p.put("o", "no")
		p.put("p.1", "no")
		p.put("o.x.y", "yes")
		p.want(events, "o.x.y=yes")
		p.wantQuiet(events)
	}},
	{"a watch of one key sees that key only", "the version that is current", func(p *probe) {
		p.put("v.now", "1")
		p.put("v.now.x", "no")
		events := p.watch("v.now", bus.Rev{})
		p.want(events, "v.now=1", "synced")
		p.put("v.nowhere", "no")
		p.put("v.now.x", "no")
		p.put("v.now", "2")
		p.want(events, "v.now=2")
		p.wantQuiet(events)
	}},
	{"the empty prefix sees all", "the debug page", func(p *probe) {
		p.put("a", "1")
		events := p.watch("", bus.Rev{})
		p.want(events, "a=1", "synced")
		p.put("b.c.d", "2")
		p.want(events, "b.c.d=2")
	}},
	{"five hundred in order", "a row exists before it is changed", func(p *probe) {
		events := p.live("o.")
		var writer sync.WaitGroup
		writer.Go(func() {
			for i := range 500 {
				p.Put(p.ctx, fmt.Sprintf("o.%d", i), []byte("v"), bus.PutOptions{})
			}
		})
		defer writer.Wait()
		last := bus.Rev{}
		for i := range 500 {
			e := p.want(events, fmt.Sprintf("o.%d=v", i))
			if e.Rev.Seq <= last.Seq {
				p.failf("event %d has number %d after %d", i, e.Rev.Seq, last.Seq)
			}
			last = e.Rev
		}
	}},
	{"an event has the revision of its put", "a newer value in hand is known as newer", func(p *probe) {
		events := p.live("o.")
		rev := p.put("o.1", "a")
		if e := p.next(events); e.Rev != rev {
			p.failf("put at %v, seen at %v", rev, e.Rev)
		}
		rev = p.delete("o.1")
		if e := p.next(events); e.Rev != rev {
			p.failf("deleted at %v, seen at %v", rev, e.Rev)
		}
	}},
	{"every watch sees every change", "all processes agree", func(p *probe) {
		one, two, key := p.live("o."), p.live(""), p.live("o.1")
		p.put("o.1", "a")
		for _, events := range []<-chan bus.Event{one, two, key} {
			p.want(events, "o.1=a")
		}
	}},
	{"who writes from its watch does not hang", "a handler of an event changes something", func(p *probe) {
		events := p.live("o.")
		p.put("o.1", "a")
		for i := range 50 {
			p.next(events)
			p.put(fmt.Sprintf("o.%d", i), "b")
		}
	}},
	{"a slow watch is bounded and loses no last value", "one stuck process must not cost the others memory", slowWatch},
	{"a slow watch holds up nobody", "one stuck process must not stop the others", func(p *probe) {
		p.live("o.") // never read again
		events := p.live("o.")
		for i := range 100 {
			p.put("o.1", fmt.Sprint(i))
			p.want(events, fmt.Sprintf("o.1=%d", i))
		}
	}},
	{"the end of its context ends a watch", "a page that closed costs nothing", func(p *probe) {
		ctx, cancel := context.WithCancel(p.ctx)
		reading, err := p.Watch(ctx, "o.", bus.Rev{})
		p.must(err)
		p.want(reading, "synced")
		stuck, err := p.Watch(ctx, "o.", bus.Rev{})
		p.must(err)
		p.put("o.1", "a")
		cancel()
		wantClosed(p, reading)
		wantClosed(p, stuck)
		p.put("o.1", "b")
	}},
	{"a random history converges", "after all, what everybody shows is what is there", randomHistory},
}

func slowWatch(p *probe) {
	const keys, puts = 10, 2000
	events := p.live("o.")
	var last bus.Rev
	for i := range puts {
		last = p.put(fmt.Sprintf("o.%d", i%keys), fmt.Sprint(i))
	}
	seen := map[string]string{}
	n := 0
	for e := p.next(events); ; e = p.next(events) {
		n++
		seen[e.Key] = string(e.Value)
		if e.Rev == last {
			break
		}
	}
	// An engine may have some on the way when the reader stops reading.
	if n > puts/2 {
		p.failf("%d events were kept for %d keys", n, keys)
	}
	for i := puts - keys; i < puts; i++ {
		if key := fmt.Sprintf("o.%d", i%keys); seen[key] != fmt.Sprint(i) {
			p.failf("last value of %s: got %q, want %d", key, seen[key], i)
		}
	}
}

// table is what a reader of events believes.
type table map[string]string

func (t table) apply(e bus.Event) {
	if e.Deleted {
		delete(t, e.Key)
	} else if !e.Synced {
		t[e.Key] = string(e.Value)
	}
}

// randomHistory writes at random while readers watch, some of them leaving and coming
// back; in the end all must believe what the writer knows.
func randomHistory(p *probe) {
	const readers, changes = 3, 400
	random := rand.New(rand.NewPCG(1, 2))
	truth := table{}
	beliefs := make([]table, readers)
	var reading sync.WaitGroup
	errs := make(chan error, readers)
	for i := range readers {
		beliefs[i] = table{}
		reading.Go(func() { errs <- believe(p, beliefs[i], 7*(i+1)) })
	}
	for i := range changes {
		key := fmt.Sprintf("o.%d", random.IntN(20))
		if random.IntN(4) == 0 {
			p.delete(key)
			delete(truth, key)
			continue
		}
		value := fmt.Sprint(i)
		p.put(key, value)
		truth[key] = value
	}
	p.put("o.end", "")
	truth["o.end"] = ""
	reading.Wait()
	for i, belief := range beliefs {
		p.must(<-errs)
		if !maps.Equal(belief, truth) {
			p.failf("reader %d believes %v, true is %v", i, belief, truth)
		}
	}
}

// believe follows the prefix o. until its end, and leaves after every n events.
func believe(p *probe, t table, n int) error {
	last := bus.Rev{}
	for {
		ctx, cancel := context.WithCancel(p.ctx)
		events, err := p.Watch(ctx, "o.", last)
		if err != nil {
			cancel()
			return err
		}
		done := false
		for range n {
			e := <-events
			if e.Rev.Seq < last.Seq {
				cancel()
				return fmt.Errorf("%d came after %d", e.Rev.Seq, last.Seq)
			}
			t.apply(e)
			last = e.Rev
			if done = e.Key == "o.end"; done {
				break
			}
		}
		cancel()
		if done {
			return nil
		}
	}
}
