package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/tabs"
	"github.com/omg-go/omg/widget"
)

var _ = register(story{
	Name: "tabs", Title: "Tabs", Order: 72,
	Text: "The page switches at once, by Go that runs there, and the server is told. Arrow keys, Home, End and Delete work; " +
		"Shift+F10 opens the menu of a tab. Reload with an address such as #tab=history: that tab opens.",
	States: []string{"settings", "documents", "lazy", "failed", "many", "vertical", "nested", "empty", "undo", "page"},
	New: func(r *http.Request) widget.Widget {
		make, ok := tabForms[r.FormValue("state")]
		if !ok {
			make = settingTabs
		}
		return &Tabs{Form: make(), Spill: r.FormValue("state") == "undo"}
	},
})

var tabForms = map[string]func() *tabs.Form{
	"documents": documentTabs, "lazy": lazyTabs, "failed": failingTabs, "many": manyTabs, "vertical": verticalTabs,
	"nested": nestedTabs, "empty": emptyTabs, "undo": unsavedTabs, "page": pageTabs,
}

// settingTabs has what a tab can say of itself.
func settingTabs() *tabs.Form {
	f := tabs.New("Settings",
		tabs.Tab{ID: "profile", Title: "Profile", Content: profile()},
		tabs.Tab{ID: "messages", Title: "Messages", Badge: "3", Content: messages()},
		tabs.Tab{ID: "payment", Title: "Payment", Wrong: true, Content: payment()},
		tabs.Tab{ID: "team", Title: "Team", Disabled: true, Content: tabs.Text("Not in your plan.")},
		tabs.Tab{ID: "history", Title: "History", Content: widget.Show(&Clock{})},
	)
	f.Hash = "tab"
	return f
}

// documentTabs can be closed and moved.
func documentTabs() *tabs.Form {
	f := tabs.New("Documents")
	f.Movable = true
	f.Hash = "document"
	f.OnSelect = func(_ context.Context, _, id string) error {
		if id == "sealed" {
			return bridge.UserError("", "The sealed letter stays sealed.")
		}
		return nil
	}
	for _, t := range []tabs.Tab{
		{ID: "draft", Title: "Draft", Content: draft("Dear reader,")},
		{ID: "notes", Title: "Notes", Content: draft("What is a tab, if not a door?")},
		{ID: "sealed", Title: "Sealed letter", Content: tabs.Text("To be opened at midnight.")},
	} {
		t.Closable = true
		f.Add(t)
	}
	return f
}

// lazyTabs fetches its contents when they are wanted.
func lazyTabs() *tabs.Form {
	return tabs.New("Reports",
		tabs.Tab{ID: "today", Title: "Today", Content: tabs.Text("Nothing happened yet.")},
		tabs.Tab{ID: "week", Title: "This week", Load: reportAfter("Seven quiet days.", time.Second)},
		tabs.Tab{ID: "year", Title: "This year", Load: reportAfter("A year, day by day.", 3*time.Second)},
		tabs.Tab{ID: "ever", Title: "Since ever", Load: refuse},
	)
}

// failingTabs shows what cannot be loaded.
func failingTabs() *tabs.Form {
	f := lazyTabs()
	f.Select(context.Background(), "ever")
	f.OnError = func(context.Context, string, error) {}
	return f
}

func reportAfter(text string, after time.Duration) func(context.Context) (templ.Component, error) {
	return func(ctx context.Context) (templ.Component, error) {
		select {
		case <-time.After(after):
			return tabs.Text(text), nil
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

func refuse(context.Context) (templ.Component, error) {
	return nil, bridge.UserError("", "The archive is closed on weekends.")
}

// manyTabs are more than the row has room for.
func manyTabs() *tabs.Form {
	f := tabs.New("Chapters")
	for i := range 50 {
		f.Add(tabs.Tab{Title: fmt.Sprintf("Chapter %d", i+1), Content: tabs.Text(fmt.Sprintf("In which %d things happen.", i+1))})
	}
	f.Select(context.Background(), "12")
	return f
}

func verticalTabs() *tabs.Form {
	f := settingTabs()
	f.Vertical = true
	f.Select(context.Background(), "messages")
	return f
}

func nestedTabs() *tabs.Form {
	inner := tabs.New("Letters",
		tabs.Tab{Title: "Received", Badge: "12", Content: messages()},
		tabs.Tab{Title: "Sent", Content: tabs.Text("You have sent nothing.")},
	)
	return tabs.New("Post",
		tabs.Tab{Title: "Letters", Content: widget.Show(inner)},
		tabs.Tab{Title: "Parcels", Content: tabs.Text("None is on its way.")},
	)
}

func emptyTabs() *tabs.Form { return tabs.New("Documents") }

// unsavedTabs has just had a tab closed in which something was typed.
func unsavedTabs() *tabs.Form {
	f := documentTabs()
	f.Select(context.Background(), "notes")
	return f
}

// Shelf is a form that the page makes by itself.
//
//omg:browser
func Shelf(place dom.Element) {
	f := tabs.Build(tabs.PageOptions{Label: "Shelf", Movable: true},
		tabs.PageTab{Title: "Circle", Content: words("Round and without a beginning."), Closable: true},
		tabs.PageTab{Title: "Square", Content: words("As wide as it is high."), Closable: true},
		tabs.PageTab{Title: "Line", Content: words("Long, and thin."), Closable: true},
	)
	place.Append(f.Element())
	n := 0
	more := dom.Create("button")
	more.SetText("Add in the page")
	more.On("click", func(dom.Event) {
		n++
		f.Add(tabs.PageTab{Title: "Point " + string(rune('0'+n%10)), Content: words("Has no parts."), Closable: true})
	})
	place.Append(more)
}

//omg:browser
func words(s string) dom.Element { return dom.Build("p", dom.Words(s)) }

var shelf = bridge.Proc1(Shelf)

// Spill types something into the tab that shows and closes it.
//
//omg:browser
func Spill(place dom.Element) {
	form := place.Parent().Find("[data-omg=tabs]")
	form.Find("[data-part=panel]:not([hidden]) textarea").SetValue("Something unsaved")
	form.Find("[data-part=item]:has([aria-selected=true]) [data-part=close]").Click()
}

var spill = bridge.Proc1(Spill)

func pageTabs() *tabs.Form { return nil }

// Tabs shows a form, and changes it from the server.
type Tabs struct {
	widget.Base
	Form  *tabs.Form
	Spill bool // types something into a tab and closes it, to show what follows
	n     int
}

// Add puts a new tab at the end and shows it.
func (t *Tabs) Add(ctx context.Context) error {
	t.n++
	id := fmt.Sprintf("new-%d", t.n)
	if err := t.Form.Add(tabs.Tab{ID: id, Title: fmt.Sprintf("New %d", t.n), Closable: true, Content: draft("")}); err != nil {
		return err
	}
	return t.Form.Select(ctx, id)
}

// Remove takes away the tab that shows.
func (t *Tabs) Remove(ctx context.Context) error { return t.Form.Discard(ctx, t.Form.Selected()) }

// First moves the tab that shows to the front.
func (t *Tabs) First(context.Context) error { return t.Form.Move(t.Form.Selected(), 0) }
