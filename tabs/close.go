package tabs

import (
	"context"
	"fmt"
	"slices"

	"github.com/omg-go/omg/bridge"
)

// UnsavedError is the error of [Form.Remove] for a tab in whose panel the user has
// typed something. [Form.Discard] removes it all the same.
type UnsavedError struct{ ID string }

func (e *UnsavedError) Error() string {
	return fmt.Sprintf("tabs: the tab %q holds what the user has typed; Discard removes it all the same", e.ID)
}

// removed is a tab that the user can have back.
type removed struct {
	*item
	at     int
	values []string // of its fields
}

// Remove takes a tab away, unless the user has typed something in its panel: then
// it returns an [*UnsavedError]. It asks the page, so it gives the turn away; a page
// that is away gives bridge.ErrAway.
func (f *Form) Remove(ctx context.Context, id string) error {
	it := f.find(id)
	if it == nil {
		return &UnknownError{id}
	}
	values, err := f.typedIn(ctx, it)
	switch {
	case err != nil:
		return fmt.Errorf("tabs: asking the page about the tab %q: %w", id, err)
	case len(values) > 0:
		return &UnsavedError{id}
	}
	f.take(ctx, it)
	return nil
}

// Discard takes a tab away with all that the user has typed in its panel. If there
// was something, the user is offered to have it back. It gives the turn away, as
// [Form.Remove] does.
func (f *Form) Discard(ctx context.Context, id string) error {
	it := f.find(id)
	if it == nil {
		return &UnknownError{id}
	}
	return f.discard(ctx, it)
}

func (f *Form) discard(ctx context.Context, it *item) error {
	values, err := f.typedIn(ctx, it)
	if err != nil && ctx.Err() != nil {
		return err
	}
	i := slices.Index(f.items, it)
	if i < 0 {
		return nil // gone while the page was asked
	}
	f.undo = nil
	if len(values) > 0 {
		f.undo = &removed{it, i, values}
	}
	f.take(ctx, it)
	return nil
}

// typedIn returns what the user has typed in the panel of it, nil for nothing.
func (f *Form) typedIn(ctx context.Context, it *item) ([]string, error) {
	if !f.live {
		return nil, nil
	}
	return typed.Call(bridge.OnlyIfHere(ctx), f.panelID(it))
}

// close is the user's wish.
func (f *Form) close(ctx context.Context, it *item) error {
	if f.OnClose != nil {
		if err := f.OnClose(ctx, it.ID); err != nil {
			return err
		}
	}
	return f.discard(ctx, it)
}

// take removes an item. If it shows, its place is taken by the next one that can
// be chosen, else by the one before.
func (f *Form) take(ctx context.Context, it *item) {
	i := slices.Index(f.items, it)
	if i < 0 {
		return
	}
	it.halt()
	if it == f.selected {
		f.selected = f.beside(i)
	}
	f.items = slices.Delete(f.items, i, i+1)
	f.panels = slices.DeleteFunc(f.panels, func(other *item) bool { return other == it })
	f.load(ctx, f.selected)
	f.Redraw()
}

// beside returns the item that takes the place of the one at i.
func (f *Form) beside(i int) *item {
	for _, it := range f.items[i+1:] {
		if !it.Disabled {
			return it
		}
	}
	for _, it := range slices.Backward(f.items[:i]) {
		if !it.Disabled {
			return it
		}
	}
	return nil
}

// bringBack undoes the last discard, with what was typed.
func (f *Form) bringBack(ctx context.Context) error {
	u := f.undo
	f.undo = nil
	if u == nil || f.find(u.ID) != nil {
		return nil
	}
	f.insert(u.at, u.item)
	f.show(ctx, u.item)
	return retype.Go(ctx, f.panelID(u.item), u.values)
}

// forget takes the offer away.
func (f *Form) forget(context.Context) { f.undo = nil }
