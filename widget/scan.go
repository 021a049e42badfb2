package widget

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// errSurprise is the error of HTML that the scanner does not read: HTML that a
// parser would have to repair, above all.
var errSurprise = errors.New("HTML that is not well formed")

func surprise(what string, at int) error {
	return fmt.Errorf("%w: %s at byte %d", errSurprise, what, at)
}

// A frame is an element that is open.
type frame struct {
	node    int    // its index
	own     uint64 // hash of its tag
	kids    uint64 // hash of its content so far
	rec     uint32 // bytes of records in it
	extra   uint32 // outline.extra at its beginning
	last    int    // end of the last text in it, to join it with one that follows a comment
	foreign bool   // its content is SVG or MathML
	kept    bool   // its content is the page's
	scope   int    // the node with the nearest key
}

// scan reads drawn HTML into o, in one pass and without a tree. It never panics,
// whatever the bytes are; what it does not expect is an error.
func (o *outline) scan(html []byte) error {
	o.reset(html)
	if bytes.IndexByte(html, 0) >= 0 {
		return surprise("NUL", bytes.IndexByte(html, 0))
	}
	at, err := 0, error(nil)
	for at < o.limit && err == nil {
		switch {
		case html[at] != '<':
			at, err = o.text(at)
		case at+1 == o.limit:
			err = surprise("<", at)
		case html[at+1] == '/':
			at, err = o.close(at)
		case html[at+1] == '!':
			at, err = o.comment(at)
		default:
			if end, ok := o.skip(at); ok {
				at = end
			} else {
				at, err = o.element(at)
			}
		}
	}
	if err == nil && len(o.open) > 0 {
		err = surprise("element that is not closed", o.limit)
	}
	return err
}

// text reads a text up to the next tag.
func (o *outline) text(at int) (int, error) {
	end := o.limit
	if n := bytes.IndexByte(o.html[at:], '<'); n >= 0 {
		end = at + n
	}
	if len(o.open) == 0 {
		if len(bytes.TrimSpace(o.html[at:end])) > 0 {
			return 0, errRoots
		}
		return end, nil
	}
	f := &o.open[len(o.open)-1]
	switch n := &o.nodes[f.node]; {
	case f.last > 0:
		o.joinText(f, at, end)
	case n.tag.info()&tagNewline != 0 && at == int(n.body) && o.html[at] == '\n':
		if at++; at < end {
			o.addText(f, at, end)
		}
	default:
		o.addText(f, at, end)
	}
	f.last = end
	return end, nil
}

func (o *outline) addText(f *frame, at, end int) {
	n := o.leaf(kindText, at, at, end)
	n.key, n.sub, n.record = 0, hashBytes(o.html[at:end]), textRecord
	f.kids = mix(f.kids, n.sub)
	n.own = textRecord
	f.rec += textRecord
}

// joinText makes the text one with the one before the comment that is between.
func (o *outline) joinText(f *frame, at, end int) {
	n := &o.nodes[len(o.nodes)-1]
	n.sub = mix(n.sub, hashBytes(o.html[at:end])) & hashMask
	n.end = uint32(end)
	f.kids = mix(f.kids, n.sub)
}

// leaf adds a node without content; the caller sets key, sub and record.
func (o *outline) leaf(kind nodeKind, start, body, end int) *node {
	n := o.addNode()
	n.start, n.body, n.end, n.size, n.span = uint32(start), uint32(body), uint32(end), 1, 1
	n.attrs, n.hooks, n.count = uint32(len(o.attrs)), uint32(len(o.hooks)), 0
	n.same, n.skipped, n.tag, n.kind, n.flags = 0, 0, 0, kind, 0
	return n
}

// close reads an end tag, which must be that of the element that is open.
func (o *outline) close(at int) (int, error) {
	if len(o.open) == 0 {
		return 0, surprise("end tag", at)
	}
	name := o.nodes[o.open[len(o.open)-1].node].tag.name()
	i := at + 2 + len(name)
	if i >= o.limit || o.html[i] != '>' || string(o.html[at+2:i]) != name {
		return 0, surprise("end tag that is not </"+name+">", at)
	}
	o.end(i + 1)
	return i + 1, nil
}

