package dialog

import "github.com/omg-go/omg/dom"

// edited is told of every change of a control.
//
//omg:browser
//omg:unchecked
func (s *sheet) edited(in dom.Element, e dom.Event) {
	line := in.Closest("[data-line]")
	if s.writing || passing(e) || !line.Exists() {
		return
	}
	if !s.dirty {
		s.dirty = true
		listen(dom.Window(), "beforeunload", func(e dom.Event) { s.hear(e) }, s.stop)
	}
	setFault(in, blank())
	for i := 1; i < s.given.Len(); i += 2 {
		if equal(s.given.Index(i), number(line, "line")) {
			s.filter(in, s.given.Index(i+1))
		}
	}
	if matches(line, "[data-server]") {
		line.SetAttr("data-new", "")
		after(150, func() { s.check(in) })
	}
	if matches(in, "[aria-invalid=true]") {
		s.fault(in)
	}
}

// filter has a function of the page look at what is in a control.
//
//omg:browser
//omg:unchecked
func (s *sheet) filter(in dom.Element, f dom.Value) {
	text := value(in)
	s.pending++
	run(f, text, func(v dom.Value) {
		if isText(v) {
			s.replace(in, text, v)
		}
		s.settle()
	}, func(v dom.Value) {
		s.refuse(in, text, message(v))
		s.settle()
	})
}

// settle sends what has waited for a filter.
//
//omg:browser
//omg:unchecked
func (s *sheet) settle() {
	s.pending--
	if s.pending == 0 {
		s.goOn()
	}
}

// check has the server look at a control, if that has changed since.
//
//omg:browser
func (s *sheet) check(in dom.Element) {
	line := in.Closest("[data-line]")
	if !matches(line, "[data-new]") {
		return
	}
	line.RemoveAttr("data-new")
	text := value(in)
	in.SetAttr("aria-busy", "true")
	s.ask(askCheck, number(line, "line"), one(text), func(v dom.Value) {
		in.RemoveAttr("aria-busy")
		if v.Len() == 1 {
			s.replace(in, text, v.Index(0))
		} else {
			s.refuse(in, text, v.Index(1))
		}
	})
}

// refuse shows what is wrong with a text, if it is still there.
//
//omg:browser
func (s *sheet) refuse(in dom.Element, text, why dom.Value) {
	if value(in) == text {
		setFault(in, why)
		s.fault(in)
	}
}

// fault shows what is wrong with a control, and reports whether anything is.
//
//omg:browser
func (s *sheet) fault(in dom.Element) bool {
	line := in.Closest("[data-line]")
	setText(line.Find("[data-part=problem]"), fault(in))
	each(line, controls, func(c dom.Element) {
		if in.Valid() {
			c.RemoveAttr("aria-invalid")
		} else {
			c.SetAttr("aria-invalid", "true")
		}
	})
	return !in.Valid()
}

const controls = "input,select,textarea"

// valid shows what is wrong with all controls, and reports whether nothing is.
//
//omg:browser
//omg:unchecked
func (s *sheet) valid() bool {
	bad := 0
	var first dom.Element
	each(s.el, "[data-line]", func(line dom.Element) {
		in := line.Find(controls)
		if in.Exists() && s.fault(in) {
			if bad == 0 {
				first = in
			}
			bad++
		}
	})
	s.say(sayNone)
	if bad > 0 {
		first.Focus()
		tell(s.el, sayWrong, bad)
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

// replace puts now in place of was, if that is still there: as if the user had
// typed what differs, so that Undo works and the caret stays where it belongs.
//
//omg:browser
//omg:unchecked
func (s *sheet) replace(in dom.Element, was, now dom.Value) {
	if was == now || value(in) != was {
		return
	}
	start, end, to := 0, was.Len(), now.Len()
	for start < end && start < to && same(was, start, now, start) {
		start++
	}
	for end > start && to > start && same(was, end-1, now, to-1) {
		end--
		to--
	}
	at := caret(in)
	s.writing = true
	if in.Focused() && at >= 0 {
		selectText(in, start, end)
		write(slice(now, start, to))
		if at <= start {
			selectText(in, at, at)
		} else if at >= end {
			selectText(in, at+to-end, at+to-end)
		}
	} else {
		setValue(in, now)
	}
	s.writing = false
}

// reveal shows a password, or hides it again.
//
//omg:browser
func reveal(button dom.Element) {
	in := button.Previous()
	if matches(in, "[type=text]") {
		in.SetAttr("type", "password")
		button.SetAttr("aria-pressed", "false")
	} else {
		in.SetAttr("type", "text")
		button.SetAttr("aria-pressed", "true")
	}
}
