package widget

import (
	"bytes"
	"encoding/binary"
)

// A skip remembers the bytes of an item of a list, an element with a key, as they
// were drawn last. An item that is drawn again with the same bytes in its turn
// need not be read: it is what it was, its handlers included, since those stand
// in the bytes by names that follow from its key. Lists that hardly change cost a
// hash an item.
type skip struct {
	at     uint32 // its record
	hook   uint32 // its first handler, in mount.hooks
	length uint32 // of its bytes
	begin  uint32 // the first four of them
	hash   uint64 // of them all
}

// Items of fewer nodes, and lists of fewer items, are not worth it.
const (
	skipNodes = 4
	skipItems = 8
)

// skip adds the item at at without reading it, if it is the one whose turn it is.
func (o *outline) skip(at int) (end int, ok bool) {
	if o.next >= len(o.skips) || len(o.open) == 0 {
		return 0, false
	}
	s := &o.skips[o.next]
	end = at + int(s.length)
	if end > o.limit || binary.LittleEndian.Uint32(o.html[at:]) != s.begin || hash64(o.html[at:end]) != s.hash {
		return 0, false
	}
	k := read(o.old, int(s.at), 0, 0)
	k.finish(o.old)
	if k.sub == 0 || !o.skipHooks(s, k.key, k.hooks) {
		return 0, false // the page shows something else than what was drawn
	}
	o.next++
	o.add(&k, at, end)
	return end, true
}

// add adds the node of a skipped item.
func (o *outline) add(k *kept, at, end int) {
	f := &o.open[len(o.open)-1]
	n := o.leaf(kindElement, at, end, end)
	n.hooks, n.key, n.sub, n.tag, n.size = uint32(len(o.hooks)-k.hooks), k.key, k.sub, k.tag, uint32(k.size)
	n.record, n.own, n.skipped = uint32(k.next-k.at), 0, uint32(o.next)
	o.extra += n.size - 1
	o.keyed++
	f.kids = mix(f.kids, n.sub)
	f.rec += n.record
	f.last = 0
}

// skipHooks adds the handlers of a skipped item. They are the first of the scope
// of its key.
func (o *outline) skipHooks(s *skip, key uint64, count int) bool {
	if count == 0 {
		return true
	}
	own := o.scopes.find(key)
	if own == nil || int(own.count) < count {
		return false
	}
	first := int(own.first)
	for i := range count {
		if h, was := &o.ons[first+i], &o.was[int(s.hook)+i]; !h.simple() || h.event != was.event || h.flags != was.flags || h.wants != was.wants {
			return false
		}
	}
	for i := range count {
		o.hooks = append(o.hooks, hook{ordinal: uint32(first + i)})
	}
	return true
}

// simple reports whether what the page must know of h follows from what is kept
// of it.
func (h *Handler) simple() bool { return h.keys == "" && h.ms == 0 && h.wants != wantsPage }

// passed notes that an item with that key is read: the skip after its own is the
// next to be tried. An item that is new has none.
func (o *outline) passed(key uint64) {
	for i := o.next; i < min(o.next+skipItems, len(o.skips)); i++ {
		if k := read(o.old, int(o.skips[i].at), 0, 0); k.key == key {
			o.next = i + 1
			return
		}
	}
}

// resolved reports whether all that was skipped was found to be what it was. It is
// not when the page needs it anew, as part of something that was replaced, say.
func (o *outline) resolved() bool {
	for i := 0; i < len(o.nodes); {
		switch n := &o.nodes[i]; {
		case n.same > 0:
			i += int(n.span)
		case n.skipped > 0:
			return false
		default:
			i++
		}
	}
	return true
}

// readAll reads again what was skipped. The HTML was read before, item by item, so
// it has no error that was not found.
func (o *outline) readAll() {
	o.skips = nil
	for i := range o.kids {
		o.kids[i].seen = false
	}
	if err := o.scan(o.html); err != nil {
		panic(err)
	}
}

// makeSkips lists the items of this drawing, for the next one.
func (o *outline) makeSkips(list []skip) []skip {
	if o.keyed < skipItems {
		return list
	}
	pos := uint32(0)
	for i := 0; i < len(o.nodes); {
		n := &o.nodes[i]
		switch {
		case n.skipped > 0:
			s := o.skips[n.skipped-1]
			s.at, s.hook = pos, n.hooks
			list = append(list, s)
		case n.key != 0 && n.kind == kindElement && n.size >= skipNodes && o.skippable(i):
			b := o.html[n.start:n.end]
			list = append(list, skip{at: pos, hook: n.hooks, length: uint32(len(b)), begin: binary.LittleEndian.Uint32(b), hash: hash64(b)})
		default:
			pos += n.own
			i++
			continue
		}
		pos += n.record
		i += int(n.span)
	}
	if len(list) < skipItems {
		return list[:0]
	}
	return list
}

// skippable reports whether the bytes of node i tell all about it: it holds no
// widget and nothing raw, and its handlers are the first of the scope of its key.
func (o *outline) skippable(i int) bool {
	n := &o.nodes[i]
	if hooks := o.hooksOf(i); len(hooks) > 0 {
		own := o.scopes.find(n.key)
		if own == nil {
			return false
		}
		for j, h := range hooks {
			if h.ordinal != own.first+uint32(j) || !o.ons[h.ordinal].simple() {
				return false
			}
		}
	}
	return !bytes.Contains(o.html[n.start:n.end], []byte("<!--w"))
}
