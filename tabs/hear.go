package tabs

import (
	"context"
	"slices"
	"strconv"
)

// pick is the user's choice. The page has made it already; it waits for heard to
// know whether it counts.
func (f *Form) pick(ctx context.Context, it *item) error {
	f.asked++
	turn := f.asked
	defer func() { f.heard++ }()
	if it.Disabled || it == f.selected {
		return nil
	}
	if f.OnSelect != nil {
		if err := f.OnSelect(ctx, f.Selected(), it.ID); err != nil {
			return err
		}
	}
	// While OnSelect waited, the user may have gone on, or the tab may be gone.
	if turn == f.asked && slices.Contains(f.items, it) {
		f.show(ctx, it)
	}
	return nil
}

// want loads what the user is about to choose.
func (f *Form) want(ctx context.Context, it *item) {
	if it.state == unasked && !it.Disabled {
		f.load(ctx, it)
	}
}

// moved puts a tab where the user has dropped it. to is the page's word.
func (f *Form) moved(ctx context.Context, it *item, to string) error {
	i, err := strconv.Atoi(to)
	if err != nil {
		return err
	}
	if err := f.Move(it.ID, i); err != nil {
		return err
	}
	if f.OnMove != nil {
		f.OnMove(ctx, it.ID, slices.Index(f.items, it))
	}
	return nil
}
