package widget

import (
	"context"
	"sync/atomic"

	"github.com/a-h/templ"
)

// Widget is a Go struct that draws itself in a page. Only types that embed
// [Base] are widgets.
//
// A widget is mounted in one session at most; showing it in a second one, or
// twice in the same page, is an error of that drawing.
type Widget interface {
	// Render draws the widget: exactly one root element. It runs in a turn of
	// the session, may not wait for the browser, and should only read.
	Render() templ.Component

	// Redraw marks the widget to be drawn again, see [Base.Redraw].
	Redraw()

	base() *Base
}

// Mounter is implemented by a widget that has something to do when a page
// adopts it.
//
// Mount runs once for each time the widget enters a page: for what the GET of a
// page drew, when the page connects; for a widget shown later, before its first
// Render. It runs in a turn and may not wait for the browser. An error refuses
// the widget: the drawing that wanted to show it fails.
type Mounter interface {
	Mount(ctx context.Context) error
}

// Unmounter is implemented by a widget that has something to do when it leaves
// its page or when the session ends. Unmount runs in a turn, the session's last
// one at the latest, and only for widgets whose Mount was due.
type Unmounter interface {
	Unmount()
}

// Base makes a struct that embeds it a [Widget]. The zero value is ready; a
// widget must not be copied once it is shown.
type Base struct{ at atomic.Pointer[mount] }

func (b *Base) base() *Base { return b }

// Redraw marks the widget: it is drawn once, at the end of the running turn of
// its session, else in a turn that is queued for it.
//
// Redraw is safe for concurrent use and never waits. Calls made before the
// drawing are merged. Redraw of a widget that no page shows does nothing.
func (b *Base) Redraw() {
	if m := b.at.Load(); m != nil {
		m.tree.mark(m)
	}
}

// Mounted reports whether a page shows the widget, or a GET has drawn it.
func (b *Base) Mounted() bool { return b.at.Load() != nil }
