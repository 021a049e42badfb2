package bridgetest

import (
	"errors"
	"slices"
	"sync"

	"github.com/omg-go/omg/bridge"
)

// ErrClosed is what both ends of a pipe answer once either was closed.
var ErrClosed = errors.New("bridgetest: closed")

// Pipe returns the two ends of a connection in memory. What was written before
// the end was closed can still be read, unless the pipe is [End.Cut].
func Pipe() (a, b *End) {
	c := &connection{}
	c.more.L = &c.mu
	a, b = &End{c: c}, &End{c: c}
	a.peer, b.peer = b, a
	return a, b
}

// An End is one end of a [Pipe].
type End struct {
	c    *connection
	peer *End
	in   [][]byte // what waits to be read here
	room int      // bytes that may wait here, 0: any number
	size int      // bytes that do
}

type connection struct {
	mu     sync.Mutex
	more   sync.Cond
	closed bool
}

var _ bridge.Transport = (*End)(nil)

// Read implements [bridge.Transport].
func (e *End) Read() ([]byte, error) {
	e.c.mu.Lock()
	defer e.c.mu.Unlock()
	for len(e.in) == 0 && !e.c.closed {
		e.c.more.Wait()
	}
	if len(e.in) == 0 {
		return nil, ErrClosed
	}
	frame := e.in[0]
	e.in = e.in[1:]
	e.size -= len(frame)
	e.c.more.Broadcast()
	return frame, nil
}

// Write implements [bridge.Transport]. It waits while the other end is full.
func (e *End) Write(frame []byte) error {
	e.c.mu.Lock()
	defer e.c.mu.Unlock()
	to := e.peer
	for !e.c.closed && to.room > 0 && to.size+len(frame) > to.room {
		e.c.more.Wait()
	}
	if e.c.closed {
		return ErrClosed
	}
	to.in = append(to.in, slices.Clone(frame))
	to.size += len(frame)
	e.c.more.Broadcast()
	return nil
}

// Close implements [bridge.Transport].
func (e *End) Close() error {
	e.c.mu.Lock()
	defer e.c.mu.Unlock()
	e.c.closed = true
	e.c.more.Broadcast()
	return nil
}

// Cut closes the pipe and loses what is under way in both directions.
func (e *End) Cut() {
	e.c.mu.Lock()
	defer e.c.mu.Unlock()
	e.c.closed = true
	for _, end := range []*End{e, e.peer} {
		end.in, end.size = nil, 0
	}
	e.c.more.Broadcast()
}

// Limit makes writes of the other end wait while more than so many bytes wait
// here to be read; 0 lifts it.
func (e *End) Limit(bytes int) {
	e.c.mu.Lock()
	defer e.c.mu.Unlock()
	e.room = bytes
	e.c.more.Broadcast()
}
