package bustest

import (
	"context"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/omg-go/omg/bus"
	"github.com/omg-go/omg/internal/leak"
)

func TestMain(m *testing.M) { leak.Main(m) }

func TestCount(t *testing.T) {
	if n := len(cases()); n < 25 {
		t.Errorf("%d cases", n)
	}
}

// TestFaultsAreFound breaks one promise at a time and wants the suite to notice.
func TestFaultsAreFound(t *testing.T) {
	for name, breakIt := range map[string]func(*faulty){
		"conditions are ignored":     func(f *faulty) { f.put = func(o *bus.PutOptions) { o.If = bus.Condition{} } },
		"leases never end":           func(f *faulty) { f.put = func(o *bus.PutOptions) { o.Lease = 0 } },
		"deletions are ignored":      func(f *faulty) { f.put = func(o *bus.PutOptions) { o.Delete = false } },
		"returns start over":         func(f *faulty) { f.watch = func(from *bus.Rev) { *from = bus.Rev{} } },
		"epochs are ignored":         func(f *faulty) { f.watch = func(from *bus.Rev) { from.Epoch = f.epoch() } },
		"prefixes are ignored":       func(f *faulty) { f.prefix = func(*string) string { return "" } },
		"deletions are not told":     func(f *faulty) { f.drop = func(e bus.Event) bool { return e.Deleted } },
		"synced is not told":         func(f *faulty) { f.drop = func(e bus.Event) bool { return e.Synced } },
		"one event in ten is lost":   func(f *faulty) { f.drop = func(e bus.Event) bool { return e.Rev.Seq%10 == 9 } },
		"two events change places":   func(f *faulty) { f.swap = true },
		"messages are lost":          func(f *faulty) { f.mute = true },
		"a context is not looked at": func(f *faulty) { f.deaf = true },
	} {
		t.Run(name, func(t *testing.T) {
			found := 0
			for _, c := range cases() {
				synctest.Test(t, func(t *testing.T) {
					if c.check(faultyEngine(breakIt)) != nil {
						found++
					}
				})
			}
			if found == 0 {
				t.Error("no case failed")
			}
		})
	}
}

func faultyEngine(breakIt func(*faulty)) Engine {
	return Engine{
		Open: func() (bus.Bus, error) {
			f := &faulty{Memory: bus.NewMemory(bus.Options{})}
			f.ctx, f.stop = context.WithCancel(context.Background())
			breakIt(f)
			return f, nil
		},
		Compact: func(b bus.Bus) error { b.(*faulty).Compact(); return nil },
	}
}

// faulty is a bus that breaks one promise.
type faulty struct {
	*bus.Memory
	put    func(*bus.PutOptions)
	watch  func(*bus.Rev)
	prefix func(*string) string
	drop   func(bus.Event) bool
	swap   bool
	mute   bool
	deaf   bool

	ctx     context.Context
	stop    context.CancelFunc
	passing sync.WaitGroup
}

func (f *faulty) epoch() string {
	rev, _ := f.Memory.Put(context.Background(), "epoch", nil, bus.PutOptions{Delete: true})
	return rev.Epoch
}

func (f *faulty) Put(ctx context.Context, key string, value []byte, o bus.PutOptions) (bus.Rev, error) {
	if f.put != nil {
		f.put(&o)
	}
	if f.deaf {
		ctx = context.WithoutCancel(ctx)
	}
	return f.Memory.Put(ctx, key, value, o)
}

func (f *faulty) Watch(ctx context.Context, prefix string, from bus.Rev) (<-chan bus.Event, error) {
	if f.watch != nil {
		f.watch(&from)
	}
	if f.prefix != nil {
		prefix = f.prefix(&prefix)
	}
	events, err := f.Memory.Watch(ctx, prefix, from)
	if err != nil {
		return nil, err
	}
	out := make(chan bus.Event)
	f.passing.Go(func() { f.pass(ctx, events, out) })
	return out, nil
}

func (f *faulty) pass(ctx context.Context, events <-chan bus.Event, out chan<- bus.Event) {
	defer close(out)
	var held *bus.Event
	for e := range events {
		if f.drop != nil && f.drop(e) {
			continue
		}
		if f.swap && !e.Synced && held == nil {
			held = &e
			continue
		}
		for _, e := range []*bus.Event{&e, held} {
			if e == nil {
				continue
			}
			select {
			case out <- *e:
			case <-ctx.Done():
			case <-f.ctx.Done():
			}
		}
		held = nil
	}
}

func (f *faulty) Publish(ctx context.Context, topic string, message []byte) error {
	if f.mute {
		topic = "elsewhere"
	}
	return f.Memory.Publish(ctx, topic, message)
}

func (f *faulty) Close() error {
	f.stop()
	err := f.Memory.Close()
	f.passing.Wait()
	return err
}
