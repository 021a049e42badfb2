package dialog

import "github.com/omg-go/omg/dom"

// An origin is where the focus was before a dialog opened: the element, and what
// it was in.
//
//omg:browser
type origin struct {
	el    dom.Element
	outer *origin
}

//omg:browser
func trail(e dom.Element) *origin {
	if !e.Exists() || e == dom.Body() {
		return nil
	}
	return &origin{e, trail(e.Parent())}
}

// focusBack gives the focus to the first who takes it of those who had it or are
// in its place: never to nobody.
//
//omg:browser
func (s *sheet) focusBack() {
	if now := dom.Active(); now != dom.Body() && !s.el.Contains(now.Node) {
		return
	}
	for o := s.back; o != nil; o = o.outer {
		if take(twin(o.el)) || take(o.el) || take(opener(o.el)) {
			return
		}
	}
	h := dom.Find("h1")
	if !h.Exists() {
		h = dom.Find("main")
	}
	if !take(h) && h.Exists() {
		h.SetTabIndex(-1)
		take(h)
	}
}

// take gives e the focus, if it takes it.
//
//omg:browser
func take(e dom.Element) bool {
	if e.Exists() {
		e.FocusStill()
	}
	return e.Exists() && e.Focused()
}

// wrap has the Tab key go round.
//
//omg:browser
func (s *sheet) wrap(e dom.Event) {
	var first, last dom.Element
	each(s.el, "a[href],button,input,select,textarea,[tabindex]", func(c dom.Element) {
		if c.TabIndex() >= 0 && !c.Disabled() && c.Visible() {
			if !first.Exists() {
				first = c
			}
			last = c
		}
	})
	to := first
	if e.Keyboard().Shift() {
		first, last, to = last, first, last
	}
	if e.Target() == last {
		e.PreventDefault()
		take(to)
	}
}

// scrolls lets keys scroll a body that does not fit.
//
//omg:browser
func (s *sheet) scrolls() {
	body := s.el.Find("[data-part=body]")
	if body.ScrollHeight() > body.Height() {
		body.SetTabIndex(0)
	}
}
