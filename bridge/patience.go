package bridge

import (
	"sync"
	"time"
)

// A handler that runs long keeps the reader of its socket for no more than some
// steps of the monitor, a goroutine that the hub has while handlers run. A timer
// for each handler would cost ten times as much.
const (
	step     = 2 * time.Millisecond
	patience = 2   // steps that a handler may keep the reader, or a turn the flusher
	idle     = 100 // steps without any handler after which the monitor ends
)

// A monitor knows the readers that run handlers, and the flushers.
type monitor struct {
	mu      sync.Mutex
	first   *runner
	running bool
	quiet   int
}

func (h *Hub) monitored(r *runner) {
	m := &h.monitor
	m.mu.Lock()
	defer m.mu.Unlock()
	r.before, r.after = nil, m.first
	r.age.Store(0)
	if m.first != nil {
		m.first.before = r
	}
	m.first = r
	m.quiet = 0
	if !m.running {
		m.running = true
		h.work.Add(1)
		go h.watch()
	}
}

// unmonitored takes r out of the list, where it need not be any more.
func (h *Hub) unmonitored(r *runner) {
	m := &h.monitor
	m.mu.Lock()
	defer m.mu.Unlock()
	m.remove(r)
}

func (m *monitor) remove(r *runner) {
	switch {
	case r.before != nil:
		r.before.after = r.after
	case m.first == r:
		m.first = r.after
	default:
		return
	}
	if r.after != nil {
		r.after.before = r.before
	}
	r.before, r.after = nil, nil
}

func (h *Hub) watch() {
	defer h.work.Done()
	t := time.NewTicker(step)
	defer t.Stop()
	for {
		select {
		case <-t.C:
		case <-h.stop:
		}
		late, done := h.monitor.look()
		for _, r := range late {
			r.handOff()
		}
		if done {
			return
		}
	}
}

// look returns the runners that have run a turn for too long, and whether
// there was none at all for a while.
func (m *monitor) look() (late []*runner, done bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for r := m.first; r != nil; {
		after := r.after
		if r.age.Add(1) > patience {
			late = append(late, r)
			m.remove(r)
		}
		r = after
	}
	if m.first != nil || late != nil {
		return late, false
	}
	m.quiet++
	m.running = m.quiet < idle
	return nil, !m.running
}
