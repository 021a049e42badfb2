package dom_test

import (
	"testing"

	"github.com/omg-go/omg/internal/leak"
)

func TestMain(m *testing.M) { leak.Main(m) }

// equal fails the test if got is not want.
func equal[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %#v, want %#v", what, got, want)
	}
}

// panics runs f and returns what it panicked with, as text.
func panics(t *testing.T, f func()) (text string) {
	t.Helper()
	defer func() {
		r := recover()
		if r == nil {
			t.Error("no panic")
			return
		}
		if err, ok := r.(error); ok {
			text = err.Error()
		} else {
			text, _ = r.(string)
		}
	}()
	f()
	return ""
}
