package widget

import (
	"strconv"

	"github.com/omg-go/omg/internal/wire"
)

// The operations of a patch. A node is named by its place in the preorder of the
// widget's old nodes, where a child widget is one node; −j is the first node of
// the j-th piece of HTML that the same patch brought. pos says where in the old
// order new nodes come to stand, 0 within something that moves itself.
const (
	opText    = 't' // node, text
	opSet     = 'a' // node, attribute, value
	opUnset   = 'd' // node, attribute
	opAdd     = 'c' // node, class
	opDrop    = 'x' // node, class
	opStyle   = 'y' // node, property, value; "" takes it away
	opValue   = 'v' // node, value, edits
	opState   = 'p' // node, property, 0 or 1, edits
	opFence   = 'h' // node, HTML of its content
	opInsert  = 'i' // parent, before (0: at the end), pos, HTML
	opCopies  = 'k' // parent, before, pos, HTML of the first, how many there are, handlers of each, spots, what the others have in them
	opMove    = 'm' // parent, before, pos, node, how many in it
	opRemove  = 'r' // parent, node, how many
	opReplace = 'o' // node, how many in it, HTML
	opPlace   = 'w' // selector, HTML of a widget: at the end of that element
	opTake    = 'q' // widget: take it away
	opSettle  = 'f' // handler, 0 or 1: its form was accepted, see Submit
	opHear    = 'e' // event: listen to it
)

// A differ writes the operations that turn what a widget was into what it was
// drawn as now, and finds out which handler is which on the way.
type differ struct {
	m        *mount
	old      []byte
	hooks    []bound
	o        *outline
	out      []byte
	inserted int
	guard    uint32 // edits of the select that is entered
	emit     emitter
	scratch  *scratch
	hashes   []rehash
	reshaped bool // the records differ in more than hashes
}

func (d *differ) html() []byte { return d.o.html }

// root compares the whole widget.
func (d *differ) root() {
	k := read(d.old, 0, 0, 0)
	d.node(&k, 0, false)
}

// node compares a kept node with node i. moved says that an outer node moves in
// this patch.
func (d *differ) node(k *kept, i int, moved bool) {
	n := &d.o.nodes[i]
	switch {
	case k.sub == n.sub && k.kind == n.kind && k.key == n.key:
		d.same(k, i)
	case k.kind != n.kind || k.tag != n.tag || k.key != n.key:
		d.replace(k, i)
	case n.kind == kindText:
		d.hashes = append(d.hashes, rehash{k.at + 1, n.sub})
		d.op(opText, k.index)
		d.text(d.textOf(i))
	default:
		d.element(k, i, moved)
	}
}

// same notes that the subtree of node i is the kept one.
func (d *differ) same(k *kept, i int) {
	d.o.nodes[i].same = uint32(k.at) + 1
	d.carry(k, i, len(d.o.hooksOf(i)))
}

func (d *differ) element(k *kept, i int, moved bool) {
	k.finish(d.old)
	if k.fence != d.fenced(i) || !d.attributes(k, i) {
		d.replace(k, i)
		return
	}
	d.hashes = append(d.hashes, rehash{k.hash, d.o.nodes[i].sub})
	if k.tag == tagSelect {
		saved := d.guard
		d.guard = d.edits(k)
		defer func() { d.guard = saved }()
	}
	d.children(k, i, moved)
}

// fenced reports whether the content of node i is compared as a whole.
func (d *differ) fenced(i int) bool {
	for _, a := range d.o.attrsOf(i) {
		if a.id() == idFence {
			return true
		}
	}
	return false
}

// replace puts node i in the place of k.
func (d *differ) replace(k *kept, i int) {
	d.reshaped = true
	k.finish(d.old)
	d.fresh(i)
	d.op(opReplace, k.index)
	d.number(k.size)
	d.inserted++
	if i > 0 {
		d.piece(d.o.nodes[i].start, d.o.nodes[i].end)
		return
	}
	d.out = append(d.out, ',', '"')
	d.out = d.emit.whole(d.out, d.m)
	d.out = append(d.out, '"')
}

// fresh gives the handlers of the new subtree i their ids.
func (d *differ) fresh(i int) {
	from := int(d.o.nodes[i].hooks)
	for j := range d.o.hooksOf(i) {
		d.m.newHook(d.o, from+j)
	}
}

// textOf returns the text of node i, without comments.
func (d *differ) textOf(i int) []byte {
	n := &d.o.nodes[i]
	plain := emitter{}.part(d.scratch.text[:0], d.m, n.start, n.end)
	d.scratch.text = plain
	return unescape(plain, false)
}

func (d *differ) op(k byte, node int) {
	d.out = append(d.out, ',', '"', k, '"', ',')
	d.out = strconv.AppendInt(d.out, int64(node), 10)
}

func (d *differ) number(n int) {
	d.out = strconv.AppendInt(append(d.out, ','), int64(n), 10)
}

func (d *differ) text(s []byte) { d.out = wire.AppendString(append(d.out, ','), s) }

// array writes what fill writes as an array.
func (d *differ) array(fill func()) {
	d.out = append(d.out, ',')
	at := len(d.out)
	if fill(); len(d.out) == at {
		d.out = append(d.out, '[')
	}
	d.out[at] = '['
	d.out = append(d.out, ']')
}

// piece writes drawn HTML.
func (d *differ) piece(from, to uint32) {
	d.out = append(d.out, ',', '"')
	d.out = d.emit.part(d.out, d.m, from, to)
	d.out = append(d.out, '"')
}
