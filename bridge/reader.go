package bridge

import (
	"bytes"

	"github.com/omg-go/omg/internal/wire"
)

// The goroutine that reads a socket runs the handlers that frames ask for, which
// saves a change of goroutine a call. When a handler waits, or runs long, the
// role of the reader goes to a new goroutine, and the old one is the handler's
// alone.
//
// A runner's role says where it stands. Only running can be taken away; rest is
// the taker's then.
const (
	stranger int32 = iota // does not read
	reading               // reads, or handles what needs no turn
	running               // runs handlers
)

// read is a goroutine that reads l, beginning with what an earlier reader left.
func (l *link) read(rest []byte) {
	defer l.hub.work.Done()
	r := enter()
	defer r.leave()
	r.link = l
	r.role.Store(reading)
	if !l.messages(r, wire.Raw(rest).Elements()) {
		return
	}
	l.s.Load().settle() // what it handled may be confirmed
	for {
		data, err := l.t.Read()
		if err != nil {
			l.gone(err)
			return
		}
		if !l.frame(r, data) {
			return
		}
		quiet := bytes.HasPrefix(data, ackAlone)
		freeBuffer(data)
		if quiet {
			// The answer to a ping, say: nothing goes on. A fresh goroutine
			// waits on, whose stack has not grown.
			l.hub.work.Add(1)
			go l.read(nil)
			return
		}
	}
}

// ackAlone is how a frame begins that has no number and so no messages.
var ackAlone = []byte("[0,")

// frame handles one frame. It reports whether r still reads.
func (l *link) frame(r *runner, data []byte) bool {
	l.heard.Store(l.hub.now.Load())
	l.hub.counts.Received.Add(int64(len(data)))
	s := l.s.Load()
	if see := l.hub.options.Frame; see != nil {
		see(s, false, data)
	}
	f, err := wire.ScanFrame(data)
	if err != nil {
		l.fail(&Breach{err.Error()})
		return false
	}
	if f.Control != 0 {
		return s.control(l, f)
	}
	e, it, ok, err := s.receive(l, &f, len(data))
	if err != nil {
		l.fail(err)
		return false
	}
	if ok && !s.lead(r, it, e) || !l.messages(r, e) {
		return false
	}
	s.settle()
	return true
}

// settle ends the handling of a frame and sends what there is to say.
func (s *Session) settle() {
	s.mu.Lock()
	s.stream.settle()
	s.sendNow()
}

// body returns the messages of a numbered frame.
func body(data []byte) wire.Elements {
	e := wire.Raw(data).Elements()
	e.Next()
	e.Next()
	return e
}

// receive takes note of the head of f and returns those of its messages that are
// new, and the start for which it took the turn, if it did.
func (s *Session) receive(l *link, f *wire.Frame, size int) (e wire.Elements, it item, ok bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	fresh, err := s.accept(l, f, size)
	if err != nil {
		return e, it, false, err
	}
	if fresh {
		e = f.Elements()
	}
	it, ok = s.vacant()
	return e, it, ok, nil
}

// accept reports whether the messages of f are new; those of another socket than
// the present one are not. s.mu is held.
func (s *Session) accept(l *link, f *wire.Frame, size int) (fresh bool, err error) {
	st := &s.stream
	if st.link != l {
		return false, errFenced
	}
	st.confirmed = true
	if st.ticket != "" {
		s.hub.forgetTicket(st.ticket)
		st.ticket = ""
	}
	held := len(st.log)
	if err := s.confirm(f.Ack); err != nil {
		return false, err
	}
	if f.Seq == 0 || f.Seq <= st.rx {
		return false, s.seen(held == len(st.log))
	}
	if f.Seq != st.rx+1 {
		return false, errGap
	}
	st.rx = f.Seq
	st.unsaid += size
	st.handling = true
	return true, nil
}

// seen counts a frame that brought nothing new, unless it answers one of ours or
// confirms something. s.mu is held.
func (s *Session) seen(idle bool) error {
	if !idle {
		return nil
	}
	if s.stream.asked > 0 {
		s.stream.asked--
		return nil
	}
	return s.idle()
}

// messages handles the messages that are left in e. It reports whether r still
// reads; if not, whoever reads now handles the rest.
func (l *link) messages(r *runner, e wire.Elements) bool {
	s := l.s.Load()
	for raw, ok := e.Next(); ok; raw, ok = e.Next() {
		it, start, err := s.message(wire.Message(raw))
		if err != nil {
			s.breach(err)
			return false
		}
		if start && !s.begin(r, it, e) {
			return false
		}
	}
	return true
}

// begin starts it: here and now if the turn is free, else in its time. It
// reports whether r still reads; rest is what its frame has left.
func (s *Session) begin(r *runner, it item, rest wire.Elements) bool {
	s.mu.Lock()
	if s.turns.held {
		s.enqueue(it)
		s.mu.Unlock()
		return true
	}
	s.turns.hold(s.hub)
	s.mu.Unlock()
	return s.lead(r, it, rest)
}

// lead runs it on the reader r, whose the turn is. It reports whether r still
// reads; if not, another does, and rest and the frame's bytes are not r's any
// more.
func (s *Session) lead(r *runner, it item, rest wire.Elements) bool {
	r.rest = rest
	r.role.Store(running)
	s.hub.monitored(r)
	s.run(r, it)
	s.hub.unmonitored(r)
	if !r.role.CompareAndSwap(running, reading) {
		return false
	}
	r.rest = wire.Elements{}
	return true
}

// leftover returns e as a JSON array, nil if it is empty.
func leftover(e wire.Elements) []byte {
	var b []byte
	for raw, ok := e.Next(); ok; raw, ok = e.Next() {
		if b = append(b, ','); len(b) == 1 {
			b[0] = '['
		}
		b = append(b, raw...)
	}
	if b == nil {
		return nil
	}
	return append(b, ']')
}

// enqueue puts it, which must not keep the frame's bytes, in line, or refuses
// it. s.mu is held.
func (s *Session) enqueue(it item) {
	it.msg = append(wire.Message(nil), it.msg...)
	if c, ok := it.layer.(Coalescer); ok {
		it.key, it.merges = c.Coalesce(it.msg)
	}
	if s.turns.merge(it) {
		s.hub.counts.Merged.Add(1)
		return
	}
	if !s.push(it) {
		s.hub.counts.Refused.Add(1)
		s.refuse(it.call, codeLimit)
	}
}

// handOff gives the role of the reader, if r has it and runs a handler, or of a
// flusher to a new goroutine. Any goroutine may call it.
func (r *runner) handOff() {
	if !r.role.CompareAndSwap(running, stranger) {
		return
	}
	if r.hub != nil {
		r.hub.startFlusher()
		return
	}
	r.link.hub.counts.HandOffs.Add(1)
	r.link.hub.work.Add(1)
	go r.link.read(leftover(r.rest))
}

// fail ends the socket, and the session if err is a breach.
func (l *link) fail(err error) {
	if s := l.s.Load(); s != nil {
		if b, ok := err.(*Breach); ok {
			s.breach(b)
		}
	}
	l.gone(err)
}

// breach ends s because its page broke the protocol or a limit.
func (s *Session) breach(err error) {
	b, ok := err.(*Breach)
	if !ok {
		b = &Breach{err.Error()}
	}
	s.hub.counts.Breaches.Add(1)
	s.hub.options.Log.Warn("bridge: breach", "session", s.id[:6], "reason", b.Reason)
	s.End(b)
}
