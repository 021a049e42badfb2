package dialog

import (
	"context"
	"slices"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

// A desk has the dialogs of one session, in its turn.
type desk struct {
	last    int
	open    []*box // as they were opened
	waiting []*box // modal ones that wait until those before are answered
	leaving []*box // answered; the page still shows how they go
}

// Limits of a desk.
const (
	maxWaiting = 8
	maxLeaving = 16
)

var desks bridge.Var[*desk]

// deskOf returns the desk of ctx's session, which must have the turn.
func deskOf(ctx context.Context) *desk {
	d := desks.Value(ctx)
	if d == nil {
		d = &desk{}
		desks.Set(ctx, d)
	}
	return d
}

// add opens b, or has it wait.
func (d *desk) add(ctx context.Context, b *box) error {
	d.last++
	b.called = b.hear
	b.desk, b.id, b.user = d, d.last, widget.HandlerOf(ctx, nil)
	if b.parent = d.around(ctx); b.parent != nil {
		b.user = true
	}
	if b.Modeless || b.parent != nil || !d.blocked(ctx) {
		return d.place(ctx, b)
	}
	if len(d.waiting) >= maxWaiting {
		return ErrQueue
	}
	d.waiting = append(d.waiting, b)
	return nil
}

type boxKey struct{}

// around returns the dialog whose handler ctx belongs to, nil if there is none.
func (d *desk) around(ctx context.Context) *box {
	within, _ := ctx.Value(boxKey{}).(*box)
	for _, b := range slices.Backward(d.open) {
		if b == within || widget.HandlerOf(ctx, b) {
			return b
		}
	}
	return nil
}

// blocked reports whether a modal dialog is open. One that the user has left, and
// could take back, is in nobody's way: it cannot be taken back any more.
func (d *desk) blocked(ctx context.Context) bool {
	for _, b := range slices.Clone(d.open) {
		if b.undo != nil && b.undo.settle(false) {
			d.end(ctx, b, Result{}, ErrDismissed)
		}
	}
	return slices.ContainsFunc(d.open, func(b *box) bool { return !b.Modeless })
}

// place puts b into the page.
func (d *desk) place(ctx context.Context, b *box) error {
	if err := widget.Place(ctx, "body", b); err != nil {
		return err
	}
	d.open = append(d.open, b)
	return b.send(ctx, opOpen, b.given())
}

// find returns the open dialog of that id, nil if it is not open any more.
func (d *desk) find(id int) *box {
	for _, b := range d.open {
		if b.id == id {
			return b
		}
	}
	return nil
}

// top returns the dialog that was opened last, nil if there is none.
func (d *desk) top() *box {
	for _, b := range slices.Backward(d.open) {
		if b.undo == nil {
			return b
		}
	}
	return nil
}

// close ends b with an answer or an error, what was opened from it first, and
// tells the page. Only the first end counts. A user who does not see it close is
// told of it later.
func (d *desk) close(ctx context.Context, b *box, r Result, err error) {
	away := bridge.FromContext(ctx).Away()
	if !d.end(ctx, b, r, err) {
		return
	}
	b.send(ctx, opShut, nil)
	if away && !b.told {
		b.tell(ctx, "Closed while you were away")
	}
}

// end is close for a page that knows.
func (d *desk) end(ctx context.Context, b *box, r Result, err error) bool {
	if i := slices.Index(d.waiting, b); i >= 0 {
		d.waiting = slices.Delete(d.waiting, i, i+1)
		b.answer.Settle(r, err)
		return false
	}
	if d.find(b.id) != b {
		return false
	}
	d.closeWithin(ctx, b)
	d.open = slices.DeleteFunc(d.open, func(o *box) bool { return o == b })
	b.answer.Settle(r, err)
	if d.leaving = append(d.leaving, b); len(d.leaving) > maxLeaving {
		d.gone(ctx, d.leaving[0])
	}
	d.next(ctx)
	return true
}

// closeWithin closes what was opened from b.
func (d *desk) closeWithin(ctx context.Context, b *box) {
	for _, child := range slices.Backward(slices.Clone(d.open)) {
		if child.parent == b {
			child.told = true // by b
			d.close(ctx, child, Result{}, ErrDismissed)
		}
	}
}

// gone takes b out of the page.
func (d *desk) gone(ctx context.Context, b *box) {
	i := slices.Index(d.leaving, b)
	if i < 0 {
		return
	}
	d.leaving = slices.Delete(d.leaving, i, i+1)
	widget.Remove(ctx, b)
	bridge.FromContext(ctx).Revoke(b.called)
}

// next opens the dialog that waits first, if it may.
func (d *desk) next(ctx context.Context) {
	for len(d.waiting) > 0 && !d.blocked(ctx) {
		b := d.waiting[0]
		d.waiting = d.waiting[1:]
		if err := d.place(ctx, b); err != nil {
			b.answer.Settle(Result{}, err)
		}
	}
}
