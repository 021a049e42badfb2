package bridge

import (
	"context"
	"crypto/rand"
	"sync"
	"time"

	"github.com/omg-go/omg/module"
)

// A Session is one page's live link. It outlives sockets: a page that comes
// back in time finds it as it was.
//
// All methods are safe for concurrent use.
type Session struct {
	hub    *Hub
	id     string
	ctx    context.Context
	cancel context.CancelCauseFunc
	layers []Layer

	mu      sync.Mutex
	turns   turns
	stream  stream
	calls   calls
	handles handles
	rate    bucket
	state   state
	why     error  // once ended
	until   uint32 // tick at which a session without socket ends
	vars    *variable
	onEnd   []func(context.Context)
	modules map[*module.Asset]int
	granted map[*backend]struct{} // backend functions that the page may call
	twins   Twins                 // nil until one is sent
}

// state is where a session is in its life.
type state uint8

const (
	drafted state = iota // made by a GET, not in its hub
	adopted              // in its hub, with or without socket
	over                 // ended
)

type sessionKey struct{}

// NewSession returns a session that no page has yet. It is not in the hub until
// [Hub.Adopt]; one that is dropped before costs nothing.
//
// The session's context carries the values of parent, but does not end with it.
func NewSession(h *Hub, parent context.Context) *Session {
	s := &Session{hub: h, id: rand.Text()}
	ctx, cancel := context.WithCancelCause(context.WithoutCancel(parent))
	s.ctx, s.cancel = context.WithValue(ctx, sessionKey{}, s), cancel
	return s
}

// FromContext returns the session that ctx belongs to, nil if to none.
func FromContext(ctx context.Context) *Session {
	s, _ := ctx.Value(sessionKey{}).(*Session)
	return s
}

// ID returns the name under which the hub finds s. It is a secret: who knows it
// and a token has the session.
func (s *Session) ID() string { return s.id }

// Hub returns the hub that s was made for.
func (s *Session) Hub() *Hub { return s.hub }

// Context returns the context of s, which carries s and ends when s does.
func (s *Session) Context() context.Context { return s.ctx }

// Away reports whether s has no socket at the moment.
func (s *Session) Away() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.stream.link == nil
}

// OnEnd has f run in the last turn of s, the latest first. It runs f at once, on
// a goroutine of its own, if s has ended.
func (s *Session) OnEnd(f func(ctx context.Context)) {
	s.mu.Lock()
	if s.state != over {
		s.onEnd = append(s.onEnd, f)
		s.mu.Unlock()
		return
	}
	s.mu.Unlock()
	go f(s.ctx)
}

// End ends s: its context is cancelled with why, waiters return
// [ErrSessionEnded], starts that wait are dropped, the page is told, and the
// layers are, in a last turn that begins when the running one is given away.
// End does not wait for that. To end it twice does nothing.
func (s *Session) End(why error) {
	s.mu.Lock()
	if s.state == over {
		s.mu.Unlock()
		return
	}
	s.state, s.why = over, why
	ticket := s.stream.ticket
	s.noteSent()
	l := s.closeStream()
	s.endTurns()
	s.mu.Unlock()
	s.cancel(why)
	s.hub.remove(s)
	if ticket != "" {
		s.hub.forgetTicket(ticket)
	}
	if l != nil {
		l.bye(why)
	}
	s.dispatch()
}

// ended returns the error of a wait that the end of s cut short. s.mu is held.
func (s *Session) ended(mayHaveRun bool) error {
	return &SessionEnded{Why: s.why, MayHaveRun: mayHaveRun}
}

// Attach adds a layer to s, which must not be adopted yet.
func (s *Session) Attach(l Layer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.state != drafted {
		panic("bridge: Attach to a session that is connected")
	}
	s.layers = append(s.layers, l)
}

// allLayers yields the layers in the order in which they are flushed.
func (s *Session) allLayers(yield func(Layer) bool) {
	s.mu.Lock()
	twins, layers := s.twins, s.layers
	s.mu.Unlock()
	if twins != nil && !yield(twins) {
		return
	}
	for _, l := range layers {
		if !yield(l) {
			return
		}
	}
}

// layer returns who receives messages of that kind.
func (s *Session) layer(kind int) Layer {
	for _, l := range s.layers {
		for _, k := range l.Kinds() {
			if k == kind {
				return l
			}
		}
	}
	return nil
}

// ticks converts a duration to the hub's coarse clock, rounding up.
func ticks(d time.Duration) uint32 { return uint32((d + tick - 1) / tick) }
