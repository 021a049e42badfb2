package dialog

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/widget"
)

// A box is a dialog in a page.
type box struct {
	widget.Base
	Modal
	id     int
	fields []*field
	answer bridge.Promise[Result]
	desk   *desk
	parent *box  // from which it was opened
	user   bool  // opened from a handler, not by the server on its own
	busy   bool  // an answer is being looked at
	agreed bool  // by OK, meanwhile
	asking bool  // OnRequestClose or the question whether to discard is under way
	undo   *undo // the user has left it, and may take that back
	told   bool  // why it closes, by somebody else
	called func(ctx context.Context, op, n int, texts []string) ([]string, error)
}

// newBox panics if m cannot be.
func newBox(m Modal) *box {
	b := &box{Modal: m, fields: m.Lines.fields()}
	if b.Buttons == nil {
		b.Buttons = OKCancel
		if len(b.Lines) == 0 {
			b.Buttons = OKCancel[1:]
		}
	}
	for i := range b.Buttons {
		b.Buttons[i].check()
	}
	return b
}

// given is what the page gets with the dialog: whom to call, then for each
// function of a line that runs there its index and the function.
func (b *box) given() list {
	given := list{b.called}
	for _, f := range b.fields {
		for _, c := range []check{f.filter, f.check} {
			if c.page != nil {
				given = append(given, f.index, c.page)
			}
		}
	}
	return given
}

// send tells the page what to do with the dialog.
func (b *box) send(ctx context.Context, op int, given list) error {
	if op == opOpen && b.needsMore() {
		return actsMore.Go(ctx, op, b.id, given)
	}
	return acts.Go(ctx, op, b.id, given)
}

// needsMore reports whether the dialog does what few do: something looks at what is
// typed, or the Tab key goes round.
func (b *box) needsMore() bool {
	return b.WrapTab || slices.ContainsFunc(b.fields, func(f *field) bool { return f.filter.given() || f.check.given() })
}

func (b *box) field(key string) *field {
	for _, f := range b.fields {
		if f.Key == key {
			return f
		}
	}
	return nil
}

// name returns the id of a part of the dialog.
func (b *box) name(part string) string {
	id := "omg-dialog-" + strconv.Itoa(b.id)
	if part != "" {
		id += "-" + part
	}
	return id
}

func (b *box) lineName(f *field) string { return b.name("line" + strconv.Itoa(f.index)) }

// long is how much text is too much to be read out at once.
const long = 300

// first returns the part of the dialog that gets the focus first: after what
// APG says of dialogs. The second result is an index, of a line or a button.
func (b *box) first() (part string, index int) {
	if !b.user {
		return "title", 0 // who types elsewhere must not answer
	}
	for _, f := range b.fields {
		if f.Autofocus {
			return "line", f.index
		}
	}
	safe, usual := safestButton(b.Buttons), defaultButton(b.Buttons)
	switch {
	case b.Danger && safe >= 0:
		return "button", safe
	case len(b.Text) > long:
		return "title", 0
	}
	for _, f := range b.fields {
		if f.Type != Hidden && f.Type != Custom && !f.Disabled {
			return "line", f.index
		}
	}
	if b.Body != nil || len(b.Lines) > 0 || usual < 0 {
		return "title", 0
	}
	return "button", usual
}

// isFirst draws the mark of the part that gets the focus first.
func (b *box) isFirst(part string, index int) templ.Attributes {
	if p, i := b.first(); p == part && i == index {
		return templ.Attributes{"data-first": true}
	}
	return nil
}

// attributes of the dialog that it does not always have.
func (b *box) attributes() templ.Attributes {
	a := templ.Attributes{"closedby": "closerequest"}
	if b.Danger || b.Alert {
		a["role"] = "alertdialog"
	}
	if b.Text != "" && len(b.Text) <= long && b.Body == nil && len(b.Lines) == 0 {
		a["aria-describedby"] = b.name("text")
	}
	if b.NoDismiss {
		a["closedby"] = "none"
	}
	for name, on := range map[string]bool{
		"data-ask": b.OnRequestClose != nil, "data-keep": b.ConfirmDiscard, "data-light": b.LightDismiss && !b.NoDismiss,
		"data-modeless": b.Modeless, "data-wrap": b.WrapTab, "data-guard": !b.user,
	} {
		if on {
			a[name] = true
		}
	}
	if b.Side != Center {
		a["data-side"] = string(b.Side)
	}
	return a
}

// paragraphs are what blank lines of the text divide.
func (b *box) paragraphs() []string { return strings.Split(strings.TrimSpace(b.Text), "\n\n") }

// press draws what the button does in the page.
func (b *box) press(button Button) templ.Attributer {
	switch f := button.Do.(type) {
	case bridge.Procedure0:
		return b.On(widget.Click(f))
	case bridge.Procedure1[dom.Event]:
		return b.On(widget.Click(f))
	}
	return templ.Attributes{}
}
