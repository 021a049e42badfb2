package dialog

import (
	"context"

	"github.com/omg-go/omg/bridge"
)

// Close dismisses the dialog that was opened last in the page of ctx's session:
// its Show returns [ErrDismissed]. Without one it does nothing. In the page it is
// [Top].Close.
func Close(ctx context.Context) error {
	return bridge.Do(ctx, func(ctx context.Context) error {
		d := deskOf(ctx)
		if b := d.top(); b != nil {
			d.close(ctx, b, Result{}, ErrDismissed)
		}
		return nil
	})
}

// OK presses the default button of the dialog that was opened last, as the user
// would: what was entered is checked first. It does not wait. As what a button
// does, or from there, it has that button answer. In the page it is [Top].OK.
func OK(ctx context.Context) error {
	if b, ok := ctx.Value(boxKey{}).(*box); ok && b.busy && bridge.InTurn(ctx) {
		b.agreed = true
		return nil
	}
	b, err := topOf(ctx)
	if err != nil {
		return err
	}
	return b.send(ctx, opPress, nil)
}

// Data asks the page what is entered at the moment in the dialog that was opened
// last, unchecked and without passwords, in the order of its lines. In the page it
// is [Top].Data.
func Data(ctx context.Context) (Values, error) {
	b, err := topOf(ctx)
	if err != nil {
		return nil, err
	}
	pairs, err := acts.Call(ctx, opData, b.id, nil)
	if err != nil {
		return nil, err
	}
	return read(b.fields, pairs), nil
}

// topOf returns the dialog that was opened last, or ErrNone.
func topOf(ctx context.Context) (b *box, err error) {
	err = bridge.Do(ctx, func(ctx context.Context) error {
		if b = deskOf(ctx).top(); b == nil {
			return ErrNone
		}
		return nil
	})
	return b, err
}
