package dialog

import (
	"context"
	"errors"

	"github.com/a-h/templ"

	"github.com/omg-go/omg/bridge"
)

// ErrDismissed is the error of a dialog that was closed without an answer: by
// Cancel, Escape, the close button, [Close], or with the dialog it was opened from.
var ErrDismissed = errors.New("dialog: dismissed")

// ErrQueue is the error of a dialog for which too many others of its page wait.
var ErrQueue = errors.New("dialog: too many dialogs wait for an answer")

// ErrNone is the error of [OK] and [Data] when no dialog is open.
var ErrNone = errors.New("dialog: no dialog is open")

// Modal says what a dialog shows and how it may be left. Texts are texts, never
// HTML. The zero value is a dialog with the button OK.
type Modal struct {
	Header  string          // the title, which names the dialog; should not be empty
	Text    string          // read out with the title; a blank line begins a paragraph
	Body    templ.Component // anything below the text: a component, or widget.Show(w)
	Lines   Lines           // what to enter, below the body
	Buttons []Button        // nil: OKCancel if there are lines, else OK

	Danger bool // what is asked for destroys: the safe button gets the focus
	Alert  bool // role alertdialog: says what cannot wait; Danger is one too

	// Validate sees the values that the button's answer has, after the lines'
	// own checks. A [widget.Invalid] says what is wrong by the keys of lines
	// (empty: with the whole), any other error is shown as it is; the dialog stays.
	Validate func(ctx context.Context, v Values) error

	// OnRequestClose is asked before the dialog is dismissed by the user. If it
	// returns false the dialog stays. It may show another dialog.
	OnRequestClose func(ctx context.Context, why Reason) bool

	NoDismiss      bool // only a button answers: no Escape, no close button
	ConfirmDiscard bool // asks before typed text is thrown away
	LightDismiss   bool // a press beside the dialog dismisses it

	Modeless bool // the page stays usable beside it
	Side     Side // at the side of the window
	WrapTab  bool // Tab goes round in the dialog and never to the browser's own controls
}

// OKCancel are the usual two buttons.
var OKCancel = []Button{{Label: "Cancel", Cancel: true}, {Label: "OK", Value: "ok", Variant: Primary, Default: true}}

// Reason says how a dialog is to be left.
type Reason string

// The ways out.
const (
	Escape   Reason = "escape"   // the key, or back on a phone
	Backdrop Reason = "backdrop" // a press beside the dialog
	Pressed  Reason = "button"   // Cancel, or the close button
	Forced   Reason = "forced"   // the browser closed it, which nothing can prevent
)

// Side says where a dialog stands.
type Side string

// Sides of the window, as the text runs.
const (
	Center Side = ""
	Start  Side = "start"
	End    Side = "end"
)

// Show shows m in the page of ctx's session and waits for its answer. In a turn
// it gives the turn away meanwhile, for as long as the user takes.
//
// A dialog that is shown from a handler of another one opens over it. Any other
// waits until those before it are answered; a [Modal.Modeless] one does not.
//
// The error is [ErrDismissed], ctx's if it is done first (the dialog closes
// then), [bridge.ErrSessionEnded], or [ErrQueue]. Show panics if m cannot be: a
// key twice, a filter that is no function of a text.
func Show(ctx context.Context, m Modal) (Result, error) { return newBox(m).show(ctx) }

func (b *box) show(ctx context.Context) (Result, error) {
	err := bridge.Do(ctx, func(ctx context.Context) error { return deskOf(ctx).add(ctx, b) })
	if err != nil {
		return Result{}, err
	}
	r, err := b.answer.Wait(ctx)
	if err != nil {
		withdraw(ctx, b)
	}
	return r, err
}

// withdraw closes a dialog for whose answer nobody waits any more.
func withdraw(ctx context.Context, b *box) {
	ctx = context.WithoutCancel(ctx)
	bridge.Do(ctx, func(ctx context.Context) error {
		b.desk.close(ctx, b, Result{}, ErrDismissed)
		return nil
	}) // an ended session has closed it already
}
