package widget

import (
	"context"
	"fmt"
	"strconv"

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
// not sent to the page. Key panics outside of the widget's own Render.
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
	return h.event.name().attributes(len(o.ons) - 1)
}

func (d *drawing) numberKey(k int64) *Attributes {
	d.text = append(d.text[:0], attrKey+"="...)
	d.text = strconv.AppendInt(d.text, k, 10)
	return d.attributes(templ.KeyValue[string, any]{Key: string(d.text), Value: true})
}

func (d *drawing) textKey(k string) *Attributes {
	return d.attributes(templ.KeyValue[string, any]{Key: attrKey, Value: k})
}

// attributes takes them from a block, for the fewer allocations.
func (d *drawing) attributes(item templ.KeyValue[string, any]) *Attributes {
	if len(d.block) == 0 {
		d.block = make([]Attributes, 32)
	}
	a := &d.block[0]
	d.block = d.block[1:]
	a.one[0] = item
	a.items = a.one[:]
	return a
}
