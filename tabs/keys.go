package tabs

import "github.com/omg-go/omg/dom"

// key handles a key in the row.
//
//omg:sync
func (f *PageForm) key(e dom.Event) {
	k := e.Keyboard()
	t := e.Target().Closest("[role=tab]")
	if !t.Exists() || k.Ctrl() || k.Alt() || k.Meta() {
		return
	}
	key := k.Key()
	if k.Shift() {
		key = "Shift+" + key
	}
	if f.act(t, key) {
		e.PreventDefault()
	}
}

// act does what a key asks of a tab, and reports whether it asks anything.
func (f *PageForm) act(t dom.Element, key string) bool {
	i := f.place(t)
	back, forward := f.arrows()
	switch key {
	case back:
		f.moveTo(i - 1)
	case forward:
		f.moveTo(i + 1)
	case "Home":
		f.moveTo(0)
	case "End":
		f.moveTo(-1)
	case "Delete":
		f.closeTab(t)
	case "ContextMenu", "Shift+F10":
		return f.openMenu(t)
	default:
		return false
	}
	return true
}

// arrows are the keys that go to the tab before and to the one after, as the eye
// sees them.
func (f *PageForm) arrows() (back, forward string) {
	switch {
	case f.vertical():
		return "ArrowUp", "ArrowDown"
	case f.rtl():
		return "ArrowRight", "ArrowLeft"
	}
	return "ArrowLeft", "ArrowRight"
}

func (f *PageForm) vertical() bool { return f.root.Data("orientation") == "vertical" }

func (f *PageForm) rtl() bool { return f.list.ComputedStyle("direction") == "rtl" }

func (f *PageForm) place(t dom.Element) int {
	for i, other := range f.tabs {
		if other == t {
			return i
		}
	}
	return -1
}

// closeTab presses the tab's close button, if it has one.
func (f *PageForm) closeTab(t dom.Element) {
	if b := closeOf(t); b.Exists() {
		b.Click()
	}
}

//omg:browser
func closeOf(t dom.Element) dom.Element { return t.Parent().Find("[data-part=close]") }

// clickClose closes a tab of a form of the page. The server's hears by itself.
func (f *PageForm) clickClose(b dom.Element) {
	if !b.Exists() || !f.mine() {
		return
	}
	id := idOf(b.Parent().Find("[role=tab]"))
	if f.OnClose == nil || f.OnClose(id) {
		f.Remove(id)
	}
}
