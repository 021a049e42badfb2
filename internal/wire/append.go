package wire

import (
	"strconv"
	"unicode/utf8"
)

// AppendUint appends n as a plain number. Sequence numbers, ids and counts are
// written so; they stay below 2^53.
func AppendUint(b []byte, n uint64) []byte { return strconv.AppendUint(b, n, 10) }

// AppendString appends s as a JSON string for the socket, in its shortest
// form. Invalid UTF-8 becomes U+FFFD, and U+2028 and U+2029, which end a line
// in JavaScript, are escaped.
func AppendString[S ~string | ~[]byte](b []byte, s S) []byte {
	return appendString(b, s, &plain)
}

// AppendHTMLString is [AppendString] for JSON that is put into a page: it
// escapes <, > and & too, so that the result is safe in a script element and
// in an attribute that is quoted once more.
func AppendHTMLString[S ~string | ~[]byte](b []byte, s S) []byte {
	return appendString(b, s, &plainHTML)
}

var plainHTML = func() [256]bool {
	t := plain
	t['<'], t['>'], t['&'] = false, false, false
	return t
}()

func appendString[S ~string | ~[]byte](b []byte, s S, safe *[256]bool) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		if safe[s[i]] {
			i++
			continue
		}
		n := runeLen(s, i)
		if n > 0 {
			i += n
			continue
		}
		b = append(b, s[from:i]...)
		b, n = appendEscaped(b, s, i)
		i += n
		from = i
	}
	b = append(b, s[from:]...)
	return append(b, '"')
}

// runeLen returns the length of a rune beyond ASCII that needs no escape, else 0.
func runeLen[S ~string | ~[]byte](s S, i int) int {
	if s[i] < utf8.RuneSelf {
		return 0
	}
	r, n := decodeRune(s, i)
	if r == utf8.RuneError && n == 1 || r == '\u2028' || r == '\u2029' {
		return 0
	}
	return n
}

func decodeRune[S ~string | ~[]byte](s S, i int) (rune, int) {
	return utf8.DecodeRuneInString(string(s[i:min(i+utf8.UTFMax, len(s))]))
}

// appendEscaped appends the escape for what stands at i, and says how many
// bytes that was.
func appendEscaped[S ~string | ~[]byte](b []byte, s S, i int) ([]byte, int) {
	switch c := s[i]; {
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
	r, n := decodeRune(s, i)
	if r == utf8.RuneError {
		return append(b, "�"...), n
	}
	return append(b, '\\', 'u', '2', '0', '2', hexDigits[r&15]), n
}

const hexDigits = "0123456789abcdef"
