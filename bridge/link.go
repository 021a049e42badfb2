package bridge

import (
	"encoding/json"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"github.com/omg-go/omg/internal/wire"
)

// A link is one socket. Many goroutines write to it, one at a time and without
// waiting for each other: who finds another writing leaves the work to it.
type link struct {
	hub     *Hub
	t       Transport
	s       atomic.Pointer[Session] // nil before HELLO
	opened  uint32                  // tick
	heard   atomic.Uint32
	wrote   atomic.Uint32 // tick of the last write
	pending atomic.Uint32 // tick at which the write under way began, 0: none
	closed  atomic.Bool
	turn    sync.Mutex             // of those who write
	writing bool                   // s.mu guards it and control
	last    atomic.Pointer[[]byte] // the farewell, which closes the socket
	control []byte                 // a frame without a number that goes first
}

// drop closes the socket. What reads and writes it finds out.
func (l *link) drop() {
	if l.closed.CompareAndSwap(false, true) {
		l.t.Close()
	}
}

// inline is up to how many bytes under way a turn writes by itself: the
// kernel takes so many without waiting for the page.
const inline = 48 << 10

// send writes what the log has for the socket, on the calling goroutine if that
// cannot take long.
func (s *Session) send() {
	s.mu.Lock()
	s.sendNow()
}

// sendNow is send with s.mu held, which it releases.
func (s *Session) sendNow() {
	l := s.stream.link
	if l == nil || l.writing || !s.unsent(l) {
		s.mu.Unlock()
		return
	}
	l.writing = true
	if s.stream.inflight+s.backlog() <= inline {
		s.pump(l)
		return
	}
	s.mu.Unlock()
	l.hub.work.Add(1)
	go func() {
		defer l.hub.work.Done()
		s.mu.Lock()
		s.pump(l)
	}()
}

// backlog returns how much the log has that the socket was not given. s.mu is
// held.
func (s *Session) backlog() (n int) {
	st := &s.stream
	for i := st.written + 1 - st.first(); i < uint64(len(st.log)); i++ {
		n += len(st.log[i].data)
	}
	return n
}

func (s *Session) unsent(l *link) bool {
	return l.control != nil || s.stream.written < s.stream.tx || s.ackDue()
}

// pump writes until there is nothing to write. l.writing is the caller's, and
// s.mu, which pump releases.
func (s *Session) pump(l *link) {
	for data := s.next(l); data != nil; data = s.next(l) {
		s.mu.Unlock()
		if err := l.write(data); err != nil {
			l.drop()
			return
		}
		s.mu.Lock()
	}
	l.writing = false
	s.mu.Unlock()
}

// next returns what l is to write next, nil if nothing. s.mu is held.
func (s *Session) next(l *link) []byte {
	st := &s.stream
	if st.link != l {
		return nil
	}
	if data := l.control; data != nil {
		l.control = nil
		return data
	}
	if st.written < st.tx {
		st.written++
		return s.wrote(&st.log[st.written-st.first()])
	}
	if s.ackDue() {
		return s.ack()
	}
	return nil
}

func (l *link) write(data []byte) error {
	l.turn.Lock()
	err := l.put(data)
	l.turn.Unlock()
	l.part()
	return err
}

// put writes data; l.turn is held.
func (l *link) put(data []byte) error {
	now := l.hub.now.Load()
	l.pending.Store(now | 1<<31)
	err := l.t.Write(data)
	l.pending.Store(0)
	l.wrote.Store(now)
	l.hub.counts.Sent.Add(int64(len(data)))
	if f := l.hub.options.Frame; f != nil && err == nil {
		f(l.s.Load(), true, data)
	}
	return err
}

// Acks go by count and bytes on receipt; no timer waits for them. A page keeps no
// more messages unconfirmed than a burst, so those are counted too.
const (
	ackFrames = 32
	ackBytes  = 16 << 10
)

func (s *Session) ackDue() bool {
	st := &s.stream
	return st.rx-st.acked >= ackFrames || st.unsaid >= ackBytes || int(st.unheard) > s.hub.options.Limits.Burst/4
}

// ack returns a frame that confirms what was received. The page answers it by
// one of its own. s.mu is held.
func (s *Session) ack() []byte {
	st := &s.stream
	st.asked++
	st.acked, st.unsaid, st.unheard = st.rx, 0, 0
	return append(wire.AppendUint([]byte("[0,"), st.rx), ']')
}

// bye tells the page that its session is over, and closes the socket.
func (l *link) bye(why error) {
	if errors.Is(why, ErrShutdown) {
		after := l.hub.options.Limits.Jitter.Milliseconds()
		l.farewell([]any{"b", "shutdown", 5 * after})
		return
	}
	l.farewell([]any{"l", lostReason(why)})
}

// farewell writes one last frame and closes the socket. It does not wait: a
// write that is under way is followed by the frame when it is done, unless it
// takes too long.
func (l *link) farewell(frame []any) {
	data, err := json.Marshal(frame)
	if err != nil {
		panic(err)
	}
	l.last.Store(&data)
	if l.part(); !l.closed.Load() {
		time.AfterFunc(l.hub.options.Limits.Write, l.drop)
	}
}

// part writes the farewell, if there is one, and closes the socket. If another
// is writing, that one does it afterwards.
func (l *link) part() {
	last := l.last.Load()
	if last == nil || !l.turn.TryLock() {
		return
	}
	if !l.closed.Load() {
		l.put(*last)
	}
	l.drop()
	l.turn.Unlock()
}

// lostReason is the word for why in the page.
func lostReason(why error) string {
	var b *Breach
	switch {
	case errors.As(why, &b):
		return "breach: " + b.Reason
	case errors.Is(why, ErrVersion):
		return "version"
	case errors.Is(why, ErrLimit):
		return "full"
	case errors.Is(why, errTheft):
		return "theft"
	}
	return "ended"
}
