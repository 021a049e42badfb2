package wire

// A Frame is one text message of the socket. Numbered frames hold messages;
// control frames, which begin with a letter, hold what that letter means.
type Frame struct {
	Control byte   // 'h', 'w', 'b', 'l' …; 0 in a numbered frame
	Seq     uint64 // 0: carries an acknowledgement alone
	Ack     uint64
	rest    Elements
}

// A Message is one raw message of a frame, `[kind,…]`. It points into the frame.
type Message []byte

// ScanFrame checks data as a whole and splits off its head.
//
// A frame that it returns is compact, valid JSON, within the limits of this
// package, and each of its messages is an array that begins with a kind; so
// what reads it further need not check again. It allocates nothing. The error
// is a [*SyntaxError], and then nothing of the frame may be used.
func ScanFrame(data []byte) (Frame, error) {
	s := scanner{data: data}
	if len(data) > 1 && data[1] == '"' {
		return s.control()
	}
	var f Frame
	if !s.numbered(&f) {
		return Frame{}, &SyntaxError{s.pos, s.reason}
	}
	return f, nil
}

// control scans a frame that begins with a string.
func (s *scanner) control() (Frame, error) {
	if err := Valid(s.data); err != nil {
		return Frame{}, err
	}
	e := Raw(s.data).Elements()
	name, _ := e.Next()
	if len(name) != 3 || name[1] < 'a' || name[1] > 'z' {
		return Frame{}, &SyntaxError{1, "unknown control frame"}
	}
	return Frame{Control: name[1], rest: e}, nil
}

// numbered steps over all other frames: what it checks once need not be walked
// through again.
func (s *scanner) numbered(f *Frame) (ok bool) {
	if !s.take('[') {
		return s.fail("not an array with a head")
	}
	if f.Seq, ok = s.uint(); ok && s.take(',') {
		f.Ack, ok = s.uint()
	} else {
		ok = false
	}
	if !ok {
		return s.fail("no sequence number and acknowledgement")
	}
	from := s.pos
	for s.take(',') {
		if !s.message(f.Seq) {
			return false
		}
	}
	if !s.take(']') {
		return s.fail("want , or ]")
	}
	if inner := s.data[from : s.pos-1]; len(inner) > 0 {
		f.rest = Elements{inner[1:]} // without the comma
	}
	return s.pos == len(s.data) || s.fail("more after the value")
}

// message steps over one of the frame of that number.
func (s *scanner) message(seq uint64) bool {
	from := s.pos
	if !s.value(maxNesting - 1) {
		return false
	}
	if seq == 0 {
		return s.fail("messages without a sequence number")
	}
	return Message(s.data[from:s.pos]).Kind() >= 0 || s.fail("a message without a kind")
}

// uint steps over a plain unsigned integer.
func (s *scanner) uint() (uint64, bool) {
	from := s.pos
	s.digits()
	return Raw(s.data[from:s.pos]).Uint()
}

// Next returns the next message of a numbered frame, and false after the last.
func (f *Frame) Next() (Message, bool) {
	raw, ok := f.rest.Next()
	return Message(raw), ok
}

// Elements returns what follows the letter of a control frame.
func (f *Frame) Elements() Elements { return f.rest }

// Kind returns m's first element, -1 if it is not a number from 0 to 255.
func (m Message) Kind() int {
	if len(m) < 3 || m[0] != '[' {
		return -1
	}
	kind := 0
	for i, c := range m[1:] {
		if i > 0 && (c == ',' || c == ']') {
			return kind
		}
		if kind = 10*kind + int(c-'0'); c < '0' || c > '9' || kind > 255 {
			break
		}
	}
	return -1
}

// Body returns what follows the kind.
func (m Message) Body() Elements {
	e := Raw(m).Elements()
	e.Next()
	return e
}

// Raw is one JSON value in the compact form in which it crossed.
type Raw []byte

// Elements returns the elements of an array; of anything else, none.
func (r Raw) Elements() Elements {
	if len(r) < 2 || r[0] != '[' || r[len(r)-1] != ']' {
		return Elements{}
	}
	return Elements{r[1 : len(r)-1]}
}

// inner is Elements for objects too, keys and values taking turns.
func (r Raw) inner() Elements {
	if len(r) < 2 || r[0] != '[' && r[0] != '{' {
		return Elements{}
	}
	return Elements{r[1 : len(r)-1]}
}

// Elements walks the elements of an array, or what is left of them. The zero
// value is empty. It is a small value: a copy remembers a place.
type Elements struct{ rest []byte }

// Next returns the next element, and false after the last.
func (e *Elements) Next() (Raw, bool) {
	if len(e.rest) == 0 {
		return nil, false
	}
	end := skip(e.rest)
	raw := e.rest[:end]
	if end < len(e.rest) {
		end++ // the comma
	}
	e.rest = e.rest[end:]
	return raw, true
}

// Len counts the elements that are left.
func (e Elements) Len() (n int) {
	for _, ok := e.Next(); ok; _, ok = e.Next() {
		n++
	}
	return n
}

// Uint returns the next element if it is a plain unsigned integer up to 2^53.
func (e *Elements) Uint() (uint64, bool) {
	raw, ok := e.Next()
	if !ok {
		return 0, false
	}
	return raw.Uint()
}

// Text returns the next element if it is a string.
func (e *Elements) Text() (string, bool) {
	raw, ok := e.Next()
	if !ok {
		return "", false
	}
	return raw.Text()
}
