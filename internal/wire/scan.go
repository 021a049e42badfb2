package wire

import "unicode/utf8"

// Limits of what is scanned. The socket's read limit bounds the bytes; these
// bound what a page can make of few bytes.
const (
	// MaxDepth is how deeply values nest: structs, lists and maps count.
	MaxDepth = 64
	// MaxElements is how many elements a frame has in all, members of objects
	// included. A call of 1 MiB, the largest there is, can hold half as many.
	MaxElements = 1 << 20
	// maxNesting is how deeply brackets nest. A map in a shared reference
	// takes five for one level of depth; the frame and its message add two.
	maxNesting = 5*MaxDepth + 8
)

// Valid checks that data is one JSON value: compact (no space between tokens),
// of valid UTF-8, within the limits. The error is a [*SyntaxError].
func Valid(data []byte) error {
	s := scanner{data: data}
	if s.value(maxNesting) && s.pos < len(data) {
		s.fail("more after the value")
	}
	if s.reason != "" {
		return &SyntaxError{s.pos, s.reason}
	}
	return nil
}

// A scanner checks JSON. Its methods step over one token or value at pos and
// report whether it was good; the first complaint stays in reason.
type scanner struct {
	data     []byte
	pos      int
	elements int
	reason   string
}

func (s *scanner) fail(reason string) bool {
	if s.reason == "" {
		s.reason = reason
	}
	return false
}

// peek returns the next byte, 0 at the end: no token begins with 0.
func (s *scanner) peek() byte {
	if s.pos < len(s.data) {
		return s.data[s.pos]
	}
	return 0
}

func (s *scanner) take(c byte) bool {
	if s.peek() != c {
		return false
	}
	s.pos++
	return true
}

func (s *scanner) value(room int) bool {
	if s.elements++; s.elements > MaxElements {
		return s.fail("too many elements")
	}
	switch c := s.peek(); c {
	case '"':
		return s.text()
	case '[':
		return s.list(room - 1)
	case '{':
		return s.object(room - 1)
	case 't':
		return s.word("true")
	case 'f':
		return s.word("false")
	case 'n':
		return s.word("null")
	default:
		return s.number()
	}
}

func (s *scanner) list(room int) bool {
	if room < 0 {
		return s.fail("nested too deeply")
	}
	s.pos++
	if s.take(']') {
		return true
	}
	for s.value(room) {
		if !s.take(',') {
			return s.take(']') || s.fail("want , or ]")
		}
	}
	return false
}

func (s *scanner) object(room int) bool {
	if room < 0 {
		return s.fail("nested too deeply")
	}
	s.pos++
	if s.take('}') {
		return true
	}
	for s.member(room) {
		if !s.take(',') {
			return s.take('}') || s.fail("want , or }")
		}
	}
	return false
}

func (s *scanner) member(room int) bool {
	if s.peek() != '"' {
		return s.fail("want a key")
	}
	if !s.text() {
		return false
	}
	return (s.take(':') || s.fail("want :")) && s.value(room)
}

func (s *scanner) word(w string) bool {
	if end := s.pos + len(w); end <= len(s.data) && string(s.data[s.pos:end]) == w {
		s.pos = end
		return true
	}
	return s.fail("not a value")
}

func (s *scanner) text() bool {
	data := s.data
	for i := s.pos + 1; ; {
		if i += plainLen(data[i:]); i == len(data) {
			break
		}
		if data[i] == '"' {
			s.pos = i + 1
			return true
		}
		n := oddLen(data[i:])
		if n == 0 {
			s.pos = i
			return s.fail("bad byte in a string")
		}
		i += n
	}
	s.pos = len(s.data)
	return s.fail("string without end")
}

// oddLen returns the length of the escape or of the rune at the start of b, 0
// if it is neither. Lone surrogates pass: a page can hold them by accident, so
// they must cost a value, not the socket. See [Raw.Text].
func oddLen(b []byte) int {
	if b[0] == '\\' && len(b) > 1 {
		switch {
		case unescaped[b[1]] != 0:
			return 2
		case hex4(b) >= 0:
			return 6
		}
		return 0
	}
	if b[0] < utf8.RuneSelf {
		return 0
	}
	if r, n := utf8.DecodeRune(b); r != utf8.RuneError || n > 1 {
		return n
	}
	return 0
}

func (s *scanner) number() bool {
	s.take('-')
	if !s.take('0') && !s.digits() {
		return s.fail("not a value")
	}
	if s.take('.') && !s.digits() {
		return s.fail("bad number")
	}
	if s.take('e') || s.take('E') {
		if !s.take('+') {
			s.take('-')
		}
		return s.digits() || s.fail("bad number")
	}
	return true
}

func (s *scanner) digits() bool {
	from := s.pos
	for c := s.peek(); c >= '0' && c <= '9'; c = s.peek() {
		s.pos++
	}
	return s.pos > from
}

// skip returns the length of the value at the start of b, which is known to be
// valid. On other bytes it returns some length up to len(b), at least 1.
func skip(b []byte) int {
	switch b[0] {
	case '"':
		return skipText(b)
	case '[', '{':
		return skipNested(b)
	}
	for i, c := range b {
		if i > 0 && (c == ',' || c == ']' || c == '}' || c == ':') {
			return i
		}
	}
	return len(b)
}

func skipNested(b []byte) int {
	depth := 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '"':
			i += skipText(b[i:]) - 1
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(b)
}
