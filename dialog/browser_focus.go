package dialog

import "github.com/omg-go/omg/dom"

// focusBack gives the focus to the first who takes it of those who had it or are
// in its place: never to nobody.
//
//omg:browser
func (s *sheet) focusBack() {
	if now := dom.Active(); now != dom.Body() && !s.el.Contains(now.Node) {
		return
	}
	if !anyOf(s.back, func(e dom.Element) bool { return take(twin(e)) || take(e) || take(opener(e)) }) {
		take(heading())
	}
}

// take gives e the focus, if it takes it.
//
//omg:browser
func take(e dom.Element) bool {
	focusStill(e)
	return e.Exists() && e.Focused()
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
