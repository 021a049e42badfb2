package bridge

import (
	"context"
	"sync"
)

// A Promise is an answer that somebody gives later: a handler of the same
// session, say, when its person has decided. The zero value is ready to use; it
// must not be copied after that.
type Promise[T any] struct {
	mu      sync.Mutex
	settled bool
	value   T
	err     error
	waiters []*waiter
}

// Settle gives the answer. Those who wait go on in the order in which they
// began to wait. Only the first answer counts; Settle reports whether this is
// it.
func (p *Promise[T]) Settle(value T, err error) bool {
	p.mu.Lock()
	if p.settled {
		p.mu.Unlock()
		return false
	}
	p.settled, p.value, p.err = true, value, err
	waiters := p.waiters
	p.waiters = nil
	p.mu.Unlock()
	for _, w := range waiters {
		w.wake()
	}
	return true
}

// Wait returns the answer. In a turn it gives the turn away until there is one.
// Before there is an answer it returns ctx's error if ctx is done, and
// [ErrSessionEnded] if ctx's session ends.
func (p *Promise[T]) Wait(ctx context.Context) (value T, err error) {
	s := FromContext(ctx)
	if s == nil {
		return value, ErrSessionEnded
	}
	w, err := newWaiter()
	if err != nil {
		return value, err
	}
	if p.enlist(w) {
		if err := s.await(ctx, w); err != nil {
			return value, err
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.value, p.err
}

// enlist adds w to those who wait. It reports false if there is no need to.
func (p *Promise[T]) enlist(w *waiter) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.settled {
		p.waiters = append(p.waiters, w)
	}
	return !p.settled
}
