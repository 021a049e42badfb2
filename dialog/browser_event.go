package dialog

import "github.com/omg-go/omg/dom"

// listen handles all that happens in the dialog.
//
//omg:browser
func (s *sheet) listen() {
	listen(s.el.Target, "cancel", func(e dom.Event) {
		if target(e) == s.el {
			e.PreventDefault()
			if !matches(s.el, "[closedby=none]") {
				s.leave(leaveEscape)
			}
		}
	}, s.stop)
	listen(s.el.Target, "submit", func(e dom.Event) {
		e.PreventDefault()
		s.pressDefault()
	}, s.stop)
	listen(s.el.Target, "mousedown", func(e dom.Event) {
		if s.outside = target(e) == s.el && beside(s.el, e); s.outside {
			e.PreventDefault() // the focus stays
		}
	}, s.stop)
	listen(s.el.Target, "click", func(e dom.Event) { s.click(target(e)) }, s.stop)
	listen(s.el.Target, "keydown", func(e dom.Event) {
		if pressed(e, "Enter") && withCtrl(e) {
			e.PreventDefault()
			s.pressDefault()
		}
	}, s.stop)
	listen(s.el.Target, "input", func(e dom.Event) { s.edited(target(e)) }, s.stop)
	listen(s.el.Target, "focusin", func(e dom.Event) { s.at = target(e) }, s.stop)
	listen(dom.Document().Target, "omg:lost", func(dom.Event) { s.say(sayLost, 0) }, s.stop)
	listen(dom.Document().Target, "omg:restored", func(dom.Event) {
		s.say(sayNone, 0)
		s.press(s.held)
	}, s.stop)
	listen(dom.Document().Target, "omg:ended", func(e dom.Event) {
		if s.dirty {
			e.PreventDefault() // what was typed would go with the page
			s.say(sayEnded, 0)
		}
	}, s.stop)
	if more != nil {
		more(s)
	}
}

//omg:browser
func (s *sheet) click(t dom.Element) {
	button := t.Closest("button")
	switch {
	case t == s.el && s.outside && matches(t, "[data-light]"):
		s.leave(leaveBackdrop)
	case matches(button, "[data-part=close]"):
		s.leave(leaveButton)
	case matches(button, "[data-part=reveal]"):
		reveal(button)
	case matches(button, "[data-copy]"):
		copyText(s.entries(false))
	case matches(button, "[data-index][type=button]"):
		s.press(button)
	}
}

//omg:browser
func (s *sheet) pressDefault() { s.press(s.el.Find("[data-default]")) }

// press answers with a button, once all that was typed is checked.
//
//omg:browser
func (s *sheet) press(button dom.Element) {
	s.held = dom.Element{}
	switch {
	case matches(button, "[data-cancel]"):
		s.leave(leaveButton)
	case !button.Exists() || s.busy || dom.Now() < s.until:
	case lost():
		s.held = button
		s.say(sayLater, 0)
	case s.pending > 0:
		s.held = button
	case matches(button, "[data-free]") || s.valid():
		s.send(button)
	}
}

//omg:browser
func (s *sheet) send(button dom.Element) {
	s.busy = true
	setBusy(button, true)
	s.ask(askPress, number(button, "index"), s.entries(true), func(v dom.Value) {
		s.busy = false
		setBusy(button, false)
		if v.Len() == 0 {
			s.close()
		} else {
			s.wrong(v)
		}
	})
}

// leave closes the dialog without an answer, if all agree. A forced one is closed
// already.
//
//omg:browser
func (s *sheet) leave(why int) {
	s.held = dom.Element{}
	forced := why == leaveForced
	asks := matches(s.el, "[data-ask]") && !forced || s.dirty && matches(s.el, "[data-keep]")
	if !asks || forced {
		s.hide()
		s.focusBack()
	}
	op := askLeave
	if s.dirty {
		op = askLeaveDirty
	}
	s.ask(op, why, none(), func(v dom.Value) {
		switch {
		case !asks:
		case v.Len() == 0:
			s.close()
		case forced:
			s.open()
		default:
			shake(s.el)
		}
	})
	if !asks {
		s.close()
	}
}
