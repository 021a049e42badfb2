package tabs

import (
	"context"
	"strconv"
	"sync/atomic"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/widget"
)

// A Form is a widget: a row of tabs and their panels. [New] makes one. The fields
// may be set until it is shown.
//
// Its methods want a turn of its session, as handlers have.
type Form struct {
	widget.Base

	// Label names the row for those who hear the page.
	Label string

	// Activation says whether arrow keys show the panels that they pass.
	Activation Activation

	Vertical bool // the tabs stand in a column, and Up and Down go through them
	Movable  bool // the user may change the order of the tabs
	Only     bool // only the panel that shows is in the page; widgets in others are unmounted
	Steady   bool // the panels take the height of the tallest, so that nothing below jumps
	PrintAll bool // all panels are printed, not only the one that shows

	// Hash, if it is not empty, has the address say which tab shows: "tab" makes
	// that #tab=ID, and a link to it opens the tab. Forms of one page need different
	// ones.
	Hash string

	// History has each choice make an entry in the browser's history, so that the
	// back button goes through the tabs. It needs a Hash.
	History bool

	// Empty is what stands in place of the panels when there is no tab.
	Empty templ.Component

	// OnSelect is asked when the user has chosen a tab; with an error the choice
	// does not count. It may wait. The user sees the message of a bridge.UserError.
	OnSelect func(ctx context.Context, old, new string) error

	// OnClose is asked when the user closes a tab; with an error it stays.
	OnClose func(ctx context.Context, id string) error

	// OnMove is told that the user has moved a tab.
	OnMove func(ctx context.Context, id string, to int)

	// OnError is told that Load of a tab failed. Without it that goes to the
	// program's log.
	OnError func(ctx context.Context, id string, err error)

	items    []*item // as they stand in the row
	panels   []*item // as they were made: a panel never moves
	selected *item   // nil if there is none that can be
	undo     *removed
	last     int  // how many items there ever were
	heard    int  // clicks of the user that have been answered
	asked    int  // the last of them that began
	live     bool // a page shows the form
	id       atomic.Uint64
}

// Activation says when a tab that has the focus is chosen.
type Activation int

const (
	// ByContent is Automatic while all contents are there, and Manual as soon as
	// one of them has a Load.
	ByContent Activation = iota
	Automatic            // with the focus
	Manual               // with Enter, Space or a click
)

// New returns a form that shows the first of its tabs that is not disabled. It
// panics if label is empty, or if two tabs have one ID.
func New(label string, tabs ...Tab) *Form {
	if label == "" {
		panic("tabs: New needs a label: it names the row for those who hear the page")
	}
	f := &Form{Label: label}
	for _, t := range tabs {
		if err := f.Add(t); err != nil {
			panic(err.Error())
		}
	}
	return f
}

// Mount begins to load what shows.
func (f *Form) Mount(ctx context.Context) error {
	f.live = true
	f.load(ctx, f.selected)
	return nil
}

// Unmount ends what is being loaded.
func (f *Form) Unmount() {
	f.live = false
	for _, it := range f.items {
		it.halt()
	}
}

// manual reports whether the focus alone does not choose.
func (f *Form) manual() bool {
	if f.Activation != ByContent {
		return f.Activation == Manual
	}
	for _, it := range f.items {
		if it.Load != nil {
			return true
		}
	}
	return false
}

// forms counts the forms of the process, for ids that no other form has.
var forms atomic.Uint64

// prefix begins the ids of the form's elements.
func (f *Form) prefix() string {
	if f.id.Load() == 0 {
		f.id.CompareAndSwap(0, forms.Add(1))
	}
	return "t" + strconv.FormatUint(f.id.Load(), 36)
}

func (f *Form) tabID(it *item) string {
	if it == nil {
		return ""
	}
	return f.prefix() + "-" + strconv.Itoa(it.n)
}

func (f *Form) panelID(it *item) string { return f.tabID(it) + "-panel" }
