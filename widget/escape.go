package widget

import (
	"bytes"
	"hash/maphash"
	"html"
)

func hash64(b []byte) uint64 { return maphash.Bytes(seed, b) }

// unescape returns what a parser makes of text, or of an attribute's value, where
// "&copy=" stands for itself.
func unescape(b []byte, attribute bool) []byte {
	if bytes.IndexByte(b, '&') < 0 {
		return b
	}
	if !attribute {
		return []byte(html.UnescapeString(string(b)))
	}
	out := make([]byte, 0, len(b))
	for len(b) > 0 {
		n := bytes.IndexByte(b, '&')
		if n < 0 {
			break
		}
		out = append(out, b[:n]...)
		end := entityEnd(b[n:])
		out = append(out, entity(b[n:n+end], b[n+end:])...)
		b = b[n+end:]
	}
	return append(out, b...)
}

// entityEnd returns where the entity at the beginning of b ends.
func entityEnd(b []byte) int {
	i := 1
	for i < len(b) && (isAlphanumeric(b[i]) || i == 1 && b[i] == '#') {
		i++
	}
	if i < len(b) && b[i] == ';' {
		i++
	}
	return i
}

func isAlphanumeric(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

// entity decodes one that stands in an attribute.
func entity(e, rest []byte) string {
	if last := e[len(e)-1]; last != ';' && len(rest) > 0 && rest[0] == '=' && len(e) > 1 && e[1] != '#' {
		return string(e)
	}
	decoded := html.UnescapeString(string(e))
	if e[len(e)-1] != ';' && len(e) > 1 && e[1] != '#' && len(decoded) > 0 && isAlphanumeric(decoded[len(decoded)-1]) {
		return string(e) // "&copyx": a letter follows the name
	}
	return decoded
}

// appendEscaped appends HTML as part of a JSON string. What the bridge sends is
// valid UTF-8 already: see draw.
func appendEscaped(b, s []byte) []byte {
	from := 0
	for i, c := range s {
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		b = append(b, s[from:i]...)
		from = i + 1
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\t':
			b = append(b, '\\', 't')
		default:
			b = append(b, '\\', 'u', '0', '0', "0123456789abcdef"[c>>4], "0123456789abcdef"[c&15])
		}
	}
	return append(b, s[from:]...)
}

func appendText(b, s []byte) []byte {
	return append(appendEscaped(append(b, '"'), s), '"')
}
