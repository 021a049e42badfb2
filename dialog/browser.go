package dialog

import (
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
)

// A sheet is a dialog as its page has it.
//
//omg:browser
type sheet struct {
	id      int
	el      dom.Element
	given   dom.Value // what the server gave: whom to call, then line, function, line, function
	done    func()
	stop    dom.Value   // of listeners
	at      dom.Element // what had the focus last
	back    *origin
	below   *sheet
	held    dom.Element // a button that waits
	until   float64     // no answer before, for one that the user did not ask for
	pending int         // filters that run
	dirty   bool
	busy    bool
	closing bool
	outside bool // the press began beside the dialog
	writing bool // what a filter wants, not the user
}

// top is the dialog that was opened last.
//
//omg:browser
var top *sheet

// What the server tells a page.
const (
	opOpen = iota
	opShut
	opPress
	opData
	opAgain
)

// act does with a dialog what the server says. While one is open its opening is
// not answered, so that the page may call what it was given.
//
//omg:browser
func act(op, id int, given list) reply {
	if op == opOpen {
		return until(func(done func()) {
			s := &sheet{id: id, el: dialogOf(id), given: given.value(), done: done}
			whenStyled(s.el.First(), func() { s.open() })
		})
	}
	for s := top; s != nil; s = s.below {
		if s.id == id {
			return s.act(op)
		}
	}
	return none()
}

//omg:browser
func (s *sheet) act(op int) reply {
	switch op {
	case opShut:
		s.close()
	case opPress:
		s.until = 0
		s.pressDefault()
	case opData:
		return entries(s.el, false)
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
	s.below, top = top, s
	s.closing = false
	s.stop = newAbort()
	listen(s.el.Target, "cancel submit click mousedown keydown input focusin focusout compositionend", func(e dom.Event) { s.hear(e) }, s.stop)
	listen(dom.Document().Target, "omg:lost omg:restored omg:ended", func(e dom.Event) { s.connection(e) }, s.stop)
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
	if top == s {
		top = s.below
	}
	for p := top; p != nil; p = p.below {
		if p.below == s {
			p.below = s.below
		}
	}
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
		s.say(sayFailed)
	})
}

//omg:browser
func (s *sheet) say(what int) { tell(s.el, what, 0) }

var acts = bridge.Func3(act)
