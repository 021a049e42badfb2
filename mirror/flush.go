package mirror

import (
	"context"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/wire"
)

// TurnEnds implements [bridge.Twins]: what the turn changed becomes known to all
// pages, each slot once.
func (t *table) TurnEnds() {
	t.mu.Lock()
	changed := t.changed
	t.changed = nil
	t.mu.Unlock()
	for _, c := range changed {
		c.object.publish(c.object.known(), c.slots, true)
	}
}

// note keeps what the running turn has changed.
func (t *table) note(o *Object, which slots) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for i := range t.changed {
		if t.changed[i].object == o {
			t.changed[i].slots |= which
			return
		}
	}
	t.changed = append(t.changed, change{o, which})
}

// Flush implements [bridge.Layer].
func (t *table) Flush(_ context.Context, w *bridge.Writer) {
	t.mu.Lock()
	dirty, gone := t.dirty, t.gone
	t.dirty, t.gone = nil, nil
	t.mu.Unlock()
	for _, tw := range dirty {
		tw.flush(w, t.taken(tw))
	}
	t.reuse(dirty)
	for _, id := range gone {
		w.Patch(owner(id), false, func(b []byte) []byte { return append(wire.AppendUint(append(b, "[7,"...), id), ']') })
	}
}

// flush writes the values of slots, and the notice that the data changed. Values
// are kept until the page confirms them, as calls that follow rely on them. A
// notice is not: if it is lost, the page is told once of all that changed, when
// it is back.
func (tw *twin) flush(w *bridge.Writer, which slots) {
	if values := which &^ epochSlot; values != 0 {
		w.Patch(owner(tw.id), false, func(b []byte) []byte { return tw.message(b, values) })
	}
	if which&epochSlot != 0 {
		w.Patch(noticeOwner(tw.id), true, func(b []byte) []byte { return tw.message(b, epochSlot) })
	}
}

// reuse keeps a short list for the next twins that have something to send.
func (t *table) reuse(list []*twin) {
	const short = 4
	if cap(list) == 0 || cap(list) > short {
		return
	}
	clear(list)
	t.mu.Lock()
	if t.dirty == nil {
		t.dirty = list[:0]
	}
	t.mu.Unlock()
}

// taken returns what is to be sent of tw.
func (t *table) taken(tw *twin) slots {
	t.mu.Lock()
	defer t.mu.Unlock()
	which := tw.dirty
	tw.dirty, tw.queued = 0, false
	if tw.over {
		return 0
	}
	return which
}

// message appends the message with the values of some slots.
func (tw *twin) message(b []byte, which slots) []byte {
	from := len(b)
	b = tw.head(b)
	head := len(b)
	st := tw.state
	for i := range st.shape.slots {
		if which&(1<<i) != 0 {
			b = tw.appendValue(b, i)
		}
	}
	if which&epochSlot != 0 {
		st.mu.Lock()
		epoch := st.epoch
		st.mu.Unlock()
		b = appendEpoch(b, epoch)
	}
	if len(b) == head {
		return b[:from]
	}
	return append(b, ']')
}

// appendValue appends slot i as it was encoded for all pages, or encodes it for
// this one.
func (tw *twin) appendValue(b []byte, i int) []byte {
	st := tw.state
	st.mu.Lock()
	v := st.values[i]
	st.mu.Unlock()
	name := st.shape.slots[i].name
	if v.raw != nil {
		return append(appendSlot(b, name, v.revision), v.raw...)
	}
	o := st.self.Value()
	if o == nil {
		return b
	}
	var load func() error
	out, err := b, error(nil)
	o.read(func() { out, load, err = tw.append(b, name, v.revision, st.shape.slot(o, i)) })
	if err == nil && load != nil {
		err = load()
	}
	if err != nil {
		report(tw.table.session, st.shape, name, err)
		return b
	}
	return out
}

// owner is how the bridge calls a twin when what was written for it got lost.
// The low half is that of widgets.
func owner(id uint64) uint64 { return id << 32 }

// noticeOwner is the owner of the notice that a twin's data changed.
func noticeOwner(id uint64) uint64 { return owner(id) | 1 }

// Lost implements [bridge.Layer].
func (t *table) Lost(owner uint64) {
	id, notice := owner>>32, owner&1 != 0
	if id == 0 {
		return
	}
	t.mu.Lock()
	tw := t.twins[id]
	if tw == nil && !notice {
		t.gone = append(t.gone, id)
	}
	t.mu.Unlock()
	switch {
	case notice && tw != nil:
		tw.mark(epochSlot)
	case tw != nil:
		tw.mark(tw.state.shape.mirrored)
	case !notice:
		t.session.MarkTwins()
	}
}
