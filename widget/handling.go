package widget

import "context"

// handling is the context of a handler, which knows whose handler it is.
type handling struct {
	context.Context
	m *mount
}

type handlingKey struct{}

// Value implements [context.Context].
func (h handling) Value(key any) any {
	if key == (handlingKey{}) {
		return h.m
	}
	return h.Context.Value(key)
}

// HandlerOf reports whether ctx belongs to a handler of w, or of a widget within
// w. For a nil w it tells whether ctx belongs to any handler, as opposed to work
// that the user did not ask for in this page.
func HandlerOf(ctx context.Context, w Widget) bool {
	m, _ := ctx.Value(handlingKey{}).(*mount)
	for ; m != nil; m = m.parent {
		if w == nil || m.widget == w {
			return true
		}
	}
	return false
}
