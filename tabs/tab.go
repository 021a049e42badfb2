package tabs

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/a-h/templ"
)

// A Tab is what the program says of one tab and its panel. It is copied: what is
// changed later is changed by the methods of [Form].
type Tab struct {
	// ID names the tab for the program and in the address: letters, digits, dots,
	// dashes and underscores. Without one the form gives it a number.
	ID string

	// Title is the tab's name, as text. It is needed also where Heading is drawn.
	Title string

	// Heading, if it is not nil, is drawn in place of Title. It can hold no
	// controls: it stands inside of a button.
	Heading templ.Component

	// Content fills the panel.
	Content templ.Component

	// Load, if it is not nil, is asked for the content when the tab is first chosen
	// or about to be. It runs on a goroutine of its own, without the turn; ctx ends
	// when the tab goes. After an error the user can have it run again; the user
	// sees the message of a bridge.UserError, and of others only that there was one.
	Load func(ctx context.Context) (templ.Component, error)

	Badge    string // stands behind the title and is part of its name: "3", "new"
	Wrong    bool   // says that something in the panel is in error
	Disabled bool   // can be reached with the arrow keys, but not chosen
	Closable bool   // has a button that closes it
}

// Text returns a content of one paragraph. It is text, never HTML.
func Text(s string) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		_, err := io.WriteString(w, "<p>"+templ.EscapeString(s)+"</p>")
		return err
	})
}

// An item is a tab that a form has.
type item struct {
	Tab
	n     int // among all that the form ever had: a new tab of an old ID is another one
	state state
	err   error              // why Load failed
	stop  context.CancelFunc // ends Load
}

type state int

const (
	ready   state = iota // the content is there
	unasked              // Load has not run
	loading
	failed
)

// checkID returns what is wrong with the name of a tab.
func checkID(id string) error {
	for _, c := range []byte(id) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '_', c == '.':
		default:
			return fmt.Errorf("tabs: the ID %q: use letters, digits, dots, dashes and underscores", id)
		}
	}
	return nil
}

func (f *Form) newItem(t Tab) (*item, error) {
	if t.Title == "" {
		return nil, fmt.Errorf("tabs: the tab %q needs a Title", t.ID)
	}
	if err := checkID(t.ID); err != nil {
		return nil, err
	}
	f.last++
	if t.ID == "" {
		t.ID = strconv.Itoa(f.last)
	}
	if f.find(t.ID) != nil {
		return nil, fmt.Errorf("tabs: there is a tab %q already", t.ID)
	}
	it := &item{Tab: t, n: f.last}
	if t.Load != nil && t.Content == nil {
		it.state = unasked
	}
	return it, nil
}
