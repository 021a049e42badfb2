package tabs

import "github.com/omg-go/omg/dom"

// focused notes what in the form has the focus.
func (f *PageForm) focused(e dom.Event) {
	f.held = e.Target()
	if isTab(e.Target()) && f.list.Contains(e.Target().Node) {
		f.rove()
		f.prefetch(e.Target(), e.Target().Focused)
	}
}

// blurred forgets it, unless the focus went because what had it is gone.
func (f *PageForm) blurred(dom.Event) {
	f.rove()
	dom.After(0, func() {
		if a := dom.Active(); !a.Exists() || !f.root.Contains(a.Node) {
			f.held = dom.Element{}
		}
	})
}

// saveFocus moves the focus that was in something of the form which is gone to the
// tab that shows, or to what stands in place of the panels. A focus elsewhere stays.
func (f *PageForm) saveFocus() {
	if !f.held.Exists() || f.root.Contains(f.held.Node) {
		return
	}
	f.held = dom.Element{}
	if dom.Active() != dom.Body() {
		return
	}
	to := f.chosen
	if !to.Exists() {
		to = f.root.Find("[data-part=empty]")
	}
	if to.Exists() {
		to.FocusStill()
	}
}

// needStops reports whether the panels have to be stops of the tab key: all of them
// are if one does not begin with something that is one by itself.
func (f *PageForm) needStops() bool {
	for _, t := range f.tabs {
		if p := f.panelOf(t); p.Exists() && !beginsWithStop(p) {
			return true
		}
	}
	return false
}

//omg:browser
const stop = "a[href],button:not([disabled]),input:not([disabled]),select:not([disabled]),textarea:not([disabled]),summary,iframe,video[controls],audio[controls],[contenteditable],[tabindex]:not([tabindex='-1'])"

// beginsWithStop reports whether the first thing in e that can be seen is a stop of
// the tab key.
//
//omg:browser
func beginsWithStop(e dom.Element) bool {
	for _, n := range e.Children() {
		child := n.Element()
		switch {
		case child.Exists() && (child.HasAttr("hidden") || child.Matches("link,template,script,style")):
		case child.Exists():
			return child.Matches(stop) || beginsWithStop(child)
		case trimmed(n.Text()) != "":
			return false
		}
	}
	return false
}
