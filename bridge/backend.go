package bridge

import (
	"bytes"
	"context"
	"fmt"
	"reflect"
	"slices"
	"sync"

	"github.com/omg-go/omg/internal/wire"
)

// A backend is a Go function that pages may call. invoke decodes the arguments
// strictly, runs it, and returns what is to cross.
type backend struct {
	name   string
	types  []reflect.Type // arguments, then result or nil: what a signature covers
	values []reflect.Type // those of them that cross
	invoke func(ctx context.Context, args wire.Elements, h wire.Handles) (any, error)
}

var backends = struct {
	sync.RWMutex
	m map[string]*backend
}{m: map[string]*backend{}}

// register adds f. Its types are checked when it is made, as a program that
// cannot work should not start.
func register(f *backend) {
	for _, t := range f.values {
		if err := wire.Check(t); err != nil {
			panic(fmt.Sprintf("bridge: RPC %s: %v", f.name, err))
		}
	}
	backends.Lock()
	defer backends.Unlock()
	if backends.m[f.name] != nil {
		panic(fmt.Sprintf("bridge: RPC %s is registered twice", f.name))
	}
	backends.m[f.name] = f
}

func backendNamed(name string) *backend {
	backends.RLock()
	defer backends.RUnlock()
	return backends.m[name]
}

// backendIn returns the function whose name raw is, nil if there is none.
func backendIn(raw wire.Raw) *backend {
	if len(raw) < 2 || raw[0] != '"' {
		return nil
	}
	if bytes.IndexByte(raw, '\\') >= 0 {
		name, _ := raw.Text()
		return backendNamed(name)
	}
	backends.RLock()
	defer backends.RUnlock()
	return backends.m[string(raw[1:len(raw)-1])] // makes no string
}

// RPCs returns the names of all functions that pages may be granted, sorted.
func RPCs() []string {
	backends.RLock()
	defer backends.RUnlock()
	names := make([]string, 0, len(backends.m))
	for name := range backends.m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Grant lets the page of s call the backend functions of those names. What s is
// sent through [Session.Function] grants what its code names; Grant is for the
// rest, such as a console. Names that nobody has registered yet do no harm, and no good.
func (s *Session) Grant(names ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.grant(names)
}

// grant is Grant with s.mu held.
func (s *Session) grant(names []string) {
	if s.granted == nil && len(names) > 0 {
		s.granted = map[*backend]struct{}{}
	}
	for _, name := range names {
		if f := backendNamed(name); f != nil {
			s.granted[f] = struct{}{}
		}
	}
}

// grants reports whether the page of s may call f.
func (s *Session) grants(f *backend) bool {
	s.mu.Lock()
	_, ok := s.granted[f]
	s.mu.Unlock()
	return ok
}

// refused logs that the page may not call what it named. The error does not tell
// whether it exists.
func (s *Session) refused(name string) error {
	s.hub.counts.Refused.Add(1)
	s.hub.options.Log.Warn("bridge: refused a call", "session", s.id[:6], "func", name, "granted", s.grants(backendNamed(name)))
	return ErrRefused
}
