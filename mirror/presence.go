package mirror

import (
	"context"
	"slices"

	"github.com/omg-go/omg/bridge"
)

// Presence tells who holds a twin of an object. It is a mirrored object itself:
// pages can hold its twin, and widgets can watch it.
type Presence struct {
	Object
	Here []Visitor `omg:"mirrored"`

	last  int
	known map[*bridge.Session]int
	crowd *crowd // see Share
}

// A Visitor is a page that holds a twin.
type Visitor struct {
	ID   int    // another one for each page, counted from 1
	Name string // as the program calls its user
}

// PresenceOf returns who holds a twin of o from now on. It asks name, with the
// session's context, what to call whom; name may be nil and must not wait.
//
// A page is here from the first sending of o until its session ends, [Release] is
// called, or it leaves the scope: a page that is away for a moment is not gone.
//
// With [Share] it tells of the pages of other processes too.
func PresenceOf(o Mirrored, name func(ctx context.Context) string) (*Presence, error) {
	st, err := stateOf(o)
	if err != nil {
		return nil, err
	}
	p := &Presence{known: map[*bridge.Session]int{}}
	st.mu.Lock()
	defer st.mu.Unlock()
	st.hooks = append(slices.Clip(st.hooks), func(ctx context.Context, made bool) { p.note(ctx, name, made) })
	return p, nil
}

func (p *Presence) note(ctx context.Context, name func(context.Context) string, made bool) {
	text := ""
	if made && name != nil {
		text = name(ctx)
	}
	s := bridge.FromContext(ctx)
	p.Update(context.Background(), func() {
		if made {
			p.last++
			p.known[s] = p.last
			p.Here = append(p.Here, Visitor{p.last, text})
		} else {
			id := p.known[s]
			delete(p.known, s)
			p.Here = slices.DeleteFunc(p.Here, func(v Visitor) bool { return v.ID == id })
		}
		SyncSlot(context.Background(), p, &p.Here)
		if p.crowd != nil {
			p.crowd.changed()
		}
	})
}
