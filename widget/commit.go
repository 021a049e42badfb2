package widget

import "slices"

// commit makes the new drawing of m, and of the widgets that came with it, what
// the page has.
func (p *pass) commit(m *mount) {
	d := m.drawing
	o := &d.outline
	switch {
	case len(d.hashes) > 0:
		for _, h := range d.hashes {
			put48(m.records[h.at:], h.hash)
		}
	case o.nodes[0].same == 0:
		p.records = o.pack(p.records[:0], m.records)
		m.keep(p.records)
	}
	if o.strict {
		m.items = d.items
	} else {
		p.skips = o.makeSkips(p.skips[:0])
		m.keepSkips(p.skips)
	}
	p.bind(m, o)
	p.commitKids(m, o)
	d.free()
}

// keep stores records, in the memory of the old ones if that fits.
func (m *mount) keep(records []byte) {
	if n := cap(m.records); m.records == nil || n < len(records) || n > len(records)+len(records)/8+16 {
		m.records = make([]byte, 0, len(records))
	}
	m.records = append(m.records[:0], records...)
}

func (m *mount) keepSkips(skips []skip) {
	if cap(m.skips) < len(skips) || cap(m.skips) > len(skips)+len(skips)/8+16 {
		m.skips = make([]skip, 0, len(skips))
	}
	m.skips = append(m.skips[:0], skips...)
}

// bind makes the handlers of the drawing those that the page can call.
func (p *pass) bind(m *mount, o *outline) {
	m.tree.mu.Lock()
	defer m.tree.mu.Unlock()
	was := m.hooks
	if len(was) != len(o.hooks) {
		m.hooks = make([]bound, len(o.hooks))
	} else if o.moved() {
		p.bound = append(p.bound[:0], was...)
		was = p.bound
		defer clear(p.bound)
	}
	for i, h := range o.hooks {
		switch {
		case h.was == 0:
			on := &o.ons[h.ordinal]
			m.hooks[i] = bound{id: h.id, event: on.event, flags: on.flags, wants: on.wants, fn: on.fn}
		case &was[h.was-1] != &m.hooks[i]:
			m.hooks[i] = was[h.was-1]
		}
	}
	for id := range m.edits {
		if m.hook(id) == nil {
			delete(m.edits, id)
		}
	}
}

// moved reports whether handlers that were not drawn again have other places.
func (o *outline) moved() bool {
	for i, h := range o.hooks {
		if h.was > 0 && int(h.was) != i+1 {
			return true
		}
	}
	return false
}

func (p *pass) commitKids(m *mount, o *outline) {
	before := m.kids
	if !sameKids(before, o.kids) {
		m.kids = make([]*mount, len(o.kids))
		for i, k := range o.kids {
			m.kids[i] = k.mount
		}
		p.left = append(p.left, before...)
	}
	for _, k := range o.kids {
		c := k.mount
		if c.parent != m {
			if c.parent != nil && !c.parent.gone {
				p.tree.mark(c.parent)
			}
			c.parent = m
			p.left = append(p.left, c)
		}
		if c.drawing != nil && c.drawing.pass == p {
			p.commit(c)
		}
	}
}

func sameKids(was []*mount, now []kid) bool {
	return slices.EqualFunc(was, now, func(m *mount, k kid) bool { return m == k.mount })
}
