package bustest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/bus"
)

// An Engine says how the cases reach what they test.
type Engine struct {
	// Open returns a bus that holds nothing. The case closes it.
	Open func() (bus.Bus, error)
	// Compact makes the bus forget the deletions that it remembers.
	Compact func(bus.Bus) error
	// Virtual runs each case in a bubble of testing/synctest.
	Virtual bool
	// Grace is how long a case waits for what must come. Default two seconds.
	Grace time.Duration
	// Lease is the length of the leases that cases take; an engine must end one
	// before it is over twice. Default two seconds, which suits engines that count in
	// seconds.
	Lease time.Duration
}

// Test runs all cases against e, each as a subtest; side by side when time is real.
func Test(t *testing.T, e Engine) {
	for _, c := range cases() {
		t.Run(c.name, func(t *testing.T) {
			if e.Virtual {
				synctest.Test(t, func(t *testing.T) { c.test(t, e) })
			} else {
				t.Parallel()
				c.test(t, e)
			}
		})
	}
}

// testCase is one promise. The function panics with a failure when it is broken.
type testCase struct {
	name  string
	why   string // what goes wrong in a program when the promise is broken
	probe func(p *probe)
}

func cases() []testCase {
	return slices.Concat(putCases, watchCases, returnCases, leaseCases, topicCases, closeCases)
}

func (c testCase) test(t *testing.T, e Engine) {
	if err := c.check(e); err != nil {
		t.Errorf("%v\n(why it matters: %s)", err, c.why)
	}
}

func (c testCase) check(e Engine) (err error) {
	b, err := e.Open()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer func() {
		cancel()
		err = errors.Join(err, b.Close())
	}()
	defer func() {
		if f, ok := recover().(failure); ok {
			err = errors.New(string(f))
		}
	}()
	c.probe(&probe{Bus: b, engine: e, ctx: ctx})
	return nil
}

type failure string

// probe is a bus together with short ways to use it, which fail the case.
type probe struct {
	bus.Bus
	engine Engine
	ctx    context.Context
}

func (p *probe) failf(format string, args ...any) { panic(failure(fmt.Sprintf(format, args...))) }

func (p *probe) must(err error) {
	if err != nil {
		p.failf("unexpected error: %v", err)
	}
}

func (p *probe) wantErr(what string, err, want error) {
	if !errors.Is(err, want) {
		p.failf("%s: got error %v, want %v", what, err, want)
	}
}

func (p *probe) put(key, value string) bus.Rev {
	return p.putWith(key, value, bus.PutOptions{})
}

func (p *probe) putWith(key, value string, o bus.PutOptions) bus.Rev {
	rev, err := p.Put(p.ctx, key, []byte(value), o)
	p.must(err)
	return rev
}

func (p *probe) delete(key string) bus.Rev {
	return p.putWith(key, "", bus.PutOptions{Delete: true})
}

// wantValue wants key to hold value, or not to exist when value is "-".
func (p *probe) wantValue(key, value string) {
	e, err := p.Get(p.ctx, key)
	if value == "-" {
		p.wantErr("Get of "+key, err, bus.ErrNotFound)
		return
	}
	p.must(err)
	if got := show(e); got != key+"="+value {
		p.failf("Get: got %s, want %s=%s", got, key, value)
	}
}

func (p *probe) watch(prefix string, from bus.Rev) <-chan bus.Event {
	events, err := p.Watch(p.ctx, prefix, from)
	p.must(err)
	return events
}

func (p *probe) grace() time.Duration {
	if p.engine.Grace > 0 {
		return p.engine.Grace
	}
	return 2 * time.Second
}

// next returns the next event.
func (p *probe) next(events <-chan bus.Event) bus.Event {
	select {
	case e, ok := <-events:
		if !ok {
			p.failf("the watch ended")
		}
		return e
	case <-time.After(p.grace()):
		p.failf("no event came within %v", p.grace())
		panic("unreachable")
	}
}

// want wants exactly these events next, written as by show.
func (p *probe) want(events <-chan bus.Event, want ...string) (last bus.Event) {
	for i, w := range want {
		last = p.next(events)
		if got := show(last); got != w {
			p.failf("event %d: got %s, want %s", i, got, w)
		}
	}
	return last
}

// live returns a watch that has delivered what was there.
func (p *probe) live(prefix string) <-chan bus.Event {
	events := p.watch(prefix, bus.Rev{})
	for !p.next(events).Synced {
	}
	return events
}

// wantQuiet wants nothing to come, for as long as is cheap to wait.
func (p *probe) wantQuiet(events <-chan bus.Event) {
	select {
	case e, ok := <-events:
		p.failf("got %s (open: %t), want nothing", show(e), ok)
	case <-time.After(50 * time.Millisecond):
	}
}

func wantClosed[T any](p *probe, ch <-chan T) {
	end := time.After(p.grace())
	for {
		select {
		case _, ok := <-ch:
			if !ok {
				return
			}
		case <-end:
			p.failf("the channel was not closed within %v", p.grace())
		}
	}
}

func show(e bus.Event) string {
	switch {
	case e.Synced:
		return "synced"
	case e.Deleted:
		return e.Key + " deleted"
	default:
		return e.Key + "=" + string(e.Value)
	}
}
