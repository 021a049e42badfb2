package bus_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/omg-go/omg/bus"
)

var keyForm = regexp.MustCompile(`^[-_=/a-zA-Z0-9]+(\.[-_=/a-zA-Z0-9]+)*$`)

func FuzzKey(f *testing.F) {
	for _, s := range []string{"", "a", "a.b", "a.", ".", "a..b", "ä", "a b", strings.Repeat("x", 256)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		err := bus.CheckKey(s)
		if want := keyForm.MatchString(s) && len(s) <= bus.MaxKey; want != (err == nil) {
			t.Errorf("CheckKey(%q) = %v", s, err)
		}
		if err != nil && !errors.Is(err, bus.ErrKey) {
			t.Errorf("CheckKey(%q) = %v, which is not ErrKey", s, err)
		}
		if err == nil && bus.CheckPrefix(s+".") != nil {
			t.Errorf("%q is a key and no prefix", s)
		}
	})
}

func TestCovers(t *testing.T) {
	for _, c := range []struct {
		prefix, key string
		want        bool
	}{
		{"", "a", true}, {"", "a.b.c", true},
		{"a.", "a.b", true}, {"a.", "a.b.c", true}, {"a.", "a", false}, {"a.", "ab.c", false},
		{"a", "a", true}, {"a", "a.b", false}, {"a", "ab", false},
	} {
		if got := bus.Covers(c.prefix, c.key); got != c.want {
			t.Errorf("Covers(%q, %q) = %t", c.prefix, c.key, got)
		}
	}
}
