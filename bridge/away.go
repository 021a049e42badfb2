package bridge

import (
	"context"
	"fmt"
	"runtime/debug"
)

// blocked is the ErrWouldBlock of one place.
type blocked struct{ where string }

func (e *blocked) Error() string        { return fmt.Sprintf("%v: in %s", ErrWouldBlock, e.where) }
func (e *blocked) Is(target error) bool { return target == ErrWouldBlock }

// Forbid makes waiting for a page fail with [ErrWouldBlock], which names where,
// on the calling goroutine until allow is called there. It is for code that
// holds a lock or must be quick. Nested calls name the innermost place.
func Forbid(ctx context.Context, where string) (allow func()) {
	r, made := current(), false
	if r == nil {
		r, made = enter(), true
	}
	before := r.forbid
	r.forbid = where
	return func() {
		r.forbid = before
		if made {
			r.leave()
		}
	}
}

// InTurn reports whether the calling goroutine holds the turn of ctx's session.
func InTurn(ctx context.Context) bool {
	s := FromContext(ctx)
	return s != nil && s.mine()
}

// Do runs fn in a turn of ctx's session, on the calling goroutine, and returns
// its error. It waits until the turn is free; fn runs at once if the goroutine
// holds it already. The turn of another session is given away meanwhile.
//
// The error is [ErrSessionEnded] if a session in question ends or ctx has none,
// and ctx's if it is done before the turn comes; fn did not run then.
func Do(ctx context.Context, fn func(ctx context.Context) error) (err error) {
	s := FromContext(ctx)
	if s == nil {
		return ErrSessionEnded
	}
	asRunner(func(r *runner) { err = s.do(ctx, r, fn) })
	return err
}

func (s *Session) do(ctx context.Context, r *runner, fn func(context.Context) error) error {
	if r.turn == s {
		return fn(ctx)
	}
	if r.forbid != "" {
		return &blocked{r.forbid}
	}
	home := r.turn
	if home != nil {
		home.giveAway(r)
	}
	err := s.line(ctx, r)
	if err == nil {
		err = s.hold(ctx, r, fn)
	}
	if home != nil {
		if back := home.line(context.Background(), r); back != nil {
			return back
		}
	}
	return err
}

// line queues for the turn of s and waits for it.
func (s *Session) line(ctx context.Context, r *runner) error {
	w := &waiter{ready: make(chan struct{}), home: s, runner: r}
	s.mu.Lock()
	w.queue()
	s.mu.Unlock()
	s.dispatch()
	return s.enter(ctx, w)
}

// hold runs fn in the turn that r has, and leaves it.
func (s *Session) hold(ctx context.Context, r *runner, fn func(context.Context) error) error {
	defer func() {
		if r.turn == s {
			s.flush(r)
			s.release(r)
		}
	}()
	return fn(ctx)
}

// Away runs fn without the turn, for work that is slow or waits, and takes the
// turn back before it returns fn's error. Outside a turn it just runs fn.
//
// What fn needs of the session it must have read before. The error is
// [ErrSessionEnded], and the turn stays away, if the session ends meanwhile; it
// is [ErrWouldBlock], and fn does not run, where waiting is forbidden.
func Away(ctx context.Context, fn func() error) error {
	r := current()
	if r == nil || r.turn == nil {
		return fn()
	}
	if r.forbid != "" {
		return &blocked{r.forbid}
	}
	home := r.turn
	home.giveAway(r)
	returned := false
	defer func() {
		if !returned { // fn panics: whoever recovers expects the turn
			home.line(context.Background(), r)
		}
	}()
	err := fn()
	returned = true
	if back := home.line(context.Background(), r); back != nil {
		return back
	}
	return err
}

// Go runs fn on a goroutine of its own, without the turn, as background work of
// ctx's session: the context it gets carries the session and ends with it, not
// with ctx. A panic in fn is logged. In fn, [Do] enters a turn.
func Go(ctx context.Context, fn func(ctx context.Context)) {
	s := FromContext(ctx)
	if s == nil {
		panic("bridge: Go outside of a session")
	}
	s.hub.work.Add(1)
	go func() {
		defer s.hub.work.Done()
		defer s.recovered("Go")
		fn(s.ctx)
	}()
}

func (s *Session) recovered(where string) {
	if p := recover(); p != nil {
		s.panicked(where, p)
	}
}

func (s *Session) panicked(where string, cause any) {
	s.hub.counts.Panics.Add(1)
	s.hub.options.Log.Error("bridge: panic", "in", where, "cause", fmt.Sprint(cause), "stack", string(debug.Stack()))
}
