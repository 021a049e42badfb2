package dom_test

import (
	"testing"

	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/dom/domtest"
)

// Every field of every kind of event is the page's field of its name.
func TestFieldsOfEvents(t *testing.T) {
	page := domtest.New(t, `<p></p><b></b>`)
	p := page.Find("p")
	heard := 0
	check := func(name string, fields domtest.Fields, f func(e dom.Event) bool) {
		defer p.On(name, func(e dom.Event) {
			heard++
			if !f(e) {
				t.Errorf("%s: a field is not what %v says", name, fields)
			}
		})()
		page.Fire(p, name, fields)
	}
	check("mousedown", domtest.Fields{"clientX": 1, "clientY": 2, "pageX": 3, "pageY": 4, "offsetX": 5, "offsetY": 6, "screenX": 7, "screenY": 8}, func(e dom.Event) bool {
		m := e.Mouse()
		return m.ClientX() == 1 && m.ClientY() == 2 && m.PageX() == 3 && m.PageY() == 4 && m.OffsetX() == 5 && m.OffsetY() == 6 && m.ScreenX() == 7 && m.ScreenY() == 8
	})
	check("mouseup", domtest.Fields{"button": 2, "buttons": 3, "detail": 4, "altKey": true, "relatedTarget": page.Find("b")}, func(e dom.Event) bool {
		m := e.Mouse()
		return m.Button() == 2 && m.Buttons() == 3 && m.Clicks() == 4 && m.Alt() && !m.Ctrl() && !m.Meta() && !m.Shift() && m.Related() == page.Find("b")
	})
	check("click", domtest.Fields{"ctrlKey": true, "metaKey": true, "shiftKey": true}, func(e dom.Event) bool {
		m := e.Mouse()
		return !m.Alt() && m.Ctrl() && m.Meta() && m.Shift() && e.Time() >= 0 && e.Trusted()
	})
	check("pointerdown", domtest.Fields{"pointerId": 7, "pointerType": "touch", "isPrimary": false, "pressure": 0.5, "width": 3, "height": 4}, func(e dom.Event) bool {
		o := e.Pointer()
		p.CapturePointer(o.ID())
		p.ReleasePointer(o.ID())
		return o.ID() == 7 && o.Device() == "touch" && !o.Primary() && o.Pressure() == .5 && o.Width() == 3 && o.Height() == 4
	})
	check("wheel", domtest.Fields{"deltaX": 1, "deltaY": 2, "deltaMode": 1}, func(e dom.Event) bool {
		w := e.Wheel()
		return w.DeltaX() == 1 && w.DeltaY() == 2 && w.DeltaMode() == 1
	})
	check("keydown", domtest.Fields{"key": "é", "code": "KeyE", "repeat": true, "isComposing": true, "altKey": true}, func(e dom.Event) bool {
		k := e.Keyboard()
		return k.Key() == "é" && k.Code() == "KeyE" && k.Repeat() && k.Composing() && k.Alt() && !k.Ctrl() && !k.Meta() && !k.Shift()
	})
	check("keyup", domtest.Fields{"ctrlKey": true, "metaKey": true, "shiftKey": true}, func(e dom.Event) bool {
		k := e.Keyboard()
		return k.Key() == "" && !k.Repeat() && !k.Composing() && !k.Alt() && k.Ctrl() && k.Meta() && k.Shift()
	})
	check("input", domtest.Fields{"data": "ü", "inputType": "insertText", "isComposing": true}, func(e dom.Event) bool {
		i := e.Input()
		return i.Data() == "ü" && i.Kind() == "insertText" && i.Composing()
	})
	finger := map[string]any{"identifier": 3, "clientX": 1, "clientY": 2, "target": p}
	check("touchmove", domtest.Fields{"touches": dom.Of([]any{finger, finger}), "changedTouches": dom.Of([]any{finger})}, func(e dom.Event) bool {
		o := e.Touch()
		one := o.Changed()[0]
		return len(o.Touches()) == 2 && one.ID() == 3 && one.ClientX() == 1 && one.ClientY() == 2 && one.Element() == p
	})
	if heard != 9 {
		t.Errorf("heard %d events", heard)
	}
}
