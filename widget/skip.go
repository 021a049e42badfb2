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
//
// Of an item under [Base.Memo] the values count, not the bytes, which need not
// even be drawn.
type skip struct {
	at     uint32 // its record
	hook   uint32 // its first handler, in mount.hooks
	length uint32 // of its bytes, 0 under Memo
	begin  uint32 // the first four of them
	hash   uint64 // of them all, or of the values
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
	if s.length == 0 || end > o.limit || binary.LittleEndian.Uint32(o.html[at:]) != s.begin || hash64(o.html[at:end]) != s.hash {
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

// memo adds the item of the mark at at, which is that of a skip, with the
// handlers that it had.
func (o *outline) memo(at, end, n int) error {
	if n < 0 || n >= len(o.skips) || len(o.open) == 0 {
		return surprise("mark of an item", at)
	}
	if o.kept() {
		return errKeep
	}
	s := &o.skips[n]
	k := read(o.old, int(s.at), 0, 0)
	k.finish(o.old)
	for i := range uint32(k.hooks) {
		o.hooks = append(o.hooks, hook{was: s.hook + i + 1})
	}
	o.next = n + 1
	o.add(&k, at, end)
	return nil
}

// add adds the node of a skipped item.
func (o *outline) add(k *kept, at, end int) {
	f := &o.open[len(o.open)-1]
	n := o.leaf(kindElement, at, end, end)
	n.hooks, n.key, n.sub, n.tag, n.size = uint32(len(o.hooks)-k.hooks), k.key, k.sub, k.tag, uint32(k.size)
	n.record, n.own, n.skipped = uint32(k.next-k.at), 0, uint32(o.next)
	o.extra += n.size - 1
	o.left++
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
	if i := o.find(key, o.next); i >= 0 {
		o.next = i + 1
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
	if o.keyed < skipItems && !o.memoized() {
		return list
	}
	pos, memos := uint32(0), o.memos.list
	for i := 0; i < len(o.nodes); {
		n := &o.nodes[i]
		if n.skipped > 0 {
			s := o.skips[n.skipped-1]
			s.at, s.hook = pos, n.hooks
			list = append(list, s)
		} else if s, ok := o.newSkip(i, &memos); ok {
			s.at, s.hook = pos, n.hooks
			list = append(list, s)
		} else {
			pos += n.own
			i++
			continue
		}
		pos += n.record
		i += int(n.span)
	}
	if len(list) < skipItems && !o.memoized() {
		return list[:0]
	}
	return list
}

// memoized reports whether items are under Memo.
func (o *outline) memoized() bool { return len(o.memos.list) > 0 || o.asked > 0 }

// newSkip makes that of node i. memos are those of the items to come.
func (o *outline) newSkip(i int, memos *[]memo) (s skip, ok bool) {
	n := &o.nodes[i]
	if n.key == 0 || n.kind != kindElement {
		return s, false
	}
	b := o.html[n.start:n.end]
	if len(*memos) > 0 {
		item := (*memos)[0]
		if item.key != n.key {
			return s, false // it may be in here
		}
		*memos = (*memos)[1:]
		return skip{hash: item.values}, !item.outer && n.size == n.span && !holdsMark(b)
	}
	if n.size < skipNodes || !o.skippable(i, b) {
		return s, false
	}
	return skip{length: uint32(len(b)), begin: binary.LittleEndian.Uint32(b), hash: hash64(b)}, true
}

// skippable reports whether b, the bytes of node i, tell all about it: it holds no
// widget and nothing raw, and its handlers are the first of the scope of its key.
func (o *outline) skippable(i int, b []byte) bool {
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
	return !holdsMark(b)
}

// holdsMark reports whether there is a widget in b, or raw HTML, or an item that
// was not drawn.
func holdsMark(b []byte) bool { return bytes.Contains(b, []byte("<!--w")) }
