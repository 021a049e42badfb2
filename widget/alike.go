package widget

import (
	"slices"
	"strings"
)

// New items of a list mostly look alike: rows of a table, say. Of a run of them the
// page gets the HTML of the first, and of the others only what differs; it copies
// the first, which takes a browser half as long as to parse them all.

// alikeItems is how many must look alike for that.
const alikeItems = 4

// attrCopy marks the first, and so all.
const attrCopy = "w-copy"

// A spot is where items that look alike may differ.
type spot struct {
	node    int // counted from the item's own
	attr    int // of that node's; -1: its text
	differs bool
}

// A run is new nodes that one operation brings, by their first and last.
type run struct {
	first, last int
	alike       bool
}

// runs divides the new nodes from first to last.
func (d *differ) runs(first, last int) []run {
	runs := d.scratch.runs[:0]
	for i := first; i <= last; {
		end := d.alike(i, last)
		r := run{first: i, last: i, alike: end > i}
		if r.alike {
			r.last = end - 1
		} else {
			end = i + int(d.o.nodes[i].span)
		}
		if n := len(runs) - 1; n >= 0 && !r.alike && !runs[n].alike {
			runs[n].last = r.last
		} else {
			runs = append(runs, r)
		}
		i = end
	}
	d.scratch.runs = runs
	return runs
}

// alike returns where the items end that look like the one at first, and finds out
// where they differ. It returns first if that is nothing to copy.
func (d *differ) alike(first, last int) (end int) {
	d.scratch.spots = d.scratch.spots[:0]
	if !d.copyable(first) {
		return first
	}
	span, items := int(d.o.nodes[first].span), 1
	for end = first + span; end <= last && d.looksLike(first, end); end += span {
		items++
		d.markSpots(first, end)
	}
	if items < alikeItems {
		return first
	}
	d.scratch.spots = slices.DeleteFunc(d.scratch.spots, func(s spot) bool { return !s.differs })
	return end
}

// copyable lists the spots of the item at first. It reports false if the page must
// do more with such an item than to put it in place.
func (d *differ) copyable(first int) bool {
	item := &d.o.nodes[first]
	if item.kind != kindElement || item.size != item.span {
		return false
	}
	for t := range int(item.span) {
		n := &d.o.nodes[first+t]
		if n.kind == kindChild || n.kind == kindElement && strings.Contains(n.tag.name(), "-") {
			return false // elements that a script defines would run in the making
		}
		if n.kind == kindText {
			d.scratch.spots = append(d.scratch.spots, spot{node: t, attr: -1})
			continue
		}
		for j, a := range d.o.attrsOf(first + t) {
			switch id := a.id(); {
			case id == idFence || id == idIs || id == attrHandler|attrID(eventIntersect) || id == attrHandler|attrID(eventAppear):
				return false
			case id.isPlain(n.tag):
				d.scratch.spots = append(d.scratch.spots, spot{node: t, attr: j})
			}
		}
	}
	return true
}

// isPlain reports whether to set the attribute is all that there is to it.
func (id attrID) isPlain(tag tagID) bool {
	return id.kind() == attrAttribute && (id >= idFirstURL || id == idValue && tag != tagTextarea)
}

// looksLike reports whether the item at i differs from that at first in spots
// only.
func (d *differ) looksLike(first, i int) bool {
	if d.o.nodes[i].size != d.o.nodes[i].span {
		return false
	}
	spots := d.scratch.spots
	for t := range int(d.o.nodes[first].span) {
		a, b := &d.o.nodes[first+t], &d.o.nodes[i+t]
		if a.kind != b.kind || a.tag != b.tag || a.flags != b.flags || a.count != b.count || a.size != b.size {
			return false
		}
		was := d.o.attrsOf(first + t)
		for j, x := range d.o.attrsOf(i + t) {
			for len(spots) > 0 && (spots[0].node < t || spots[0].node == t && spots[0].attr < j) {
				spots = spots[1:]
			}
			isSpot := len(spots) > 0 && spots[0].node == t && spots[0].attr == j
			if x.id() != was[j].id() || x != was[j] && !isSpot {
				return false
			}
		}
	}
	return true
}

// markSpots notes in which spots the item at i, which looks like that at first,
// differs from it.
func (d *differ) markSpots(first, i int) {
	for j := range d.scratch.spots {
		s := &d.scratch.spots[j]
		if s.attr < 0 {
			s.differs = s.differs || d.o.nodes[first+s.node].sub != d.o.nodes[i+s.node].sub
		} else {
			s.differs = s.differs || d.o.attrsOf(first + s.node)[s.attr] != d.o.attrsOf(i + s.node)[s.attr]
		}
	}
}

// copies writes the items from first to end, of which alike has found the spots.
// Their handlers, which all are new, have ids that follow one another.
func (d *differ) copies(first, end int) {
	span, handlers := int(d.o.nodes[first].span), len(d.o.hooksOf(first))
	d.first(first, handlers)
	d.number((end - first) / span)
	d.number(handlers)
	d.array(func() {
		for _, s := range d.scratch.spots {
			d.array(func() { d.spot(first, s) })
		}
	})
	d.array(func() {
		for i := first + span; i < end; i += span {
			for _, s := range d.scratch.spots {
				d.valueAt(i, s)
			}
		}
	})
}

// first writes the item that is copied, whose handlers the page must be able to
// tell from those of its copies.
func (d *differ) first(i, handlers int) {
	n, e := &d.o.nodes[i], d.emit
	e.first = true
	name := n.start + 1 + uint32(len(n.tag.name()))
	d.out = e.part(append(d.out, `,"`...), d.m, n.start, name)
	if handlers > 0 {
		d.out = append(d.out, " "+attrCopy...)
	}
	d.out = append(e.part(d.out, d.m, name, n.end), '"')
}

// spot writes where s is in the item at i.
func (d *differ) spot(i int, s spot) {
	d.number(s.node)
	if s.attr >= 0 {
		d.text([]byte(d.attrName(i, s)))
	}
}

// valueAt writes what the item at i has in a spot.
func (d *differ) valueAt(i int, s spot) {
	if n := i + s.node; s.attr < 0 {
		d.text(d.textOf(n))
	} else {
		d.text(d.valueOf(n, d.attrName(i, s)))
	}
}

func (d *differ) attrName(i int, s spot) string {
	return d.o.attrsOf(i + s.node)[s.attr].id().name()
}
