package bridge

import (
	"context"
	"sync/atomic"
)

// A waiter is a goroutine that waits for an answer and, if it has given a turn
// away for that, for the turn.
type waiter struct {
	ready  chan struct{} // closed when it may go on: with home's turn, if it has a home
	home   *Session      // whose turn it takes back, nil if none
	runner *runner
	woken  atomic.Bool // ready is closed or it is in home's queue; home.mu guards it if there is one
	left   bool        // it does not wait any more; home.mu guards it
}

// newWaiter prepares the calling goroutine to wait. It fails where waiting is
// forbidden.
func newWaiter() (*waiter, error) {
	w := &waiter{ready: make(chan struct{}), runner: current()}
	if r := w.runner; r != nil {
		if r.forbid != "" {
			return nil, &blocked{r.forbid}
		}
		w.home = r.turn
	}
	return w, nil
}

// wake lets w go on, after those that are in line for its turn already. Only the
// first wake counts.
func (w *waiter) wake() {
	if w.home == nil {
		if w.woken.CompareAndSwap(false, true) {
			close(w.ready)
		}
		return
	}
	w.home.mu.Lock()
	w.queue()
	w.home.mu.Unlock()
	w.home.dispatch()
}

// queue puts w in line for its turn. w.home.mu is held.
func (w *waiter) queue() {
	if !w.woken.Load() {
		w.woken.Store(true)
		w.home.push(item{waiter: w})
	}
}

// await waits until w is woken, ctx is done, or s, who is to answer, ends. The
// turn of the calling goroutine, if it has one, is given away meanwhile and taken
// back whatever happens, unless its session ends: only then await returns
// without it.
func (s *Session) await(ctx context.Context, w *waiter) error {
	if w.home != nil {
		w.home.giveAway(w.runner)
	}
	var own <-chan struct{}
	if w.home != nil && w.home != s {
		own = w.home.ctx.Done()
	}
	var err error
	select {
	case <-w.ready:
	case <-ctx.Done():
		err = s.doneError(ctx)
	case <-s.ctx.Done():
		err = s.endedError()
	case <-own:
		err = w.home.endedError()
	}
	if w.home == nil {
		return err
	}
	if back := w.back(); back != nil {
		return back
	}
	return err
}

// back takes the turn of w.home back.
func (w *waiter) back() error {
	w.home.mu.Lock()
	w.queue()
	w.home.mu.Unlock()
	w.home.dispatch()
	return w.home.enter(context.Background(), w)
}

// enter waits for the turn for which w is in line. On an error the calling
// goroutine does not have it.
func (s *Session) enter(ctx context.Context, w *waiter) error {
	var err error
	select {
	case <-w.ready:
		w.runner.turn = s
		return nil
	case <-ctx.Done():
		err = s.doneError(ctx)
	case <-s.ctx.Done():
		err = s.endedError()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	select {
	case <-w.ready: // it came after all
		w.runner.turn = s
		return nil
	default:
		w.left = true
		return err
	}
}

// doneError returns why ctx is done, nil if it is not: most often ctx is of s and
// done because s has ended, and that is what callers look for.
func (s *Session) doneError(ctx context.Context) error {
	if ctx.Err() != nil && s.ctx.Err() != nil {
		return s.endedError()
	}
	return ctx.Err()
}

func (s *Session) endedError() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ended(false)
}

// giveAway flushes what the turn changed and leaves the turn, which r holds, and
// the socket, if r reads it, to others.
func (s *Session) giveAway(r *runner) {
	s.flush(r)
	r.handOff()
	s.release(r)
}
