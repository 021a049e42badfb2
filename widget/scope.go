package widget

import "strconv"

// A scope is what a drawing names by [Base.Key], up to the next one. Handlers in it
// are drawn under names that follow from the key alone, so that an item has the
// same bytes wherever it stands. Those before the first key have their ordinals.
type scope struct {
	name  uint64 // hash of the key, or another one if an earlier scope has that
	first uint32 // ordinal of its first handler
	count uint32
}

// scopes are those of a drawing, in order.
type scopes struct {
	list  []scope
	table []uint32 // places in list, counted from 1, by name
	next  int      // where the one is that will probably be asked for
}

// reset empties s. A table that is far too large is cut, so that a small drawing
// need not clear what a large one has left.
func (s *scopes) reset() {
	clear(s.table)
	if len(s.table) > 16*len(s.list) {
		s.table = s.table[:min(len(s.table), minScopes)]
	}
	s.list, s.next = s.list[:0], 0
}

const minScopes = 64

// open begins the scope of a key. first is the ordinal of the next handler.
func (s *scopes) open(key uint64, first int) {
	if 2*len(s.list) >= len(s.table) {
		s.grow()
	}
	at := s.slot(key)
	for s.table[at] > 0 {
		key = mix(key, 1)
		at = s.slot(key)
	}
	s.list = append(s.list, scope{name: key, first: uint32(first)})
	s.table[at] = uint32(len(s.list))
}

// slot returns where name is in the table, or would be.
func (s *scopes) slot(name uint64) int {
	for i := int(name >> 8); ; i++ {
		i &= len(s.table) - 1
		if n := s.table[i]; n == 0 || s.list[n-1].name == name {
			return i
		}
	}
}

func (s *scopes) grow() {
	if n := max(minScopes, 2*len(s.table)); n <= cap(s.table) {
		clear(s.table)
		s.table = s.table[:n]
	} else {
		s.table = make([]uint32, n)
	}
	for i := range s.list {
		s.table[s.slot(s.list[i].name)] = uint32(i + 1)
	}
}

// find returns the scope of that name, nil if there is none. It is fastest for
// those that come in order.
func (s *scopes) find(name uint64) *scope {
	if s.next >= len(s.list) || s.list[s.next].name != name {
		if len(s.list) == 0 {
			return nil
		}
		n := s.table[s.slot(name)]
		if n == 0 {
			return nil
		}
		s.next = int(n - 1)
	}
	s.next++
	return &s.list[s.next-1]
}

// The letters of a name, six bits each behind a dot.
const (
	nameLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	nameLength  = 1 + 11
)

func appendName(b []byte, name uint64) []byte {
	b = append(b, '.')
	for range nameLength - 1 {
		b = append(b, nameLetters[name&63])
		name >>= 6
	}
	return b
}

var letterValues = func() (values [256]byte) {
	for i := range len(nameLetters) {
		values[nameLetters[i]] = byte(i)
	}
	return values
}()

// ordinal returns which handler is drawn as value; ok is false if none is.
func (o *outline) ordinal(value []byte) (n int, ok bool) {
	if len(value) <= nameLength || value[0] != '.' {
		n, err := strconv.Atoi(string(value))
		return n, err == nil && 0 <= n && n < len(o.ons)
	}
	name := uint64(0)
	for i := nameLength - 1; i > 0; i-- {
		name = name<<6 | uint64(letterValues[value[i]])
	}
	s := o.scopes.find(name)
	n, err := strconv.Atoi(string(value[nameLength:]))
	if s == nil || err != nil || n < 0 || n >= int(s.count) {
		return 0, false
	}
	return int(s.first) + n, true
}
