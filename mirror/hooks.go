package mirror

import (
	"context"

	"github.com/omg-go/omg/bridge"
)

// A Maker is told, in a turn of the session, when a page got a twin of it.
type Maker interface {
	TwinMade(ctx context.Context)
}

// A Goner is told, in a turn of the session, when a twin of it went: the session
// ended or left the scope, or [Release] was called.
type Goner interface {
	TwinGone(ctx context.Context)
}

// met runs the hooks of o for a twin in s that came or went.
func (st *state) met(s *bridge.Session, o *Object, made bool) {
	st.mu.Lock()
	hooks := st.hooks
	st.mu.Unlock()
	for _, f := range hooks {
		f(s.Context(), made)
	}
	whole := st.shape.whole(o).Interface()
	if m, ok := whole.(Maker); ok && made {
		s.Start(func() { m.TwinMade(s.Context()) })
	}
	if g, ok := whole.(Goner); ok && !made {
		if s.Context().Err() != nil {
			g.TwinGone(s.Context()) // the last turn
			return
		}
		s.Start(func() { g.TwinGone(s.Context()) })
	}
}
