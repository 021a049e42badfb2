package bridge

import (
	"github.com/omg-go/omg/internal/wire"
)

// Kinds of message. Those that are missing belong to layers.
const (
	kindCall     = 1
	kindResult   = 2
	kindError    = 3
	kindCancel   = 4
	kindRelease  = 5
	kindModule   = 6
	kindVoid     = 8
	kindChunk    = 10
	kindFunction = 11
)

// message handles m, or returns the start that does.
func (s *Session) message(m wire.Message) (it item, start bool, err error) {
	switch m.Kind() {
	case kindCall:
		return s.called(m)
	case kindResult:
		return it, false, s.answered(m, true)
	case kindError:
		return it, false, s.answered(m, false)
	case kindCancel:
		return it, false, s.cancelled(m)
	case kindRelease:
		return it, false, s.released(m)
	case kindVoid:
		return it, false, s.voided(m)
	case kindChunk:
		return s.chunk(m)
	}
	l := s.layer(m.Kind())
	if l == nil {
		return it, false, &Breach{"a message of unknown kind"}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	ok, err := s.admits()
	if !ok {
		return it, false, err
	}
	return item{layer: l, msg: m}, true, nil
}

// admits counts a message against the page's rate. s.mu is held.
func (s *Session) admits() (bool, error) {
	s.stream.unheard++
	ok := s.rate.allows(&s.hub.options.Limits)
	if !ok {
		s.hub.counts.Refused.Add(1)
	}
	if s.rate.over(&s.hub.options.Limits) {
		return false, &Breach{"too many messages"}
	}
	return ok, nil
}

// idle counts what a page sends to no effect against its rate too: what answers
// the server is free, and bounded by what the server asks. s.mu is held.
func (s *Session) idle() error {
	_, err := s.admits()
	return err
}

// chunk joins a message that is longer than a frame may be: [10,last,"text"]…,
// in order and with nothing of another such message between.
func (s *Session) chunk(m wire.Message) (it item, start bool, err error) {
	e := m.Body()
	last, ok := e.Uint()
	text, ok2 := e.Text()
	if !ok || !ok2 {
		return it, false, &Breach{"a malformed chunk"}
	}
	whole, err := s.collect(text, last != 0)
	if err != nil {
		return it, false, err
	}
	if len(whole) > s.hub.options.Limits.CallBytes {
		return it, false, &Breach{"a call is too long"}
	}
	if last == 0 {
		return it, false, nil
	}
	if err := wire.Valid(whole); err != nil {
		return it, false, &Breach{err.Error()}
	}
	if wire.Message(whole).Kind() == kindChunk {
		return it, false, &Breach{"a chunk of chunks"}
	}
	return s.message(whole)
}

// smallChunk is what a piece has at least that is worth its frame.
const smallChunk = 1 << 10

// collect adds text to the pieces that have come and returns them all.
func (s *Session) collect(text string, last bool) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r := s.stream.seldom()
	whole := append(r.partial, text...)
	r.partial = whole
	if last {
		r.partial = nil
		s.stream.tidy()
	} else if len(text) < smallChunk {
		return whole, s.idle()
	}
	return whole, nil
}
