package bridge

import (
	"context"
	"errors"
	"iter"
	"sync"
	"sync/atomic"
	"time"
)

// A Hub is a set of sessions, with what they share: options, limits, counters, a
// clock. A program has one, as a rule.
type Hub struct {
	options  Options
	key      [32]byte // of resume tokens
	now      atomic.Uint32
	_        [64]byte     // keeps what all read apart from what all change
	bytes    atomic.Int64 // in all logs
	counts   Counters
	monitor  monitor
	flushers flushers
	passed   sync.Map // names of function values that the log has told of

	mu       sync.Mutex
	sessions map[string]*Session
	opening  map[string]*opening // by ticket, until the page confirms
	links    map[*link]struct{}  // sockets, those before HELLO included
	debug    *Session
	ticking  bool
	closed   bool
	stop     chan struct{} // closed with closed
	work     work          // goroutines of the hub
}

// NewHub returns a hub without sessions. It has no goroutine of its own while it
// has neither session nor socket.
func NewHub(o Options) *Hub {
	return &Hub{
		options: o.resolved(), key: newKey(), stop: make(chan struct{}),
		sessions: map[string]*Session{}, opening: map[string]*opening{}, links: map[*link]struct{}{},
	}
}

// Session returns the session of that id, nil if there is none.
func (h *Hub) Session(id string) *Session {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.sessions[id]
}

// Sessions yields the sessions that there are when it begins, in no order.
func (h *Hub) Sessions() iter.Seq[*Session] {
	return func(yield func(*Session) bool) {
		for _, s := range h.snapshot() {
			if !yield(s) {
				return
			}
		}
	}
}

func (h *Hub) snapshot() []*Session {
	h.mu.Lock()
	defer h.mu.Unlock()
	all := make([]*Session, 0, len(h.sessions))
	for _, s := range h.sessions {
		all = append(all, s)
	}
	return all
}

// Adopt puts s into h, of which it was made: it counts from now, and ends if no
// page connects in time. It fails when the hub is shut down.
func (h *Hub) Adopt(s *Session) error {
	if s.hub != h {
		panic("bridge: Adopt of another hub's session")
	}
	s.mu.Lock()
	if s.state == drafted {
		s.state = adopted
		s.until = h.now.Load() + ticks(h.options.Limits.Retention)
	}
	ended := s.state == over
	s.mu.Unlock()
	h.mu.Lock()
	defer h.mu.Unlock()
	if ended || h.closed {
		return ErrSessionEnded
	}
	h.sessions[s.id] = s
	h.startClock()
	return nil
}

// Room reports whether the hub takes another socket.
func (h *Hub) Room() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return !h.closed && len(h.links) < h.options.Limits.Sockets
}

// Limits returns the limits in force.
func (h *Hub) Limits() Limits { return h.options.Limits }

// Build returns the schema hash that pages must bring.
func (h *Hub) Build() string { return h.options.Build }

func (h *Hub) remove(s *Session) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.sessions, s.id)
	if h.debug == s {
		h.debug = nil
	}
}

// SetDebug makes s the debug session, which [Hub.Debug] returns until it ends;
// nil makes it none.
func (h *Hub) SetDebug(s *Session) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.debug = s
}

// Debug returns the session that was marked for development, nil if there is
// none.
func (h *Hub) Debug() *Session {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.debug
}

// ErrShutdown is why sessions end in [Hub.Shutdown].
var ErrShutdown = errors.New("bridge: the server shuts down")

// Shutdown ends all sessions, tells their pages to come back later, and waits
// until their sockets are closed, their handlers and what [Go] started have
// ended, or ctx is done. The hub takes no new ones.
func (h *Hub) Shutdown(ctx context.Context) error {
	h.mu.Lock()
	if !h.closed {
		h.closed = true
		close(h.stop)
	}
	h.mu.Unlock()
	for _, s := range h.snapshot() {
		s.End(ErrShutdown)
	}
	for _, l := range h.openLinks() {
		if l.s.Load() == nil { // the others are closed by their sessions' end
			l.drop()
		}
	}
	select {
	case <-h.work.Idle():
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (h *Hub) openLinks() []*link {
	h.mu.Lock()
	defer h.mu.Unlock()
	all := make([]*link, 0, len(h.links))
	for l := range h.links {
		all = append(all, l)
	}
	return all
}

// tick is the step of the hub's clock, which serves retention, pings and all
// else that need not be exact.
const tick = time.Second
