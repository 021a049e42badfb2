package widget

import (
	"html"
	"slices"
	"strconv"
	"strings"
)

// An emitter writes drawn HTML as the page gets it: handlers by their ids, keys
// and comments left out, children that are new along with it, and a place for
// each that the page has already.
type emitter struct {
	escape    bool // as part of a JSON string
	structure bool // tell the structure of each widget, for the page to compare
	page      bool // in the HTML of a page: tell what to listen to
	first     bool // of items that look alike: the others' handlers count on from its own
}

// whole appends the HTML of m's drawing, all handlers of which have ids.
func (e emitter) whole(b []byte, m *mount) []byte {
	o := &m.drawing.outline
	root := &o.nodes[0]
	name := root.start + 1 + uint32(len(root.tag.name()))
	b = e.put(b, o.html[root.start:name])
	b = strconv.AppendUint(append(b, " w="...), uint64(m.id), 10)
	if e.structure {
		b = strconv.AppendUint(append(b, '.'), uint64(o.structure()), 36)
	}
	if e.page && m.parent == nil {
		b = append(b, m.tree.heardAttribute()...)
	}
	return e.part(b, m, name, root.end)
}

// part appends what was drawn in the bytes from from to to.
func (e emitter) part(b []byte, m *mount, from, to uint32) []byte {
	o := &m.drawing.outline
	i, _ := slices.BinarySearchFunc(o.marks, from, func(k mark, at uint32) int { return int(k.at) - int(at) })
	for ; i < len(o.marks) && o.marks[i].at < to; i++ {
		k := &o.marks[i]
		b = e.put(b, o.html[from:k.at])
		from = k.end
		switch k.kind {
		case markHook:
			b = e.hook(b, o, o.hooks[k.value])
		case markStyle:
			b = append(b, "w-"...)
		case markFence:
			b = append(b, " "+attrKeep...)
		case markChild:
			b = e.child(b, o.kids[k.value].mount)
		}
	}
	return e.put(b, o.html[from:to])
}

func (e emitter) put(b, s []byte) []byte {
	if e.escape {
		return appendEscaped(b, s)
	}
	return append(b, s...)
}

// hook appends the attribute of a handler: w-click=7, or w-input='8 V', and
// w-click=+7 in the first of items that look alike.
func (e emitter) hook(b []byte, o *outline, h hook) []byte {
	handler := &o.ons[h.ordinal]
	b = append(append(b, handler.event.name().attr...), '=')
	spec := o.specs[h.ordinal]
	if spec == "" {
		return e.id(b, h)
	}
	b = e.id(append(b, '\''), h)
	b = e.put(append(b, ' '), []byte(html.EscapeString(spec)))
	return append(b, '\'')
}

func (e emitter) id(b []byte, h hook) []byte {
	if e.first {
		b = append(b, '+')
	}
	return strconv.AppendUint(b, uint64(h.id), 10)
}

// child appends a child widget: all of it if the page does not have it, else a
// place into which the page moves it.
func (e emitter) child(b []byte, m *mount) []byte {
	if m.drawing != nil && m.records == nil {
		return e.whole(b, m)
	}
	b = strconv.AppendUint(append(b, "<template w="...), uint64(m.id), 10)
	return append(b, "></template>"...)
}

// structure hashes the tags and texts of a widget, and how deep each stands, as
// verify in patch.js does.
func (o *outline) structure() uint32 {
	h := uint32(0)
	var ends []int // of the elements that are open
	for i := range o.nodes {
		for len(ends) > 0 && i >= ends[len(ends)-1] {
			ends = ends[:len(ends)-1]
		}
		n := &o.nodes[i]
		for _, c := range []byte(n.nodeName() + strconv.Itoa(len(ends))) {
			h = h*31 + uint32(c)
		}
		ends = append(ends, i+int(n.size))
	}
	return h
}

// nodeName is what the page calls such a node, in small letters.
func (n *node) nodeName() string {
	switch n.kind {
	case kindText:
		return "#text"
	case kindChild:
		return "@"
	}
	return strings.ToLower(n.tag.name())
}
