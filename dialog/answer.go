package dialog

import (
	"context"
	"errors"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

// hear answers the page of b. It is given to the page as long as that shows b.
func (b *box) hear(ctx context.Context, op, n int, texts []string) ([]string, error) {
	ctx = context.WithValue(ctx, boxKey{}, b) // what it shows opens over b
	switch {
	case op == askGone:
		b.desk.gone(ctx, b)
	case b.desk.find(b.id) != b: // answered meanwhile
	case (op == askLeave || op == askLeaveDirty) && n >= 0 && n < len(reasons):
		return b.leave(ctx, reasons[n], op == askLeaveDirty), nil
	case op == askPress && n >= 0 && n < len(b.Buttons):
		return b.pressed(ctx, &b.Buttons[n], texts)
	case op == askCheck && n >= 0 && n < len(b.fields) && len(texts) == 1:
		return b.fields[n].typing(ctx, texts[0])
	}
	return closes, nil
}

// closes is the answer with which a dialog closes.
var closes = []string{}

// pressed answers a page that pressed a button: with nothing if the dialog
// closes, else with what is wrong with the whole, then with each line.
func (b *box) pressed(ctx context.Context, button *Button, pairs []string) ([]string, error) {
	if b.busy {
		return b.stay(), nil
	}
	b.busy, b.agreed = true, false
	defer func() { b.busy = false }()
	values, wrong, err := b.check(ctx, button, read(b.fields, pairs))
	if err != nil || wrong != nil {
		return wrong, err
	}
	if button.KeepOpen && !b.agreed && b.desk.find(b.id) == b {
		return b.stay(), nil
	}
	if button.Cancel {
		b.desk.end(ctx, b, Result{}, ErrDismissed)
	}
	b.desk.end(ctx, b, Result{button.value(), values}, nil)
	return closes, nil
}

// stay is the answer that keeps the dialog open and finds nothing wrong.
func (b *box) stay() []string { return make([]string, len(b.fields)+1) }

// check makes answers of the values and runs what the button does. wrong is nil
// if nothing is.
func (b *box) check(ctx context.Context, button *Button, values Values) (_ Values, wrong []string, err error) {
	if button.Cancel {
		return values, nil, b.note(ctx, &wrong, button.do(ctx, values))
	}
	values, wrong, err = b.final(ctx, values)
	if err == nil && wrong == nil && b.Validate != nil {
		err = b.note(ctx, &wrong, b.Validate(ctx, values))
	}
	if err == nil && wrong == nil {
		err = b.note(ctx, &wrong, button.do(ctx, values))
	}
	return values, wrong, err
}

// final runs the filters and checks of all lines.
func (b *box) final(ctx context.Context, values Values) (final Values, wrong []string, err error) {
	for _, v := range values {
		f := b.field(v.Key)
		text, err := f.final(ctx, v.Text)
		if err != nil {
			err = b.note(ctx, &wrong, widget.Invalid{f.Key: err.Error()})
		}
		if err != nil {
			return nil, nil, err
		}
		final = append(final, Value{f.Key, text})
	}
	return final, wrong, nil
}

// note adds what a check found to what is wrong. What it returns is not for the
// user to read.
func (b *box) note(ctx context.Context, wrong *[]string, err error) error {
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil, errors.Is(err, bridge.ErrSessionEnded):
		return err
	case *wrong == nil:
		*wrong = b.stay()
	}
	invalid, ok := err.(widget.Invalid)
	if !ok {
		(*wrong)[0] = err.Error()
		return nil
	}
	for _, f := range b.fields {
		(*wrong)[f.index+1] += invalid[f.Key]
	}
	(*wrong)[0] += invalid[""]
	return nil
}
