package mirror

import (
	"context"
	"fmt"
	"reflect"

	"github.com/omg-go/omg/bridge"
)

// A Scope says whose pages may hold twins of an object. The zero value is
// [Everybody].
type Scope struct{ session, group string }

// Everybody is the scope of objects that every page may hold.
var Everybody Scope

// Session returns the scope of ctx's session alone. It panics if ctx has none.
func Session(ctx context.Context) Scope {
	s := bridge.FromContext(ctx)
	if s == nil {
		panic("mirror: Session outside of a session")
	}
	return Scope{session: s.ID()}
}

// Group returns the scope of the sessions that are in the group of that name,
// see [Join].
func Group(name string) Scope { return Scope{group: name} }

// ErrScope says that an object is not for the session in question.
var ErrScope = fmt.Errorf("mirror: %w: the object is not for this page", bridge.ErrRefused)

// SetScope says who may hold twins of o from now on. It is checked whenever o
// is sent or a twin comes back; pages outside of it lose the twins they have.
func (o *Object) SetScope(s Scope) {
	o.mu.Lock()
	o.scope = s
	st := o.state
	o.mu.Unlock()
	if st == nil {
		return
	}
	for _, tw := range st.all() {
		if !tw.table.admits(s) {
			tw.table.forget(tw, true)
		}
	}
}

func (o *Object) scopeNow() Scope {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.scope
}

// Join puts ctx's session into a group until it leaves or ends.
func Join(ctx context.Context, group string) {
	t := tableOf(bridge.FromContext(ctx))
	if t == nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.groups == nil {
		t.groups = map[string]struct{}{}
	}
	t.groups[group] = struct{}{}
}

// Leave takes ctx's session out of a group. Its page loses the twins of objects
// whose scope that is.
func Leave(ctx context.Context, group string) {
	t := tableOf(bridge.FromContext(ctx))
	if t == nil {
		return
	}
	t.mu.Lock()
	delete(t.groups, group)
	all := t.list()
	t.mu.Unlock()
	for _, tw := range all {
		if o := tw.state.self.Value(); o != nil && !t.admits(o.scopeNow()) {
			t.forget(tw, true)
		}
	}
}

// admits reports whether t's session is in s.
func (t *table) admits(s Scope) bool {
	if s.session != "" {
		return s.session == t.session.ID()
	}
	if s.group == "" {
		return true
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	_, ok := t.groups[s.group]
	return ok
}

// typeError says that an object was sent as two things.
type typeError struct{ got, was reflect.Type }

func (e *typeError) Error() string {
	return fmt.Sprintf("mirror: the object was sent as a *%s before, not as a *%s: send the whole first", e.was, e.got)
}
