package bustest

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/omg-go/omg/bus"
)

var putCases = []testCase{
	{"a put is there", "a program reads what it has just written", func(p *probe) {
		rev := p.put("a.b", "1")
		e, err := p.Get(p.ctx, "a.b")
		p.must(err)
		if show(e) != "a.b=1" || e.Rev != rev || rev.IsZero() || rev.Epoch == "" {
			p.failf("put at %v, got %s at %v", rev, show(e), e.Rev)
		}
	}},
	{"a key that was never put is not found", "absence is an answer", func(p *probe) {
		p.wantValue("a", "-")
	}},
	{"an empty value is a value", "a slot may hold nothing and yet exist", func(p *probe) {
		_, err := p.Put(p.ctx, "a", nil, bus.PutOptions{})
		p.must(err)
		p.wantValue("a", "")
	}},
	{"numbers rise over all keys", "order between keys is order in time", func(p *probe) {
		last := p.put("a", "1")
		for i := range 20 {
			rev := p.put(fmt.Sprintf("k%d.x", i%3), "v")
			if rev.Seq <= last.Seq || rev.Epoch != last.Epoch {
				p.failf("%v came after %v", rev, last)
			}
			last = rev
		}
	}},
	{"the caller may reuse its buffer", "values come from pooled buffers", func(p *probe) {
		buf := []byte("before")
		_, err := p.Put(p.ctx, "a", buf, bus.PutOptions{})
		p.must(err)
		copy(buf, "after!")
		p.wantValue("a", "before")
	}},
	{"the first of two creators wins", "two processes take over one session", func(p *probe) {
		p.putWith("a", "1", bus.PutOptions{If: bus.Absent()})
		_, err := p.Put(p.ctx, "a", []byte("2"), bus.PutOptions{If: bus.Absent()})
		p.wantErr("second creation", err, bus.ErrConflict)
		p.wantValue("a", "1")
	}},
	{"a stale condition conflicts", "a fenced process must not write any more", func(p *probe) {
		old := p.put("a", "1")
		now := p.putWith("a", "2", bus.PutOptions{If: bus.At(old)})
		if now.Seq <= old.Seq {
			p.failf("%v came after %v", now, old)
		}
		_, err := p.Put(p.ctx, "a", []byte("x"), bus.PutOptions{If: bus.At(old)})
		p.wantErr("stale put", err, bus.ErrConflict)
		p.wantValue("a", "2")
	}},
	{"a revision of another history conflicts", "equal numbers of two stores mean nothing", func(p *probe) {
		rev := p.put("a", "1")
		rev.Epoch += "x"
		_, err := p.Put(p.ctx, "a", []byte("2"), bus.PutOptions{If: bus.At(rev)})
		p.wantErr("foreign revision", err, bus.ErrConflict)
	}},
	{"a condition on a missing key conflicts", "what somebody deleted does not come back", func(p *probe) {
		rev := p.put("a", "1")
		p.delete("a")
		_, err := p.Put(p.ctx, "a", []byte("2"), bus.PutOptions{If: bus.At(rev)})
		p.wantErr("put of a deleted key", err, bus.ErrConflict)
		_, err = p.Put(p.ctx, "b", nil, bus.PutOptions{If: bus.At(bus.Rev{})})
		p.wantErr("the zero revision is nobody's", err, bus.ErrConflict)
	}},
	{"a deleted key is absent", "names can be taken again", func(p *probe) {
		before := p.put("a", "1")
		gone := p.delete("a")
		p.wantValue("a", "-")
		if gone.Seq <= before.Seq {
			p.failf("deleted at %v, put at %v", gone, before)
		}
		p.putWith("a", "2", bus.PutOptions{If: bus.Absent()})
		p.wantValue("a", "2")
	}},
	{"deleting asks the condition too", "only the owner gives a lease back", func(p *probe) {
		old := p.put("a", "1")
		p.put("a", "2")
		_, err := p.Put(p.ctx, "a", nil, bus.PutOptions{Delete: true, If: bus.At(old)})
		p.wantErr("stale deletion", err, bus.ErrConflict)
		p.wantValue("a", "2")
	}},
	{"deleting what is not there is no error", "clean-up may run twice", func(p *probe) {
		p.delete("a")
		p.put("a", "1")
		p.delete("a")
		p.delete("a")
		p.wantValue("a", "-")
	}},
	{"concurrent increments all count", "conditions are the only lock between processes", concurrentIncrements},
	{"malformed keys are refused", "a key that one engine takes and another does not", malformedKeys},
	{"the longest key and value are taken, longer ones refused", "limits that differ by engine", func(p *probe) {
		key := strings.Repeat("k", bus.MaxKey)
		value := strings.Repeat("v", bus.MaxValue)
		p.put(key, value)
		p.wantValue(key, value)
		_, err := p.Put(p.ctx, key+"k", nil, bus.PutOptions{})
		p.wantErr("key too long", err, bus.ErrKey)
		_, err = p.Put(p.ctx, key, []byte(value+"v"), bus.PutOptions{})
		p.wantErr("value too long", err, bus.ErrTooLarge)
		p.wantErr("message too long", p.Publish(p.ctx, "t", []byte(value+"v")), bus.ErrTooLarge)
	}},
	{"an ended context does nothing", "a cancelled handler has no late effects", func(p *probe) {
		ctx, cancel := context.WithCancel(p.ctx)
		cancel()
		_, err := p.Put(ctx, "a", []byte("1"), bus.PutOptions{})
		p.wantErr("Put", err, context.Canceled)
		_, err = p.Get(ctx, "a")
		p.wantErr("Get", err, context.Canceled)
		_, err = p.Watch(ctx, "a", bus.Rev{})
		p.wantErr("Watch", err, context.Canceled)
		_, err = p.Subscribe(ctx, "a")
		p.wantErr("Subscribe", err, context.Canceled)
		p.wantErr("Publish", p.Publish(ctx, "a", nil), context.Canceled)
		p.wantValue("a", "-")
	}},
}

