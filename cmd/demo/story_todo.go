package main

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strings"

	"github.com/omg-go/omg/widget"
)

var _ = register(story{
	Name: "todo", Title: "To-do list", Order: 20,
	Text: "A form decoded into a struct, checked on the server; a keyed list whose items keep their nodes wherever they move.",
	New: func(*http.Request) widget.Widget {
		return newTodo("Read the source beside this list", "Add something below")
	},
})

// Item is one thing to be done.
type Item struct {
	ID      int
	Title   string
	Minutes int
	Done    bool
}

// Todo is a list of items.
type Todo struct {
	widget.Base
	Items []*Item
	last  int
}

func newTodo(titles ...string) *Todo {
	t := &Todo{}
	for _, title := range titles {
		t.put(title, 5)
	}
	return t
}

// New is what the form sends.
type New struct {
	Title   string
	Minutes int
}

// Add puts a new item at the end, or says what is wrong with it.
func (t *Todo) Add(ctx context.Context, n New) error {
	title, problems := strings.TrimSpace(n.Title), widget.Invalid{}
	switch {
	case title == "":
		problems["title"] = "Say what is to be done."
	case slices.ContainsFunc(t.Items, func(it *Item) bool { return strings.EqualFold(it.Title, title) }):
		problems["title"] = "That is on the list already."
	}
	if n.Minutes < 1 || n.Minutes > 480 {
		problems["minutes"] = "Between a minute and a working day, please."
	}
	if len(problems) > 0 {
		return problems
	}
	t.put(title, n.Minutes)
	return nil
}

func (t *Todo) put(title string, minutes int) {
	t.last++
	t.Items = append(t.Items, &Item{ID: t.last, Title: title, Minutes: minutes})
}

// Remove takes an item off the list.
func (t *Todo) Remove(it *Item) {
	t.Items = slices.DeleteFunc(t.Items, func(other *Item) bool { return other == it })
}

// Sort puts what is done last and what is quick first.
func (t *Todo) Sort(ctx context.Context) {
	slices.SortStableFunc(t.Items, func(a, b *Item) int {
		if a.Done != b.Done {
			return cmp.Compare(boolean(a.Done), boolean(b.Done))
		}
		return cmp.Compare(a.Minutes, b.Minutes)
	})
}

// Left returns how many minutes are left to be worked.
func (t *Todo) Left() (minutes int) {
	for _, it := range t.Items {
		minutes += it.Minutes * (1 - boolean(it.Done))
	}
	return minutes
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}
