package js

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Quote returns a literal whose characters are the bytes of s.
func Quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := range len(s) {
		quoteByte(&b, s[i])
	}
	b.WriteByte('"')
	return b.String()
}

func quoteByte(b *strings.Builder, c byte) {
	if escape(b, rune(c)) {
		return
	}
	if c < ' ' || c >= 0x7f {
		fmt.Fprintf(b, "\\x%02x", c)
		return
	}
	b.WriteByte(c)
}

func escape(b *strings.Builder, r rune) bool {
	switch r {
	case '"', '\\':
		b.WriteByte('\\')
		b.WriteRune(r)
	case '\n':
		b.WriteString(`\n`)
	case '\t':
		b.WriteString(`\t`)
	case '\r':
		b.WriteString(`\r`)
	default:
		return false
	}
	return true
}

// QuoteText returns a literal of the text s, which is UTF-8. Invalid bytes
// become U+FFFD.
func QuoteText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if escape(&b, r) {
			continue
		}
		if r < ' ' || r == utf8.RuneError || r == 0x2028 || r == 0x2029 || r == 0x7f {
			fmt.Fprintf(&b, "\\u%04x", r)
			continue
		}
		b.WriteRune(r)
	}
	b.WriteByte('"')
	return b.String()
}
