package mirror

import (
	"context"
	"fmt"
	"reflect"
	"sync"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/wire"
)

// kindSlots is the kind of message that brings values of slots:
// [7,id,incarnation,"slot",revision,value,…], and alone, as [7,id], the end of
// a twin.
const kindSlots = 7

// incarnation orders the values of this process behind those of an earlier one.
var incarnation = uint64(time.Now().UnixMilli())

// ErrLimit says that a page holds as many twins as it may, by Twins of
// [bridge.Limits].
var ErrLimit = fmt.Errorf("mirror: %w: too many twins in one page", bridge.ErrLimit)

// table is what a session holds of mirrored objects. Its lock comes before those
// of the session and of states.
type table struct {
	session *bridge.Session

	mu      sync.Mutex
	twins   map[uint64]*twin
	of      map[*state]*twin
	dirty   []*twin  // with slots to send
	gone    []uint64 // twins whose end is to be told
	changed []change // by the running turn
	groups  map[string]struct{}
	ended   bool
}

// change is what a turn has changed of an object.
type change struct {
	object *Object
	slots  slots
}

// twin is what the server keeps of one. table.mu guards it, but index, which is
// its state's.
type twin struct {
	id     uint64
	table  *table
	state  *state
	hold   *Object // the original, as long as the page needs it
	sent   uint64  // how often, less what the page has released
	dirty  slots
	index  int // in state.twins
	ready  bool
	queued bool // in table.dirty
	over   bool
}

func tableOf(s *bridge.Session) *table {
	if s == nil {
		return nil
	}
	t, _ := s.Twins(func() bridge.Twins {
		return &table{session: s, twins: map[uint64]*twin{}, of: map[*state]*twin{}}
	}).(*table)
	return t
}

// Send implements [bridge.Twins].
func (t *table) Send(o bridge.Twinned) (id uint64, load func() error, err error) {
	m, ok := o.(Mirrored)
	if !ok {
		return 0, nil, fmt.Errorf("mirror: %T does not embed mirror.Object", o)
	}
	st, err := stateOf(m)
	if err != nil {
		return 0, nil, err
	}
	obj := m.mirrored()
	if st.shape.widget {
		obj.ownedBy(t.session)
	}
	if !t.admits(obj.scopeNow()) {
		return 0, nil, ErrScope
	}
	tw, made, err := t.count(obj, st)
	if err != nil {
		return 0, nil, err
	}
	if made {
		load = func() error { return tw.load(obj) }
	}
	return tw.id, load, nil
}

// ownedBy makes s the scope of a widget.
func (o *Object) ownedBy(s *bridge.Session) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.scope == Everybody {
		o.scope = Scope{session: s.ID()}
	}
}

// count counts one more sending, of a twin that is made if there is none: the
// page is told of it before anybody else can send it.
func (t *table) count(obj *Object, st *state) (tw *twin, made bool, err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if tw = t.of[st]; tw == nil {
		if tw, err = t.make(st); err != nil {
			return nil, false, err
		}
		made = true
	}
	tw.sent++
	tw.hold = obj
	return tw, made, nil
}

// make makes the twin of st. t.mu is held.
func (t *table) make(st *state) (*twin, error) {
	if t.ended {
		return nil, bridge.ErrSessionEnded
	}
	if len(t.twins) >= t.session.MaxTwins() {
		return nil, ErrLimit
	}
	number, export, err := t.session.FunctionNamed(st.shape.name, st.shape.signature)
	if err != nil {
		return nil, err
	}
	tw := &twin{id: t.session.NewID(), table: t, state: st}
	b := wire.AppendUint([]byte("[1,0,["), uint64(number))
	b = wire.AppendString(append(b, ','), export)
	b = wire.AppendUint(append(b, "],"...), tw.id)
	t.session.Introduce(append(b, ']'))
	t.session.Grant(rpcPull, rpcPropose, rpcRelease)
	t.twins[tw.id], t.of[st] = tw, tw
	st.add(tw)
	return tw, nil
}

// load sends a new twin all that it starts from. Slots that change meanwhile are
// sent after it.
func (tw *twin) load(obj *Object) error {
	b, err := tw.initial(obj)
	if err != nil {
		tw.table.forget(tw, true)
		return err
	}
	t := tw.table
	t.session.Introduce(b)
	t.mu.Lock()
	tw.ready = true
	marked := tw.queue()
	t.mu.Unlock()
	if marked {
		t.session.MarkTwins()
	}
	tw.state.met(t.session, obj, true)
	return nil
}

