package bridge

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync/atomic"

	"github.com/omg-go/omg/internal/wire"
)

// turns is a session's turn and who wants it. Session.mu guards it.
//
// While nobody holds the turn the queue is empty: who leaves hands over.
type turns struct {
	holder   atomic.Pointer[runner]
	queue    []item
	weight   int    // of the queue, bytes that count against Limits.Starts
	starts   int32  // and how many are they
	since    uint32 // tick at which the holder got it
	held     bool
	warned   bool // the watchdog has spoken about this holder
	marked   marks
	flushing bool // a turn that does nothing but flush is queued
	closed   bool // nothing may be queued any more
}

// An item of the queue is somebody who waits for the turn back, or a start.
type item struct {
	waiter *waiter
	run    func(ctx context.Context) // a start of the bridge's own
	call   *inbound                  // a start that a page's call asks for
	layer  Layer                     // a start that is a layer's message
	msg    wire.Message              // of call or layer
	flush  bool
	key    uint64
	merges bool // key is valid
}

// counts reports whether it is one of the starts that a page asks for.
func (it *item) counts() bool { return it.call != nil || it.layer != nil }

// push queues it, behind all others. s.mu is held; dispatch must follow. It
// fails when the session has ended or too many starts wait.
func (s *Session) push(it item) bool {
	t := &s.turns
	if t.closed || it.counts() && t.full(&it, &s.hub.options.Limits) {
		return false
	}
	t.count(&it, 1)
	t.queue = append(t.queue, it)
	return true
}

// full reports whether no other start may wait. An honest page never sees it while
// the turn goes round: it has no more unconfirmed than may wait.
func (t *turns) full(it *item, l *Limits) bool {
	return int(t.starts) >= l.Starts || t.starts > 0 && t.weight+len(it.msg) > startWeight*l.CallBytes
}

// startWeight is how many of the longest calls may wait for the turn.
const startWeight = 4

// count notes that it came into the queue, by 1, or left it, by -1.
func (t *turns) count(it *item, by int) {
	if it.counts() {
		t.starts += int32(by)
		t.weight += by * len(it.msg)
	}
}

// merge puts it in the place of an older start with its key. s.mu is held.
func (t *turns) merge(it item) bool {
	for i := len(t.queue) - 1; it.merges && i >= 0; i-- {
		q := &t.queue[i]
		if !q.merges {
			return false
		}
		if q.key == it.key && q.layer == it.layer {
			t.count(q, -1)
			t.count(&it, 1)
			*q = it
			return true
		}
	}
	return false
}

// queueFlush sees to it that what is marked is flushed. s.mu is held; dispatch
// must follow.
func (s *Session) queueFlush() {
	if s.toFlush() {
		s.turns.flushing = s.push(item{flush: true})
	}
}

// toFlush reports whether a turn is wanted that flushes. s.mu is held.
func (s *Session) toFlush() bool {
	t := &s.turns
	return !t.flushing && !s.stream.blocked(s) && (t.marked != 0 || !s.stream.pending.empty() || s.stream.announces())
}

// take removes the next start from the queue for the caller to run, or hands the
// turn to the next waiter. s.mu is held, the turn is not.
func (s *Session) take() (item, bool) {
	t := &s.turns
	for len(t.queue) > 0 {
		it := t.queue[0]
		t.queue[0] = item{}
		t.queue = t.queue[1:]
		if len(t.queue) == 0 {
			t.queue = nil
		}
		t.count(&it, -1)
		if it.waiter != nil && it.waiter.left {
			continue
		}
		t.hold(s.hub)
		if it.waiter == nil {
			return it, true
		}
		t.holder.Store(it.waiter.runner)
		close(it.waiter.ready)
		return item{}, false
	}
	return item{}, false
}

// hold takes the turn. The session's mu is held.
func (t *turns) hold(h *Hub) {
	t.held, t.warned, t.since = true, false, h.now.Load()
}

// vacant takes the turn if nobody has it. It returns the start for which it did;
// if a waiter is in line before, that one has the turn now. s.mu is held.
func (s *Session) vacant() (item, bool) {
	if s.turns.held {
		return item{}, false
	}
	return s.take()
}

// dispatch gives the turn to the next in line if nobody has it. A start runs on
// a new goroutine, or on a flusher if it only flushes.
func (s *Session) dispatch() {
	s.mu.Lock()
	it, ok := s.vacant()
	s.mu.Unlock()
	if ok {
		s.launch(it)
	}
}

