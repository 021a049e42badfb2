package bus

import (
	"fmt"
	"iter"
	"strings"
)

// CheckKey returns an error that wraps [ErrKey] when key is not a well-formed key or
// topic. Engines call it first, so that all of them accept the same keys.
func CheckKey(key string) error {
	if key == "" || len(key) > MaxKey || !wellFormed(key) {
		return fmt.Errorf("%w: %q", ErrKey, clip(key))
	}
	return nil
}

// CheckPrefix returns an error that wraps [ErrKey] when prefix is neither empty, nor a
// key, nor a key followed by a dot.
func CheckPrefix(prefix string) error {
	if prefix == "" {
		return nil
	}
	return CheckKey(strings.TrimSuffix(prefix, "."))
}

// Covers reports whether a watch of prefix sees key.
func Covers(prefix, key string) bool {
	if isKey(prefix) {
		return prefix == key
	}
	return strings.HasPrefix(key, prefix)
}

// isKey tells the watch of one key from that of all below a prefix.
func isKey(prefix string) bool { return prefix != "" && !strings.HasSuffix(prefix, ".") }

// wellFormed wants parts of at least one sign each, with a dot between them.
func wellFormed(key string) bool {
	dot := true
	for i := 0; i < len(key); i++ {
		isDot := key[i] == '.'
		if isDot && dot || !isDot && !keySign(key[i]) {
			return false
		}
		dot = isDot
	}
	return !dot
}

func keySign(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' ||
		c == '-' || c == '_' || c == '=' || c == '/'
}

// prefixes yields every prefix whose watch sees key, so that a change finds its
// watches by a few look-ups instead of asking all of them.
func prefixes(key string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if !yield("") {
			return
		}
		for i := 0; i < len(key); i++ {
			if key[i] == '.' && !yield(key[:i+1]) {
				return
			}
		}
		yield(key)
	}
}

// clip keeps a hostile key from filling a log.
func clip(key string) string {
	const enough = 64
	if len(key) > enough {
		return key[:enough] + "…"
	}
	return key
}
