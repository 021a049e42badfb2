package widget

import (
	"context"
	"fmt"
	"slices"
)

// A mount is a widget's place in a page. Its fields belong to the session's
// turn, but for those that Tree.mu guards.
type mount struct {
	tree     *Tree
	widget   Widget
	parent   *mount
	drawing  *drawing             // while it is drawn, until that is committed
	kids     []*mount             // what it shows
	records  []byte               // of the last drawing that the page got; nil: none
	hooks    []bound              // its handlers
	skips    []skip               // the items of its lists: see skip.go
	items    map[uint64]drawnItem // in development: those under Memo, by key
	watch    []*Shared
	edits    map[uint32]uint32 // by handler: how many edits of the field are known
	problems Invalid           // of its form
	notes    []byte            // operations that go with the next patch
	place    *string           // the selector, if Place put it there
	id       uint32
	lastHook uint32
	patches  uint32 // since it was last sent whole
	shower   *mount // who showed it last,
	pass     uint32 // in which pass,
	shown    uint32 // and in which drawing
	drawn    uint32 // the pass in which it was last drawn
	entered  bool   // Mount has run
	reports  uint8  // how often the page found it to differ
	gone     bool   // Tree.mu
	dirty    bool   // Tree.mu
	lost     uint8  // Tree.mu; 1: send it whole, 2: and what it shows
}

// bound is a handler that the page may call.
type bound struct {
	id    uint32
	event eventID
	flags flags
	wants byte
	fn    any
}

// unsound is how many reports make a widget one that is always sent whole:
// parsers make something else of its HTML.
const unsound = 2

// enter runs Mount.
func (m *mount) enter(ctx context.Context) (err error) {
	if m.entered {
		return nil
	}
	m.entered = true
	w, ok := m.widget.(Mounter)
	if !ok {
		return nil
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic in Mount: %v", r)
		}
	}()
	if err = w.Mount(ctx); err == nil && m.records != nil {
		m.tree.mark(m)
	}
	return err
}

// leave unmounts m and what it shows.
func (m *mount) leave() {
	m.tree.mu.Lock()
	was := m.gone
	m.gone = true
	delete(m.tree.mounts, m.id)
	m.tree.mu.Unlock()
	if was {
		return
	}
	for _, s := range m.watch {
		s.remove(m)
	}
	for _, k := range m.kids {
		if k.parent == m {
			k.leave()
		}
	}
	m.widget.base().at.CompareAndSwap(m, nil)
	m.unmounted()
}

func (m *mount) unmounted() {
	w, ok := m.widget.(Unmounter)
	if !ok || !m.entered {
		return
	}
	defer func() {
		if r := recover(); r != nil {
			m.tree.report(m.tree.session.Context(), m.widget, fmt.Errorf("panic in Unmount: %v", r))
		}
	}()
	w.Unmount()
}

// hook returns the handler with that id, nil if it is not shown any more.
//
// Changes of the handlers are made under Tree.mu, so it may be held instead of
// the turn.
func (m *mount) hook(id uint32) *bound {
	i := slices.IndexFunc(m.hooks, func(b bound) bool { return b.id == id })
	if i < 0 {
		return nil
	}
	return &m.hooks[i]
}

func typeName(w Widget) string { return fmt.Sprintf("%T", w) }
