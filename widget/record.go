package widget

import "encoding/binary"

// What a widget keeps of its last drawing is a run of records in preorder, one a
// node, of as few bytes as it takes:
//
//	text    head, 6 bytes of hash
//	child   head, id
//	element head, tag, [count], 6 bytes of hash, [8 of key],
//	        [size, hooks, length of the records within], attributes
//
// Numbers are varints. The head has the kind in bits 0-1, whether there is content
// in bit 2, a key in bit 3, and the count of attributes in bits 4-7, where 15
// says that it follows. An attribute is its id, turned so that its kind comes
// last, and 6 bytes of hash unless it is a class. The hashes and ids of handlers
// are not here: they stand in order in mount.hooks.
const (
	headContent = 1 << 2
	headKey     = 1 << 3
	textRecord  = 7
)

func (id attrID) code() uint64 { return uint64(id&^kindMask)<<2 | uint64(id>>kindShift) }

func attrOfCode(c uint64) attrID { return attrID(c>>2) | attrID(c&3)<<kindShift }

func attrRecord(a attr) uint32 {
	n := uvarintLen(a.id().code())
	if a.id().kind() != attrClass {
		n += 6
	}
	return n
}

// pack appends the records of o's nodes. Those of subtrees that did not change
// are copied from old.
func (o *outline) pack(b, old []byte) []byte {
	for i := 0; i < len(o.nodes); {
		n := &o.nodes[i]
		if n.same > 0 {
			b = append(b, old[n.same-1:n.same-1+n.record]...)
			i += int(n.span)
			continue
		}
		b = o.packNode(b, i, n)
		i++
	}
	return b
}

func (o *outline) packNode(b []byte, i int, n *node) []byte {
	switch n.kind {
	case kindText:
		return append48(append(b, byte(kindText)), n.sub)
	case kindChild:
		return binary.AppendUvarint(append(b, byte(kindChild)), n.key)
	}
	head := byte(kindElement) | byte(min(n.count, 15))<<4
	if n.size > 1 {
		head |= headContent
	}
	if n.key != 0 {
		head |= headKey
	}
	b = binary.AppendUvarint(append(b, head), uint64(n.tag))
	if n.count >= 15 {
		b = binary.AppendUvarint(b, uint64(n.count))
	}
	b = append48(b, n.sub)
	if n.key != 0 {
		b = binary.LittleEndian.AppendUint64(b, n.key)
	}
	if n.size > 1 {
		b = o.packContent(b, i, n)
	}
	return packAttrs(b, o.attrsOf(i))
}

func (o *outline) packContent(b []byte, i int, n *node) []byte {
	b = binary.AppendUvarint(b, uint64(n.size))
	b = binary.AppendUvarint(b, uint64(len(o.hooksOf(i))))
	return binary.AppendUvarint(b, uint64(o.inner32(i)))
}

// inner32 returns the bytes of the records within node i.
func (o *outline) inner32(i int) (sum uint32) {
	end := i + int(o.nodes[i].span)
	for i++; i < end; i += int(o.nodes[i].span) {
		sum += o.nodes[i].record
	}
	return sum
}

func packAttrs(b []byte, attrs []attr) []byte {
	for _, a := range attrs {
		b = binary.AppendUvarint(b, a.id().code())
		if a.id().kind() != attrClass {
			b = append48(b, uint64(a)&hashMask)
		}
	}
	return b
}

// A kept is a record that was read, and where it stands: in the bytes, in the
// order of nodes, in the order of handlers.
type kept struct {
	at, index, hook    int
	hash               int // bytes: of its hash
	attrs, body, next  int // of its attributes, the records within, the next one
	size, hooks, count int
	own                int // handlers of its own
	sub, key           uint64
	tag                tagID
	kind               nodeKind
	fence              bool // its content is compared as a whole
}

// read reads the record at at.
func read(rec []byte, at, index, hook int) (k kept) {
	k.read(rec, at, index, hook)
	return k
}

func (k *kept) read(rec []byte, at, index, hook int) {
	*k = kept{at: at, index: index, hook: hook, size: 1}
	head := rec[at]
	at++
	switch k.kind = nodeKind(head & 3); k.kind {
	case kindText:
		k.sub = read48(rec[at:])
		k.next = at + 6
	case kindChild:
		k.key, at = uvarint(rec, at)
		k.sub, k.next = mix(hashSalt, k.key)&hashMask, at
	default:
		k.element(rec, at, head)
	}
}

func (k *kept) element(rec []byte, at int, head byte) {
	var x uint64
	x, at = uvarint(rec, at)
	k.tag = tagID(x)
	if k.count = int(head >> 4); k.count == 15 {
		x, at = uvarint(rec, at)
		k.count = int(x)
	}
	k.hash = at
	k.sub = read48(rec[at:])
	at += 6
	if head&headKey != 0 {
		k.key = binary.LittleEndian.Uint64(rec[at:])
		at += 8
	}
	if head&headContent == 0 {
		k.attrs, k.next = at, -1
		return
	}
	x, at = uvarint(rec, at)
	k.size = int(x)
	x, at = uvarint(rec, at)
	k.hooks = int(x)
	x, at = uvarint(rec, at)
	k.attrs, k.next = at, int(x)
}

// itemAt reads hash and key of the record at at, which is that of an element with
// a key. Lists are looked through by that.
func itemAt(rec []byte, at int) (sub, key uint64) {
	head := rec[at]
	_, at = uvarint(rec, at+1)
	if head>>4 == 15 {
		_, at = uvarint(rec, at)
	}
	return read48(rec[at:]), binary.LittleEndian.Uint64(rec[at+6:])
}

// finish reads on to the end of the record's own bytes. The reader of a record
// that did not change gets by without the attributes: it knows its length.
func (k *kept) finish(rec []byte) {
	if k.kind != kindElement || k.body > 0 {
		return
	}
	at := k.attrs
	for range k.count {
		var code uint64
		code, at = uvarint(rec, at)
		id := attrOfCode(code)
		switch id.kind() {
		case attrClass:
			continue
		case attrHandler:
			k.own++
		}
		k.fence = k.fence || id == idFence
		at += 6
	}
	k.body = at
	if k.next < 0 {
		k.next, k.hooks = at, k.own
	} else {
		k.next += at
	}
}

// A rehash is a hash in a record that is another one now.
type rehash struct {
	at   int
	hash uint64
}

// void makes the record differ from whatever is drawn.
func (k *kept) void(rec []byte) { put48(rec[k.hash:], 0) }

// attr is one of the attributes from k.attrs on, and the place of the next.
func (k *kept) attr(rec []byte, at int) (attr, int) {
	code, at := uvarint(rec, at)
	id := attrOfCode(code)
	if id.kind() == attrClass {
		return newAttr(id, 0), at
	}
	return newAttr(id, read48(rec[at:])), at + 6
}

// step makes k the sibling behind it; finish was called.
func (k *kept) step(rec []byte) { k.read(rec, k.next, k.index+k.size, k.hook+k.hooks) }

// first reads the first node within k, of which finish was called.
func (k *kept) first(rec []byte) (c kept) {
	c.enter(rec, k)
	return c
}

// enter makes k the first node within p.
func (k *kept) enter(rec []byte, p *kept) { k.read(rec, p.body, p.index+1, p.hook+p.own) }

func uvarint(b []byte, at int) (uint64, int) {
	if x := b[at]; x < 0x80 {
		return uint64(x), at + 1
	}
	x, n := binary.Uvarint(b[at:])
	return x, at + n
}