// end completes the element that is open.
func (o *outline) end(end int) {
	f := &o.open[len(o.open)-1]
	if f.kept {
		o.forget(f)
	}
	n := &o.nodes[f.node]
	n.span = uint32(len(o.nodes) - f.node)
	n.size = n.span + o.extra - f.extra
	n.end = uint32(end)
	n.sub = mix(mix(f.own, f.kids+uint64(n.size)), n.key) & hashMask
	n.record += f.rec
	if n.size > 1 {
		hooks := uint32(len(o.hooks)) - n.hooks
		n.record += uvarintLen(uint64(n.size)) + uvarintLen(uint64(hooks)) + uvarintLen(uint64(f.rec))
	}
	n.own = n.record - f.rec
	o.open = o.open[:len(o.open)-1]
	if len(o.open) > 0 {
		p := &o.open[len(o.open)-1]
		p.kids = mix(p.kids, n.sub)
		p.rec += n.record
		p.last = 0
	}
}

// forget drops the nodes of content that belongs to the page.
func (o *outline) forget(f *frame) {
	n := &o.nodes[f.node]
	o.nodes = o.nodes[:f.node+1]
	o.attrs = o.attrs[:n.attrs+uint32(n.count)]
	f.kids, f.rec = 0, 0
}

// comment reads a comment. Those that this package wrote are marks, others are
// left out of what the page gets.
func (o *outline) comment(at int) (int, error) {
	if !bytes.HasPrefix(o.html[at:], []byte("<!--")) {
		return 0, surprise("declaration", at)
	}
	if n, size := readMark(o.html[at:], markerMemo); size > 0 {
		return at + size, o.memo(at, at+size, n)
	}
	n := bytes.Index(o.html[at+4:], []byte("-->"))
	if n < 0 {
		return 0, surprise("comment that is not closed", at)
	}
	end := at + 4 + n + 3
	body := o.html[at+4 : at+4+n]
	if len(body) > 2 && body[0] == 'w' {
		switch value, err := strconv.Atoi(string(body[2:])); {
		case err != nil:
		case body[1] == markerChild:
			return end, o.child(at, end, value)
		case body[1] == markerRaw:
			return o.raw(at, end, value)
		case body[1] == markerBegin && 0 <= value && value < len(o.memos.notes):
			o.memos.notes[value].start = uint32(end)
		case body[1] == markerEnd && 0 <= value && value < len(o.memos.notes):
			return end, o.memoEnds(at, end, value)
		}
	}
	if bytes.HasPrefix(body, []byte(">")) || bytes.HasPrefix(body, []byte("->")) || bytes.Contains(body, []byte("--!>")) {
		return 0, surprise("comment", at)
	}
	o.marks = append(o.marks, mark{at: uint32(at), end: uint32(end), kind: markDrop})
	return end, nil
}

// child reads the mark of a child widget.
func (o *outline) child(at, end, ordinal int) error {
	switch {
	case len(o.open) == 0:
		return errRoots
	case ordinal >= len(o.kids) || ordinal < 0 || o.kids[ordinal].seen:
		return surprise("mark of a widget", at)
	case o.kept():
		return errKeep
	}
	o.kids[ordinal].seen = true
	o.marks = append(o.marks, mark{at: uint32(at), end: uint32(end), value: uint32(ordinal), kind: markChild})
	f := &o.open[len(o.open)-1]
	f.last = 0
	n, id := o.leaf(kindChild, at, end, end), uint64(o.kids[ordinal].id)
	n.key, n.sub, n.record = id, mix(hashSalt, id)&hashMask, 1+uvarintLen(id)
	n.own = n.record
	f.kids = mix(f.kids, n.sub)
	f.rec += n.record
	return nil
}

// kept reports whether an open element gives its content to the page.
func (o *outline) kept() bool {
	for i := range o.open {
		if o.open[i].kept {
			return true
		}
	}
	return false
}

// raw reads a mark of raw HTML, and the HTML, which must be all that its element
// contains.
func (o *outline) raw(at, end, length int) (int, error) {
	if len(o.open) == 0 {
		return 0, errRoots
	}
	f := &o.open[len(o.open)-1]
	n := &o.nodes[f.node]
	next := end + length
	if length < 0 || next > o.limit || at != int(n.body) || !bytes.HasPrefix(o.html[next:], []byte("</")) {
		return 0, errRaw
	}
	content := o.html[end:next]
	if err := checkRaw(content); err != nil {
		return 0, err
	}
	o.marks = append(o.marks,
		mark{at: n.body - 1, end: n.body - 1, kind: markFence},
		mark{at: uint32(at), end: uint32(end), kind: markDrop})
	n.body = uint32(end)
	o.addAttr(f, newAttr(idFence, hashBytes(content)))
	n.flags |= flagClosed
	return next, nil
}

// addAttr adds an attribute to the element that is open and has no content yet.
func (o *outline) addAttr(f *frame, a attr) {
	n := &o.nodes[f.node]
	o.attrs = append(o.attrs, a)
	n.count++
	n.record += attrRecord(a)
	f.own = mix(f.own, uint64(a))
}
