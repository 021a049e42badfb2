package widget

import (
	"context"
	"errors"
	"slices"
)

// ErrNested is the error of an Update within an Update, View or Render that holds
// the same object.
var ErrNested = errors.New("widget: Update of an object that is held already")

// Watch has the widget redrawn whenever one of the objects is updated, by
// whatever session, until it is unmounted. Its Render then runs under their read
// locks. Call it in Mount or in a handler; it panics if no page shows the widget.
//
// The drawing of a GET, before Mount, holds the objects that the widget's own
// fields point to.
func (b *Base) Watch(objects ...Watched) {
	m := b.at.Load()
	if m == nil {
		panic("widget: Watch of a widget that is not mounted")
	}
	for _, o := range objects {
		s := o.shared()
		i, found := slices.BinarySearchFunc(m.watch, s, byOrder)
		if !found {
			m.watch = slices.Insert(m.watch, i, s)
			s.add(m)
		}
	}
	m.tree.mark(m)
}

// Unwatch ends what Watch began, for these objects.
func (b *Base) Unwatch(objects ...Watched) {
	m := b.at.Load()
	if m == nil {
		return
	}
	for _, o := range objects {
		if i, found := slices.BinarySearchFunc(m.watch, o.shared(), byOrder); found {
			m.watch = slices.Delete(m.watch, i, i+1)
			o.shared().remove(m)
		}
	}
}

func byOrder(a, b *Shared) int {
	switch x, y := a.order(), b.order(); {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// lockAll takes the read locks of list, which is in order.
func lockAll(list []*Shared) (unlock func()) {
	for _, s := range list {
		s.mu.RLock()
	}
	return func() {
		for _, s := range list {
			s.mu.RUnlock()
		}
	}
}

// holds reports whether the drawing that ctx belongs to holds s.
func holds(ctx context.Context, s *Shared) bool {
	d := drawingOf(ctx)
	return d != nil && slices.Contains(d.held, s)
}
