package bridge

import "context"

// A Var is a variable of which each session has its own:
//
//	var cart bridge.Var[[]Item]
//
//	func (p *Shop) Add(ctx context.Context) { cart.Set(ctx, append(cart.Value(ctx), p.Item)) }
//
// The zero Var is ready to use. It must not be copied: its address is its name.
type Var[T any] struct{ _ byte }

// A variable is the value of a Var in one session. They stand in a list, as a
// session has few and a map takes as much as all the rest of one that idles.
type variable struct {
	of    any // the *Var
	value any
	next  *variable
}

// variable returns that of v, nil if there is none. s.mu is held.
func (s *Session) variable(v any) *variable {
	at := s.vars
	for at != nil && at.of != v {
		at = at.next
	}
	return at
}

// Value returns the value in ctx's session, the zero T if none was set or ctx
// has no session. It is safe for concurrent use.
func (v *Var[T]) Value(ctx context.Context) T {
	var value T
	if s := FromContext(ctx); s != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		if at := s.variable(v); at != nil {
			value, _ = at.value.(T)
		}
	}
	return value
}

// Set sets the value in ctx's session. It panics if ctx has none. It is safe for
// concurrent use; to read and then set is not, outside of a turn.
func (v *Var[T]) Set(ctx context.Context, value T) {
	s := FromContext(ctx)
	if s == nil {
		panic("bridge: Var.Set outside of a session")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	at := s.variable(v)
	if at == nil {
		at = &variable{of: v, next: s.vars}
		s.vars = at
	}
	at.value = value
}
