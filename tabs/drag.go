package tabs

import (
	"strconv"

	"github.com/omg-go/omg/dom"
)

// dragStart is how far a pointer goes, in CSS pixels, before it drags.
//
//omg:browser
const dragStart = 6

// A drag is a tab that the pointer holds.
//
//omg:browser
type drag struct {
	f      *PageForm
	tab    dom.Element
	x, y   float64 // where it began
	to     int     // the place that it would take
	moving bool
}

func (f *PageForm) startDrag() {
	if !f.root.HasAttr("data-movable") {
		return
	}
	f.on(f.list.Target, "pointerdown", func(e dom.Event) {
		t := e.Target().Closest("[role=tab]")
		if p := e.Pointer(); t.Exists() && p.Button() == 0 {
			f.drag = &drag{f: f, tab: t, x: p.ClientX(), y: p.ClientY(), to: f.place(t)}
		}
	})
	f.on(f.list.Target, "pointermove", func(e dom.Event) {
		if f.drag != nil && e.Pointer().Buttons() == 0 {
			f.endDrag(false) // the button came up elsewhere
		} else if f.drag != nil {
			f.drag.move(e)
		}
	})
	f.on(f.list.Target, "pointerup", func(dom.Event) { f.endDrag(true) })
	f.on(f.list.Target, "pointercancel", func(dom.Event) { f.endDrag(false) })
	f.on(f.list.Target, "keydown", func(e dom.Event) {
		if f.drag != nil && e.Keyboard().Key() == "Escape" {
			e.Stop()
			f.endDrag(false)
		}
	})
}

// move follows the pointer, and marks the place where the tab would go.
func (d *drag) move(e dom.Event) {
	p := e.Pointer()
	along, across := p.ClientX()-d.x, p.ClientY()-d.y
	if d.f.vertical() {
		along, across = across, along
	}
	if !d.moving && along*along < dragStart*dragStart {
		return
	}
	if !d.moving {
		d.moving = true
		d.f.list.CapturePointer(p.ID())
		d.f.root.SetAttr("data-state", "dragging")
		d.tab.Parent().SetAttr("data-state", "dragged")
	}
	d.tab.Parent().SetStyle("--drag", strconv.Itoa(int(along))+"px")
	d.target(p.ClientX(), p.ClientY())
}

// target finds the place under the pointer: behind all tabs whose middle it has
// passed.
func (d *drag) target(x, y float64) {
	at := 0
	for _, t := range d.f.tabs {
		r := t.Parent().Rect()
		passed := x > r.X+r.Width/2
		switch {
		case d.f.vertical():
			passed = y > r.Y+r.Height/2
		case d.f.rtl():
			passed = !passed
		}
		if t != d.tab && passed {
			at++
		}
	}
	d.to = at
	d.mark()
}

// mark shows a line at the place.
func (d *drag) mark() {
	i := 0
	for _, t := range d.f.tabs {
		if t == d.tab {
			continue
		}
		where := ""
		if i == d.to {
			where = "before"
		} else if i == d.to-1 && d.to == len(d.f.tabs)-1 {
			where = "after"
		}
		put(t.Parent(), "data-drop", where)
		i++
	}
}

// endDrag drops the tab that the pointer holds, if it holds one.
func (f *PageForm) endDrag(drop bool) {
	d := f.drag
	f.drag = nil
	if d == nil || !d.moving {
		return
	}
	f.root.RemoveAttr("data-state")
	d.tab.Parent().RemoveAttr("data-state")
	d.tab.Parent().SetStyle("--drag", "")
	for _, t := range f.tabs {
		t.Parent().RemoveAttr("data-drop")
	}
	if drop && f.has(d.tab) {
		f.putAt(d.tab, d.to)
	}
}

// putAt moves a tab to the place to: by itself in a form of the page, else by
// telling the server.
func (f *PageForm) putAt(t dom.Element, to int) {
	if to == f.place(t) || to < 0 {
		return
	}
	if f.mine() {
		f.Move(idOf(t), to)
		if f.OnMove != nil {
			f.OnMove(idOf(t), to)
		}
		return
	}
	t.SetProperty("value", strconv.Itoa(to))
	t.Dispatch(dom.NewEvent("change", dom.EventOptions{Bubbles: true}))
}
