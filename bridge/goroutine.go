package bridge

import (
	"sync"
	"sync/atomic"

	"github.com/omg-go/omg/internal/wire"
)

// A runner is a goroutine that the bridge knows: one that reads a socket, runs
// handlers, or is inside Do or Forbid. It belongs to that goroutine; only role
// and the fields that it guards are seen by others.
type runner struct {
	id     uintptr
	turn   *Session // whose turn the goroutine holds; nil: none
	forbid string   // where the goroutine is, if it may not wait there

	role atomic.Int32  // of a socket's reader or a flusher, see reader.go
	link *link         // that it reads
	hub  *Hub          // whose flusher it is
	rest wire.Elements // what the reader has not handled yet of its frame

	before, after *runner // in the monitor's list, which guards them
	age           atomic.Int32
}

// runners finds the runner of the calling goroutine. Identity is the address of
// the runtime's own record of it: unique while the goroutine lives, and a runner
// leaves before its goroutine does.
var runners [64]struct {
	mu sync.Mutex
	m  map[uintptr]*runner
	_  [40]byte // keeps neighbours out of one cache line
}

func shard(id uintptr) int { return int(id>>9) % len(runners) }

// current returns the calling goroutine's runner, nil if it has none.
func current() *runner {
	id := goroutine()
	sh := &runners[shard(id)]
	sh.mu.Lock()
	defer sh.mu.Unlock()
	return sh.m[id]
}

// enter makes the calling goroutine a runner, which must leave before it exits.
func enter() *runner {
	r := &runner{id: goroutine()}
	sh := &runners[shard(r.id)]
	sh.mu.Lock()
	defer sh.mu.Unlock()
	if sh.m == nil {
		sh.m = map[uintptr]*runner{}
	}
	sh.m[r.id] = r
	return r
}

func (r *runner) leave() {
	sh := &runners[shard(r.id)]
	sh.mu.Lock()
	defer sh.mu.Unlock()
	delete(sh.m, r.id)
}

// mine reports whether the calling goroutine holds the turn of s.
func (s *Session) mine() bool {
	r := s.turns.holder.Load()
	return r != nil && r.id == goroutine() && r.turn == s
}

// asRunner calls f with the calling goroutine's runner, made for the time of the
// call if there is none.
func asRunner(f func(r *runner)) {
	r := current()
	if r == nil {
		r = enter()
		defer r.leave()
	}
	f(r)
}

// Here returns what tells the calling goroutine from all others while it runs a
// handler or forbidden code (see [Forbid]), nil elsewhere.
func Here() any {
	if r := current(); r != nil {
		return r
	}
	return nil
}
