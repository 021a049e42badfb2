package dialog

import "github.com/omg-go/omg/dom"

// hear handles all that happens in the dialog.
//
//omg:browser
func (s *sheet) hear(e dom.Event) {
	t := e.Target()
	switch {
	case is(e, "cancel") && t == s.el:
		e.PreventDefault()
		s.leave(leaveEscape)
	case is(e, "submit"):
		e.PreventDefault()
		s.pressDefault()
	case is(e, "mousedown"):
		if s.outside = t == s.el && beside(t, e); s.outside {
			e.PreventDefault() // the focus stays
		}
	case is(e, "click"):
		s.click(t)
	case is(e, "keydown"):
		s.key(e)
	case is(e, "input"), is(e, "compositionend"):
		s.edited(t, e)
	case is(e, "focusin"):
		s.at = t
	case is(e, "focusout"):
		s.check(t)
	case is(e, "beforeunload"):
		e.PreventDefault()
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
	case matches(button, "[data-index][type=button]"):
		s.press(button)
	}
}

//omg:browser
func (s *sheet) key(e dom.Event) {
	switch {
	case pressed(e, "Enter", true):
		e.PreventDefault()
		s.pressDefault()
	case pressed(e, "Escape", false) && matches(s.el, "[closedby=none]"):
		e.PreventDefault()
	case pressed(e, "Tab", false) && matches(s.el, "[data-wrap]"):
		s.wrap(e)
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
		s.say(sayLater)
	case s.pending > 0:
		s.held = button
	case matches(button, "[data-free]") || s.valid():
		s.send(button)
	}
}

//omg:browser
func (s *sheet) send(button dom.Element) {
	s.busy = true
	button.SetAttr("aria-busy", "true")
	s.ask(askPress, number(button, "index"), entries(s.el, true), func(v dom.Value) {
		s.busy = false
		button.RemoveAttr("aria-busy")
		if v.Len() == 0 {
			s.close()
		} else {
			s.wrong(v)
		}
	})
}

// goOn presses the button that has waited.
//
//omg:browser
func (s *sheet) goOn() {
	if s.held.Exists() {
		s.press(s.held)
	}
}

// leave closes the dialog without an answer, if all agree. A forced one is closed
// already.
//
//omg:browser
func (s *sheet) leave(why int) {
	s.held = dom.Element{}
	forced := why == leaveForced
	op := askLeave
	if s.dirty {
		op = askLeaveDirty
	}
	asks := matches(s.el, "[data-ask]") && !forced || s.dirty && matches(s.el, "[data-keep]")
	if !asks {
		s.ask(op, why, none(), func(dom.Value) {})
		s.close()
		return
	}
	if forced {
		s.hide()
		s.focusBack()
	}
	s.ask(op, why, none(), func(v dom.Value) {
		switch {
		case v.Len() == 0:
			s.close()
		case forced:
			s.open()
		default:
			shake(s.el)
		}
	})
}

// connection tells in the dialog what the page says behind it.
//
//omg:browser
func (s *sheet) connection(e dom.Event) {
	switch {
	case is(e, "omg:lost"):
		s.say(sayLost)
	case is(e, "omg:restored"):
		s.say(sayNone)
		s.goOn()
	case s.dirty:
		e.PreventDefault() // what was typed would go with the page
		s.say(sayEnded)
	}
}
