package mirror

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"reflect"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/wire"
)

// SyncSlot brings a mirrored slot of o, named by its address, up to date.
//
// Here it sends the value to all twins, in all sessions; it waits for none of
// them, and a page that is away gets the newest value when it comes back. In a
// turn, it is sent when the turn ends or waits, before the turn's calls, however
// often it changed; inside [Object.Update], when that ends; else at once.
//
// In the page it gets the value from the original: when it returns, the twin has
// it.
//
// The error names a slot that is not mirrored, which is a mistake of the
// program; in the page it is that of the call.
//
//omg:slot pull
func SyncSlot(ctx context.Context, o Mirrored, slot any) error {
	obj := o.mirrored()
	p := reflect.ValueOf(slot)
	if p.Kind() != reflect.Pointer || p.IsNil() {
		return fmt.Errorf("mirror: SyncSlot of %T: name the slot as &obj.Field", slot)
	}
	st := obj.known()
	sh := shapeOf(reflect.TypeOf(o).Elem())
	if st != nil {
		sh = st.shape
	}
	i, err := sh.slotAt(obj, p.Pointer(), p.Type().Elem())
	if err != nil || st == nil {
		return err
	}
	obj.changed(ctx, st, 1<<i)
	return nil
}

// Notify tells all twins of o that the data behind it changed: each page calls
// its SyncData method, once however often that was. It waits for no page. Package
// datasync is made of it.
func Notify(ctx context.Context, o Mirrored) {
	obj := o.mirrored()
	if st := obj.known(); st != nil {
		obj.changed(ctx, st, epochSlot)
	}
}

// changed sends slots when their time comes.
func (o *Object) changed(ctx context.Context, st *state, which slots) {
	o.mu.Lock()
	if o.updater != nil {
		o.pending |= which
		o.mu.Unlock()
		return
	}
	o.mu.Unlock()
	if bridge.InTurn(ctx) {
		if t := tableOf(bridge.FromContext(ctx)); t != nil {
			t.note(o, which)
			return
		}
	}
	o.publish(st, which, true)
}

// publish encodes slots, once, and has them sent to all twins, and if share is
// set, to other processes.
func (o *Object) publish(st *state, which slots, share bool) {
	o.read(func() {
		st.mu.Lock()
		defer st.mu.Unlock()
		for i := range st.shape.slots {
			if which&(1<<i) != 0 {
				st.renew(o, i)
			}
		}
		if which&epochSlot != 0 {
			st.epoch++
		}
	})
	for _, tw := range st.all() {
		tw.mark(which)
	}
	if share {
		st.toBus(which)
	}
}

// renew gives slot i a new revision, with the value it has now. st.mu is held,
// and the object's read lock: so a later revision is a later value.
func (st *state) renew(o *Object, i int) {
	v := &st.values[i]
	v.revision++
	if st.shape.slots[i].refs {
		return
	}
	raw, err := wire.Append(nil, st.shape.slot(o, i), nil)
	if err != nil {
		slog.Error("mirror: a slot cannot cross", "slot", st.shape.typ.String()+"."+st.shape.slots[i].name, "err", err)
		return
	}
	v.raw = raw
}

func report(s *bridge.Session, sh *shape, slot string, err error) {
	slog.Error("mirror: a slot cannot cross", "session", s.ID()[:6], "slot", sh.typ.String()+"."+slot, "err", err)
}

// pull has the page that calls it get the value that a slot has now, before the
// answer.
//
//omg:rpc
func pull(ctx context.Context, o any, slot string) error {
	tw, obj, i, err := held(ctx, o, slot)
	if err != nil {
		return err
	}
	st := tw.state
	obj.read(func() {
		st.mu.Lock()
		defer st.mu.Unlock()
		st.refresh(obj, i)
	})
	tw.mark(1 << i)
	return nil
}

// refresh gives slot i a new revision if its value is not that which was sent.
func (st *state) refresh(o *Object, i int) {
	old := st.values[i]
	st.renew(o, i)
	if st.values[i].raw != nil && bytes.Equal(old.raw, st.values[i].raw) {
		st.values[i] = old
	}
}

// held returns the twin of o in ctx's session, and the index of a slot.
func held(ctx context.Context, o any, slot string) (*twin, *Object, int, error) {
	m, ok := o.(Mirrored)
	t := tableOf(bridge.FromContext(ctx))
	if !ok || t == nil {
		return nil, nil, 0, bridge.UserError("arguments", fmt.Sprintf("mirror: %T is no mirrored object", o))
	}
	obj := m.mirrored()
	t.mu.Lock()
	tw := t.of[obj.known()]
	t.mu.Unlock()
	if tw == nil {
		return nil, nil, 0, bridge.ErrReleased
	}
	i := tw.state.shape.slotNamed(slot)
	if i < 0 {
		return nil, nil, 0, bridge.UserError("arguments", fmt.Sprintf("mirror: %s has no mirrored slot %q", tw.state.shape.typ, slot))
	}
	return tw, obj, i, nil
}

// Release ends the twin of o in ctx's session. What the page still does with it
// is refused, and if o is sent again, it gets a new twin. It can be called on
// either side.
//
//omg:rpc
func Release(ctx context.Context, o any) error {
	m, ok := o.(Mirrored)
	t := tableOf(bridge.FromContext(ctx))
	if !ok || t == nil {
		return bridge.UserError("arguments", fmt.Sprintf("mirror: %T is no mirrored object", o))
	}
	t.mu.Lock()
	tw := t.of[m.mirrored().known()]
	t.mu.Unlock()
	if tw != nil {
		t.forget(tw, true)
	}
	return nil
}

// What the page may call once it holds a twin.
const (
	rpcPull    = "github.com/omg-go/omg/mirror.pull"
	rpcPropose = "github.com/omg-go/omg/mirror.propose"
	rpcRelease = "github.com/omg-go/omg/mirror.Release"
)
