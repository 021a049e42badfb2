package widget

import "context"

// Place shows w, which has no parent, at the end of the element that selector
// finds in the page, from the end of the running turn on. ctx tells the session.
//
// The element may be anyone's: drawings of other widgets leave w alone. If the
// page has no such element, w waits unseen until the session ends or [Remove].
// Place of a widget that is shown is [ErrShown].
func Place(ctx context.Context, selector string, w Widget) error {
	t := treeOf(ctx)
	if t == nil {
		return ErrNoPage
	}
	return t.place(ctx, selector, w)
}

// Remove takes away a widget that [Place] put into the page, at the end of the
// running turn, and unmounts it. Remove of any other widget does nothing.
func Remove(ctx context.Context, w Widget) {
	if t := treeOf(ctx); t != nil {
		t.remove(w)
	}
}
