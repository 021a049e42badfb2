package wire

import (
	"cmp"
	"reflect"
	"slices"
	"unsafe"
)

// sharing remembers where the pointers of a message were written. Those that
// occur again are given a number, and define puts the definitions round their
// first places afterwards: messages in which nothing is shared, nearly all,
// pay for a look-up only.
type sharing struct {
	places []place
	index  map[pointerKey]int // over places, once they are many
	next   uint64             // the last number given
}

// A pointerKey includes the type, as a struct and its first field share an address.
type pointerKey struct {
	address unsafe.Pointer
	typ     reflect.Type
}

type place struct {
	key        pointerKey
	start, end int
	id         uint64 // 0: occurred once
}

// fewPlaces is how many are searched one by one.
const fewPlaces = 16

func (s *sharing) reset() {
	clear(s.places) // keeps nothing alive
	s.places, s.index, s.next = s.places[:0], nil, 0
	if cap(s.places) > 1024 {
		s.places = nil
	}
}

// meet finds the pointer's place, or makes one that starts at start.
func (s *sharing) meet(p unsafe.Pointer, t reflect.Type, start int) (i int, met bool) {
	key := pointerKey{p, t}
	if i, met = s.find(key); met {
		return i, true
	}
	i = len(s.places)
	s.places = append(s.places, place{key: key, start: start})
	if s.index != nil {
		s.index[key] = i
	}
	return i, false
}

func (s *sharing) find(key pointerKey) (int, bool) {
	if s.index == nil && len(s.places) >= fewPlaces {
		s.index = make(map[pointerKey]int, 4*fewPlaces)
		for i, p := range s.places {
			s.index[p.key] = i
		}
	}
	if s.index != nil {
		i, ok := s.index[key]
		return i, ok
	}
	i := slices.IndexFunc(s.places, func(p place) bool { return p.key == key })
	return i, i >= 0
}

func (s *sharing) end(i, end int) { s.places[i].end = end }

// refer returns the number of a place that occurred again.
func (s *sharing) refer(i int) uint64 {
	if s.places[i].id == 0 {
		s.next++
		s.places[i].id = s.next
	}
	return s.places[i].id
}

func appendReference(b []byte, id uint64) []byte {
	b = append(b, `{"$r":`...)
	return append(AppendUint(b, id), '}')
}

// An insert is text to be put before a byte of what was written.
type insert struct {
	at   int
	text []byte
}

// define puts `{"$d":[id,` and `]}` round the places that occurred again.
func (s *sharing) define(b []byte) []byte {
	if s.next == 0 {
		return b
	}
	var inserts []insert
	for i := len(s.places) - 1; i >= 0; i-- { // of two that end together the later is the inner one
		if p := s.places[i]; p.id != 0 {
			inserts = append(inserts, insert{p.end, []byte("]}")})
		}
	}
	for _, p := range s.places {
		if p.id != 0 {
			head := append(AppendUint([]byte(`{"$d":[`), p.id), ',')
			inserts = append(inserts, insert{p.start, head})
		}
	}
	// No value ends where another starts, a comma or bracket is between, so
	// the sort needs only keep the order of equals.
	slices.SortStableFunc(inserts, func(a, b insert) int { return cmp.Compare(a.at, b.at) })
	return applyInserts(b, inserts)
}

func applyInserts(b []byte, inserts []insert) []byte {
	old := slices.Clone(b[inserts[0].at:])
	base := inserts[0].at
	b = b[:base]
	from := 0
	for _, in := range inserts {
		b = append(b, old[from:in.at-base]...)
		b = append(b, in.text...)
		from = in.at - base
	}
	return append(b, old[from:]...)
}
