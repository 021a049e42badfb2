package mirror

import (
	"context"
	"fmt"
	"reflect"

	"github.com/omg-go/omg/bridge"
)

// SetSlot proposes a value for a slot with the tag `omg:"mirrored,write"`, named
// by its address.
//
// In the page the twin shows the value at once; SetSlot returns when the backend
// has answered. A newer proposal for the same slot takes the place of one that
// has not left yet, and that one returns an error with the text "superseded".
// What the backend refuses is taken back, and the twin shows what is confirmed,
// or a newer proposal.
//
// On the backend it does what a page's proposal leads to there: the method
// SetField(ctx, new, old, stale), if the type has one, may change the value or
// refuse it by an error; then the value is set in [Object.Update] and sent to all
// twins. stale says that the slot had changed when the proposal came. Without
// such a method a stale string is refused with [ErrStale], other stale values
// win.
//
//omg:slot propose
func SetSlot[T any](ctx context.Context, o Mirrored, slot *T, value T) error {
	obj := o.mirrored()
	st, err := stateOf(o)
	if err != nil {
		return err
	}
	p := reflect.ValueOf(slot)
	i, err := st.shape.slotAt(obj, p.Pointer(), p.Type().Elem())
	if err != nil {
		return err
	}
	return st.set(ctx, obj, i, reflect.ValueOf(&value).Elem(), false)
}

// ErrStale says that a text was changed by somebody else first.
var ErrStale = bridge.UserError("stale", "somebody else has changed this meanwhile")

// propose takes the value that a page proposes for a slot, which it saw at
// revision base. The value that the slot has then reaches the page before the
// answer.
//
//omg:rpc
//omg:through $propose
func propose(ctx context.Context, o any, slot string, value bridge.Value, base uint64) error {
	tw, obj, i, err := held(ctx, o, slot)
	if err != nil {
		return err
	}
	st := tw.state
	s := &st.shape.slots[i]
	if !s.write {
		return bridge.UserError("refused", fmt.Sprintf("mirror: pages do not write %s.%s", st.shape.typ, s.name))
	}
	v := reflect.New(s.typ)
	if err := value.Decode(v.Interface()); err != nil {
		return bridge.UserError("arguments", err.Error())
	}
	st.mu.Lock()
	stale := base != st.values[i].revision
	st.mu.Unlock()
	return st.set(ctx, obj, i, v.Elem(), stale)
}

// set has slot i of o changed to v, or to what its setter makes of it.
func (st *state) set(ctx context.Context, o *Object, i int, v reflect.Value, stale bool) error {
	slot := st.shape.slot(o, i)
	old := reflect.New(slot.Type()).Elem()
	if err := o.View(ctx, func() { old.Set(slot) }); err != nil {
		return err
	}
	v, err := st.shape.normal(ctx, o, i, v, old, stale)
	if err != nil {
		return err
	}
	if err := o.Update(ctx, func() { slot.Set(v) }); err != nil {
		return err
	}
	o.publish(st, 1<<i, true)
	return nil
}

// normal asks the setter of slot i, if there is one.
func (sh *shape) normal(ctx context.Context, o *Object, i int, v, old reflect.Value, stale bool) (reflect.Value, error) {
	s := &sh.slots[i]
	if !s.setter.Func.IsValid() {
		if stale && s.typ.Kind() == reflect.String {
			return v, ErrStale
		}
		return v, nil
	}
	out := s.setter.Func.Call([]reflect.Value{sh.whole(o), reflect.ValueOf(ctx), v, old, reflect.ValueOf(stale)})
	err, _ := out[1].Interface().(error)
	return out[0], err
}
