package wire

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// plain marks the bytes that stand for themselves in a string.
var plain = func() (t [256]bool) {
	for c := 0x20; c < utf8.RuneSelf; c++ {
		t[c] = c != '"' && c != '\\'
	}
	return t
}()

// plainLen returns how many plain bytes b begins with. Strings are most of what
// crosses, so it looks at eight bytes at a time.
func plainLen(b []byte) int {
	n := 0
	for ; len(b)-n >= 8; n += 8 {
		if odd := oddBytes(binary.LittleEndian.Uint64(b[n:])); odd != 0 {
			return n + bits.TrailingZeros64(odd)/8
		}
	}
	for n < len(b) && plain[b[n]] {
		n++
	}
	return n
}

const (
	each = 0x0101010101010101 // times a byte: that byte eight times
	high = each * 0x80
)

// oddBytes sets the high bit of the lowest byte of x that is not plain. Those
// above it mean nothing, as what is borrowed there carries on.
func oddBytes(x uint64) uint64 {
	control := x - each*0x20
	quote := (x ^ each*'"') - each
	backslash := (x ^ each*'\\') - each
	return (x | control | quote | backslash) & high
}

// skipText returns the length of the string at the start of b.
func skipText(b []byte) int {
	i := 1
	for i < shortText && len(b)-i >= 8 {
		end := endBytes(binary.LittleEndian.Uint64(b[i:]))
		if end == 0 {
			i += 8
			continue
		}
		if i += bits.TrailingZeros64(end) / 8; b[i] == '"' {
			return i + 1
		}
		i += 2 // the escape
	}
	return skipLong(b, i)
}

// endBytes sets the high bit of the lowest byte of x that is a quote or a
// backslash, as [oddBytes] does.
func endBytes(x uint64) uint64 {
	quote, backslash := x^each*'"', x^each*'\\'
	return ((quote-each)&^quote | (backslash-each)&^backslash) & high
}

// shortText is up to where looking at eight bytes is faster than a search.
const shortText = 64

// skipLong is skipText from at, which is within the string: up to the first
// quote behind an even number of backslashes.
func skipLong(b []byte, at int) int {
	for at < len(b) {
		n := bytes.IndexByte(b[at:], '"')
		if n < 0 {
			break
		}
		end := at + n
		escapes := end
		for escapes > at && b[escapes-1] == '\\' {
			escapes--
		}
		if at = end + 1; (end-escapes)%2 == 0 {
			return at
		}
	}
	return len(b)
}
