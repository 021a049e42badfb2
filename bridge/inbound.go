package bridge

import (
	"context"
	"sync"
	"time"

	"github.com/omg-go/omg/internal/wire"
)

// An inbound is a call from the page, and the context of the handler that
// answers it: it ends with the session and when the page cancels the call. The
// context proper is made only when somebody asks for it.
type inbound struct {
	session *Session
	id      uint64 // 0: no answer is wanted
	name    string
	depth   int // calls around the handler, this one included
	x       transfer
	older   *inbound // see calls

	mu      sync.Mutex
	aborted bool
	inner   context.Context
	cancel  context.CancelFunc
}

type inboundKey struct{}

func (c *inbound) context() context.Context {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.inner == nil {
		c.inner, c.cancel = context.WithCancel(c.session.ctx)
		if c.aborted {
			c.cancel()
		}
	}
	return c.inner
}

// abort cancels c; it serves its end too.
func (c *inbound) abort() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.aborted = true
	if c.cancel != nil {
		c.cancel()
	}
}

func (c *inbound) Deadline() (time.Time, bool) { return c.session.ctx.Deadline() }
func (c *inbound) Done() <-chan struct{}       { return c.context().Done() }

func (c *inbound) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.aborted {
		return context.Canceled
	}
	return c.session.ctx.Err()
}

func (c *inbound) Value(key any) any {
	if key == (inboundKey{}) {
		return c
	}
	c.mu.Lock()
	inner := c.inner
	c.mu.Unlock()
	if inner != nil {
		return inner.Value(key)
	}
	return c.session.ctx.Value(key)
}

// depthOf returns how many calls are around the code that has ctx.
func depthOf(ctx context.Context) int {
	if c, ok := ctx.Value(inboundKey{}).(*inbound); ok {
		return c.depth
	}
	return 0
}

// called takes a call in. It returns the start that answers it, false if the
// call was refused.
func (s *Session) called(m wire.Message) (item, bool, error) {
	e := m.Body()
	id, ok := e.Uint()
	if !ok {
		return item{}, false, &Breach{"a call without an id"}
	}
	c := &inbound{session: s, id: id, depth: 1, x: transfer{s: s}}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.calls.answering(id) != nil {
		return item{}, false, &Breach{"two calls with one id"}
	}
	ok, err := s.admits()
	if ok && id != 0 && s.calls.unanswered() >= s.hub.options.Limits.InFlight {
		s.hub.counts.Refused.Add(1)
		ok = false
	}
	if !ok {
		s.refuse(c, codeLimit)
		return item{}, false, err
	}
	if id != 0 {
		s.calls.add(c)
	}
	return item{call: c, msg: m}, true, nil
}

// refuse answers c, if it is a call at all, before it started. s.mu is held;
// send must follow.
func (s *Session) refuse(c *inbound, code string) {
	if c == nil || c.id == 0 {
		return
	}
	s.calls.answered(c)
	s.put(0, appendFailure(nil, c.id, code, ""))
}

func appendFailure(b []byte, id uint64, code, message string) []byte {
	b = wire.AppendUint(append(b, "[3,"...), id)
	b = wire.AppendString(append(b, ','), code)
	b = wire.AppendString(append(b, ','), message)
	return append(b, ']')
}

// cancelled ends the call that the page has no more use for. One that has not
// started never will; it is answered all the same, as pages count those without
// an answer.
func (s *Session) cancelled(m wire.Message) error {
	e := m.Body()
	id, ok := e.Uint()
	if !ok {
		return &Breach{"a cancel without an id"}
	}
	s.mu.Lock()
	c := s.calls.answering(id)
	if c == nil {
		defer s.mu.Unlock()
		return s.idle()
	}
	if s.turns.drop(c) {
		s.refuse(c, codeCanceled)
	}
	s.mu.Unlock()
	c.abort()
	return nil
}

// voided answers a call that the page cancelled while it was under way on a
// socket that went, and so never sent again: [8,id].
func (s *Session) voided(m wire.Message) error {
	e := m.Body()
	id, ok := e.Uint()
	if !ok || id == 0 {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	_, err := s.admits()
	s.put(0, appendFailure(nil, id, codeCanceled, ""))
	return err
}

// drop removes the start of c from the queue.
func (t *turns) drop(c *inbound) bool {
	for i := range t.queue {
		if t.queue[i].call == c {
			t.count(&t.queue[i], -1)
			t.queue = append(t.queue[:i], t.queue[i+1:]...)
			return true
		}
	}
	return false
}

// answer runs the function that m calls and replies.
func (s *Session) answer(c *inbound, m wire.Message) {
	e := m.Body()
	e.Next()
	raw, _ := e.Next()
	defer c.x.close()
	f, err := s.callee(c, raw)
	var value any
	if err == nil {
		value, err = f.invoke(c, e, &c.x)
	} else {
		s.releaseAll(wire.Raw(m))
	}
	if err == nil {
		err = s.replyWith(c, value)
	}
	if err != nil {
		s.replyError(c, err)
	}
}

// callee finds what raw, the target of c, means, and asks whether the page may
// call it.
func (s *Session) callee(c *inbound, raw wire.Raw) (*backend, error) {
	if len(raw) > 0 && raw[0] == '[' {
		e := raw.Elements()
		raw, _ = e.Next()
		depth, ok := e.Uint()
		if !ok || depth >= uint64(s.hub.options.Limits.Nesting) {
			return nil, ErrDepth
		}
		c.depth = int(depth) + 1
	}
	if id, ok := raw.Uint(); ok {
		c.name = "function value"
		return s.exported(id)
	}
	f := backendIn(raw)
	if f == nil {
		c.name, _ = raw.Text()
		return nil, s.refused(c.name)
	}
	if c.name = f.name; !s.grants(f) {
		return nil, s.refused(c.name)
	}
	if auth := s.hub.options.Authorize; auth != nil {
		if err := auth(c, c.name); err != nil {
			return nil, &CallError{Code: codeRefused, Message: userText(err)}
		}
	}
	return f, nil
}

func userText(err error) string {
	_, message, _ := forPage(err)
	return message
}

// replyWith sends value as c's result. What cannot cross is the error.
func (s *Session) replyWith(c *inbound, value any) error {
	if c.id == 0 {
		return nil
	}
	b := wire.AppendUint(append(newBuffer(), "[2,"...), c.id)
	b, err := wire.Append(append(b, ','), value, &c.x)
	defer func() { freeBuffer(b) }()
	if err != nil {
		c.x.undo()
		return wire.Rooted(err, "result")
	}
	if len(b) >= s.hub.options.Limits.CallBytes {
		s.hub.counts.Refused.Add(1)
		c.x.undo()
		return ErrLimit
	}
	b = append(b, ']')
	s.reply(c, b)
	return nil
}

func (s *Session) replyError(c *inbound, err error) {
	code, message, secret := forPage(err)
	if secret {
		s.hub.options.Log.Warn("bridge: call failed", "session", s.id[:6], "func", c.name, "err", err)
	}
	s.reply(c, appendFailure(nil, c.id, code, message))
}

// reply sends msg, which it does not keep, as c's answer, behind what the turn
// changed, and ends c.
func (s *Session) reply(c *inbound, msg []byte) {
	s.mu.Lock()
	if s.calls.answered(c) {
		s.put(0, msg)
	}
	s.mu.Unlock()
	c.abort()
}
