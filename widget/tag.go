package widget

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
)

// A tagEntry remembers a start tag, so that the next one of the same text need
// not be taken apart again, in this drawing or a later one. Most tags are so.
type tagEntry struct {
	text    string
	list    []attr // its attributes
	scan    uint32 // for which they were put into outline.attrs
	attrs   uint32 // where they are there
	end     uint32 // where the tag ends, when it was just taken apart
	record  uint32
	own     uint64
	tag     tagID
	count   uint16
	closed  bool // ends with />
	kept    bool
	foreign bool
	varies  bool // holds what leaves marks or means another thing each time: see tagCache
	key     uint64
	handler struct {
		mark  // counted from the tag
		spec  uint64
		event eventID
		there bool
	}
}

// tagCache finds tags by their text. Tags whose text means another thing each
// time, or that leave marks, are not kept, and none that are very long. One handler
// that is drawn by its ordinal is no obstacle: most widgets are small, and draw
// just those again and again.
type tagCache struct {
	scan    uint32
	entries [256]tagEntry
}

const maxCachedTag = 256

func (c *tagCache) reset() {
	if c.scan++; c.scan == 0 {
		*c = tagCache{scan: 1}
	}
}

// keepTag remembers a tag that was taken apart.
func (o *outline) keepTag(slot, fresh *tagEntry, text []byte) {
	list := append(slot.list[:0], o.attrs[fresh.attrs:fresh.attrs+uint32(fresh.count)]...)
	*slot = *fresh
	slot.text, slot.list = string(text), list
}

// recall puts the attributes of a remembered tag into this drawing.
func (o *outline) recall(e *tagEntry) {
	e.scan, e.attrs = o.tags.scan, uint32(len(o.attrs))
	o.attrs = append(o.attrs, e.list...)
}

// rehook adds the handler of a remembered tag at at. It reports false if that is
// another one by now.
func (o *outline) rehook(e *tagEntry, at int) bool {
	h := &e.handler
	ordinal := int(h.value)
	if ordinal >= len(o.ons) || o.ons[ordinal].event != h.event || o.specHash(ordinal) != h.spec || o.kept() {
		return false
	}
	o.addHook(uint32(at)+h.at, uint32(at)+h.end, ordinal)
	return true
}

func (o *outline) addHook(from, to uint32, ordinal int) {
	o.marks = append(o.marks, mark{at: from, end: to, value: uint32(len(o.hooks)), kind: markHook})
	o.hooks = append(o.hooks, hook{ordinal: uint32(ordinal)})
}

func (c *tagCache) slot(text []byte) *tagEntry {
	h := uint64(len(text))
	if len(text) >= 8 {
		h ^= binary.LittleEndian.Uint64(text) ^ bits.RotateLeft64(binary.LittleEndian.Uint64(text[len(text)-8:]), 29)
	} else {
		for _, b := range text {
			h = h<<8 | uint64(b)
		}
	}
	return &c.entries[h*0x9E3779B97F4A7C15>>56]
}

// element reads a start tag, and the content too if that is text whatever it is.
func (o *outline) element(at int) (int, error) {
	n := bytes.IndexByte(o.html[at:], '>')
	if n < 0 {
		return 0, surprise("tag that is not closed", at)
	}
	foreign := len(o.open) > 0 && o.open[len(o.open)-1].foreign
	text := o.html[at : at+n+1]
	e := o.tags.slot(text)
	switch {
	case e.foreign != foreign || e.text != string(text) || e.handler.there && !o.rehook(e, at):
		fresh := tagEntry{scan: o.tags.scan, attrs: uint32(len(o.attrs)), foreign: foreign}
		if err := o.parseTag(at, &fresh); err != nil {
			return 0, err
		}
		n = int(fresh.end) - at - 1
		fresh.handler.at -= uint32(at)
		fresh.handler.end -= uint32(at)
		if fresh.varies || n > maxCachedTag {
			return o.begin(at, at+n+1, &fresh)
		}
		o.keepTag(e, &fresh, o.html[at:at+n+1])
	case e.scan != o.tags.scan:
		o.recall(e)
	}
	return o.begin(at, at+n+1, e)
}

// begin adds the node of a start tag.
func (o *outline) begin(at, end int, e *tagEntry) (int, error) {
	if len(o.open) == 0 && len(o.nodes) > 0 {
		return 0, errRoots
	}
	if e.key != 0 {
		o.keyed++
		o.passed(e.key)
	}
	info := e.tag.info()
	foreign := e.foreign || info&tagForeign != 0
	scope := o.scope(e)
	hooks := uint32(len(o.hooks))
	if e.varies || e.handler.there {
		hooks -= e.hooks(o)
		if err := o.literal.check(o, hooks, scope); err != nil {
			return 0, err
		}
	}
	flags := nodeFlags(0)
	if foreign {
		flags = flagForeign
	}
	if e.kept {
		flags |= flagClosed
	}
	n, f := o.addNode(), o.push()
	n.key, n.start, n.body, n.attrs, n.hooks = e.key, uint32(at), uint32(end), e.attrs, hooks
	n.record, n.same, n.skipped, n.tag, n.kind, n.flags, n.count = e.record, 0, 0, e.tag, kindElement, flags, e.count
	f.node, f.own, f.kids, f.rec, f.last, f.extra = len(o.nodes)-1, e.own, 0, 0, 0, o.extra
	f.foreign, f.kept, f.scope = foreign && info&tagHTML == 0, e.kept, scope
	if info == 0 && !e.closed && len(o.open) <= maxDepth {
		return end, nil
	}
	return o.content(at, end, e, info)
}

