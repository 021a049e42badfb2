package conformance

import (
	"context"

	"github.com/omg-go/omg/dom"
)

//omg:browser
func events() []Case {
	return []Case{
		{"down and up again", func(_ context.Context, at dom.Element) string {
			log := ""
			note := func(s string) func(dom.Event) { return func(dom.Event) { log += s } }
			b := add(at, "b")
			b.On("x", note("3"))
			b.OnWith("x", dom.Options{Capture: true}, note("2"))
			at.On("x", note("4"))
			at.OnWith("x", dom.Options{Capture: true}, note("1"))
			stop := dom.Window().On("x", note("5"))
			defer stop()
			b.Dispatch(dom.NewEvent("x", dom.EventOptions{Bubbles: true}))
			b.Dispatch(dom.NewEvent("x", dom.EventOptions{}))
			return log
		}},
		{"once, stop twice", func(_ context.Context, at dom.Element) string {
			log := ""
			at.OnWith("x", dom.Options{Once: true}, func(dom.Event) { log += "1" })
			stop := at.On("x", func(dom.Event) { log += "2" })
			fire(at)
			stop()
			stop()
			fire(at)
			return log
		}},
		{"one handler twice", func(_ context.Context, at dom.Element) string {
			n := ""
			f := func(dom.Event) { n += "x" }
			stop := at.On("x", f)
			stop()
			at.On("x", f)
			fire(at)
			return n
		}},
		{"prevented", func(_ context.Context, at dom.Element) string {
			at.On("x", func(e dom.Event) { e.PreventDefault() })
			passive := add(at, "b")
			passive.OnWith("y", dom.Options{Passive: true}, func(e dom.Event) { e.PreventDefault() })
			return join(yes(at.Dispatch(dom.NewEvent("x", dom.EventOptions{Cancelable: true}))),
				yes(at.Dispatch(dom.NewEvent("x", dom.EventOptions{}))),
				yes(passive.Dispatch(dom.NewEvent("y", dom.EventOptions{Cancelable: true}))))
		}},
		{"stopped", func(_ context.Context, at dom.Element) string {
			log, b := "", add(at, "b")
			at.On("x", func(dom.Event) { log += "up" })
			b.On("x", func(e dom.Event) { log += "1"; e.Stop() })
			b.On("x", func(e dom.Event) { log += "2"; e.StopNow() })
			b.On("x", func(dom.Event) { log += "3" })
			b.Dispatch(dom.NewEvent("x", dom.EventOptions{Bubbles: true}))
			return log
		}},
		{"handlers that come and go meanwhile", func(_ context.Context, at dom.Element) string {
			log := ""
			var stop func()
			at.On("x", func(dom.Event) {
				log += "a"
				at.On("x", func(dom.Event) { log += "c" })
				stop()
			})
			stop = at.On("x", func(dom.Event) { log += "b" })
			fire(at)
			fire(at)
			return log
		}},
		{"what an event says", func(_ context.Context, at dom.Element) string {
			b, log := add(at, "b"), ""
			at.On("x", func(e dom.Event) {
				log = join(e.Type(), e.Target().Tag(), e.Current().Tag(), yes(e.Trusted()), yes(e.Prevented()), e.Detail().Get("k").String())
			})
			b.Dispatch(dom.NewEvent("x", dom.EventOptions{Bubbles: true, Detail: dom.Of(map[string]any{"k": "v"})}))
			return log
		}},
		{"click is a mouse event", func(_ context.Context, at dom.Element) string {
			log := ""
			at.On("click", func(e dom.Event) {
				m := e.Mouse()
				log = join(num(m.ClientX()), yes(m.Ctrl()), yes(m.Related().Exists()))
			})
			at.Click()
			return log
		}},
		{"handlers as properties", func(_ context.Context, at dom.Element) string {
			log := ""
			at.SetProperty("onclick", func(e dom.Event) { log += e.Type() })
			at.Click()
			at.SetProperty("onclick", nil)
			at.Click()
			return log
		}},
		{"by path", func(_ context.Context, at dom.Element) string {
			log := ""
			stop := dom.OnPath("document.body.onx", func(dom.Event) { log += "x" })
			at.Dispatch(dom.NewEvent("x", dom.EventOptions{Bubbles: true}))
			stop()
			at.Dispatch(dom.NewEvent("x", dom.EventOptions{Bubbles: true}))
			return log
		}},
		{"the widget of an event", func(_ context.Context, at dom.Element) string {
			log, p := "", add(at, "p")
			at.SetAttr("w", "1")
			p.SetAttr("w", "2")
			at.On("x", func(e dom.Event) {
				log = join(dom.FindWidget(e).Attr("w"), dom.FindWidget(e, "div").Attr("w"), yes(dom.FindWidget(e, "table").Exists()))
			})
			add(p, "b").Dispatch(dom.NewEvent("x", dom.EventOptions{Bubbles: true}))
			return log
		}},
	}
}

//omg:browser
func fire(e dom.Element) { e.Dispatch(dom.NewEvent("x", dom.EventOptions{})) }
