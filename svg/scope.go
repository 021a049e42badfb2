package svg

import (
	"strconv"
	"sync/atomic"
)

// A Scope makes names that no other Scope of the process makes, and always the same ones. Its
// zero value is ready: keep one where the drawing's owner is kept.
//
//	type Badge struct {
//		widget.Base
//		ids svg.Scope
//	}
//
//	templ (b *Badge) Render() {
//		@svg.New(…).Scope(b.ids.Name("seal")) { … }
//	}
//
// It is safe for concurrent use and must not be copied after its first use.
type Scope struct{ n atomic.Uint64 }

// Name returns the name of one part.
func (s *Scope) Name(part string) string {
	n := s.n.Load()
	if n == 0 {
		s.n.CompareAndSwap(0, scopes.Add(1))
		n = s.n.Load()
	}
	return scopeName(n) + "-" + part
}

var scopes atomic.Uint64

// newScope makes the name of a drawing that has none.
func newScope() string { return scopeName(scopes.Add(1)) }

func scopeName(n uint64) string { return "s" + strconv.FormatUint(n, 36) }
