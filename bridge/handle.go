package bridge

import (
	"context"
	"iter"
	"time"

	"github.com/omg-go/omg/internal/wire"
)

// callFor is Call of all handles.
func callFor[R any](ctx context.Context, t *target, args []any) (r R, err error) {
	s := FromContext(ctx)
	if s == nil {
		return r, ErrSessionEnded
	}
	raw, err := s.call(ctx, t, args)
	if err != nil {
		return r, err
	}
	return decodeResult[R](s, t, raw)
}

// decodeResult reads the result of a call of t. A procedure has none, whatever
// the page returned.
func decodeResult[R any](s *Session, t *target, raw []byte) (r R, err error) {
	if _, none := any(r).(struct{}); none {
		s.releaseAll(raw)
		return r, nil
	}
	x := newTransfer(s)
	if err = wire.Decode(raw, &r, x); err != nil {
		x.abandon(raw)
		var zero R
		return zero, &ResultError{Func: t.String(), Err: wire.Rooted(err, "result")}
	}
	return r, nil
}

// A ResultError says that a page returned what does not fit the declared type.
type ResultError struct {
	Func string
	Err  error
}

func (e *ResultError) Error() string { return "bridge: " + e.Func + ": " + e.Err.Error() }

// Unwrap returns e.Err.
func (e *ResultError) Unwrap() error { return e.Err }

// callGo is Go of all handles.
func callGo(ctx context.Context, t *target, args []any) error {
	s := FromContext(ctx)
	if s == nil {
		return ErrSessionEnded
	}
	if err := s.mayCall(ctx); err != nil {
		return err
	}
	depth := depthOf(ctx)
	if depth >= s.hub.options.Limits.Nesting {
		return ErrDepth
	}
	return s.say(0, t, depth, args)
}

// A Result is what one page answers.
type Result[R any] struct {
	Value R
	Err   error
}

// everywhereFor is how long [Everywhere] waits by itself.
const everywhereFor = 30 * time.Second

type waitKey struct{}

// WaitForPages returns a context with which Everywhere waits for pages that are
// away, where it would answer [ErrAway] for them at once.
func WaitForPages(ctx context.Context) context.Context {
	return context.WithValue(ctx, waitKey{}, true)
}

// OnlyIfHere returns a context with which Call and Go fail with [ErrAway] at once
// if the page is away, where they would wait for it to come back.
func OnlyIfHere(ctx context.Context) context.Context {
	return context.WithValue(ctx, waitKey{}, false)
}

// mayCall fails if ctx says that a page that is away is not waited for.
func (s *Session) mayCall(ctx context.Context) error {
	if wait, set := ctx.Value(waitKey{}).(bool); set && !wait && s.Away() {
		return ErrAway
	}
	return nil
}

// callEverywhere is Everywhere of all handles.
func callEverywhere[R any](ctx context.Context, h *Hub, t *target, args []any) iter.Seq2[*Session, Result[R]] {
	return func(yield func(*Session, Result[R]) bool) {
		if _, ok := ctx.Deadline(); !ok {
			var cancel context.CancelFunc
			ctx, cancel = context.WithTimeout(ctx, everywhereFor)
			defer cancel()
		}
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		round := &round[R]{sessions: h.snapshot(), target: t, args: args}
		for range round.sessions {
			var a answer[R]
			if err := Away(ctx, func() error { a = round.next(ctx); return nil }); err != nil {
				yield(FromContext(ctx), Result[R]{Err: err})
				return
			}
			if !yield(a.session, a.result) {
				return
			}
		}
	}
}

type answer[R any] struct {
	session *Session
	result  Result[R]
}

// A round is one call to many pages.
type round[R any] struct {
	sessions []*Session
	target   *target
	args     []any
	answers  chan answer[R]
}

// next returns the next answer. The calls begin with the first, when the turn
// has been given away and what it changed has left.
func (r *round[R]) next(ctx context.Context) answer[R] {
	if r.answers == nil {
		r.answers = make(chan answer[R], len(r.sessions))
		for _, s := range r.sessions {
			go func() {
				v, err := callIn[R](ctx, s, r.target, r.args)
				r.answers <- answer[R]{s, Result[R]{v, err}}
			}()
		}
	}
	return <-r.answers
}

// callIn calls t in s, with the end of ctx.
func callIn[R any](ctx context.Context, s *Session, t *target, args []any) (r R, err error) {
	if wait, _ := ctx.Value(waitKey{}).(bool); !wait && s.Away() {
		return r, ErrAway
	}
	raw, err := s.call(ctx, t, args)
	if err != nil {
		return r, err
	}
	return decodeResult[R](s, t, raw)
}
