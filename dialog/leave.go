package dialog

import (
	"context"

	"github.com/omg-go/omg/words"
)

// reasons by the numbers that a page has for them.
var reasons = []Reason{leaveEscape: Escape, leaveBackdrop: Backdrop, leaveButton: Pressed, leaveForced: Forced}

// leave answers a page whose user wants to dismiss the dialog, or has: with nothing
// if it closes.
func (b *box) leave(ctx context.Context, why Reason, dirty bool) []string {
	if why == Forced {
		b.desk.closeWithin(ctx, b)
		if b.ConfirmDiscard && dirty && b.regrets(ctx) {
			return []string{"again"}
		}
	} else if !b.mayClose(ctx, why, dirty) {
		return []string{"stay"}
	}
	b.desk.end(ctx, b, Result{}, ErrDismissed)
	return closes
}

// mayClose asks those who have a say. Who is being asked is not asked again.
func (b *box) mayClose(ctx context.Context, why Reason, dirty bool) bool {
	if b.NoDismiss && why != Pressed || b.asking {
		return false
	}
	b.asking = true
	defer func() { b.asking = false }()
	if b.OnRequestClose != nil && !b.OnRequestClose(ctx, why) {
		return false
	}
	return !b.ConfirmDiscard || !dirty || discards(ctx)
}

// discards asks whether what was typed may be thrown away.
func discards(ctx context.Context) bool {
	yes, err := Confirm(ctx, Modal{
		Header:  words.In(ctx, "Discard what you entered?"),
		Danger:  true,
		Buttons: []Button{{Label: "Keep editing", Cancel: true}, {Label: "Discard", Variant: Danger}},
	})
	return yes && err == nil
}
