package samples

import (
	"fmt"

	"github.com/omg-go/omg/dom"
)

// Drag lets a visitor drag an element about, within bounds.
//
//omg:browser
type Drag struct {
	el             dom.Element
	x0, y0, dx, dy float64
	stop           func()
	onDrop         func(x, y float64)
}

//omg:browser
func clamp(v, lo, hi float64) float64 { return max(lo, min(v, hi)) }

//omg:browser
func (d *Drag) move(ev dom.Event) {
	ev.PreventDefault()
	m := ev.Mouse()
	d.dx = clamp(m.ClientX()-d.x0, 0, 800)
	d.dy = clamp(m.ClientY()-d.y0, 0, 600)
	d.el.SetStyle("left", fmt.Sprintf("%dpx", int(d.dx)))
	d.el.SetStyle("top", fmt.Sprintf("%dpx", int(d.dy)))
}

//omg:browser
func (d *Drag) begin(ev dom.Event) {
	r, m := d.el.Rect(), ev.Mouse()
	d.x0, d.y0 = m.ClientX()-r.X, m.ClientY()-r.Y
	d.el.AddClass("dragging")
	d.stop = dom.Document().On("mousemove", d.move)
}

//omg:browser
func (d *Drag) end(dom.Event) {
	if d.stop == nil {
		return
	}
	d.stop()
	d.stop = nil
	d.el.RemoveClass("dragging")
	if d.onDrop != nil {
		d.onDrop(d.dx, d.dy)
	}
}

// MakeDraggable lets the element with that id be dragged and calls onDrop, if it
// is not nil, with where it was dropped.
//
//omg:browser
func MakeDraggable(id string, onDrop func(x, y float64)) *Drag {
	d := &Drag{el: dom.ByID(id), onDrop: onDrop}
	d.el.On("mousedown", d.begin)
	dom.Document().On("mouseup", d.end)
	return d
}