// initial is the message with all slots of a new twin. The twins of objects in them
// are loaded when obj's lock is free again: a reader that waits for a second lock, or
// for the same one, may wait for a writer that waits for it.
func (tw *twin) initial(obj *Object) (b []byte, err error) {
	st := tw.state
	b = tw.head(nil)
	var loads []func() error
	view := obj.read(func() {
		for i := range st.shape.slots {
			if st.shape.slots[i].local {
				continue
			}
			st.mu.Lock()
			revision := st.values[i].revision
			st.mu.Unlock()
			var load func() error
			if b, load, err = tw.append(b, st.shape.slots[i].name, revision, st.shape.slot(obj, i)); err != nil {
				return
			}
			if load != nil {
				loads = append(loads, load)
			}
		}
	})
	if view != nil {
		err = view
	}
	for i := 0; i < len(loads) && err == nil; i++ {
		err = loads[i]()
	}
	st.mu.Lock()
	epoch := st.epoch
	st.mu.Unlock()
	return append(appendEpoch(b, epoch), ']'), err
}

// head begins a message about tw.
func (tw *twin) head(b []byte) []byte {
	b = wire.AppendUint(append(b, "[7,"...), tw.id)
	return wire.AppendUint(append(b, ','), incarnation)
}

func (tw *twin) append(b []byte, name string, revision uint64, v reflect.Value) (out []byte, load func() error, err error) {
	b = appendSlot(b, name, revision)
	return tw.table.session.AppendValue(b, v)
}

func appendSlot(b []byte, name string, revision uint64) []byte {
	b = wire.AppendString(append(b, ','), name)
	b = wire.AppendUint(append(b, ','), revision)
	return append(b, ',')
}

func appendEpoch(b []byte, epoch uint64) []byte {
	return append(appendSlot(b, "", epoch), "null"...)
}

// mark notes that slots of tw changed.
func (tw *twin) mark(which slots) {
	t := tw.table
	t.mu.Lock()
	tw.dirty |= which
	marked := tw.queue()
	t.mu.Unlock()
	if marked {
		t.session.MarkTwins()
	}
}

// queue puts tw among those to be sent, if need be. table.mu is held.
func (tw *twin) queue() bool {
	if tw.queued || !tw.ready || tw.over || tw.dirty == 0 {
		return false
	}
	tw.queued = true
	tw.table.dirty = append(tw.table.dirty, tw)
	return true
}

// Original implements [bridge.Twins].
func (t *table) Original(id uint64, want reflect.Type) (reflect.Value, error) {
	t.mu.Lock()
	tw := t.twins[id]
	var obj *Object
	if tw != nil {
		obj = tw.hold
	}
	t.mu.Unlock()
	if obj == nil {
		return reflect.Value{}, bridge.ErrReleased
	}
	if !t.admits(obj.scopeNow()) {
		return reflect.Value{}, ErrScope
	}
	return tw.state.shape.as(obj, want), nil
}

// as returns the pointer to the whole object, or to the part of it that is
// wanted.
func (sh *shape) as(o *Object, want reflect.Type) reflect.Value {
	whole := sh.whole(o)
	if want.Kind() == reflect.Pointer && want != whole.Type() {
		if at, ok := sh.parts[want.Elem()]; ok {
			return sh.part(o, want.Elem(), at)
		}
	}
	return whole
}

// Released implements [bridge.Twins].
func (t *table) Released(id, count uint64) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	tw := t.twins[id]
	if tw == nil {
		return false
	}
	if tw.sent -= min(count, tw.sent); tw.sent == 0 {
		tw.hold = nil
	}
	return true
}

// list returns all twins. t.mu is held.
func (t *table) list() []*twin {
	all := make([]*twin, 0, len(t.twins))
	for _, tw := range t.twins {
		all = append(all, tw)
	}
	return all
}

// forget ends tw; the page is told, if tell is set.
func (t *table) forget(tw *twin, tell bool) {
	t.mu.Lock()
	if tw.over {
		t.mu.Unlock()
		return
	}
	tw.over, tw.hold = true, nil
	delete(t.twins, tw.id)
	delete(t.of, tw.state)
	if tell && !t.ended {
		t.gone = append(t.gone, tw.id)
	}
	t.mu.Unlock()
	tw.state.remove(tw)
	if tell {
		t.session.MarkTwins()
	}
	if o := tw.state.self.Value(); o != nil {
		tw.state.met(t.session, o, false)
	}
}

// Kinds implements [bridge.Layer].
func (*table) Kinds() []int { return nil }

// Receive implements [bridge.Layer].
func (*table) Receive(context.Context, wire.Message) error { return nil }

// Ended implements [bridge.Layer].
func (t *table) Ended(context.Context) {
	t.mu.Lock()
	t.ended = true
	all := t.list()
	t.mu.Unlock()
	for _, tw := range all {
		t.forget(tw, false)
	}
}
