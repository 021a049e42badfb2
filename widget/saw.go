package widget

import (
	"encoding/binary"
	"html"

	"github.com/omg-go/omg/internal/wire"
)

// saw notes what a field shows in the page, so that the next drawing is compared
// with that and not with what was drawn before: a handler can then take back or
// change what the user did. The number of edits goes back with the new value,
// and the page drops it if the user has gone on.
func (m *mount) saw(b *bound, data wire.Elements) error {
	if b.wants == wantsKey {
		data.Next()
	}
	raw, _ := data.Next()
	n, ok := data.Uint()
	if !ok || m.records == nil {
		return nil // the element is no field
	}
	var value any
	if err := wire.Decode(raw, &value, nil); err != nil {
		return err
	}
	if m.edits == nil {
		m.edits = map[uint32]uint32{}
	}
	m.edits[b.id] = uint32(n)
	s := sight{m: m, rec: m.records, value: value}
	for s.hook = range m.hooks {
		if m.hooks[s.hook].id == b.id {
			s.find(read(s.rec, 0, 0, 0))
			break
		}
	}
	if s.radio {
		s.forget(read(s.rec, 0, 0, 0), idChecked)
	}
	return nil
}

// A sight is the walk to the field that was seen.
type sight struct {
	m     *mount
	rec   []byte
	hook  int // its handler, in order
	value any
	radio bool
}

// find goes to the element with the handler and reports whether it is in k. The
// hashes of what it goes through are made void.
func (s *sight) find(k kept) bool {
	k.finish(s.rec)
	if k.kind != kindElement || s.hook < k.hook || s.hook >= k.hook+k.hooks {
		return false
	}
	k.void(s.rec)
	if k.size == 1 || s.hook < k.first(s.rec).hook {
		s.note(k)
		return true
	}
	for c := k.first(s.rec); ; c.step(s.rec) {
		if s.find(c) {
			return true
		}
		if c.finish(s.rec); c.next >= k.next {
			return false
		}
	}
}

// note sets what the element was seen to show.
func (s *sight) note(k kept) {
	switch value := s.value.(type) {
	case string:
		if k.tag == tagSelect {
			s.forget(k, idSelected)
			return
		}
		s.setHash(k, idValue, hashBytes([]byte(html.EscapeString(value))))
	case bool:
		hash := hashOff
		if value {
			hash = hashOn
		}
		s.setHash(k, idChecked, hash)
	default:
		s.forget(k, idSelected)
	}
}

// setHash changes the hash of an attribute that is there.
func (s *sight) setHash(k kept, id attrID, hash uint64) {
	for n, at := 0, k.attrs; n < k.count; n++ {
		a, next := k.attr(s.rec, at)
		if a.id() == id {
			put48(s.rec[next-6:], hash)
		}
		s.radio = s.radio || a == attrRadio
		at = next
	}
}

// forget makes void the hash of every such attribute in k, so that it is sent
// anew, and reports whether there was one.
func (s *sight) forget(k kept, id attrID) bool {
	k.finish(s.rec)
	if k.kind != kindElement {
		return false
	}
	found := false
	for n, at := 0, k.attrs; n < k.count; n++ {
		a, next := k.attr(s.rec, at)
		if a.id() == id {
			put48(s.rec[next-6:], 0)
			found = true
		}
		at = next
	}
	if k.size > 1 {
		for c := k.first(s.rec); ; c.step(s.rec) {
			found = s.forget(c, id) || found
			if c.finish(s.rec); c.next >= k.next {
				break
			}
		}
	}
	if found {
		k.void(s.rec)
	}
	return found
}

func put48(b []byte, x uint64) {
	binary.LittleEndian.PutUint32(b, uint32(x))
	binary.LittleEndian.PutUint16(b[4:], uint16(x>>32))
}
