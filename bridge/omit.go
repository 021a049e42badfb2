package bridge

import (
	"bytes"
	"slices"

	"github.com/omg-go/omg/internal/wire"
)

// omitCancelled takes calls that were cancelled out of frames that the page has
// not received: they never run. The frames keep their numbers. s.mu is held.
func (s *Session) omitCancelled() {
	st := &s.stream
	for _, id := range st.takeCancelled() {
		mark := append(wire.AppendUint([]byte("[1,"), id), ',')
		for i := range st.log {
			if off, end, ok := st.log[i].find(mark); ok {
				s.cut(&st.log[i], off, end)
				break
			}
		}
	}
}

// find returns where in e the message stands that begins with mark.
func (e *entry) find(mark []byte) (off, end int, ok bool) {
	if !bytes.Contains(e.data, mark) {
		return 0, 0, false
	}
	at := e.data
	elements := body(at)
	for raw, more := elements.Next(); more; raw, more = elements.Next() {
		if bytes.HasPrefix(raw, mark) {
			off = cap(at) - cap(raw)
			return off, off + len(raw), true
		}
	}
	return 0, 0, false
}

// cut takes the message from off to end, with its comma, out of e. The bytes of
// e are not changed: a socket may be writing them. s.mu is held.
func (s *Session) cut(e *entry, off, end int) {
	e.data = slices.Concat(e.data[:off-1], e.data[end:])
	by := off - 1 - end
	s.account(by)
	for i := range e.patches {
		if p := &e.patches[i]; p.off >= end {
			p.off, p.end = p.off+by, p.end+by
		}
	}
}
