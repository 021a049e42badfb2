package tabs

import (
	"strconv"

	"github.com/omg-go/omg/dom"
)

// startMenu lets the menu hear, if the form has one.
func (f *PageForm) startMenu() {
	f.on(f.list.Target, "contextmenu", func(e dom.Event) {
		if t := e.Target().Closest("[role=tab]"); t.Exists() && f.openMenu(t) {
			e.PreventDefault()
		}
	})
	f.on(f.root.Target, "click", func(e dom.Event) {
		if b := e.Target().Closest("[role=menuitem]"); b.Exists() && f.menu().Exists() && b.Parent() == f.menu() {
			f.do(b.Data("do"))
		}
	})
	f.on(f.root.Target, "keydown", func(e dom.Event) {
		if b := e.Target(); b.Exists() && f.menu().Exists() && b.Parent() == f.menu() {
			f.menuKey(e, b)
		}
	})
}

func (f *PageForm) menu() dom.Element {
	m := f.root.Last()
	if m.Exists() && m.Data("part") == "menu" {
		return m
	}
	return dom.Element{}
}

// openMenu opens the menu of a tab. It is false if there is nothing to be done
// with that.
func (f *PageForm) openMenu(t dom.Element) bool {
	m := f.menu()
	if !m.Exists() {
		return false
	}
	f.menuOf = t
	first := dom.Element{}
	for _, b := range m.Elements() {
		b.SetHidden(!f.can(b.Data("do")))
		if !b.Hidden() && !first.Exists() {
			first = b
		}
	}
	if !first.Exists() {
		return false
	}
	showPopover(m)
	f.placeMenu(m, t)
	first.Focus()
	return true
}

// placeMenu puts the menu below its tab, within the window.
func (f *PageForm) placeMenu(m, t dom.Element) {
	at, size := t.Rect(), m.Rect()
	x, y := at.X, at.Y+at.Height+4
	if f.rtl() {
		x = at.X + at.Width - size.Width
	}
	x = max(min(x, float64(dom.VisibleWidth())-size.Width-8), 8)
	if y+size.Height > float64(dom.VisibleHeight()) {
		y = max(at.Y-size.Height-4, 8)
	}
	m.SetStyle("left", strconv.Itoa(int(x))+"px")
	m.SetStyle("top", strconv.Itoa(int(y))+"px")
}

// can reports whether something can be done with the menu's tab.
func (f *PageForm) can(do string) bool {
	i := f.place(f.menuOf)
	switch do {
	case "close":
		return closeOf(f.menuOf).Exists()
	case "others":
		return len(f.others()) > 0
	}
	to := i + f.step(do)
	return f.root.HasAttr("data-movable") && to >= 0 && to < len(f.tabs)
}

// step is by how many places a tab moves. In a row from right to left the first
// stands at the right.
func (f *PageForm) step(do string) int {
	if (do == "forward") == (f.rtl() && !f.vertical()) {
		return -1
	}
	return 1
}

// others are the tabs beside the menu's that can be closed.
func (f *PageForm) others() (all []dom.Element) {
	for _, t := range f.tabs {
		if t != f.menuOf && closeOf(t).Exists() {
			all = append(all, t)
		}
	}
	return all
}

// do does what was chosen in the menu.
func (f *PageForm) do(what string) {
	t := f.menuOf
	f.closeMenu()
	switch what {
	case "close":
		f.closeTab(t)
	case "others":
		for _, other := range f.others() {
			f.closeTab(other)
		}
	default:
		f.putAt(t, f.place(t)+f.step(what))
	}
}

func (f *PageForm) closeMenu() {
	hidePopover(f.menu())
	if f.menuOf.Connected() {
		f.menuOf.Focus()
	}
}

// menuKey handles a key in the menu. Escape closes it by itself, and the tab key
// leaves it.
func (f *PageForm) menuKey(e dom.Event, b dom.Element) {
	items := f.menu().FindAll(":not([hidden])")
	i := 0
	for n, item := range items {
		if item == b {
			i = n
		}
	}
	switch e.Keyboard().Key() {
	case "ArrowDown":
		i++
	case "ArrowUp":
		i--
	case "Home":
		i = 0
	case "End":
		i = -1
	case "Tab":
		f.closeMenu()
		return
	default:
		return
	}
	e.PreventDefault()
	items[(i+len(items))%len(items)].Focus()
}