func concurrentIncrements(p *probe) {
	const writers, rounds = 4, 10
	p.put("n", "0")
	errs := make(chan error, writers)
	var wg sync.WaitGroup
	for range writers {
		wg.Go(func() {
			for range rounds {
				if err := increment(p, "n"); err != nil {
					errs <- err
					return
				}
			}
		})
	}
	wg.Wait()
	close(errs)
	p.must(<-errs)
	p.wantValue("n", strconv.Itoa(writers*rounds))
}

// increment tries until nobody came between.
func increment(p *probe, key string) error {
	for {
		e, err := p.Get(p.ctx, key)
		if err != nil {
			return err
		}
		n, err := strconv.Atoi(string(e.Value))
		if err != nil {
			return err
		}
		value := strconv.AppendInt(nil, int64(n+1), 10)
		_, err = p.Put(p.ctx, key, value, bus.PutOptions{If: bus.At(e.Rev)})
		if err != bus.ErrConflict {
			return err
		}
	}
}

func malformedKeys(p *probe) {
	for _, key := range []string{"", ".", "a.", ".a", "a..b", "a b", "a*", "a.>", "ä", "a\n", "$a", "a:b"} {
		_, err := p.Put(p.ctx, key, nil, bus.PutOptions{})
		p.wantErr("Put of "+strconv.Quote(key), err, bus.ErrKey)
		_, err = p.Get(p.ctx, key)
		p.wantErr("Get of "+strconv.Quote(key), err, bus.ErrKey)
		p.wantErr("Publish to "+strconv.Quote(key), p.Publish(p.ctx, key, nil), bus.ErrKey)
		_, err = p.Subscribe(p.ctx, key)
		p.wantErr("Subscribe to "+strconv.Quote(key), err, bus.ErrKey)
	}
	for _, prefix := range []string{".", ".a.", "a..", "a.*", "a.>", "a b."} {
		_, err := p.Watch(p.ctx, prefix, bus.Rev{})
		p.wantErr("Watch of "+strconv.Quote(prefix), err, bus.ErrKey)
	}
	p.put("Az-09_=/.b", "1")
	p.wantValue("Az-09_=/.b", "1")
}
