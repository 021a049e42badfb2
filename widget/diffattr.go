package widget

import (
	"slices"
	"strconv"
)

// attributes compares the attributes of k with those of node i, and carries over
// the ids of handlers. It reports false if only a new element will do.
func (d *differ) attributes(k *kept, i int) bool {
	was, now := d.was(k), d.o.attrsOf(i)
	if slices.Equal(was, now) {
		d.carry(k, i, k.own)
		return true
	}
	d.reshaped = true
	for _, a := range was {
		if find(now, a.id()) < 0 && !d.unset(k, a.id()) {
			return false
		}
	}
	hook := int(d.o.nodes[i].hooks)
	for _, a := range now {
		j := find(was, a.id())
		if a.id().kind() == attrHandler {
			d.handler(k, was, j, a, hook)
			hook++
		} else if (j < 0 || was[j] != a) && !d.set(k, i, a) {
			return false
		}
	}
	return true
}

// was returns the attributes of k.
func (d *differ) was(k *kept) []attr {
	list := d.scratch.attrs[:0]
	for n, at := 0, k.attrs; n < k.count; n++ {
		var a attr
		a, at = k.attr(d.old, at)
		list = append(list, a)
	}
	d.scratch.attrs = list
	return list
}

// carry gives the first n handlers of node i the ids that those of k have.
func (d *differ) carry(k *kept, i, n int) {
	first := int(d.o.nodes[i].hooks)
	for j := range n {
		d.o.hooks[first+j].id = d.hooks[k.hook+j].id
	}
}

func find(list []attr, id attrID) int {
	for i, a := range list {
		if a.id() == id {
			return i
		}
	}
	return -1
}

// handler keeps the id of a handler that was there, else makes one.
func (d *differ) handler(k *kept, was []attr, j int, a attr, hook int) {
	h := &d.o.hooks[hook]
	if j >= 0 {
		at := k.hook
		for _, b := range was[:j] {
			if b.id().kind() == attrHandler {
				at++
			}
		}
		if h.id = d.hooks[at].id; was[j] == a {
			return
		}
	} else {
		d.m.newHook(d.o, hook)
	}
	d.op(opSet, k.index)
	d.text([]byte(a.id().name()))
	value := strconv.AppendUint(nil, uint64(h.id), 10)
	if spec := d.o.specs[h.ordinal]; spec != "" {
		value = append(append(value, ' '), spec...)
	}
	d.text(value)
}

// unset takes an attribute away.
func (d *differ) unset(k *kept, id attrID) bool {
	switch {
	case id == idInner || id == idFence || id == idType:
		return false
	case id == idChecked || id == idSelected || id == idOpen:
		d.state(k, id, false)
		return true
	case id == idValue && d.isField(k):
		d.value(k, nil)
	}
	switch id.kind() {
	case attrClass:
		d.op(opDrop, k.index)
	case attrStyle:
		d.op(opStyle, k.index)
		d.text([]byte(id.name()))
		d.text(nil)
		return true
	default:
		d.op(opUnset, k.index)
	}
	d.text([]byte(id.name()))
	return true
}

// set gives k the attribute a of node i.
func (d *differ) set(k *kept, i int, a attr) bool {
	id := a.id()
	switch {
	case id == idInner || id == idType:
		return false
	case id == idFence:
		d.op(opFence, k.index)
		d.piece(d.o.nodes[i].body, d.content(i))
		return true
	case id == idChecked || id == idSelected || id == idOpen:
		d.state(k, id, uint64(a)&hashMask == hashOn)
		return true
	case id == idValue && k.tag == tagTextarea:
		d.value(k, unescape(trimNewline(d.html()[d.o.nodes[i].body:d.content(i)]), false))
		return true
	case id == idValue && d.isField(k):
		d.value(k, d.valueOf(i, "value"))
		return true
	}
	d.setPlain(k, i, id)
	return true
}

func (d *differ) setPlain(k *kept, i int, id attrID) {
	switch id.kind() {
	case attrClass:
		d.op(opAdd, k.index)
		d.text([]byte(id.name()))
	case attrStyle:
		d.op(opStyle, k.index)
		d.text([]byte(id.name()))
		d.text(d.declaration(i, id.name()))
	default:
		name := id.name()
		d.op(opSet, k.index)
		if id == idStyle {
			d.text([]byte(attrSheet))
		} else {
			d.text([]byte(name))
		}
		d.text(d.valueOf(i, name))
	}
}

// isField reports whether k's value is what a user changes.
func (d *differ) isField(k *kept) bool { return k.tag.info()&tagField != 0 }

func (d *differ) value(k *kept, value []byte) {
	d.op(opValue, k.index)
	d.text(value)
	d.number(int(d.edits(k)))
}

// state writes a property that is on or off, and which a user changes too.
func (d *differ) state(k *kept, id attrID, on bool) {
	d.op(opState, k.index)
	d.text([]byte(id.name()))
	n := 0
	if on {
		n = 1
	}
	d.number(n)
	if id == idSelected {
		d.number(int(d.guard))
	} else {
		d.number(int(d.edits(k)))
	}
}

// edits returns how many of the user's edits of k the server knows.
func (d *differ) edits(k *kept) uint32 {
	if d.m.edits == nil {
		return 0
	}
	hook := k.hook
	for n, at := 0, k.attrs; n < k.count; n++ {
		var a attr
		if a, at = k.attr(d.old, at); a.id().kind() == attrHandler {
			if e := d.m.edits[d.hooks[hook].id]; e > 0 {
				return e
			}
			hook++
		}
	}
	return 0
}

// content returns where the content of node i ends: before its end tag.
func (d *differ) content(i int) uint32 {
	n := &d.o.nodes[i]
	return n.end - uint32(len(n.tag.name())) - 3
}

// valueOf returns the value of an attribute of node i, as a parser reads it.
func (d *differ) valueOf(i int, name string) []byte {
	n := &d.o.nodes[i]
	return unescape(d.o.findValue(int(n.start)+1+len(n.tag.name()), name), true)
}

// findValue looks for an attribute in a tag that was read before.
func (o *outline) findValue(at int, name string) []byte {
	for {
		for isSpace(o.html[at]) {
			at++
		}
		from := at
		for c := o.html[at]; c != '=' && c != '>' && c != '/' && !isSpace(c); c = o.html[at] {
			at++
		}
		if from == at {
			return nil
		}
		found := string(o.html[from:at]) == name
		var value []byte
		if o.html[at] == '=' {
			value, at, _ = o.parseValue(at + 1)
		}
		if found {
			return value
		}
	}
}

func (d *differ) declaration(i int, property string) (value []byte) {
	eachDeclaration(d.valueOf(i, "style"), func(p, v []byte) bool {
		if string(p) == property {
			value = v
		}
		return true
	})
	return value
}

func trimNewline(b []byte) []byte {
	if len(b) > 0 && b[0] == '\n' {
		return b[1:]
	}
	return b
}
