package dom_test

import (
	"strings"
	"testing"

	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/dom/domtest"
)

// U11: passive, once, capture, and removal.
func TestU11Options(t *testing.T) {
	page := domtest.New(t, `<div><p><b>x</b></p></div>`)
	div, p, b := page.Find("div"), page.Find("p"), page.Find("b")
	var log []string
	note := func(s string) func(dom.Event) { return func(dom.Event) { log = append(log, s) } }
	stop := div.On("click", note("bubble"))
	div.OnWith("click", dom.Options{Capture: true}, note("capture"))
	p.OnWith("click", dom.Options{Once: true}, note("once"))
	p.OnWith("click", dom.Options{Passive: true}, func(e dom.Event) { e.PreventDefault() })
	b.On("click", note("target"))
	dom.Window().On("click", note("window"))
	equal(t, "passive prevents nothing", page.Fire(b, "click", nil), true)
	stop()
	stop()
	b.Click()
	equal(t, "order", strings.Join(log, " "), "capture target once bubble window capture target window")
}

// U11: handlers by the path of a property.
func TestU11OnPath(t *testing.T) {
	page := domtest.New(t, `<p></p>`)
	n := 0
	stop := dom.OnPath("document.body.onmousemove", func(e dom.Event) { n += int(e.Mouse().ClientX()) })
	dom.OnPath("onresize", func(e dom.Event) { n += 100 })
	page.Fire(page.Find("p"), "mousemove", domtest.Fields{"clientX": 7})
	page.Fire(dom.Window(), "resize", nil)
	stop()
	page.Fire(page.Find("p"), "mousemove", domtest.Fields{"clientX": 7})
	equal(t, "n", n, 107)
	panics(t, func() { dom.OnPath("document.nothing.onclick", func(dom.Event) {}) })
}

func TestStopKeepsEventsFromOthers(t *testing.T) {
	page := domtest.New(t, `<div><p></p></div>`)
	div, p := page.Find("div"), page.Find("p")
	log := ""
	p.On("click", func(e dom.Event) { log += "1"; e.Stop() })
	stop := p.On("click", func(e dom.Event) { log += "2"; e.StopNow() })
	p.On("click", func(e dom.Event) { log += "3" })
	div.On("click", func(e dom.Event) { log += "4" })
	p.Click()
	stop()
	p.Click()
	equal(t, "log", log, "1213")
}

func TestHandlersThatComeAndGoMeanwhile(t *testing.T) {
	page := domtest.New(t, `<p></p>`)
	p := page.Find("p")
	log := ""
	var stop func()
	p.On("x", func(e dom.Event) {
		log += "a"
		stop()
		p.On("x", func(dom.Event) { log += "c" })
	})
	stop = p.On("x", func(dom.Event) { log += "b" })
	p.Dispatch(dom.NewEvent("x", dom.EventOptions{}))
	p.Dispatch(dom.NewEvent("x", dom.EventOptions{}))
	equal(t, "log", log, "aac")
}

func TestMadeEvents(t *testing.T) {
	page := domtest.New(t, `<div><p></p></div>`)
	p := page.Find("p")
	var got dom.Event
	page.Find("div").On("made", func(e dom.Event) {
		got = e
		equal(t, "current", e.Current().Tag(), "div")
		e.PreventDefault()
	})
	equal(t, "does not bubble", p.Dispatch(dom.NewEvent("made", dom.EventOptions{})), true)
	equal(t, "no handler", got == dom.Event{}, true)
	detail := dom.Of(map[string]any{"n": 3})
	equal(t, "prevented", p.Dispatch(dom.NewEvent("made", dom.EventOptions{Bubbles: true, Cancelable: true, Detail: detail})), false)
	equal(t, "detail", got.Detail().Get("n").Int(), 3)
	equal(t, "type", got.Type(), "made")
	equal(t, "target", got.Target(), p)
	equal(t, "current afterwards", got.Current().Exists(), false)
	equal(t, "prevented", got.Prevented(), true)
	equal(t, "trusted", got.Trusted(), false)
}

func TestKindsOfEvents(t *testing.T) {
	page := domtest.New(t, `<input><p></p>`)
	in, p := page.Find("input"), page.Find("p")
	heard := map[string]bool{}
	on := func(e dom.Element, name string, f func(e dom.Event)) {
		e.On(name, func(e dom.Event) { heard[name] = true; f(e) })
	}
	on(in, "pointermove", func(e dom.Event) {
		m := e.Pointer()
		equal(t, "pointer", m.Device() == "pen" && m.ID() == 1 && m.Primary() && m.Shift() && m.PageY() == 9, true)
	})
	on(in, "wheel", func(e dom.Event) { equal(t, "wheel", e.Wheel().DeltaY(), -3) })
	on(in, "keydown", func(e dom.Event) {
		equal(t, "key", e.Keyboard().Key() == "Enter" && e.Keyboard().Ctrl() && !e.Keyboard().Repeat(), true)
	})
	on(in, "input", func(e dom.Event) { equal(t, "data", e.Input().Data()+e.Input().Kind(), "insertReplacementText") })
	on(in, "focus", func(e dom.Event) { equal(t, "related", e.Focus().Related().Exists(), false) })
	on(in, "touchstart", func(e dom.Event) { equal(t, "touches", len(e.Touch().Touches()), 0) })
	page.Fire(in, "pointermove", domtest.Fields{"pointerType": "pen", "shiftKey": true, "clientY": 9})
	page.Fire(in, "wheel", domtest.Fields{"deltaY": -3.0})
	page.PressWith(in, "Enter", domtest.Fields{"ctrlKey": true})
	page.Fill(in, "v")
	page.Fire(in, "touchstart", nil)
	equal(t, "heard", len(heard), 6)
	p.On("click", func(e dom.Event) { e.Keyboard() })
	if text := panics(t, func() { p.Click() }); text != "dom: click is no KeyboardEvent" {
		t.Error(text)
	}
}

func TestDragAndDrop(t *testing.T) {
	page := domtest.New(t, `<b></b><i></i>`)
	b, i := page.Find("b"), page.Find("i")
	b.On("dragstart", func(e dom.Event) { e.Drag().SetAllowed("move"); e.Drag().SetData("text/plain", "cargo") })
	i.On("dragover", func(e dom.Event) { e.PreventDefault(); e.Drag().SetEffect("move") })
	got := ""
	i.On("drop", func(e dom.Event) {
		got = e.Drag().Data("text/plain") + " " + e.Drag().Kinds()[0] + " " + e.Drag().Effect()
	})
	page.DragAndDrop(b, i)
	equal(t, "drop", got, "cargo text/plain move")
}

// U12: the widget that an event belongs to.
func TestU12FindWidget(t *testing.T) {
	page := domtest.New(t, `<div w="1" class="outer"><section w="2.abc"><b>x</b></section></div><i></i>`)
	var inner, outer dom.Element
	stop := dom.Document().On("click", func(e dom.Event) {
		inner, outer = dom.FindWidget(e), dom.FindWidget(e, ".none", ".outer")
	})
	defer stop()
	page.Find("b").Click()
	equal(t, "nearest", inner, page.Find("section"))
	equal(t, "by selector", outer, page.Find("div"))
	page.Find("i").Click()
	equal(t, "none", inner.Exists(), false)
}
