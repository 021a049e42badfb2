package mirror

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"strings"
	"sync"
	"time"

	"github.com/omg-go/omg/bus"
	"github.com/omg-go/omg/internal/wire"
)

// Share connects o with the objects that other processes share under the same
// key, until ctx ends: what [SyncSlot] sends here reaches the twins there, and so
// does [Notify]. Where the bus has values already, o takes them. Share returns
// when it has, and follows the bus in the background.
//
// It is for mirrored slots of plain data: the objects and functions of one process
// mean nothing in another, and a type with a slot for them is refused by a
// [SlotError]. The types must be the same. While the bus is out of
// reach each process goes on by itself; then the newest value of each slot wins,
// by the order of the bus.
//
// A [Presence] is shared in another way: each process tells of its own pages, and
// has those of all in the list, under IDs of its own. Those of a process that ends
// go with it, at the latest after 15 seconds.
//
// An object is shared once. The error is that of the bus, or says so.
func Share(ctx context.Context, b bus.Bus, key string, o Mirrored) error {
	if p, ok := o.(*Presence); ok {
		return p.share(ctx, b, key)
	}
	st, err := stateOf(o)
	if err != nil {
		return err
	}
	if err := st.shape.shareable(); err != nil {
		return err
	}
	sh := &share{bus: b, prefix: key + ".", object: o.mirrored(), state: st, wake: make(chan struct{}, 1), ready: make(chan error, 1), id: []byte(rand.Text())}
	sh.parts = make([]part, len(st.shape.slots)+1)
	st.mu.Lock()
	taken := st.share != nil
	if !taken {
		st.share = sh
	}
	st.mu.Unlock()
	if taken {
		return errShared
	}
	go sh.write(ctx)
	go sh.follow(ctx)
	select {
	case err := <-sh.ready:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// A SlotError says that a slot cannot be what [Share] takes to other processes.
type SlotError struct {
	Type reflect.Type
	Slot string
}

func (e *SlotError) Error() string {
	return fmt.Sprintf("mirror: share: %s.%s may hold objects or functions, which other processes do not have: "+
		"hold a key by which they are found, or take the tag from the field", e.Type, e.Slot)
}

// shareable returns the error of the first slot that does not cross.
func (sh *shape) shareable() error {
	for _, s := range sh.slots {
		if s.refs && !s.browser {
			return &SlotError{sh.typ, s.name}
		}
	}
	return nil
}

var errShared = errors.New("mirror: the object is shared already")

// share is how an object is known to other processes.
type share struct {
	bus    bus.Bus
	prefix string
	object *Object
	state  *state
	wake   chan struct{}
	ready  chan error
	id     []byte // with which this process marks its epochs

	mu    sync.Mutex
	parts []part // slots, then the epoch
	live  bool   // what was there before has been taken
}

// part is a slot, or the epoch, as the bus has it.
type part struct {
	rev   bus.Rev   // the newest that was seen, or put
	dirty bool      // to be put
	busy  bool      // being put
	held  bus.Event // came meanwhile
}

// toBus has slots put that were changed here.
func (st *state) toBus(which slots) {
	st.mu.Lock()
	sh := st.share
	st.mu.Unlock()
	if sh == nil {
		return
	}
	sh.mu.Lock()
	for i := range st.shape.slots {
		if which&(1<<i) != 0 {
			sh.parts[i].dirty = true
		}
	}
	if which&epochSlot != 0 {
		sh.parts[len(sh.parts)-1].dirty = true
	}
	sh.mu.Unlock()
	select {
	case sh.wake <- struct{}{}:
	default:
	}
}

// write puts what is dirty, the newest value of each slot.
func (sh *share) write(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-sh.wake:
		}
		for i := range sh.parts {
			for sh.begin(i) {
				if !sh.put(ctx, i) {
					return
				}
			}
		}
	}
}

// put puts part i, again if need be. It reports whether there may be a next time.
func (sh *share) put(ctx context.Context, i int) bool {
	rev, err := sh.bus.Put(ctx, sh.key(i), sh.value(i), bus.PutOptions{})
	sh.done(i, rev, err)
	if err == nil {
		return true
	}
	if ctx.Err() != nil || errors.Is(err, bus.ErrClosed) {
		return false
	}
	slog.Warn("mirror: the bus does not take a slot; trying again", "key", sh.key(i), "err", err)
	select {
	case <-ctx.Done():
		return false
	case <-time.After(retry):
		return true
	}
}

