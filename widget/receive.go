package widget

import (
	"context"
	"errors"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/wire"
)

// errMessage is a breach of protocol: no page of ours sends such a message.
var errMessage = &bridge.Breach{Reason: "widget: malformed message"}

var errGoexit = errors.New("a handler left by runtime.Goexit")

// Receive implements [bridge.Layer]: an event, or a widget that differs.
func (t *Tree) Receive(ctx context.Context, msg wire.Message) error {
	e := msg.Body()
	id, ok := e.Uint()
	if !ok {
		return errMessage
	}
	t.mu.Lock()
	m := t.mounts[uint32(id)]
	t.mu.Unlock()
	if msg.Kind() == kindLost {
		if m != nil {
			t.differs(m)
		}
		return nil
	}
	hook, ok := e.Uint()
	if !ok {
		return errMessage
	}
	if m == nil || uint64(m.id) != id {
		t.stale.Add(1)
		return nil
	}
	return t.event(ctx, m, uint32(hook), e)
}

// differs answers a page that found m to differ, or that failed to patch it.
func (t *Tree) differs(m *mount) {
	t.reports.Add(1)
	m.reports = min(m.reports+1, unsound)
	t.lose(m, false)
}

// event runs a handler. The widget is marked before, for when the handler waits,
// and afterwards, whatever becomes of it.
func (t *Tree) event(ctx context.Context, m *mount, id uint32, data wire.Elements) error {
	b := m.hook(id)
	if b == nil || b.wants == wantsPage || b.flags&strict != 0 && !m.newest(data) {
		t.stale.Add(1)
		return nil
	}
	called := *b // a drawing while it waits may move the others
	t.mark(m)
	defer t.mark(m)
	err := t.run(handling{ctx, m}, m, &called, data)
	if called.wants == wantsForm {
		m.settled(id, err)
	}
	if invalid := (Invalid)(nil); err != nil && !errors.As(err, &invalid) {
		t.report(ctx, m.widget, err)
	}
	return nil
}

// run runs a handler. A panic is its error; if it takes its goroutine along, that
// is reported here.
func (t *Tree) run(ctx context.Context, m *mount, b *bound, data wire.Elements) (err error) {
	returned := false
	defer func() {
		if returned {
			return
		}
		if p := recover(); p != nil {
			t.session.Hub().Counters().Panics.Add(1)
			err = newPanic("a handler", p)
		} else {
			t.report(ctx, m.widget, errGoexit)
		}
	}()
	err = b.call(ctx, m, data)
	returned = true
	return err
}

// newest reports whether a strict event was sent with the newest drawing: its
// last element counts the patches that the page had applied.
func (m *mount) newest(data wire.Elements) bool {
	var last wire.Raw
	for raw, ok := data.Next(); ok; raw, ok = data.Next() {
		last = raw
	}
	var n uint32
	return wire.Decode(last, &n, nil) == nil && n == m.patches
}

// Coalesce implements [bridge.Coalescer]: of the events of a field, of moves and
// of scrolls only the newest counts.
func (t *Tree) Coalesce(msg wire.Message) (key uint64, ok bool) {
	if msg.Kind() != kindEvent {
		return 0, false
	}
	e := msg.Body()
	id, _ := e.Uint()
	hook, _ := e.Uint()
	t.mu.Lock()
	defer t.mu.Unlock()
	if m := t.mounts[uint32(id)]; m != nil {
		if b := m.hook(uint32(hook)); b != nil && b.event.name().flows {
			return id<<32 | hook, true
		}
	}
	return 0, false
}
