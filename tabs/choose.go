package tabs

import "github.com/omg-go/omg/dom"

// click is the user's choice. The server hears the same click.
//
//omg:sync
func (f *PageForm) click(e dom.Event) {
	t := e.Target().Closest("[role=tab]")
	if !t.Exists() {
		f.clickClose(e.Target().Closest("[data-part=close]"))
		return
	}
	if disabled(t) {
		return
	}
	f.rest = false
	if !f.mine() {
		f.told++
	}
	f.choose(t)
}

// choose shows a tab.
func (f *PageForm) choose(t dom.Element) {
	old := f.chosen
	if t == old || f.mine() && f.OnSelect != nil && !f.OnSelect(idOf(old), idOf(t)) {
		return
	}
	f.chosen = t
	f.paint()
	f.reveal(t)
	f.writeHash(true)
}

//omg:browser
func idOf(t dom.Element) string {
	if !t.Exists() {
		return ""
	}
	return t.Data("id")
}

// moveTo gives the tab at place i the focus, and chooses it if the focus does.
func (f *PageForm) moveTo(i int) {
	n := len(f.tabs)
	t := f.tabs[(i+n)%n]
	t.Focus()
	if disabled(t) || f.root.Data("activation") == "manual" {
		return
	}
	f.choose(t)
	if !f.mine() {
		f.tellAfterRest(t)
	}
}

// tellAfterRest has the server hear of a choice when the user has not gone on.
func (f *PageForm) tellAfterRest(t dom.Element) {
	f.rests++
	n := f.rests
	f.rest = true
	dom.After(restTime, func() {
		if f.rest && n == f.rests && t.Connected() {
			t.Click()
		}
	})
}

// found is the browser's search, or a link, that leads into a hidden panel.
func (f *PageForm) found(e dom.Event) {
	for _, t := range f.tabs {
		if f.panelOf(t) == e.Target() && !disabled(t) {
			t.Click()
		}
	}
}

// hover has the server load what the pointer rests on.
func (f *PageForm) hover(e dom.Event) {
	if t := e.Target().Closest("[role=tab]"); t.Exists() {
		f.prefetch(t, func() bool { return t.Matches(":hover") })
	}
}

func (f *PageForm) prefetch(t dom.Element, still func() bool) {
	if t.Data("state") != "lazy" || disabled(t) {
		return
	}
	dom.After(restTime, func() {
		if still() && t.Data("state") == "lazy" {
			t.Dispatch(dom.NewEvent("tabwant", dom.EventOptions{Bubbles: true}))
		}
	})
}
