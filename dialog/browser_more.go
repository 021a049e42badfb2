package dialog

import (
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
)

// What looks at texts while they are typed, and what has the Tab key go round, is a
// module of its own: a page fetches it with the first dialog that needs it.

// more listens to what few dialogs need; nil in a page that has none of them.
//
//omg:browser
var more func(s *sheet)

//omg:browser
func setMore(f func(s *sheet)) { more = f }

// actMore is act for a page that is to have it.
//
//omg:browser
func actMore(op, id int, given list) reply {
	setMore(func(s *sheet) {
		listen(s.el.Target, "input", func(e dom.Event) { s.look(e) }, s.stop)
		listen(s.el.Target, "compositionend", func(e dom.Event) { s.look(e) }, s.stop)
		listen(s.el.Target, "focusout", func(e dom.Event) { s.check(target(e)) }, s.stop)
		listen(s.el.Target, "keydown", func(e dom.Event) { s.wrap(e) }, s.stop)
	})
	return act(op, id, given)
}

var actsMore = bridge.Func3(actMore)

// look has all look at what was typed.
//
//omg:browser
//omg:unchecked
func (s *sheet) look(e dom.Event) {
	in := target(e)
	line := in.Closest("[data-line]")
	if s.writing || passing(e) || !line.Exists() {
		return
	}
	for i := 1; i < s.given.Len(); i += 2 {
		if equal(s.given.Index(i), number(line, "line")) {
			s.filter(in, s.given.Index(i+1))
		}
	}
	if matches(line, "[data-server]") {
		line.SetAttr("data-new", "")
		after(150, func() { s.check(in) })
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
		s.press(s.held)
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
	setBusy(in, true)
	s.ask(askCheck, number(line, "line"), one(text), func(v dom.Value) {
		setBusy(in, false)
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

// wrap has the Tab key go round.
//
//omg:browser
//omg:unchecked
func (s *sheet) wrap(e dom.Event) {
	if !pressed(e, "Tab") || !matches(s.el, "[data-wrap]") {
		return
	}
	all, to := stops(s.el), 0
	if e.Keyboard().Shift() {
		to = -1
	}
	if target(e) == at(all, -1-to) {
		e.PreventDefault()
		take(at(all, to))
	}
}
