package wire

import (
	"strconv"
	"unicode/utf8"
	"unsafe"
)

// AppendUint appends n as a plain number. Sequence numbers, ids and counts are
// written so; they stay below 2^53.
func AppendUint(b []byte, n uint64) []byte { return strconv.AppendUint(b, n, 10) }

// AppendString appends s as a JSON string for the socket, in its shortest
// form. Invalid UTF-8 becomes U+FFFD, and U+2028 and U+2029, which end a line
// in JavaScript, are escaped.
func AppendString[S ~string | ~[]byte](b []byte, s S) []byte {
	return appendString(b, view(s))
}

// view returns the bytes of s itself, not to be changed: a slice begins as a
// string does.
func view[S ~string | ~[]byte](s S) []byte {
	return unsafe.Slice(unsafe.StringData(*(*string)(unsafe.Pointer(&s))), len(s))
}

func appendString(b, s []byte) []byte {
	b = append(b, '"')
	from := 0
	for i := plainLen(s); i < len(s); i += plainLen(s[i:]) {
		n := runeLen(s[i:])
		if n == 0 {
			b = append(b, s[from:i]...)
			b, n = appendEscaped(b, s[i:])
			from = i + n
		}
		i += n
	}
	b = append(b, s[from:]...)
	return append(b, '"')
}

// runeLen returns the length of the rune at the start of s if that is beyond
// ASCII and needs no escape, else 0.
func runeLen(s []byte) int {
	if s[0] < utf8.RuneSelf {
		return 0
	}
	r, n := utf8.DecodeRune(s)
	if r == utf8.RuneError && n == 1 || r == '\u2028' || r == '\u2029' {
		return 0
	}
	return n
}

// appendEscaped appends the escape for what s begins with, and says how many
// bytes that was.
func appendEscaped(b, s []byte) ([]byte, int) {
	switch c := s[0]; {
	case c == '"' || c == '\\':
		return append(b, '\\', c), 1
	case c == '\n':
		return append(b, '\\', 'n'), 1
	case c == '\r':
		return append(b, '\\', 'r'), 1
	case c == '\t':
		return append(b, '\\', 't'), 1
	case c < utf8.RuneSelf:
		return append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15]), 1
	}
	r, n := utf8.DecodeRune(s)
	if r == utf8.RuneError {
		return append(b, "�"...), n
	}
	return append(b, '\\', 'u', '2', '0', '2', hexDigits[r&15]), n
}

const hexDigits = "0123456789abcdef"
