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

// Value returns the value in ctx's session, the zero T if none was set or ctx
// has no session. It is safe for concurrent use.
func (v *Var[T]) Value(ctx context.Context) T {
	var value T
	if s := FromContext(ctx); s != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		value, _ = s.vars[v].(T)
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
	if s.vars == nil {
		s.vars = map[any]any{}
	}
	s.vars[v] = value
}
