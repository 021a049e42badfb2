package widget

import (
	"encoding/binary"
	"hash/maphash"
)

// An outline is what one pass over drawn HTML finds: its nodes in preorder, with
// hashes, and where they stand in the bytes. It lives during a drawing; what the
// widget keeps is packed from it (see record.go).
type outline struct {
	html  []byte
	nodes []node
	attrs []attr
	hooks []hook
	marks []mark

	open  []frame
	tags  tagCache
	names []attrID // of the tag that is read
	limit int      // where the HTML ends

	skips []skip  // of the last drawing: see skip.go
	old   []byte  // its records
	was   []bound // its handlers
	next  int     // the skip to be tried next
	asked int     // the skip that Memo tries next
	index places  // of skips
	memos memos   // from the drawing
	left  int     // items that were skipped so far
	extra uint32  // nodes in them, but for the first of each
	keyed int     // elements with a key, read or skipped

	kids    []kid     // child widgets, by ordinal; from the drawing
	ons     []Handler // handlers, by ordinal; from the drawing
	specs   []string  // what the page must know of them
	scopes  scopes    // of them; from the drawing
	strict  bool      // look for mistakes that only a browser would notice
	literal literals
}

// A kid is a child widget that a drawing shows.
type kid struct {
	mount *mount
	id    uint32
	seen  bool // in the HTML
}

// A node is an element, a text or a child widget.
type node struct {
	sub              uint64 // hash of everything in it, 48 bits
	key              uint64 // hash of its key, 0 without; of a child widget its id
	start, body, end uint32 // bytes: of the node, of its content, after the node
	size             uint32 // nodes in it, itself included
	span             uint32 // of them, those in the outline; the others were skipped
	attrs            uint32 // the first in outline.attrs
	hooks            uint32 // the first in outline.hooks
	record           uint32 // bytes of its record, with those in it
	own              uint32 // of them, its own
	skipped          uint32 // if its content was skipped: place in outline.skips, counted from 1
	same             uint32 // where its record stands in the old ones, if nothing changed; else 0
	tag              tagID
	kind             nodeKind
	flags            nodeFlags
	count            uint16 // attributes
}

type nodeKind uint8

const (
	kindElement nodeKind = iota
	kindText
	kindChild
)

type nodeFlags uint8

const (
	flagClosed  nodeFlags = 1 << iota // its content is no node of ours
	flagForeign                       // SVG or MathML
)

// An attr is an attribute of a node: its name in the upper 16 bits, and 48 bits
// that stand for its value.
type attr uint64

const hashMask = 1<<48 - 1

func (a attr) id() attrID { return attrID(a >> 48) }

func newAttr(id attrID, hash uint64) attr { return attr(id)<<48 | attr(hash&hashMask) }

// A hook is a place where a handler is drawn.
type hook struct {
	ordinal uint32 // of the handler in this drawing
	id      uint32 // by which the page calls it
	was     uint32 // of a handler that was not drawn again: place in outline.was, counted from 1
}

// A mark is a place where what is sent differs from what was drawn.
type mark struct {
	at, end uint32
	value   uint32
	kind    markKind
}

type markKind uint8

const (
	markDrop  markKind = iota // leave out: keys, comments
	markHook                  // a handler: its id and what the page must know
	markChild                 // a child widget
	markStyle                 // style becomes w-style
	markFence                 // after a tag name: say that the content is no node
)

// seed makes the hashes of this process secret.
var seed = maphash.MakeSeed()

func hashBytes(b []byte) uint64 { return maphash.Bytes(seed, b) & hashMask }

// Hashes of what has no bytes of its own.
var (
	hashOn   = maphash.String(seed, "on") & hashMask
	hashOff  = maphash.String(seed, "off") & hashMask
	hashSalt = maphash.String(seed, "salt")
)

// mix folds x into h; both are secret hashes already, or stand beside one.
func mix(h, x uint64) uint64 {
	h = (h ^ x) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

func (o *outline) reset(html []byte) {
	o.html, o.limit, o.next, o.left, o.extra, o.keyed = html, len(html), 0, 0, 0, 0
	o.nodes, o.attrs, o.hooks = o.nodes[:0], o.attrs[:0], o.hooks[:0]
	o.marks, o.open = o.marks[:0], o.open[:0]
	o.tags.reset()
	o.literal.reset()
}

// attrsOf returns the attributes of node i.
func (o *outline) attrsOf(i int) []attr {
	n := &o.nodes[i]
	return o.attrs[n.attrs : n.attrs+uint32(n.count)]
}

// hooksOf returns the handlers of the subtree of node i.
func (o *outline) hooksOf(i int) []hook {
	end := uint32(len(o.hooks))
	if next := i + int(o.nodes[i].span); next < len(o.nodes) {
		end = o.nodes[next].hooks
	}
	return o.hooks[o.nodes[i].hooks:end]
}

// uvarintLen returns how many bytes x takes.
func uvarintLen(x uint64) (n uint32) {
	for n = 1; x >= 0x80; n++ {
		x >>= 7
	}
	return n
}

func append48(b []byte, x uint64) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(x))
	return binary.LittleEndian.AppendUint16(b, uint16(x>>32))
}

func read48(b []byte) uint64 {
	return uint64(binary.LittleEndian.Uint32(b)) | uint64(binary.LittleEndian.Uint16(b[4:]))<<32
}
