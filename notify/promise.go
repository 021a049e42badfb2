package notify

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/omg-go/omg/bridge"
)

// Steps is what a notification says of work that takes its time.
type Steps struct {
	Busy   string // while it goes on: "Saving…"
	Done   string // when it is done
	Failed string // when it failed; what a [bridge.UserError] says is added
	// Stay is how long the good end is shown: five seconds by default.
	Stay time.Duration
}

var promises atomic.Uint64 // each has a notification of its own

// Promise runs work without the turn and has one notification say how it goes. It
// returns the error of work.
//
//	err := notify.Promise(ctx, notify.Steps{Busy: "Saving…", Done: "Saved", Failed: "Not saved"},
//		func(ctx context.Context, n *notify.Notification) error {
//			n.Progress(0.5)
//			…
//		})
func Promise(ctx context.Context, s Steps, work func(ctx context.Context, n *Notification) error) error {
	n := Show(ctx, Note{Kind: Busy, Title: s.Busy, Key: fmt.Sprint("promise ", promises.Add(1))})
	returned := false
	defer func() {
		if !returned { // work panics: that it goes on would be a lie
			n.settle(s, errors.New("panic"))
		}
	}()
	err := bridge.Away(ctx, func() error { return work(ctx, n) })
	returned = true
	n.settle(s, err)
	return err
}

// settle says how the work ended.
func (n *Notification) settle(s Steps, err error) {
	n.Progress(-1)
	n.Update(func(note *Note) {
		if err == nil {
			note.Kind, note.Title, note.Timeout = Success, s.Done, max(s.Stay, time.Second)
			return
		}
		note.Kind, note.Title = Error, s.Failed
		if say := (*bridge.CallError)(nil); errors.As(err, &say) {
			note.Text = say.Message
		}
	})
}
