package notify

import (
	"context"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/a-h/templ"
)

// A Note is what a notification says and how it behaves. The zero value of each
// field is a good one; a Note wants a Title or a Text, which are also what is
// announced to those who hear the page.
type Note struct {
	// Key names the notification: there is one of a key in a session, and showing
	// it again changes the one that is there. By default it is made of Kind, Title
	// and Text, if there is nothing else, so that what is said twice is counted,
	// not repeated.
	Key string

	Kind  Kind
	Title string
	Text  string
	// Body is drawn below the text: templ of your own, or a widget by
	// [widget.Show].
	Body templ.Component
	// Actions are buttons, two at most.
	Actions []Action

	// Timeout closes the notification by itself: not before five seconds and one
	// more for each 120 characters, not while the user points at it, has the focus
	// in it or is elsewhere, and never if it is an [Error] or has Actions. Zero
	// leaves it until the user closes it.
	Timeout time.Duration

	// Period shows the notification again so long after the user closed it, for
	// ever or as long as Check says so.
	Period time.Duration
	// Check is asked when the period is over and the page is there. False ends the
	// reminder; an error is logged, and it is asked again a period later. It runs
	// in a turn of the session. The Call of a function of the page, whose result is
	// a bool, is a Check too.
	Check func(ctx context.Context) (bool, error)

	// Closed is told each time the notification closes, in a turn of the session.
	Closed func(ctx context.Context, why Reason)

	// Once is for notifications that were sent to many: the first user who closes
	// it closes it for all.
	Once bool
}

// Kind says what a notification is about. It has an icon and a word of its own.
//
//omg:browser
type Kind string

// The kinds.
const (
	Info    Kind = ""
	Success Kind = "success"
	Warning Kind = "warning"
	Error   Kind = "error" // is announced at once, and never lost
	Busy    Kind = "busy"  // something goes on
)

// word is what assistive technology says before the title.
func (k Kind) word() string {
	switch k {
	case Success:
		return "Success"
	case Warning:
		return "Warning"
	case Error:
		return "Error"
	case Busy:
		return "In progress"
	}
	return "Note"
}

// path is what stands in the circle of the icon.
func (k Kind) path() string {
	switch k {
	case Success:
		return "m6.5 10.3 2.4 2.4 4.6-5.2"
	case Warning:
		return "M10 6v4.6M10 13.5v.2"
	case Error:
		return "m7.2 7.2 5.6 5.6m0-5.6-5.6 5.6"
	case Busy:
		return ""
	}
	return "M10 9v4.5M10 6.4v.2"
}

// An Action is a button in a notification. It closes the notification when Do
// has returned without an error, unless Keep is set.
type Action struct {
	Label string
	// Do runs in a turn of the session. The Call of a function of the page will do
	// too. An error is reported as that of a widget's handler is.
	Do   func(ctx context.Context) error
	Keep bool
}

// Reason is why a notification closed.
//
//omg:browser
type Reason int

// The reasons.
const (
	Open      Reason = iota // it did not
	Dismissed               // by the user
	Acted                   // by one of its actions
	TimedOut                // by its Timeout
	Withdrawn               // by the program, or by a Check that said false
	Elsewhere               // it was Once, and closed by someone else
	Crowded                 // by too many newer ones; it is in the [Center]
	Missed                  // the page was away for too long; it is in the [Center]
)

// check panics on what only a mistake in the program can be.
func (n *Note) check() {
	if n.Title == "" && n.Text == "" {
		panic("notify: a Note needs a Title or a Text")
	}
	if len(n.Actions) > 2 {
		panic(fmt.Sprintf("notify: %q has %d actions, and two are what a user can take in", n.headline(), len(n.Actions)))
	}
}

// key is the Key, or what makes equal notifications one.
func (n *Note) key() string {
	if n.Key != "" || n.Body != nil || n.Actions != nil || n.Period != 0 || n.Closed != nil {
		return n.Key
	}
	return "\x00" + string(n.Kind) + "\x00" + n.Title + "\x00" + n.Text
}

// headline is the title, or what stands for it.
func (n *Note) headline() string {
	if n.Title != "" {
		return n.Title
	}
	return n.Text
}

// say is what is announced.
func (n *Note) say() string {
	if n.Title != "" && n.Text != "" {
		return n.Title + ": " + n.Text
	}
	return n.headline()
}

// timeout is how long the notification stays, 0 for ever.
func (n *Note) timeout() time.Duration {
	if n.Timeout <= 0 || n.Kind == Error || n.Kind == Busy || len(n.Actions) > 0 {
		return 0
	}
	letters := utf8.RuneCountInString(n.Title) + utf8.RuneCountInString(n.Text)
	read := 5*time.Second + time.Second*time.Duration(letters)/120
	return max(n.Timeout, read)
}
