package widget

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
)

// A pass draws what is marked, once: the patches of one flush, or the page of a
// GET.
type pass struct {
	tree   *Tree
	ctx    context.Context
	number uint32
	fresh  []*mount // mounted in it, not committed yet
	left   []*mount // shown no more by who showed them
	late   []*mount // marked when they had been drawn already
	scratch
	of      *mount                // whose operations out holds
	write   func(b []byte) []byte // message, bound once
	out     []byte
	records []byte
	skips   []skip
	bound   []bound
	batch   []*mount
	spare   *drawing // for the next widget
}

var passes = sync.Pool{New: func() any {
	p := new(pass)
	p.write = p.message
	return p
}}

// lastPass is one that the collector does not take: what a large widget needs to
// be drawn is as large as the widget, and to grow it costs more than to draw. That
// of a huge one is left to the collector.
var lastPass atomic.Pointer[pass]

const maxLast = 1 << 14 // nodes: two thousand rows of a table, say

// lastNumber numbers passes and drawings.
var lastNumber atomic.Uint32

func newPass(t *Tree, ctx context.Context) *pass {
	p := lastPass.Swap(nil)
	if p == nil {
		p = passes.Get().(*pass)
	}
	p.tree, p.ctx, p.number = t, ctx, lastNumber.Add(1)
	return p
}

// free gives the pass's memory back.
func (p *pass) free() {
	clear(p.fresh)
	clear(p.left)
	clear(p.batch)
	clear(p.late)
	p.of = nil
	p.tree, p.ctx, p.fresh, p.left, p.late = nil, nil, p.fresh[:0], p.left[:0], p.late[:0]
	if p.nodes() <= maxLast && lastPass.CompareAndSwap(nil, p) {
		return
	}
	if cap(p.out) <= maxBuffer {
		passes.Put(p)
	}
}

// nodes is for how many nodes it has memory.
func (p *pass) nodes() (n int) {
	n = cap(p.olds) + cap(p.news)
	if p.spare != nil {
		n += cap(p.spare.outline.nodes)
	}
	return n
}

// draw renders m and the widgets in it that the page does not have.
func (p *pass) draw(m *mount) error {
	newDrawing(p, m)
	m.drawn = p.number
	return p.render(m)
}

// render runs the Render of m, whose drawing has begun.
func (p *pass) render(m *mount) error {
	d := m.drawing
	if err := d.render(); err != nil {
		return fmt.Errorf("%s: %w", typeName(m.widget), err)
	}
	for _, k := range d.outline.kids {
		switch {
		case !k.seen:
			return fmt.Errorf("%s: %s was shown, but its place is not in the HTML", typeName(m.widget), typeName(k.mount.widget))
		case k.mount.records != nil || k.mount.drawing != nil:
			continue
		}
		if p.live() {
			if err := k.mount.enter(p.ctx); err != nil {
				return fmt.Errorf("%s: Mount: %w", typeName(k.mount.widget), err)
			}
		}
		if err := p.draw(k.mount); err != nil {
			return err
		}
	}
	return nil
}

// live reports whether a page has adopted the tree; that never changes back, and
// changes in a turn only.
func (p *pass) live() bool {
	p.tree.mu.Lock()
	defer p.tree.mu.Unlock()
	return p.tree.live
}

// allocated gives all handlers of m's new drawing, and of the widgets in it that
// the page does not have, their ids.
func (p *pass) allocated(m *mount) *mount {
	o := &m.drawing.outline
	for i := range o.hooks {
		m.newHook(o, i)
	}
	p.allocateKids(m)
	return m
}

// newHook gives handler i of the drawing an id that was never used.
func (m *mount) newHook(o *outline, i int) {
	if o.hooks[i].was > 0 {
		return // not drawn: what needs it is drawn once more, see compare
	}
	m.lastHook++
	o.hooks[i].id = m.lastHook
	m.tree.hear(&o.ons[o.hooks[i].ordinal])
}

func (p *pass) allocateKids(m *mount) {
	for _, k := range m.drawing.outline.kids {
		if k.mount.drawing != nil && k.mount.records == nil {
			p.allocated(k.mount)
		}
	}
}

// update draws m again and writes what changed.
func (p *pass) update(m *mount, w PatchWriter) {
	if m.gone {
		return
	}
	if m.drawn == p.number {
		p.late = append(p.late, m)
		return
	}
	lost := p.begin(m)
	if err := p.operations(m); err != nil {
		p.tree.report(p.ctx, m.widget, err)
		p.abandon()
		if lost > 0 {
			p.keepLost(m, lost)
		}
		return
	}
	p.out, m.notes = append(p.out, m.notes...), nil
	p.out = p.tree.appendHeard(p.out)
	if len(p.out) > 0 {
		m.patches++
		p.of = m
		w.Patch(uint64(m.id), lost > 0, p.write)
	}
	p.commit(m)
}

