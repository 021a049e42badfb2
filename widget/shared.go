package widget

import (
	"context"
	"sync"
	"sync/atomic"
)

// Shared is embedded in an object that several sessions show. It has the
// object's lock and knows the widgets that watch it.
//
//	type Board struct {
//		widget.Shared
//		Cards []Card
//	}
//
// Change the object in [Shared.Update] and read it in [Shared.View]; the Render
// of a widget that watches it runs under its read lock already. The zero value is
// ready; a Shared must not be copied.
type Shared struct {
	mu       sync.RWMutex
	id       atomic.Uint64
	list     sync.Mutex
	watchers map[*mount]struct{}
	changes  atomic.Uint64
}

// Watched is an object that embeds [Shared].
type Watched interface{ shared() *Shared }

func (s *Shared) shared() *Shared { return s }

var lastShared atomic.Uint64

// order returns s's place in the order in which locks are taken.
func (s *Shared) order() uint64 {
	if id := s.id.Load(); id != 0 {
		return id
	}
	s.id.CompareAndSwap(0, lastShared.Add(1))
	return s.id.Load()
}

// Update runs fn, which changes the object, under its lock; afterwards every
// widget that watches the object is marked, in all sessions.
//
// fn may not wait for the browser. Update within View or Render of the same
// object, or within its own Update, returns [ErrNested]; a nested call is known
// by its ctx. If fn panics the widgets are marked all the same.
func (s *Shared) Update(ctx context.Context, fn func()) error {
	allow, err := enter(ctx, s, true)
	if err != nil {
		return err
	}
	defer allow()
	defer s.changed()
	s.mu.Lock()
	defer s.mu.Unlock()
	fn()
	return nil
}

// View runs fn, which only reads the object, under its read lock. Within a
// Render that holds the lock already it just runs fn. fn may not wait for the
// browser.
func (s *Shared) View(ctx context.Context, fn func()) error {
	if holds(ctx, s) {
		fn()
		return nil
	}
	allow, err := enter(ctx, s, false)
	if err != nil {
		return err
	}
	defer allow()
	s.mu.RLock()
	defer s.mu.RUnlock()
	fn()
	return nil
}

func (s *Shared) changed() {
	s.changes.Add(1)
	s.list.Lock()
	defer s.list.Unlock()
	for m := range s.watchers {
		m.tree.mark(m)
	}
}

func (s *Shared) add(m *mount) {
	s.list.Lock()
	defer s.list.Unlock()
	if s.watchers == nil {
		s.watchers = map[*mount]struct{}{}
	}
	s.watchers[m] = struct{}{}
}

func (s *Shared) remove(m *mount) {
	s.list.Lock()
	defer s.list.Unlock()
	delete(s.watchers, m)
}
