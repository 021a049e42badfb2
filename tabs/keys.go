package tabs

import "github.com/omg-go/omg/dom"

// key handles a key in the row.
func (f *PageForm) key(e dom.Event) {
	k := e.Keyboard()
	t := e.Target().Closest("[role=tab]")
	if !t.Exists() || k.Ctrl() || k.Alt() || k.Meta() {
		return
	}
	i := f.place(t)
	back, forward := f.arrows()
	switch key := k.Key(); {
	case key == "ContextMenu" || key == "F10" && k.Shift():
		if !f.openMenu(t) {
			return
		}
	case k.Shift():
		return
	case key == back:
		f.moveTo(i - 1)
	case key == forward:
		f.moveTo(i + 1)
	case key == "Home":
		f.moveTo(0)
	case key == "End":
		f.moveTo(-1)
	case key == "Delete":
		f.closeTab(t)
	default:
		return
	}
	e.PreventDefault()
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
