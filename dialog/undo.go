package dialog

import (
	"context"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

// undoFor is how long the leaving of a dialog can be taken back.
const undoFor = 10 * time.Second

// An undo offers to take back that a dialog was left: a notice in the page.
type undo struct {
	widget.Base
	answer bridge.Promise[bool]
}

// regrets offers it and reports whether the user takes it.
func (b *box) regrets(ctx context.Context) bool {
	u, place := &undo{}, "body"
	if b.parent != nil {
		place = "#" + b.parent.name("") // all else is inert
	}
	if err := widget.Place(ctx, place, u); err != nil {
		return false
	}
	b.undo = u
	defer func() {
		b.undo = nil
		widget.Remove(ctx, u)
	}()
	short, cancel := context.WithTimeout(ctx, undoFor)
	defer cancel()
	again, err := u.answer.Wait(short)
	return again && err == nil && b.desk.find(b.id) == b
}

func (u *undo) settle(again bool) bool { return u.answer.Settle(again, nil) }

// Undo opens the dialog again.
func (u *undo) Undo(context.Context) { u.settle(true) }

// Dismiss takes the notice away.
func (u *undo) Dismiss(context.Context) { u.settle(false) }
