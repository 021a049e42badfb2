package bridge_test

import (
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/omg-go/omg/bridge"
)

// A simNet is a network in memory with faults that follow from a seed: frames
// take their time, sockets are cut or go half open, what was under way may
// arrive late or not at all, and HELLO may arrive twice. After a number of
// faults it is calm.
//
// It is for use in a synctest bubble, where no time passes that somebody waits.
type simNet struct {
	ctx    context.Context
	hub    *bridge.Hub
	accept bridge.Accept
	seed   uint64
	mu     sync.Mutex
	faults int // that are left
	opened uint64
	made   map[string]int // faults, by kind
}

func newSimNet(ctx context.Context, ks *talks, seed uint64, faults int) *simNet {
	return &simNet{ctx: ctx, hub: ks.hub, accept: ks.accept(), seed: seed, faults: faults, made: map[string]int{}}
}

// fault reports whether there is one of that kind now, at one in so many times.
func (n *simNet) fault(r *rand.Rand, kind string, in int) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.faults == 0 || r.IntN(in) > 0 {
		return false
	}
	n.faults--
	n.made[kind]++
	return true
}

// dial opens a socket to the hub.
func (n *simNet) dial() (bridge.Transport, error) {
	n.mu.Lock()
	n.opened++
	r := rand.New(rand.NewPCG(n.seed, n.opened))
	n.mu.Unlock()
	time.Sleep(time.Duration(r.IntN(30)) * time.Millisecond)
	if n.fault(r, "refused", 10) {
		return nil, errors.New("no connection")
	}
	w := &simWire{net: n, rand: r}
	page, server := &simEnd{wire: w, dir: up, closed: make(chan struct{})}, &simEnd{wire: w, dir: down, closed: make(chan struct{})}
	for dir := range w.pipes {
		w.pipes[dir].wake = make(chan struct{}, 1)
	}
	n.hub.Serve(n.ctx, server, n.accept)
	return page, nil
}

// copyHello has hello arrive once more, on a socket to which nobody listens.
func (n *simNet) copyHello(hello []byte, after time.Duration) {
	time.AfterFunc(after, func() { n.hub.Serve(n.ctx, &ghost{hello: hello, closed: make(chan struct{})}, n.accept) })
}

// A simWire is one socket.
type simWire struct {
	net   *simNet
	mu    sync.Mutex
	rand  *rand.Rand
	pipes [2]simPipe // by direction
	hello bool       // was written
}

// A simPipe is one direction of a socket.
type simPipe struct {
	queue  []parcel
	last   time.Time     // when the latest arrives
	broken bool          // nothing more gets in
	silent bool          // its reader does not learn of that
	wake   chan struct{} // something changed for the reader
}

type parcel struct {
	data []byte
	at   time.Time
}

func (p *simPipe) changed() {
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

// delay is the time that a frame takes: little as a rule, sometimes longer than
// the page has patience.
func (w *simWire) delay() time.Duration {
	if w.net.fault(w.rand, "slow", 25) {
		return time.Duration(w.rand.IntN(8000)) * time.Millisecond
	}
	return time.Duration(w.rand.IntN(40)) * time.Millisecond
}

func (w *simWire) write(dir int, data []byte) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	p := &w.pipes[dir]
	if p.broken {
		if p.silent {
			return nil // into the void
		}
		return io.ErrClosedPipe
	}
	at := time.Now().Add(w.delay())
	if at.Before(p.last) {
		at = p.last
	}
	p.last = at
	data = append([]byte(nil), data...)
	p.queue = append(p.queue, parcel{data, at})
	p.changed()
	if dir == up && !w.hello {
		w.hello = true
		if w.net.fault(w.rand, "copied", 3) {
			w.net.copyHello(data, time.Duration(w.rand.IntN(10_000))*time.Millisecond)
		}
	}
	if w.net.fault(w.rand, "cut", 8) {
		w.cut()
	}
	return nil
}

// cut breaks the socket: of what is under way each direction keeps a part, and
// either end may not learn of it. w.mu is held.
func (w *simWire) cut() {
	for dir := range w.pipes {
		p := &w.pipes[dir]
		p.queue = p.queue[:w.rand.IntN(len(p.queue)+1)]
		p.broken = true
		p.silent = w.rand.IntN(3) == 0
		p.changed()
	}
}

// take returns the next frame, or how long to wait for it, 0 being for a change.
func (w *simWire) take(dir int) (data []byte, wait time.Duration, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	p := &w.pipes[dir]
	switch {
	case len(p.queue) == 0 && p.broken && !p.silent:
		return nil, 0, io.EOF
	case len(p.queue) == 0:
		return nil, 0, nil
	}
	if wait = time.Until(p.queue[0].at); wait > 0 {
		return nil, wait, nil
	}
	data = p.queue[0].data
	p.queue = p.queue[1:]
	return data, 0, nil
}

// A simEnd is one end of a simWire. It writes in its direction.
type simEnd struct {
	wire   *simWire
	dir    int
	once   sync.Once
	closed chan struct{}
}

func (e *simEnd) Write(frame []byte) error {
	select {
	case <-e.closed:
		return io.ErrClosedPipe
	default:
		return e.wire.write(e.dir, frame)
	}
}

func (e *simEnd) Read() ([]byte, error) {
	for {
		select {
		case <-e.closed:
			return nil, io.ErrClosedPipe
		default:
		}
		data, wait, err := e.wire.take(1 - e.dir)
		if data != nil || err != nil {
			return data, err
		}
		e.await(wait)
	}
}

func (e *simEnd) await(d time.Duration) {
	var due <-chan time.Time
	if d > 0 {
		t := time.NewTimer(d)
		defer t.Stop()
		due = t.C
	}
	select {
	case <-due:
	case <-e.wire.pipes[1-e.dir].wake:
	case <-e.closed:
	}
}

// Close lets what is under way arrive, and then its end, unless the socket was
// cut before.
func (e *simEnd) Close() error {
	e.once.Do(func() {
		close(e.closed)
		e.wire.mu.Lock()
		defer e.wire.mu.Unlock()
		for dir := range e.wire.pipes {
			if p := &e.wire.pipes[dir]; !p.broken {
				p.broken = true
				p.changed()
			}
		}
	})
	return nil
}

// A ghost is a socket that says HELLO and no more.
type ghost struct {
	hello  []byte
	once   sync.Once
	closed chan struct{}
}

func (g *ghost) Read() ([]byte, error) {
	if h := g.hello; h != nil {
		g.hello = nil
		return h, nil
	}
	<-g.closed
	return nil, io.EOF
}

func (g *ghost) Write([]byte) error { return nil }
func (g *ghost) Close() error       { g.once.Do(func() { close(g.closed) }); return nil }
