package wire

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// MaxInt is the largest integer that crosses as a plain number: beyond it a
// page's numbers have gaps.
const MaxInt = 1 << 53

// Uint returns r if it is an integer from 0 to 2^53, written plainly.
func (r Raw) Uint() (uint64, bool) {
	if len(r) == 0 || len(r) > 16 || r[0] == '0' && len(r) > 1 {
		return 0, false
	}
	var n uint64
	for _, c := range r {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + uint64(c-'0')
	}
	return n, n <= MaxInt
}

// Int returns r if it is an integer within ±2^53, written plainly.
func (r Raw) Int() (int64, bool) {
	if len(r) > 1 && r[0] == '-' && r[1] != '0' {
		n, ok := r[1:].Uint()
		return -int64(n), ok
	}
	n, ok := r.Uint()
	return int64(n), ok
}

// Bool returns r if it is true or false.
func (r Raw) Bool() (value, ok bool) {
	value = string(r) == "true"
	return value, value || string(r) == "false"
}

// Text returns r if it is a string of valid Unicode: a lone surrogate, which
// JSON can spell and Go cannot hold, is refused.
func (r Raw) Text() (string, bool) {
	if len(r) < 2 || r[0] != '"' {
		return "", false
	}
	s := r[1 : len(r)-1]
	if i := bytes.IndexByte(s, '\\'); i >= 0 {
		return unescape(s, i)
	}
	return string(s), true
}

// unescape resolves the escapes of s, the first of which is at i.
func unescape(s []byte, i int) (string, bool) {
	b := make([]byte, i, len(s))
	copy(b, s)
	for i < len(s) {
		if s[i] != '\\' {
			b = append(b, s[i])
			i++
			continue
		}
		r, n := escape(s[i:])
		if n == 0 {
			return "", false
		}
		b = utf8.AppendRune(b, r)
		i += n
	}
	return string(b), true
}

// escape reads the escape, or the surrogate pair, at the start of s. A length
// of 0 means that there is none or half a pair.
func escape(s []byte) (r rune, n int) {
	if len(s) < 2 {
		return 0, 0
	}
	if c := unescaped[s[1]]; c != 0 {
		return rune(c), 2
	}
	r = hex4(s)
	switch {
	case r < 0:
		return 0, 0
	case !utf16.IsSurrogate(r):
		return r, 6
	}
	if r = utf16.DecodeRune(r, hex4(s[6:])); r != utf8.RuneError {
		return r, 12
	}
	return 0, 0
}

var unescaped = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// hex4 reads \uXXXX, -1 if s does not begin so.
func hex4(s []byte) rune {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return -1
	}
	var r rune
	for _, c := range s[2:6] {
		d := hexDigit[c]
		if d == 0 {
			return -1
		}
		r = r<<4 | rune(d-1)
	}
	return r
}

// hexDigit holds each digit's value plus one.
var hexDigit = func() (t [256]uint8) {
	for i, c := range "0123456789abcdef" {
		t[c] = uint8(i + 1)
	}
	for i, c := range "ABCDEF" {
		t[c] = uint8(i + 11)
	}
	return t
}()
