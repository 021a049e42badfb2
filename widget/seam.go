package widget

import (
	"context"
	"slices"

	"github.com/omg-go/omg/bridge"
)

// Message kinds of this package.
const (
	kindEvent = 0 // page to server: [0,widget,handler,data…]
	kindPatch = 0 // server to page: [0,widget,operation…]
	kindLost  = 9 // page to server: [9,widget]
)

// trees finds the tree of a session.
var trees bridge.Var[*Tree]

// treeOf returns the tree of ctx's session, nil if there is none.
func treeOf(ctx context.Context) *Tree { return trees.Value(ctx) }

var _ bridge.Coalescer = (*Tree)(nil)

// enter prepares for s being locked: waiting for the page becomes an error, and
// so does a nested Update.
func enter(ctx context.Context, s *Shared, write bool) (leave func(), err error) {
	where := "View"
	if write {
		where = "Update"
	}
	t := treeOf(ctx)
	if t != nil && !bridge.InTurn(ctx) {
		t = nil // another goroutine: not our business what it holds
	}
	if holds(ctx, s) || t != nil && slices.Contains(t.updating, s) {
		return nil, ErrNested
	}
	if t != nil {
		t.updating = append(t.updating, s)
	}
	allow := bridge.Forbid(ctx, where)
	return func() {
		allow()
		if t != nil {
			t.updating = t.updating[:len(t.updating)-1]
		}
	}, nil
}
