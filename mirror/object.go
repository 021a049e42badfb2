package mirror

import (
	"context"
	"reflect"
	"runtime"
	"sync"
	"unsafe"
	"weak"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

// Object is embedded in a struct whose values have twins in pages. The zero
// value is ready; an Object must not be copied, and values cross as pointers.
//
// It has the lock of package widget's Shared: [Object.Update] changes the
// object, View reads it, and widgets can watch it.
type Object struct {
	widget.Shared

	mu      sync.Mutex
	scope   Scope
	state   *state // nil until the first twin, or Share
	updater any    // the goroutine that runs Update
	pending slots  // to be synchronised when the running Update ends
}

// Mirrored is a pointer to a struct that embeds [Object].
type Mirrored interface {
	widget.Watched
	bridge.Twinned
	mirrored() *Object
}

func (o *Object) mirrored() *Object { return o }

// WireReference says that the object crosses as a reference.
func (*Object) WireReference() {}

// TwinsIn is for the bridge.
func (*Object) TwinsIn(s *bridge.Session) bridge.Twins { return tableOf(s) }

// Update runs fn, which changes the object, under its lock. Afterwards the
// widgets that watch the object are redrawn, and the slots for which fn called
// [SyncSlot] are sent. See Update of package widget's Shared for the rest.
func (o *Object) Update(ctx context.Context, fn func()) error {
	defer o.updated(ctx)
	return o.Shared.Update(ctx, func() {
		o.setUpdater(bridge.Here())
		defer o.setUpdater(nil)
		fn()
	})
}

func (o *Object) setUpdater(goroutine any) {
	o.mu.Lock()
	o.updater = goroutine
	o.mu.Unlock()
}

// read runs fn under the read lock, or as it is on the goroutine that updates.
func (o *Object) read(fn func()) error {
	o.mu.Lock()
	mine := o.updater != nil && o.updater == bridge.Here()
	o.mu.Unlock()
	if mine {
		fn()
		return nil
	}
	return o.View(context.Background(), fn)
}

// updated sends what an Update has marked.
func (o *Object) updated(ctx context.Context) {
	o.mu.Lock()
	st, pending := o.state, o.pending
	if o.updater != nil {
		pending = 0 // of another Update, which runs now
	} else {
		o.pending = 0
	}
	o.mu.Unlock()
	if pending != 0 && st != nil {
		o.changed(ctx, st, pending)
	}
}

// state is what an object with twins has more. It must not point to the object,
// which is to be collected when the program and the pages have dropped it.
type state struct {
	shape *shape
	self  weak.Pointer[Object]

	mu     sync.Mutex
	values []value // by slot
	epoch  uint64
	twins  []*twin
	hooks  []func(ctx context.Context, made bool) // of Presence
	share  *share
}

// value is what was last said of a slot.
type value struct {
	revision uint64
	raw      []byte // nil where it differs from session to session
}

// stateOf returns the state of o, which is made for o's type if there is none:
// what is sent first says what the whole object is.
func stateOf(o Mirrored) (*state, error) {
	obj, t := o.mirrored(), reflect.TypeOf(o).Elem()
	obj.mu.Lock()
	defer obj.mu.Unlock()
	if st := obj.state; st != nil {
		if _, part := st.shape.parts[t]; st.shape.typ != t && !part {
			return nil, &typeError{t, st.shape.typ}
		}
		return st, nil
	}
	sh := shapeOf(t)
	st := &state{shape: sh, self: weak.Make(obj), values: make([]value, len(sh.slots))}
	for i := range st.values {
		st.values[i].revision = 1
	}
	obj.state = st
	runtime.AddCleanup(obj, (*state).collected, st)
	return st, nil
}

// known returns the state of o, nil if it has none.
func (o *Object) known() *state {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.state
}

// collected drops the records of an object that is no more.
func (st *state) collected() {
	for _, tw := range st.all() {
		tw.table.forget(tw, true)
	}
}

// all returns the twins that there are.
func (st *state) all() []*twin {
	st.mu.Lock()
	defer st.mu.Unlock()
	return append([]*twin(nil), st.twins...)
}

func (st *state) add(tw *twin) {
	st.mu.Lock()
	defer st.mu.Unlock()
	tw.index = len(st.twins)
	st.twins = append(st.twins, tw)
}

func (st *state) remove(tw *twin) {
	st.mu.Lock()
	defer st.mu.Unlock()
	last := len(st.twins) - 1
	if tw.index > last || st.twins[tw.index] != tw {
		return
	}
	st.twins[tw.index] = st.twins[last]
	st.twins[tw.index].index = tw.index
	st.twins[last] = nil
	st.twins = st.twins[:last]
}

// base returns where the value of sh's type begins that o is embedded in.
func (sh *shape) base(o *Object) unsafe.Pointer {
	return unsafe.Add(unsafe.Pointer(o), -int(sh.object))
}

// whole returns the pointer to the whole object, as a program has it.
func (sh *shape) whole(o *Object) reflect.Value { return reflect.NewAt(sh.typ, sh.base(o)) }

// slot returns the value of slot i of o, which can be set.
func (sh *shape) slot(o *Object, i int) reflect.Value {
	f := &sh.slots[i]
	return reflect.NewAt(f.typ, unsafe.Add(sh.base(o), f.offset)).Elem()
}

// part returns the pointer to an embedded struct of the object.
func (sh *shape) part(o *Object, t reflect.Type, at uintptr) reflect.Value {
	return reflect.NewAt(t, unsafe.Add(sh.base(o), at))
}
