package notify

import (
	"context"
	"log/slog"
	"time"

	"github.com/omg-go/omg/bridge"
)

// hasty is a period below which a reminder without a Check is a nuisance.
const hasty = 5 * time.Second

// postpone has n come again after its period. b.mu is held.
func (b *box) postpone(n *Notification) {
	n.state = waiting
	if n.note.Check == nil && n.note.Period < hasty {
		slog.Warn("notify: a reminder without a Check comes back for ever", "title", n.note.headline(), "period", n.note.Period)
	}
	n.reminder = time.AfterFunc(n.note.Period, func() {
		bridge.Go(b.session.Context(), func(ctx context.Context) { b.remind(ctx, n) })
	})
}

// remind shows n again, if it is wanted, once the page is there to see it.
func (b *box) remind(ctx context.Context, n *Notification) {
	if err := here(ctx); err != nil && ctx.Err() != nil {
		return
	}
	wanted, err := b.wanted(ctx, n)
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case n.state != waiting || b.over:
	case err != nil:
		slog.Error("notify: the Check of a reminder failed", "title", n.note.headline(), "err", err)
		b.postpone(n)
	case wanted:
		b.reopen(n)
	default:
		n.why = Withdrawn
		b.finish(n)
		b.changed()
	}
}

// wanted asks n's Check, in a turn.
func (b *box) wanted(ctx context.Context, n *Notification) (wanted bool, err error) {
	b.mu.Lock()
	check, still := n.note.Check, n.state == waiting
	b.mu.Unlock()
	if !still || check == nil {
		return true, nil
	}
	err = bridge.Do(ctx, func(ctx context.Context) error {
		wanted, err = check(ctx)
		return err
	})
	return wanted, err
}

// here returns when the page is there: it waits as any call of it does.
var here = func(ctx context.Context) error { return lifted.Call(ctx) }