// retry is the pause after the bus did not take a value.
const retry = time.Second

// begin reports whether part i is to be put now.
func (sh *share) begin(i int) bool {
	sh.mu.Lock()
	defer sh.mu.Unlock()
	p := &sh.parts[i]
	p.busy, p.dirty = p.dirty, false
	return p.busy
}

// done ends a put, which is to be tried again if it failed. What came meanwhile and
// is newer is taken.
func (sh *share) done(i int, rev bus.Rev, err error) {
	sh.mu.Lock()
	p := &sh.parts[i]
	p.busy = false
	p.dirty = p.dirty || err != nil
	held := p.held
	p.held = bus.Event{}
	if err == nil && rev.After(p.rev) {
		p.rev = rev
	}
	sh.mu.Unlock()
	if held.Key != "" {
		sh.take(i, held)
	}
}

func (sh *share) key(i int) string {
	if i == len(sh.parts)-1 {
		return sh.prefix + "="
	}
	return sh.prefix + sh.state.shape.slots[i].name
}

func (sh *share) value(i int) []byte {
	if i == len(sh.parts)-1 {
		return append(sh.id[:len(sh.id):len(sh.id)], rand.Text()...)
	}
	sh.state.mu.Lock()
	defer sh.state.mu.Unlock()
	return sh.state.values[i].raw
}

// follow takes what others put.
func (sh *share) follow(ctx context.Context) {
	defer sh.end()
	for e, err := range bus.Follow(ctx, sh.bus, sh.prefix) {
		switch {
		case err != nil:
			sh.answer(fmt.Errorf("mirror: share: %w", err))
			return
		case e.Synced:
			sh.mu.Lock()
			sh.live = true
			sh.mu.Unlock()
			sh.answer(nil)
		case !e.Deleted:
			if i := sh.index(e.Key); i >= 0 {
				sh.take(i, e)
			}
		}
	}
}

func (sh *share) answer(err error) {
	select {
	case sh.ready <- err:
	default:
	}
}

func (sh *share) end() {
	sh.state.mu.Lock()
	defer sh.state.mu.Unlock()
	sh.state.share = nil
}

// index returns the part that a key is of, -1 if there is none.
func (sh *share) index(key string) int {
	name := strings.TrimPrefix(key, sh.prefix)
	if name == "=" {
		return len(sh.parts) - 1
	}
	return sh.state.shape.slotNamed(name)
}

// take takes an event of part i, unless it is older than what is here. While a
// value of ours is on its way it waits: the bus decides which is later.
func (sh *share) take(i int, e bus.Event) {
	if i == len(sh.parts)-1 {
		sh.takeEpoch(e)
		return
	}
	sh.mu.Lock()
	p := &sh.parts[i]
	switch {
	case p.busy:
		p.held = e
		fallthrough
	case p.dirty || !e.Rev.After(p.rev):
		sh.mu.Unlock()
		return
	}
	p.rev = e.Rev
	sh.mu.Unlock()
	sh.set(i, e.Value)
}

// takeEpoch tells the twins here that the data changed there. What was so before
// the object was shared is no news, and neither is what this process said.
func (sh *share) takeEpoch(e bus.Event) {
	sh.mu.Lock()
	p := &sh.parts[len(sh.parts)-1]
	news := sh.live && e.Rev.After(p.rev) && !bytes.HasPrefix(e.Value, sh.id)
	p.rev = e.Rev
	sh.mu.Unlock()
	if news {
		sh.object.publish(sh.state, epochSlot, false)
	}
}

// set gives slot i the value of another process.
func (sh *share) set(i int, raw []byte) {
	slot := sh.state.shape.slot(sh.object, i)
	v := reflect.New(slot.Type())
	if err := wire.Decode(raw, v.Interface(), nil); err != nil {
		slog.Warn("mirror: another process shared what does not fit", "key", sh.key(i), "err", err)
		return
	}
	sh.object.Update(context.Background(), func() { slot.Set(v.Elem()) })
	sh.object.publish(sh.state, 1<<i, false)
}
