package dialog

import "github.com/omg-go/omg/dom"

// Dialog is an open dialog, for code that runs in the page. The zero Dialog is of
// none, and does nothing.
//
//omg:browser
type Dialog struct{ s *sheet }

// Top returns the dialog that was opened last.
//
//omg:browser
func Top() Dialog { return Dialog{opened.last()} }

// Of returns the dialog that an element is in.
//
//omg:browser
func Of(e dom.Element) Dialog {
	return Dialog{opened.of(e.Closest("[data-omg=dialog]"))}
}

// Close dismisses the dialog, as its Cancel does: Show returns [ErrDismissed].
//
//omg:browser
func (d Dialog) Close() {
	if d.s != nil {
		d.s.leave(leaveButton)
	}
}

// OK presses the default button, as the user would. It does so at once: only users
// are kept from answering a dialog that they did not ask for before they have seen
// it.
//
//omg:browser
func (d Dialog) OK() {
	if d.s != nil {
		d.s.until = 0
		d.s.pressDefault()
	}
}

// Data returns what is entered at the moment, key by key, without passwords.
//
//omg:browser
func (d Dialog) Data() map[string]string {
	m := map[string]string{}
	if d.s != nil {
		pairs := d.s.entries(false)
		for i := 0; i < pairs.len(); i += 2 {
			m[pairs.at(i).String()] = pairs.at(i + 1).String()
		}
	}
	return m
}