// operations draws m and makes p.out what brings the page to it.
func (p *pass) operations(m *mount) error {
	p.out = p.out[:0]
	if err := p.draw(m); err != nil {
		return err
	}
	if m.records != nil {
		return p.compare(m)
	}
	p.whole(m)
	return nil
}

// begin forgets what the page has of m, if it is lost.
func (p *pass) begin(m *mount) (lost uint8) {
	p.tree.mu.Lock()
	lost, m.lost = m.lost, 0
	p.tree.mu.Unlock()
	if lost > 0 {
		m.forget(lost > 1)
		clear(p.tree.heard)
	}
	return lost
}

func (m *mount) forget(deep bool) {
	m.tree.mu.Lock()
	m.records, m.hooks, m.skips, m.edits, m.patches = nil, nil, nil, nil, 0
	m.tree.mu.Unlock()
	for _, k := range m.kids {
		if deep && k.parent == m {
			k.forget(true)
		}
	}
}

// keepLost leaves m lost after a drawing that failed: the next one is whole.
func (p *pass) keepLost(m *mount, lost uint8) {
	p.tree.mu.Lock()
	m.lost = max(m.lost, lost)
	p.tree.mu.Unlock()
}

// message appends the operations for p.of.
func (p *pass) message(b []byte) []byte {
	b = strconv.AppendUint(append(b, "[0,"...), uint64(p.of.id), 10)
	return append(append(b, p.out...), ']')
}

// whole writes all of m.
func (p *pass) whole(m *mount) {
	p.allocated(m)
	p.out = append(p.out, `,"`...)
	if m.place != nil {
		p.out = append(p.out, opPlace, '"')
		p.out = appendText(append(p.out, ','), []byte(*m.place))
	} else {
		p.out = append(append(p.out, opReplace), `",0,0`...)
	}
	p.out = append(p.out, `,"`...)
	p.out = emitter{escape: true, structure: m.reports < unsound}.whole(p.out, m)
	p.out = append(p.out, '"')
}

// compare writes what differs from the last drawing.
func (p *pass) compare(m *mount) error {
	p.allocateKids(m)
	p.diff(m)
	if o := &m.drawing.outline; o.left > 0 && !o.resolved() {
		if err := p.readAll(m); err != nil {
			return err
		}
		p.allocateKids(m)
		p.out = p.out[:0]
		p.diff(m)
	}
	if len(p.out) > 0 && m.reports >= unsound {
		p.out, m.drawing.hashes = p.out[:0], m.drawing.hashes[:0]
		p.whole(m)
	}
	return nil
}

// readAll reads again what was skipped, and draws again what was not even drawn.
func (p *pass) readAll(m *mount) error {
	o := &m.drawing.outline
	o.skips = nil
	if o.asked == 0 {
		o.readAll()
		return nil
	}
	m.drawing.reset()
	o.memos.off = true
	return p.render(m)
}

func (p *pass) diff(m *mount) {
	d := differ{m: m, old: m.records, hooks: m.hooks, o: &m.drawing.outline, out: p.out, emit: emitter{escape: true}, scratch: &p.scratch, hashes: m.drawing.hashes[:0]}
	d.root()
	p.out = d.out
	if m.drawing.hashes = d.hashes; d.reshaped {
		m.drawing.hashes = d.hashes[:0]
	}
}

// abandon drops drawings that were not committed and widgets that came with them.
func (p *pass) abandon() {
	for _, m := range p.tree.drawn() {
		for _, k := range m.drawing.outline.kids {
			k.mount.pass = 0
		}
		m.drawing.free()
	}
	for _, m := range p.fresh {
		if m.records == nil {
			m.leave()
		}
	}
	clear(p.fresh)
	p.fresh = p.fresh[:0]
}

// unsent ends a pass that a panic cut short, of which nothing is sent: what it
// drew is lost, and goes out whole when it is drawn next.
func (p *pass) unsent() {
	p.abandon()
	p.tree.mu.Lock()
	defer p.tree.mu.Unlock()
	for _, m := range p.tree.mounts {
		if m.drawn == p.number {
			m.lost = 2
		}
	}
}

// drawn lists the mounts that have a drawing.
func (t *Tree) drawn() (list []*mount) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, m := range t.mounts {
		if m.drawing != nil {
			list = append(list, m)
		}
	}
	return list
}

// finish unmounts what nobody shows any more. What was marked after it was drawn
// waits for the next pass, so that a Redraw in Render does not go on for ever.
func (p *pass) finish() {
	for _, m := range p.late {
		p.tree.mark(m)
	}
	for _, m := range p.left {
		if m.parent != nil && !m.gone && (m.parent.gone || !slices.Contains(m.parent.kids, m)) {
			m.leave()
		}
	}
	p.free()
}

// again reports whether m, which was drawn in this pass, will be drawn again: it
// may not show any more what it showed then.
func (p *pass) again(m *mount) bool {
	p.tree.mu.Lock()
	defer p.tree.mu.Unlock()
	return m.dirty || slices.Contains(p.late, m)
}
