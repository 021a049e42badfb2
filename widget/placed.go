package widget

import (
	"context"
	"slices"
	"strconv"
)

// place mounts w to be sent with the next flush.
func (t *Tree) place(ctx context.Context, selector string, w Widget) error {
	m, err := t.mount(w)
	if err != nil {
		return err
	}
	m.place = &selector
	if err := m.enter(ctx); err != nil {
		m.leave()
		return err
	}
	t.mu.Lock()
	t.places = append(t.places, m)
	t.mu.Unlock()
	t.lose(m, true)
	return nil
}

// remove takes a placed widget away.
func (t *Tree) remove(w Widget) {
	m := w.base().at.Load()
	if m == nil || m.tree != t || m.place == nil {
		return
	}
	t.mu.Lock()
	if i := slices.Index(t.places, m); i >= 0 {
		t.places = slices.Delete(t.places, i, i+1)
	}
	t.mu.Unlock()
	m.leave()
	op := append([]byte("[0,0,\""), opTake, '"', ',')
	t.notes = append(t.notes, append(strconv.AppendUint(op, uint64(m.id), 10), ']'))
	t.session.Mark()
}
