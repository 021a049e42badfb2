package dialog

import (
	"context"
	"fmt"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
)

// Button is a button at the end of a dialog. One that neither cancels nor has
// anything to do answers with its Value.
type Button struct {
	Label   string
	Value   string // in Result.Button; empty: the label
	Variant Variant
	Default bool // Enter in a line presses it; without any, the first Primary one
	Cancel  bool // dismisses the dialog

	// Do runs when the button is pressed: on the server a func(ctx) error or a
	// func(ctx, Values) error, in the page a bridge.Procedure0 or a
	// bridge.Procedure1[dom.Event]. On the server it gets values that were
	// checked; when it returns nil the button answers, unless KeepOpen. One in
	// the page decides itself, by [Top].
	Do       any
	KeepOpen bool
}

// Variant is the look of a button.
type Variant string

// Looks of buttons.
const (
	Plain   Variant = ""
	Primary Variant = "primary"
	Danger  Variant = "danger"
)

func (b *Button) value() string {
	if b.Value != "" {
		return b.Value
	}
	return b.Label
}

// check panics if Do is nothing that a button can do.
func (b *Button) check() {
	switch b.Do.(type) {
	case nil, bridge.Procedure0, bridge.Procedure1[dom.Event],
		func(context.Context) error, func(context.Context, Values) error:
	default:
		panic(fmt.Sprintf("dialog: button %q: Do is a %T; want func(context.Context) error, func(context.Context, dialog.Values) error, bridge.Procedure0 or bridge.Procedure1[dom.Event]", b.Label, b.Do))
	}
}

// do runs what the button does here.
func (b *Button) do(ctx context.Context, v Values) error {
	switch f := b.Do.(type) {
	case func(context.Context) error:
		return f(ctx)
	case func(context.Context, Values) error:
		return f(ctx, v)
	}
	return nil
}

// defaultButton returns the index of the button that Enter presses, -1 if none.
func defaultButton(buttons []Button) int {
	found := -1
	for i, b := range buttons {
		switch {
		case b.Default:
			return i
		case found < 0 && !b.Cancel && b.Variant == Primary:
			found = i
		}
	}
	if found < 0 && len(buttons) == 1 {
		return 0
	}
	return found
}

// safestButton returns the index of the button that does least, -1 if none.
func safestButton(buttons []Button) int {
	for i, b := range buttons {
		if b.Cancel {
			return i
		}
	}
	for i, b := range buttons {
		if b.Variant != Danger {
			return i
		}
	}
	return -1
}
