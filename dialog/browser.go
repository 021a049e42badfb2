package dialog

import (
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
)

// A sheet is a dialog as its page has it.
//
//omg:browser
type sheet struct {
	el      dom.Element
	given   dom.Value // what the server gave: whom to call, then line, function, line, function
	done    func()
	stop    dom.Value   // of listeners
	at      dom.Element // what had the focus last
	back    dom.Value   // what had it before, and all that was around
	held    dom.Element // a button that waits
	until   float64     // no answer before, for one that the user did not ask for
	pending int         // filters that run
	dirty   bool
	busy    bool
	closing bool
	outside bool // the press began beside the dialog
	writing bool // what a filter wants, not the user
}

// opened are the dialogs that are open.
//
//omg:browser
var opened = newSheets()

// What the server tells a page.
const (
	opOpen = iota
	opShut
	opPress
	opData
)

// act does with a dialog what the server says. While one is open its opening is
// not answered, so that the page may call what it was given.
//
//omg:browser
func act(op, id int, given list) reply {
	el := dialogOf(id)
	if op == opOpen {
		return until(func(done func()) {
			s := &sheet{el: el, given: given.value(), done: done}
			whenStyled(s.el.First(), func() { s.open() })
		})
	}
	s := opened.of(el)
	switch {
	case s == nil:
	case op == opShut:
		s.close()
	case op == opPress:
		s.until = 0
		s.pressDefault()
	default:
		return s.entries(false)
	}
	return none()
}

// open shows the dialog over all others.
//
//omg:browser
func (s *sheet) open() {
	s.back = trail(dom.Active())
	s.show()
	if first := s.el.Find("[data-first]"); take(first) && matches(first, "input") {
		first.Select()
	}
	if matches(s.el, "[data-guard]") {
		s.until = dom.Now() + 500
	}
}

//omg:browser
func (s *sheet) show() {
	opened.set(s.el, s)
	s.closing = false
	s.stop = newAbort()
	s.listen()
	watch(s.el, func() { s.changed() }, s.stop)
	showDialog(s.el, matches(s.el, "[data-modeless]"))
	s.scrolls()
}

// changed is told when the dialog was closed, taken away or replaced by others.
//
//omg:browser
func (s *sheet) changed() {
	switch now := twin(s.el); {
	case s.closing:
	case !now.Exists(), now == s.el && !isOpen(now):
		s.leave(leaveForced)
	case now != s.el:
		at := s.at
		s.hide()
		s.el = now
		s.show()
		take(twin(at))
	}
}

// hide closes the dialog for the eye.
//
//omg:browser
func (s *sheet) hide() {
	s.closing = true
	abort(s.stop)
	shut(s.el)
	opened.set(s.el, nil)
}

// close closes the dialog for good, and says so when it is seen no more.
//
//omg:browser
func (s *sheet) close() {
	if !s.closing {
		s.hide()
		s.focusBack()
	}
	still(s.el, func() {
		s.ask(askGone, 0, none(), func(dom.Value) { s.done() })
	})
}

// What a page asks the server.
const (
	askGone       = iota // the dialog is seen no more
	askLeave             // the user wants to dismiss it
	askLeaveDirty        // and has typed something
	askPress             // a button was pressed
	askCheck             // a line was typed into
)

// Why a dialog is to be left: see Reason.
const (
	leaveEscape = iota
	leaveBackdrop
	leaveButton
	leaveForced
)

//omg:browser
func (s *sheet) ask(op, n int, texts reply, done func(v dom.Value)) {
	ask(s.given.Index(0), op, n, texts, done, func(dom.Value) {
		s.busy = false
		s.say(sayFailed, 0)
	})
}

// say has the dialog's own line of status say one of its texts, and a number
// unless it is 0.
//
//omg:browser
func (s *sheet) say(what, n int) { tell(s.el.Find("[data-part=status]"), what, n) }

// entries are the names and values in the form, those of passwords too if all.
//
//omg:browser
func (s *sheet) entries(all bool) reply { return entries(s.el, all) }

var acts = bridge.Func3(act)
