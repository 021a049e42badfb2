package bridge

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/omg-go/omg/internal/wire"
)

// protocol is the version of what pages and sessions speak.
const protocol = 1

// Accept is what a server decides about a page that connects.
type Accept struct {
	// Open returns the session for a page that shows its ticket for the first
	// time. The hub adopts it, unless Open did. What it does in a turn is done
	// before the page is welcome.
	Open func(ctx context.Context, ticket string) (*Session, error)
	// Resume is asked before a page gets its session back, also one that shows
	// its ticket again because the first answer got lost. An error refuses it.
	// By default all are given.
	Resume func(s *Session) error
}

var (
	errFenced = errors.New("bridge: the page has another socket")
	errGap    = errors.New("bridge: a frame is missing")
	errTheft  = errors.New("bridge: a resume token was used twice")
	errSilent = errors.New("bridge: the page was silent")
)

// Serve reads HELLO from t, gives the page its session, and serves it until t
// fails. It returns at once; all happens on goroutines of the hub, with ctx for
// Open. t is the hub's from now on.
func (h *Hub) Serve(ctx context.Context, t Transport, a Accept) {
	l := &link{hub: h, t: t, opened: h.now.Load()}
	l.heard.Store(l.opened)
	h.mu.Lock()
	if h.closed || len(h.links) >= h.options.Limits.Sockets {
		h.mu.Unlock()
		h.counts.Refused.Add(1)
		l.farewell([]any{"b", "full", h.options.Limits.Jitter.Milliseconds()})
		return
	}
	h.links[l] = struct{}{}
	h.startClock()
	h.work.Add(1)
	h.mu.Unlock()
	h.counts.Sockets.Add(1)
	go l.serve(ctx, a)
}

// serve is the goroutine of a socket.
func (l *link) serve(ctx context.Context, a Accept) {
	s, err := l.greetSafely(ctx, a)
	if err != nil {
		if err != errFenced && !l.closed.Load() {
			l.hub.options.Log.Info("bridge: refused a page", "err", err)
			l.farewell([]any{"l", lostReason(err)})
		}
		l.gone(err)
		l.hub.work.Done()
		return
	}
	s.send()
	// A fresh goroutine reads on: HELLO has grown the stack of this one, and the
	// stack of who waits is hardly ever shrunk.
	go l.read(nil)
}

// greetSafely is greet where a panic of the server's part is an error.
func (l *link) greetSafely(ctx context.Context, a Accept) (s *Session, err error) {
	defer func() {
		if p := recover(); p != nil {
			l.hub.counts.Panics.Add(1)
			l.hub.options.Log.Error("bridge: panic", "in", "Accept", "cause", fmt.Sprint(p), "stack", string(debug.Stack()))
			s, err = nil, errCrashed
		}
	}()
	return l.greet(ctx, a)
}

// hello is what a page says first: ["h",proto,build,attempt,rx,ticket,sid,token].
type hello struct {
	proto       uint64
	build       string
	attempt, rx uint64
	ticket      string
	sid, token  string
	number      uint64 // of token
}

func parseHello(data []byte) (m hello, err error) {
	f, err := wire.ScanFrame(data)
	if err != nil {
		return m, &Breach{err.Error()}
	}
	e := f.Elements()
	var ok [4]bool
	m.proto, ok[0] = e.Uint()
	m.build, ok[1] = e.Text()
	m.attempt, ok[2] = e.Uint()
	m.rx, ok[3] = e.Uint()
	if f.Control != 'h' || ok != [4]bool{true, true, true, true} {
		return m, &Breach{"no HELLO"}
	}
	m.ticket, _ = e.Text()
	m.sid, _ = e.Text()
	m.token, _ = e.Text()
	return m, nil
}

// greet reads HELLO and answers it.
func (l *link) greet(ctx context.Context, a Accept) (*Session, error) {
	data, err := l.t.Read()
	if err != nil {
		return nil, err
	}
	if see := l.hub.options.Frame; see != nil {
		see(nil, false, data)
	}
	m, err := parseHello(data)
	if err != nil {
		return nil, err
	}
	if m.proto != protocol || m.build != l.hub.options.Build {
		return nil, ErrVersion
	}
	s, err := l.find(ctx, a, &m)
	if err != nil {
		return nil, err
	}
	return s, s.welcome(l, &m)
}

// find returns the session that m asks for.
func (l *link) find(ctx context.Context, a Accept, m *hello) (*Session, error) {
	if m.sid == "" {
		return l.hub.open(ctx, a, m)
	}
	s := l.hub.Session(m.sid)
	if s == nil {
		return nil, ErrSessionEnded
	}
	return s, a.resume(s)
}

