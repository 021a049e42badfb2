package bridge

import (
	"context"

	"github.com/omg-go/omg/internal/wire"
)

// calls are those without an answer. Session.mu guards them.
type calls struct {
	next uint64
	out  map[uint64]*call
	in   *inbound // the newest of the page's, Limits.InFlight at most
}

// add notes a call of the page that wants an answer.
func (c *calls) add(in *inbound) { in.older, c.in = c.in, in }

// unanswered counts the page's calls.
func (c *calls) unanswered() (n int) {
	for in := c.in; in != nil; in = in.older {
		n++
	}
	return n
}

// answering returns the page's call of that id, nil if there is none.
func (c *calls) answering(id uint64) *inbound {
	in := c.in
	for in != nil && in.id != id {
		in = in.older
	}
	return in
}

// answered forgets in, and reports whether it was there.
func (c *calls) answered(in *inbound) bool {
	for at := &c.in; *at != nil; at = &(*at).older {
		if *at == in {
			*at = in.older
			return true
		}
	}
	return false
}

// A call is one that the page is to answer.
type call struct {
	name   string
	waiter *waiter
	depth  int
	raw    []byte // the result, once answered
	err    error
	sent   bool // it may have reached the page
	done   bool
}

// call has the page run f with args and returns the raw result, which is the
// caller's. It gives the turn away while it waits.
func (s *Session) call(ctx context.Context, f *target, args []any) ([]byte, error) {
	if err := s.doneError(ctx); err != nil {
		return nil, err
	}
	if err := s.mayCall(ctx); err != nil {
		return nil, err
	}
	w, err := newWaiter()
	if err != nil {
		return nil, err
	}
	c := &call{name: f.String(), waiter: w, depth: depthOf(ctx)}
	id, err := s.place(c, f, args)
	if err != nil {
		return nil, err
	}
	err = s.await(ctx, w)
	return s.result(c, id, err)
}

// place puts c on its way to the page.
func (s *Session) place(c *call, f *target, args []any) (uint64, error) {
	l := &s.hub.options.Limits
	if c.depth >= l.Nesting {
		s.hub.counts.Refused.Add(1)
		return 0, ErrDepth
	}
	s.mu.Lock()
	if s.state == drafted {
		s.mu.Unlock()
		return 0, &blocked{"a page that has not connected"}
	}
	if len(s.calls.out) >= l.InFlight {
		s.mu.Unlock()
		s.hub.counts.Refused.Add(1)
		return 0, ErrLimit
	}
	s.calls.next++
	id := s.calls.next
	if s.calls.out == nil {
		s.calls.out = map[uint64]*call{}
	}
	s.calls.out[id] = c
	s.mu.Unlock()
	if err := s.say(id, f, c.depth, args); err != nil {
		s.mu.Lock()
		delete(s.calls.out, id)
		s.mu.Unlock()
		return 0, err
	}
	return id, nil
}

// say writes the call of that id, 0 if no answer is wanted: behind what the turn
// changed if the calling goroutine has the turn, else at once.
func (s *Session) say(id uint64, f *target, depth int, args []any) error {
	x := newTransfer(s)
	msg, err := s.encodeCall(x, id, f, depth, args)
	if err != nil {
		x.undo()
		return err
	}
	s.mu.Lock()
	if err := s.sayable(id, len(msg)); err != nil {
		s.mu.Unlock()
		x.undo()
		return err
	}
	s.put(id, msg)
	s.mu.Unlock()
	s.dispatch()
	s.send()
	return nil
}

// sayable checks that a call of that size may be sent. s.mu is held.
func (s *Session) sayable(id uint64, size int) error {
	if s.state == over {
		return s.ended(false)
	}
	if size > s.hub.options.Limits.CallBytes {
		s.hub.counts.Refused.Add(1)
		return ErrLimit
	}
	if id == 0 {
		return s.room()
	}
	return nil
}

// put sends msg, or keeps it until it can go. s.mu is held; dispatch and send
// must follow.
func (s *Session) put(id uint64, msg []byte) {
	st := &s.stream
	if s.mine() {
		st.turn.add(id, msg)
		return
	}
	if st.blocked(s) || !st.pending.empty() {
		st.pending.add(id, msg)
		s.weigh()
		s.queueFlush()
		return
	}
	var own box
	own.add(id, msg)
	s.frame(new(Writer), &own)
}

func (s *Session) encodeCall(x *transfer, id uint64, f *target, depth int, args []any) ([]byte, error) {
	b := wire.AppendUint(append(make([]byte, 0, 96), "[1,"...), id)
	b, err := f.appendTo(append(b, ','), s, depth)
	if err != nil {
		return nil, err
	}
	if b, err = wire.AppendArgs(b, x, args...); err != nil {
		return nil, err
	}
	return append(b, ']'), nil
}

// result ends the call of that id, for which the wait returned err.
func (s *Session) result(c *call, id uint64, err error) ([]byte, error) {
	s.mu.Lock()
	delete(s.calls.out, id)
	if c.done {
		s.mu.Unlock()
		return c.raw, c.err
	}
	if s.state == over {
		defer s.mu.Unlock()
		return nil, s.ended(c.sent)
	}
	s.withdraw(id)
	s.mu.Unlock()
	s.dispatch()
	s.send()
	return nil, err
}

// withdraw cancels the call of that id: one that has not left never will, else
// the page is told. s.mu is held; dispatch and send must follow.
func (s *Session) withdraw(id uint64) {
	st := &s.stream
	if st.turn.drop(id) || st.pending.drop(id) {
		return
	}
	if len(st.log) > 0 {
		r := st.seldom()
		r.cancelled = append(r.cancelled, id)
	}
	s.put(0, append(wire.AppendUint([]byte("[4,"), id), ']'))
}

// answered settles the call that m, a result or an error, is for. One that
// nobody waits for any more is passed over, but what it brought is released.
func (s *Session) answered(m wire.Message, good bool) error {
	e := m.Body()
	id, ok := e.Uint()
	if !ok {
		return &Breach{"a result without an id"}
	}
	s.mu.Lock()
	c := s.calls.out[id]
	if c == nil || c.done {
		err := s.idle()
		s.mu.Unlock()
		s.releaseAll(wire.Raw(m))
		return err
	}
	c.done = true
	if good {
		raw, _ := e.Next()
		c.raw = append([]byte(nil), raw...)
	} else {
		c.err = pageError(c.name, e)
	}
	s.mu.Unlock()
	c.waiter.wake()
	return nil
}

func pageError(name string, e wire.Elements) error {
	code, _ := e.Text()
	message, _ := e.Text()
	return &CallError{Func: name, Code: orFailed(code), Message: message}
}

// noteSent notes for each call whether it may have reached the page, before the
// stream is closed. s.mu is held.
func (s *Session) noteSent() {
	for id, c := range s.calls.out {
		c.sent = !s.stream.turn.drop(id) && !s.stream.pending.drop(id)
	}
	s.calls.in = nil
}