func (s *Session) launch(it item) {
	if it.flush {
		s.flushSoon()
		return
	}
	s.spawn(it)
}

func (s *Session) spawn(it item) {
	s.hub.work.Add(1)
	go func() {
		defer s.hub.work.Done()
		r := enter()
		defer r.leave()
		s.run(r, it)
	}()
}

// run runs it, and what follows in the queue up to the next waiter. The turn has
// been taken for the calling goroutine, whose runner r is.
func (s *Session) run(r *runner, it item) {
	for ok := true; ok; it, ok = s.pass(r) {
		s.turns.holder.Store(r)
		r.turn = s
		r.handle(s, &it)
	}
}

// pass leaves the turn, if r still has it, and takes the next start.
func (s *Session) pass(r *runner) (item, bool) {
	had := r.turn == s
	r.turn = nil
	if !had {
		return item{}, false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.turns.held = false
	s.turns.holder.Store(nil)
	s.queueFlush()
	return s.take()
}

// release leaves the turn and lets the next start run on another goroutine.
func (s *Session) release(r *runner) {
	if it, ok := s.pass(r); ok {
		s.launch(it)
	}
}

// handle runs one start: whatever becomes of it, what it changed is flushed, and
// where it takes its goroutine along the turn and the socket go on without it.
//
// The watchdog finds a goroutine by this frame's receiver in the stack traces.
//
//go:noinline
func (r *runner) handle(s *Session, it *item) {
	done := false
	defer func() {
		if done {
			return
		}
		cause := recover()
		s.crashed(it, cause)
		s.flush(r)
		if cause == nil { // Goexit: this goroutine ends now
			s.hub.unmonitored(r)
			r.handOff()
			s.release(r)
		}
	}()
	s.start(it)
	s.flush(r)
	done = true
}

// start runs what it asks for.
func (s *Session) start(it *item) {
	switch {
	case it.call != nil:
		s.answer(it.call, it.msg)
	case it.layer != nil:
		if err := it.layer.Receive(s.ctx, it.msg); err != nil {
			s.breach(err)
		}
	case it.run != nil:
		it.run(s.ctx)
	case it.flush:
		s.mu.Lock()
		s.turns.flushing = false
		s.mu.Unlock()
	}
}

// crashed ends the start that panicked with cause, or left by Goexit if cause is
// nil: its caller gets an error that says no more than that.
func (s *Session) crashed(it *item, cause any) {
	s.hub.counts.Panics.Add(1)
	if cause == nil {
		cause = "runtime.Goexit"
	}
	what := "handler"
	if it.call != nil {
		what = it.call.name
		s.reply(it.call, appendFailure(nil, it.call.id, codePanic, ""))
	}
	s.hub.options.Log.Error("bridge: handler crashed", "session", s.id[:6], "handler", what,
		"cause", fmt.Sprint(cause), "stack", string(debug.Stack()))
}

// end drops the starts that wait and queues the last turn. s.mu is held;
// dispatch must follow.
func (s *Session) endTurns() {
	t := &s.turns
	t.closed = true
	t.starts, t.weight = 0, 0
	t.queue = []item{{run: s.lastTurn}}
}

func (s *Session) lastTurn(ctx context.Context) {
	for l := range s.allLayers {
		s.guard("Ended", func() { l.Ended(ctx) })
	}
	if f := s.hub.options.Hooks.Ended; f != nil {
		s.guard("Hooks.Ended", func() { f(ctx, s.why) })
	}
	s.mu.Lock()
	onEnd := s.onEnd
	s.onEnd = nil
	s.mu.Unlock()
	for i := len(onEnd) - 1; i >= 0; i-- {
		s.guard("OnEnd", func() { onEnd[i](ctx) })
	}
}

// guard runs f and logs a panic, so that those after it run too.
func (s *Session) guard(where string, f func()) {
	defer func() {
		if p := recover(); p != nil {
			s.panicked(where, p)
		}
	}()
	f()
}

// queued has f run as a turn of s, after what waits already.
func (s *Session) queued(f func(ctx context.Context)) {
	s.mu.Lock()
	s.push(item{run: f})
	s.mu.Unlock()
	s.dispatch()
}
