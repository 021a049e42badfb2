package tabs

import (
	"context"
	"fmt"
	"slices"
)

// UnknownError is the error of an operation on a tab that the form does not have.
type UnknownError struct{ ID string }

func (e *UnknownError) Error() string { return fmt.Sprintf("tabs: no tab %q", e.ID) }

// Add puts a tab at the end of the row.
func (f *Form) Add(t Tab) error { return f.Insert(len(f.items), t) }

// Insert puts a tab before the one at place i, counted from 0; a place beyond the
// ends is the end. It is an error if the ID is taken or the Title missing.
func (f *Form) Insert(i int, t Tab) error {
	it, err := f.newItem(t)
	if err != nil {
		return err
	}
	f.insert(i, it)
	return nil
}

func (f *Form) insert(i int, it *item) {
	f.items = slices.Insert(f.items, min(max(i, 0), len(f.items)), it)
	f.panels = append(f.panels, it)
	if f.selected == nil && !it.Disabled {
		f.selected = it
	}
	f.Redraw()
}

// Rename gives a tab another title.
func (f *Form) Rename(id, title string) error {
	return f.change(id, func(t *Tab) { t.Title = title })
}

// SetBadge changes what stands behind the title.
func (f *Form) SetBadge(id, badge string) error {
	return f.change(id, func(t *Tab) { t.Badge = badge })
}

// SetWrong says whether something in the panel is in error.
func (f *Form) SetWrong(id string, on bool) error {
	return f.change(id, func(t *Tab) { t.Wrong = on })
}

// SetContent changes what fills the panel. A tab that was to be loaded has its
// content then.
func (f *Form) SetContent(id string, t Tab) error {
	it := f.find(id)
	if it == nil {
		return &UnknownError{id}
	}
	it.halt()
	it.Content, it.Load, it.state = t.Content, t.Load, ready
	f.Redraw()
	return nil
}

// Enable says whether a tab can be chosen. One that shows goes on showing.
func (f *Form) Enable(id string, on bool) error {
	return f.change(id, func(t *Tab) { t.Disabled = !on })
}

// Move puts a tab to the place to, counted from 0. Its panel, and what goes on in
// there, is not touched.
func (f *Form) Move(id string, to int) error {
	it := f.find(id)
	if it == nil {
		return &UnknownError{id}
	}
	f.items = slices.DeleteFunc(f.items, func(other *item) bool { return other == it })
	f.items = slices.Insert(f.items, min(max(to, 0), len(f.items)), it)
	f.Redraw()
	return nil
}

// Select shows a tab. It does not ask OnSelect, and a choice that the user has
// made meanwhile wins.
func (f *Form) Select(ctx context.Context, id string) error {
	it := f.find(id)
	if it == nil {
		return &UnknownError{id}
	}
	f.show(ctx, it)
	return nil
}

// SelectWrong shows the first tab that is marked as being in error, and returns its
// ID, "" if there is none.
func (f *Form) SelectWrong(ctx context.Context) (id string) {
	for _, it := range f.items {
		if it.Wrong {
			f.show(ctx, it)
			return it.ID
		}
	}
	return ""
}

// Selected returns the ID of the tab that shows, "" if there is none.
func (f *Form) Selected() string {
	if f.selected == nil {
		return ""
	}
	return f.selected.ID
}

// Tabs returns the tabs as they stand in the row.
func (f *Form) Tabs() []Tab {
	all := make([]Tab, len(f.items))
	for i, it := range f.items {
		all[i] = it.Tab
	}
	return all
}

func (f *Form) find(id string) *item {
	for _, it := range f.items {
		if it.ID == id {
			return it
		}
	}
	return nil
}

func (f *Form) change(id string, fn func(t *Tab)) error {
	it := f.find(id)
	if it == nil {
		return &UnknownError{id}
	}
	fn(&it.Tab)
	if f.selected == nil && !it.Disabled {
		f.selected = it
	}
	f.Redraw()
	return nil
}

// show makes it the one that shows.
func (f *Form) show(ctx context.Context, it *item) {
	f.selected = it
	f.load(ctx, it)
	f.Redraw()
}
