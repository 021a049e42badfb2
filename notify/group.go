package notify

import (
	"context"
	"iter"
	"maps"
	"slices"
	"sync"

	"github.com/omg-go/omg/bridge"
)

// groups are the sessions by the groups that they joined.
var groups = struct {
	sync.Mutex
	of map[string]map[*bridge.Session]struct{}
}{of: map[string]map[*bridge.Session]struct{}{}}

// Join puts ctx's session into a group until it ends: a user with all his tabs, a
// team, a role. Joining twice does nothing. It is best done in the Mount of the
// page's widget, once it is known who the user is.
//
// Groups are of this process; a program of many tells the others by package bus.
func Join(ctx context.Context, group string) {
	s := bridge.FromContext(ctx)
	if s == nil {
		panic("notify: Join outside of a session")
	}
	groups.Lock()
	defer groups.Unlock()
	if _, in := groups.of[group][s]; in {
		return
	}
	if groups.of[group] == nil {
		groups.of[group] = map[*bridge.Session]struct{}{}
	}
	groups.of[group][s] = struct{}{}
	s.OnEnd(func(context.Context) { leaveGroup(s, group) })
}

// Leave takes ctx's session out of a group.
func Leave(ctx context.Context, group string) {
	if s := bridge.FromContext(ctx); s != nil {
		leaveGroup(s, group)
	}
}

func leaveGroup(s *bridge.Session, group string) {
	groups.Lock()
	defer groups.Unlock()
	delete(groups.of[group], s)
	if len(groups.of[group]) == 0 {
		delete(groups.of, group)
	}
}

// Group returns the sessions in a group as they are when it is ranged over.
func Group(group string) iter.Seq[*bridge.Session] {
	return func(yield func(*bridge.Session) bool) {
		groups.Lock()
		members := slices.Collect(maps.Keys(groups.of[group]))
		groups.Unlock()
		for _, s := range members {
			if !yield(s) {
				return
			}
		}
	}
}
