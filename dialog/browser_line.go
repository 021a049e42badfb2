package dialog

import "github.com/omg-go/omg/dom"

// edited is told of every change of a control.
//
//omg:browser
func (s *sheet) edited(in dom.Element) {
	if !in.Closest("[data-line]").Exists() {
		return
	}
	if !s.dirty {
		s.dirty = true
		listen(dom.Window(), "beforeunload", func(e dom.Event) { e.PreventDefault() }, s.stop)
	}
	setFault(in, blank())
	if matches(in, "[aria-invalid=true]") {
		s.fault(in)
	}
}

// fault shows what is wrong with a control, and reports whether anything is.
//
//omg:browser
func (s *sheet) fault(in dom.Element) bool {
	line := in.Closest("[data-line]")
	setText(line.Find("[data-part=problem]"), fault(in))
	each(line, controls, func(c dom.Element) { setInvalid(c, !in.Valid()) })
	return !in.Valid()
}

const controls = "input,select,textarea"

// valid shows what is wrong with all controls, and reports whether nothing is.
//
//omg:browser
//omg:unchecked
func (s *sheet) valid() bool {
	bad := 0
	each(s.el, "[data-line]", func(line dom.Element) {
		in := line.Find(controls)
		if in.Exists() && s.fault(in) {
			if bad == 0 {
				in.Focus()
			}
			bad++
		}
	})
	s.say(sayNone, 0)
	if bad > 0 {
		s.say(sayWrong, bad)
	}
	return bad == 0
}

// wrong shows what the server found: of the whole, then of each line.
//
//omg:browser
//omg:unchecked
func (s *sheet) wrong(messages dom.Value) {
	each(s.el, "[data-line]", func(line dom.Element) {
		if in := line.Find(controls); in.Exists() {
			setFault(in, messages.Index(number(line, "line")+1))
		}
	})
	if s.valid() {
		setText(s.el.Find("[data-part=status]"), messages.Index(0))
	}
}

// reveal shows a password, or hides it again.
//
//omg:browser
func reveal(button dom.Element) {
	in := button.Previous()
	hidden := matches(in, "[type=password]")
	setPressed(button, hidden)
	showText(in, hidden)
}
