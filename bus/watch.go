package bus

import (
	"context"
	"sync"
)

// watch is one call of Watch. Writers push into it and go on at once; its
// goroutine, the pump, waits for the reader.
type watch struct {
	prefix string
	ctx    context.Context
	cancel context.CancelFunc
	out    chan Event
	wake   chan struct{} // holds one token when something may be waiting

	mu      sync.Mutex
	waiting *newest
}

// Watch implements [Bus].
func (m *Memory) Watch(ctx context.Context, prefix string, from Rev) (<-chan Event, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := CheckPrefix(prefix); err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return nil, ErrClosed
	}
	past, err := m.past(prefix, from)
	if err != nil {
		return nil, err
	}
	w := newWatch(ctx, prefix)
	m.add(w)
	synced := Event{Rev: m.rev, Synced: true}
	m.pumps.Go(func() {
		defer m.drop(w)
		w.pump(past, synced)
	})
	return w.out, nil
}

func newWatch(ctx context.Context, prefix string) *watch {
	w := &watch{
		prefix:  prefix,
		out:     make(chan Event),
		wake:    make(chan struct{}, 1),
		waiting: newNewest(),
	}
	w.ctx, w.cancel = context.WithCancel(ctx)
	return w
}

func (m *Memory) add(w *watch) {
	set := m.watches[w.prefix]
	if set == nil {
		set = make(map[*watch]struct{})
		m.watches[w.prefix] = set
	}
	set[w] = struct{}{}
}

func (m *Memory) drop(w *watch) {
	w.cancel()
	m.mu.Lock()
	defer m.mu.Unlock()
	set := m.watches[w.prefix]
	delete(set, w)
	if len(set) == 0 {
		delete(m.watches, w.prefix)
	}
}

// push replaces what waits of the same key. It never blocks.
func (w *watch) push(e Event) {
	w.mu.Lock()
	w.waiting.set(e)
	w.mu.Unlock()
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

// pop takes what waits longest.
func (w *watch) pop() (Event, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	x := w.waiting.oldest()
	if x == nil {
		return Event{}, false
	}
	e := x.event
	w.waiting.remove(x)
	return e, true
}

func (w *watch) pump(past []Event, synced Event) {
	defer close(w.out)
	for i, e := range past {
		past[i] = Event{} // a long snapshot does not pin what is delivered
		if !w.send(e) {
			return
		}
	}
	if !w.send(synced) {
		return
	}
	for w.live() {
	}
}

// live delivers the next change and reports whether to go on.
func (w *watch) live() bool {
	if e, ok := w.pop(); ok {
		return w.send(e)
	}
	select {
	case <-w.wake:
		return true
	case <-w.ctx.Done():
		return false
	}
}

func (w *watch) send(e Event) bool {
	select {
	case w.out <- e:
		return true
	case <-w.ctx.Done():
		return false
	}
}