// addNode makes room for a node, all fields of which the caller sets: to fill a
// field at a time costs a third of what copying one does.
func (o *outline) addNode() *node {
	if len(o.nodes) == cap(o.nodes) {
		o.nodes = slices.Grow(o.nodes, 64)
	}
	o.nodes = o.nodes[:len(o.nodes)+1]
	return &o.nodes[len(o.nodes)-1]
}

// push makes room for a frame in the same way.
func (o *outline) push() *frame {
	if len(o.open) == cap(o.open) {
		o.open = slices.Grow(o.open, 16)
	}
	o.open = o.open[:len(o.open)+1]
	return &o.open[len(o.open)-1]
}

// scope returns the node whose key tells this one's handlers from those of its
// siblings: itself, or the nearest outer one.
func (o *outline) scope(e *tagEntry) int {
	if e.key != 0 || len(o.open) == 0 {
		return len(o.nodes)
	}
	return o.open[len(o.open)-1].scope
}

// content deals with elements whose content is special.
func (o *outline) content(at, end int, e *tagEntry, info tagInfo) (int, error) {
	switch {
	case info&tagVoid != 0 && !e.foreign:
		o.end(end)
	case e.closed:
		if !e.foreign && info&tagForeign == 0 {
			return 0, surprise("/> of an element that may have content", at)
		}
		o.end(end)
	case info&(tagText|tagOpaque) != 0 && !e.foreign:
		return o.inner(end, e.tag)
	case len(o.open) > maxDepth:
		return 0, fmt.Errorf("elements nested deeper than %d", maxDepth)
	}
	return end, nil
}

// maxDepth is less than where parsers begin to flatten.
const maxDepth = 400

// inner reads the content of an element that is one text to us, up to its end tag.
func (o *outline) inner(at int, tag tagID) (int, error) {
	f := &o.open[len(o.open)-1]
	name := tag.name()
	for end := at; ; end++ {
		n := bytes.Index(o.html[end:], []byte("</"))
		if n < 0 {
			return 0, surprise("element that is not closed", at)
		}
		end += n
		rest := o.html[end+2:]
		if len(rest) <= len(name) || string(bytes.ToLower(rest[:len(name)])) != name {
			continue
		}
		if rest[len(name)] != '>' || string(rest[:len(name)]) != name {
			return 0, surprise("end tag", end)
		}
		id := idInner
		if tag == tagTextarea {
			id = idValue
		}
		if tag.info()&tagOpaque != 0 {
			if err := checkRaw(o.html[at:end]); err != nil {
				return 0, err
			}
		}
		o.addAttr(f, newAttr(id, hashBytes(o.html[at:end])))
		o.nodes[f.node].flags |= flagClosed
		next := end + 2 + len(name) + 1
		o.end(next)
		return next, nil
	}
}

// hooks returns how many handlers the tag has.
func (e *tagEntry) hooks(o *outline) (n uint32) {
	for _, a := range o.attrs[e.attrs : e.attrs+uint32(e.count)] {
		if a.id().kind() == attrHandler {
			n++
		}
	}
	return n
}

// parseTag takes the start tag at at apart.
func (o *outline) parseTag(at int, e *tagEntry) error {
	i, err := o.parseName(at+1, e)
	if err != nil {
		return err
	}
	o.names = o.names[:0]
	e.own = mix(hashSalt, uint64(e.tag))
	e.record = 1 + uvarintLen(uint64(e.tag)) + 6
	for {
		for i < o.limit && isSpace(o.html[i]) {
			i++
		}
		switch {
		case i >= o.limit:
			return surprise("tag that is not closed", at)
		case o.html[i] == '>':
			e.end = uint32(i + 1)
			return o.finishTag(e)
		case o.html[i] == '/':
			i++
			if e.closed = i < o.limit && o.html[i] == '>'; !e.closed {
				return surprise("/ in a tag", i)
			}
		default:
			if i, err = o.parseAttribute(i, e); err != nil {
				return err
			}
		}
	}
}

func (o *outline) parseName(at int, e *tagEntry) (int, error) {
	i := at
	for i < o.limit && isNameByte(o.html[i], e.foreign) {
		i++
	}
	if i == at || o.html[at] < 'A' {
		return 0, surprise("tag", at)
	}
	name := o.html[at:i]
	if k := &knownTags[tagSlot(name)]; k.name == string(name) {
		e.tag = k.tag
	} else if id := tagNames.id(name); id != noName {
		e.tag = tagID(id)
	} else {
		return 0, fmt.Errorf("too many different elements: %q", name)
	}
	if e.tag.info()&tagRefused != 0 {
		return 0, &Refused{What: "<" + string(name) + ">"}
	}
	return i, nil
}

// knownTags finds most tags faster than a map does.
var knownTags = func() (list [256]struct {
	name string
	tag  tagID
}) {
	for id := len(tagInfos) - 1; id >= 0; id-- {
		name := tagID(id).name()
		k := &list[tagSlot([]byte(name))]
		k.name, k.tag = name, tagID(id)
	}
	return list
}()

// tagSlot tells short names apart.
func tagSlot(name []byte) uint8 {
	return name[0]*7 + name[len(name)-1]*31 + uint8(len(name))*67
}

func isNameByte(b byte, foreign bool) bool {
	return 'a' <= b && b <= 'z' || '0' <= b && b <= '9' || b == '-' || foreign && 'A' <= b && b <= 'Z'
}

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f' }
