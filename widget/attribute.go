package widget

import (
	"bytes"
	"fmt"
)

// parseAttribute reads the attribute at at and returns where it ends.
func (o *outline) parseAttribute(at int, e *tagEntry) (int, error) {
	h := o.html
	i := at
	for i < o.limit && h[i] != '=' && h[i] != '>' && h[i] != '/' && !isSpace(h[i]) {
		if h[i] == '"' || h[i] == '\'' || h[i] == '<' {
			return 0, surprise("quote in a tag", i)
		}
		i++
	}
	if i == at || i == o.limit {
		return 0, surprise("attribute", at)
	}
	name := h[at:i]
	if h[i] != '=' {
		for j := i; j < o.limit && isSpace(h[j]); j++ {
			if j+1 < o.limit && h[j+1] == '=' {
				return 0, surprise("space before =", j)
			}
		}
		return i, o.attribute(e, at, i, name, nil)
	}
	value, end, err := o.parseValue(i + 1)
	if err != nil {
		return 0, err
	}
	return end, o.attribute(e, at, end, name, value)
}

// parseValue reads the value of an attribute, in quotes or bare.
func (o *outline) parseValue(at int) (value []byte, end int, err error) {
	h := o.html
	if at < o.limit && (h[at] == '"' || h[at] == '\'') {
		n := bytes.IndexByte(h[at+1:], h[at])
		if n < 0 {
			return nil, 0, surprise("quote that is not closed", at)
		}
		end = at + 1 + n
		if next := end + 1; next < o.limit && !isSpace(h[next]) && h[next] != '>' && h[next] != '/' {
			return nil, 0, surprise("no space between attributes", next)
		}
		return h[at+1 : end], end + 1, nil
	}
	for end = at; end < o.limit && h[end] != '>' && !isSpace(h[end]); end++ {
		if c := h[end]; c == '"' || c == '\'' || c == '<' || c == '=' || c == '`' {
			return nil, 0, surprise("quote in a value", end)
		}
	}
	if end == at || end == o.limit {
		return nil, 0, surprise("value", at)
	}
	return h[at:end], end, nil
}

// attribute adds one attribute of the tag e. from and to are its bytes.
func (o *outline) attribute(e *tagEntry, from, to int, name, value []byte) error {
	switch {
	case name[0] == 'w' && (len(name) == 1 || name[1] == '-'):
		return o.ours(e, from, to, name, value)
	case string(name) == "class":
		return o.class(e, value)
	case string(name) == "style":
		return o.style(e, from, value)
	}
	id := attributeNames.id(name)
	if id == noName {
		return fmt.Errorf("too many different attributes: %q", name)
	}
	if err := checkAttribute(e.tag, id, name, value); err != nil {
		return err
	}
	if id == idChecked || id == idSelected || id == idOpen {
		o.put(e, id, hashOn)
	} else {
		o.put(e, id, hashBytes(value))
	}
	return nil
}

// put adds an attribute unless the tag has it already: the first one counts.
func (o *outline) put(e *tagEntry, id attrID, hash uint64) {
	for _, n := range o.names {
		if n == id {
			return
		}
	}
	a := newAttr(id, hash)
	o.names = append(o.names, id)
	o.attrs = append(o.attrs, a)
	e.count++
	e.record += attrRecord(a)
	e.own = mix(e.own, uint64(a))
}

// drawnColon stands between the name and the value of what is drawn by [Base.On]
// and [Base.Key]: w-click:7. It is one attribute without a value to templ, which
// is the least that it can be asked to draw.
var drawnColon = []byte(":")

// ours adds a key or handler.
func (o *outline) ours(e *tagEntry, from, to int, name, value []byte) error {
	if value == nil {
		name, value, _ = bytes.Cut(name, drawnColon)
	}
	switch string(name) {
	case attrKeep:
		e.kept = true
		o.put(e, idFence, hashOn)
		return nil
	case attrKey:
		e.varies = true
		if e.key == 0 {
			e.record += 8
		}
		e.key = keyOf(value)
		o.marks = append(o.marks, mark{at: uint32(from) - 1, end: uint32(to), kind: markDrop})
		return nil
	}
	ordinal, ok := o.ordinal(value)
	if !ok {
		return &Refused{What: "attribute " + string(name)}
	}
	h := &o.ons[ordinal]
	if h.event.name().attr != string(name) {
		return &Refused{What: "attribute " + string(name)}
	}
	return o.hook(e, from, to, ordinal, h)
}

func (o *outline) hook(e *tagEntry, from, to, ordinal int, h *Handler) error {
	if o.kept() {
		return errKeep
	}
	before := e.count
	o.put(e, attrHandler|attrID(h.event), o.specHash(ordinal))
	if e.count == before {
		return fmt.Errorf("two handlers of %s on one element", h.event.name().name)
	}
	o.addHook(uint32(from), uint32(to), ordinal)
	e.varies = e.varies || e.handler.there || len(o.scopes.list) > 0
	e.handler.mark, e.handler.spec, e.handler.event, e.handler.there = mark{at: uint32(from), end: uint32(to), value: uint32(ordinal)}, o.specHash(ordinal), h.event, true
	return nil
}

func (o *outline) specHash(ordinal int) uint64 {
	if o.specs[ordinal] == "" {
		return 0
	}
	return hashBytes([]byte(o.specs[ordinal]))
}

// keyOf hashes a key with 64 bits; never 0, which stands for none.
func keyOf(value []byte) uint64 {
	return hash64(value) | 1<<63
}

// class adds each class for itself, so that one can come or go and those that
// scripts added stay.
func (o *outline) class(e *tagEntry, value []byte) error {
	if bytes.IndexByte(value, '&') >= 0 {
		value = unescape(value, true)
	}
	for token := range bytes.FieldsSeq(value) {
		id := classNames.id(token)
		if id == noName {
			o.put(e, idClass, hashBytes(value))
			return nil
		}
		o.put(e, attrClass|id, 0)
	}
	return nil
}

// finishTag adds what elements of its kind have besides what is written.
func (o *outline) finishTag(e *tagEntry) error {
	switch {
	case e.tag == tagOption:
		o.put(e, idSelected, hashOff)
	case e.tag == tagInput && o.isBox(e):
		o.put(e, idChecked, hashOff)
	case e.tag == tagMeta:
		for _, n := range o.names {
			if n == idHTTPEquiv {
				return &Refused{What: "<meta http-equiv>"}
			}
		}
	}
	if e.count >= 15 {
		e.record += uvarintLen(uint64(e.count))
	}
	return nil
}

// isBox reports whether the input is a checkbox or radio button.
func (o *outline) isBox(e *tagEntry) bool {
	for _, a := range o.attrs[e.attrs : e.attrs+uint32(e.count)] {
		if a == attrCheckbox || a == attrRadio {
			return true
		}
	}
	return false
}

var (
	attrCheckbox = newAttr(idType, hashBytes([]byte("checkbox")))
	attrRadio    = newAttr(idType, hashBytes([]byte("radio")))
)
