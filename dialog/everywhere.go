package dialog

import (
	"context"
	"errors"
	"iter"
	"slices"

	"github.com/omg-go/omg/bridge"
)

// ErrNobody is the error of [Everywhere] when no session is there to be asked, or
// none any more.
var ErrNobody = errors.New("dialog: nobody is there to answer")

// Everywhere shows m in many sessions at once, those of a group or all of them, and
// returns the first answer and the session that gave it:
//
//	r, by, err := dialog.Everywhere(ctx, notify.Group("editors"), dialog.Modal{
//		Header:  "Publish the issue?",
//		Buttons: []dialog.Button{{Label: "Not yet", Value: "no"}, {Label: "Publish", Value: "yes", Variant: dialog.Primary}},
//	})
//
// In all others it closes then, and a notification tells why. Who dismisses it
// leaves the answer to the rest; so give a "no" that counts a button with a value.
// Pages that connect later are not asked.
//
// ctx needs no session. In a turn Everywhere gives that away. There is no limit of
// time but ctx's. The functions of m run in the sessions, in several at once if
// several answer; its Body cannot be a widget, which is in one session at most.
//
// The error is [ErrDismissed] if all have dismissed it, [ErrNobody] if their
// sessions are over, ctx's if it is done first, or what kept the last of them from
// being asked.
func Everywhere(ctx context.Context, to iter.Seq[*bridge.Session], m Modal) (r Result, by *bridge.Session, err error) {
	newBox(m) // panics here, if at all
	err = bridge.Away(ctx, func() error {
		asked, stop := context.WithCancelCause(ctx)
		defer stop(errAnswered)
		q := &question{Modal: m, ctx: asked}
		r, by, err = q.first(slices.Collect(to))
		return err
	})
	return r, by, err
}

// errAnswered is why a dialog closes that another session has answered.
var errAnswered = errors.New("dialog: answered elsewhere")

// A question is a dialog in many sessions.
type question struct {
	Modal
	ctx     context.Context // done when it is answered
	replies chan outcome
}

// An outcome is what came of the dialog in one session.
type outcome struct {
	by  *bridge.Session
	r   Result
	err error
}

// first returns the first answer.
func (q *question) first(all []*bridge.Session) (r Result, by *bridge.Session, err error) {
	q.replies, err = make(chan outcome), ErrNobody
	for _, s := range all {
		bridge.Go(s.Context(), q.ask)
	}
	for range all {
		select {
		case one := <-q.replies:
			if one.err == nil {
				return one.r, one.by, nil
			}
			if err == ErrNobody || !errors.Is(one.err, bridge.ErrSessionEnded) {
				err = one.err
			}
		case <-q.ctx.Done():
			return r, nil, q.ctx.Err()
		}
	}
	if errors.Is(err, bridge.ErrSessionEnded) {
		err = ErrNobody
	}
	return r, nil, err
}

// ask shows the dialog in ctx's session.
func (q *question) ask(ctx context.Context) {
	here, stop := context.WithCancel(ctx)
	defer stop()
	defer context.AfterFunc(q.ctx, stop)()
	b := newBox(q.Modal)
	b.told = true
	r, err := b.show(here)
	select {
	case q.replies <- outcome{bridge.FromContext(ctx), r, err}:
	case <-q.ctx.Done():
		if context.Cause(q.ctx) == errAnswered && ctx.Err() == nil && (err == nil || errors.Is(err, context.Canceled)) {
			b.tell(ctx, "Answered elsewhere")
		}
	}
}
