package widget

import (
	"context"
	"fmt"
	"html"
	"strconv"
	"strings"

	"github.com/a-h/templ"
)

// On draws handlers as attributes of the element in which it stands:
//
//	<button { c.On(widget.Click(c.Save), widget.KeyDown(c.Key))... }>
//
// The id by which the page calls a handler belongs to the element and is never
// used again; an event of an element that is gone is dropped and counted.
//
// Method values and functions may be drawn many times. A function literal must
// not be drawn twice under the same [Base.Key], or twice without one: a late
// click could then reach the wrong item. That is an error of the drawing.
//
// On panics outside of the widget's own Render.
func (b *Base) On(handlers ...Handler) *Attributes {
	d := b.drawing("On")
	if len(handlers) == 1 && handlers[0].event != eventDrop {
		return d.on(&handlers[0])
	}
	all := &Attributes{items: make([]templ.KeyValue[string, any], 0, len(handlers))}
	for i := range handlers {
		all.items = append(all.items, d.on(&handlers[i]).items...)
		if handlers[i].event == eventDrop {
			all.items = append(all.items, d.on(&allowDrop).items...)
		}
	}
	return all
}

// allowDrop has the browser let things be dragged over an element.
var allowDrop = Handler{event: eventOf("dragover"), flags: prevent | quiet, fn: func(context.Context) {}, wants: wantsNothing}

// Key names an item among its siblings, so that it keeps its nodes and handlers
// wherever it moves to:
//
//	for _, it := range t.Items {
//		<li { t.Key(it.ID)... }>…</li>
//	}
//
// k is a string, a number or anything that fmt prints. Two siblings with one key
// are an error in development; in production all of them are replaced. The key is
// not sent to the page. What is drawn after Key belongs to the item, so it should
// stand first in the tag. Key panics outside of the widget's own Render.
func (b *Base) Key(k any) *Attributes {
	d := b.drawing("Key")
	switch k := k.(type) {
	case int:
		return d.numberKey(int64(k))
	case int64:
		return d.numberKey(k)
	case string:
		return d.textKey(k)
	}
	return d.textKey(fmt.Sprint(k))
}

// Keep gives the content of the element to the page: it is drawn once, and later
// drawings leave it alone. It can hold neither handlers nor widgets.
//
//	<div { w.Keep()... }>…</div>
func (b *Base) Keep() *Attributes {
	b.drawing("Keep")
	return keepAttributes
}

var keepAttributes = attributes(attrKeep)

// drawing returns the drawing that runs.
func (b *Base) drawing(caller string) *drawing {
	m := b.at.Load()
	if m == nil || m.drawing == nil {
		panic("widget: " + caller + " outside of the widget's own Render")
	}
	return m.drawing
}

func (d *drawing) on(h *Handler) *Attributes {
	o := &d.outline
	o.ons = append(o.ons, *h)
	o.specs = append(o.specs, d.spec(h))
	name := h.event.name()
	if len(o.scopes.list) == 0 {
		return name.attributes(len(o.ons) - 1)
	}
	s := &o.scopes.list[len(o.scopes.list)-1]
	made := origin{s.name, s.count, h.event, ofHandler}
	s.count++
	a := d.attributes()
	if a.made != made {
		d.text = appendName(append(append(d.text[:0], name.attr...), ':'), made.name)
		d.text = strconv.AppendUint(d.text, uint64(made.count), 10)
		a.set(made, d.kept(d.text))
	}
	return a
}

func (d *drawing) numberKey(k int64) *Attributes {
	a, made := d.attributes(), origin{name: uint64(k), kind: ofNumber}
	if a.made != made {
		d.text = strconv.AppendInt(append(d.text[:0], drawnKey...), k, 10)
		a.set(made, d.kept(d.text))
		a.key = keyOf(d.text[len(drawnKey):])
	}
	d.outline.scopes.open(a.key, len(d.outline.ons))
	return a
}

// textKey draws a key of letters and digits as part of the attribute's name, any
// other as its value, which takes templ twice as long.
func (d *drawing) textKey(k string) *Attributes {
	if isBare(k) {
		d.text = append(append(d.text[:0], drawnKey...), k...)
		d.outline.scopes.open(keyOf(d.text[len(drawnKey):]), len(d.outline.ons))
		return d.attribute()
	}
	d.text = append(d.text[:0], html.EscapeString(k)...) // as templ draws it
	d.outline.scopes.open(keyOf(d.text), len(d.outline.ons))
	a := d.attributes()
	a.made, a.one[0] = origin{}, templ.KeyValue[string, any]{Key: attrKey, Value: k}
	return a
}

const drawnKey = attrKey + ":"

// isBare reports whether k can be part of the name of an attribute.
func isBare(k string) bool {
	for i := range len(k) {
		if c := k[i]; !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_') {
			return false
		}
	}
	return k != ""
}

// How many bytes of text, and how many attributes, are allocated at once.
const (
	textBlock      = 4 << 10
	attributeBlock = 64
)

// attribute returns what draws d.text alone. It is used again after the drawing,
// and often for the same text.
func (d *drawing) attribute() *Attributes {
	a := d.attributes()
	if a.one[0].Key != string(d.text) || a.one[0].Value != true {
		a.set(origin{}, d.kept(d.text))
	}
	return a
}

// set makes a the attribute of that name.
func (a *Attributes) set(made origin, name string) {
	a.made, a.one[0] = made, templ.KeyValue[string, any]{Key: name, Value: true}
}

func (d *drawing) attributes() *Attributes {
	block, i := d.attributed/attributeBlock, d.attributed%attributeBlock
	if block == len(d.blocks) {
		d.blocks = append(d.blocks, new([attributeBlock]Attributes))
	}
	d.attributed++
	a := &d.blocks[block][i]
	if a.items == nil {
		a.items = a.one[:]
	}
	return a
}

// kept returns text as a string. Many share one allocation.
func (d *drawing) kept(text []byte) string {
	if d.texts.Cap()-d.texts.Len() < len(text) {
		d.texts = strings.Builder{}
		d.texts.Grow(max(textBlock, len(text)))
	}
	from := d.texts.Len()
	d.texts.Write(text)
	return d.texts.String()[from:]
}
