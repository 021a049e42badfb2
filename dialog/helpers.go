package dialog

import (
	"context"
	"errors"

	"github.com/omg-go/omg/words"
)

// Alert tells the user something and waits until it was seen.
func Alert(ctx context.Context, header, text string) error {
	_, err := Show(ctx, Modal{Header: header, Text: text, Alert: true})
	if errors.Is(err, ErrDismissed) {
		return nil
	}
	return err
}

// Confirm asks and reports whether the user agreed, by any button that does not
// cancel. m says what to ask; without buttons it has OK, red if m is a
// [Modal.Danger], and Cancel. To dismiss the dialog is to say no.
//
//	yes, err := dialog.Confirm(ctx, dialog.Modal{Header: "Delete 3 files?", Text: "They cannot be restored.", Danger: true})
func Confirm(ctx context.Context, m Modal) (bool, error) {
	m.Alert = true
	if m.Buttons == nil {
		m.Buttons = []Button{OKCancel[0], OKCancel[1]}
		if m.Danger {
			m.Buttons[1].Variant = Danger
		}
	}
	_, err := Show(ctx, m)
	if errors.Is(err, ErrDismissed) {
		return false, nil
	}
	return err == nil, err
}

// Prompt asks for one line of text. The line needs no key.
func Prompt(ctx context.Context, header string, line Line) (string, error) {
	line.Key = "text"
	if line.Label == "" {
		line.Label = words.In(ctx, "Answer")
	}
	r, err := Show(ctx, Modal{Header: header, Lines: Lines{line}})
	return r.Text("text"), err
}