// resume asks whether the page may have s back.
func (a *Accept) resume(s *Session) error {
	if a.Resume == nil {
		return nil
	}
	return a.Resume(s)
}

// welcome makes l the socket of s: all older ones are fenced off, what the page
// has not received goes out again, what it lost for good is marked.
func (s *Session) welcome(l *link, m *hello) error {
	s.mu.Lock()
	old, err := s.admit(m)
	if err != nil {
		s.mu.Unlock()
		if err == errTheft {
			s.End(err)
		}
		return err
	}
	lost := s.rewind(m.rx)
	settled := s.stream.unsettled()
	s.mu.Unlock()
	if old != nil {
		old.drop()
	}
	// What the page sends on l comes after the rest of what it sent before.
	if settled != nil {
		select {
		case <-settled:
		case <-s.ctx.Done():
		}
	}
	for _, owner := range lost {
		for layer := range s.allLayers {
			layer.Lost(owner)
		}
	}
	return s.join(l, m)
}

// admit decides whether the page that said m may have s, and takes s from its
// present socket. s.mu is held.
func (s *Session) admit(m *hello) (old *link, err error) {
	st := &s.stream
	if s.state == over {
		return nil, s.ended(false)
	}
	if m.attempt <= st.attempt {
		return nil, errFenced // a late one, of a page that has tried again since
	}
	if err := s.allowed(m); err != nil {
		return nil, err
	}
	if m.rx > st.tx || st.first() > m.rx+1 {
		return nil, &Breach{"HELLO tells what cannot be"}
	}
	st.attempt = m.attempt
	old, st.link = st.link, nil
	s.until = s.hub.now.Load() + ticks(s.hub.options.Limits.Retention)
	return old, nil
}

// unsettled returns a channel that is closed when no frame is being handled any
// more, nil if none is now. The session's mu is held.
func (st *stream) unsettled() <-chan struct{} {
	if st.handling && st.settled == nil {
		st.settled = make(chan struct{})
	}
	return st.settled
}

// settle notes that all messages of the last frame are started or in line, and
// drops what only they needed. The session's mu is held.
func (st *stream) settle() {
	st.handling = false
	st.freeLog()
	if st.settled != nil {
		close(st.settled)
		st.settled = nil
	}
}

// rewind puts the log where the page is, and returns the owners of what it may
// have lost. s.mu is held.
func (s *Session) rewind(rx uint64) []uint64 {
	st := &s.stream
	s.confirm(rx)
	st.written, st.inflight = rx, 0
	s.omitCancelled()
	return s.losses()
}

// join gives s its new socket, unless another was faster.
func (s *Session) join(l *link, m *hello) error {
	s.mu.Lock()
	st := &s.stream
	if s.state == over {
		defer s.mu.Unlock()
		return s.ended(false)
	}
	if st.attempt != m.attempt {
		s.mu.Unlock()
		return errFenced
	}
	l.s.Store(s)
	first := !st.connected
	st.link, st.connected = l, true
	st.before, st.confirmed = m.number, false
	st.token++
	l.control = s.welcomeFrame()
	st.acked, st.unsaid, st.unheard, st.asked = st.rx, 0, 0, 1 // for WELCOME
	s.greetHooks(first)
	s.queueFlush()
	s.mu.Unlock()
	s.hub.counts.Resumed.Add(1)
	s.dispatch()
	return nil
}

// greetHooks queues the hook that tells of a socket. s.mu is held.
func (s *Session) greetHooks(first bool) {
	hook := s.hub.options.Hooks.Restored
	if first {
		hook = s.hub.options.Hooks.Connected
	}
	if hook != nil {
		s.push(item{run: hook})
	}
}

// welcomeFrame is what a page hears first: its session's id, the token for the
// next time, what was received, and the limits that it must keep:
// ["w",sid,token,rx,[frame,call,rate,burst,inflight,handles,nesting,silence,jitter]].
func (s *Session) welcomeFrame() []byte {
	l := &s.hub.options.Limits
	data, err := json.Marshal([]any{"w", s.id, s.hub.token(s.id, s.stream.token), s.stream.rx, []int64{
		int64(l.FrameBytes), int64(l.CallBytes), int64(l.Rate), int64(l.Burst), int64(l.InFlight),
		int64(l.Handles), int64(l.Nesting), l.Silence.Milliseconds(), l.Jitter.Milliseconds(),
	}})
	if err != nil {
		panic(err)
	}
	return data
}

// control handles a frame that is not numbered. It reports whether the reader
// goes on.
func (s *Session) control(l *link, f wire.Frame) bool {
	if f.Control != 'b' {
		l.fail(&Breach{"unknown control frame"})
		return false
	}
	l.leave(s.hub.options.Limits.Goodbye)
	return false
}
