package bridge

import (
	"sync"
	"time"
)

// A handler that runs long keeps the reader of its socket for no more than some
// looks of the monitor, a goroutine that the hub has while handlers run. A timer
// for each handler would cost ten times as much.
//
// The monitor looks seldom, and often only while it finds somebody running: most
// handlers are over long before a look, and a timer that is soon due makes each
// wait for a socket longer.
const (
	calm     = 10 * time.Millisecond // to the next look if nobody ran at the last
	step     = 2 * time.Millisecond  // if somebody did
	patience = 2                     // looks that a handler may keep the reader, or a turn the flusher
	idle     = 20                    // calm looks without any handler after which the monitor ends
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
	t := time.NewTimer(calm)
	defer t.Stop()
	for {
		select {
		case <-t.C:
		case <-h.stop:
		}
		late, next := h.monitor.look()
		for _, r := range late {
			r.handOff()
		}
		if next == 0 {
			return
		}
		t.Reset(next)
	}
}

// look returns the runners that have run a turn for too long, and when to look
// again: 0 if there was none at all for a while.
func (m *monitor) look() (late []*runner, next time.Duration) {
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
		return late, step
	}
	m.quiet++
	if m.running = m.quiet < idle; !m.running {
		return nil, 0
	}
	return nil, calm
}
