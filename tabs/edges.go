package tabs

import "github.com/omg-go/omg/dom"

func (f *PageForm) startEdges() {
	f.stops = append(f.stops, dom.OnResize(f.list, func(int, int) {
		f.edges()
		f.reveal(f.chosen)
	}))
	for _, part := range []string{"back", "forward"} {
		b := f.root.Find("[data-part=" + part + "]")
		f.on(b.Target, "click", func(dom.Event) { f.page(part == "forward") })
		// The buttons are for the pointer: the focus stays where it is.
		f.on(b.Target, "pointerdown", dom.Event.PreventDefault)
	}
}

// edges says at which ends of the row there is more, which the stylesheet shows.
func (f *PageForm) edges() {
	at, room, size := f.list.ScrollLeft(), float64(f.list.Width()), float64(f.list.ScrollWidth())
	if at < 0 {
		at = -at // from right to left
	}
	more := ""
	if at > 1 {
		more = "back "
	}
	if at+room < size-1 {
		more += "forward"
	}
	put(f.root, "data-more", more)
	f.jump(more != "")
}

// page scrolls the row by most of its width.
func (f *PageForm) page(forward bool) {
	by := float64(f.list.Width()) * 3 / 4
	if forward == f.rtl() {
		by = -by
	}
	f.list.ScrollTo(f.list.ScrollLeft()+by, f.list.ScrollTop())
}

// reveal scrolls the row, and nothing else, until a tab is in view. There may be
// none.
func (f *PageForm) reveal(t dom.Element) {
	if !t.Exists() {
		return
	}
	const edge = 40 // the buttons stand there
	item, list := t.Parent().Rect(), f.list.Rect()
	x := shift(item.X, item.Width, list.X+edge, list.Width-2*edge)
	y := shift(item.Y, item.Height, list.Y, list.Height)
	if x != 0 || f.vertical() && y != 0 {
		f.list.ScrollTo(f.list.ScrollLeft()+x, f.list.ScrollTop()+y)
	}
}

// shift is how far to scroll to have what begins at at, and is so long, in a window.
//
//omg:browser
func shift(at, length, from, room float64) float64 {
	switch {
	case at < from || length > room:
		return at - from
	case at+length > from+room:
		return at + length - from - room
	}
	return 0
}
