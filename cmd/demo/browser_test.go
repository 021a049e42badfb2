package main

import (
	"testing"

	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/dom/domtest"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
)

func TestGoOnBothSides(t *testing.T) {
	url := serve(t, server.Options{}) + "/story/both"
	p := browsertest.Open(t, url, browsertest.Size(900, 700))
	other := p.Tab(url)
	p.WaitConnected()
	other.WaitConnected()
	p.Click("#one")
	p.WaitText("#sum", "Here: 3. In this page: 3.")
	p.Click("#all")
	p.WaitText("#pages", "In every open page: 3, 3.")
	p.Click("#ask")
	p.Wait(`/^900 pixels wide. The server says: .*GO ON BOTH SIDES.*!$/.test(document.querySelector("#text").textContent)`)
}

// TestFilterWithoutServer types with the connection cut: the filter is Go that
// runs in the page.
func TestFilterWithoutServer(t *testing.T) {
	proxy := browsertest.NewProxy(t, serve(t, soon))
	p := browsertest.Open(t, proxy.URL+"/story/filter", browsertest.Expect("ERR_"), browsertest.Expect("WebSocket"))
	p.WaitConnected()
	p.Type("#amount", "9x")
	p.Wait(`document.querySelector("#amount").value === "9"`) // the page has the code
	proxy.Refuse(true)
	proxy.Cut()
	p.Wait(`document.documentElement.dataset.omg === "lost"`)
	p.Type("#amount", "1a2,3x45")
	p.Wait(`document.querySelector("#amount").value === "912.34"`)
	proxy.Refuse(false)
	p.WaitConnected()
	p.Click("form [type=submit]")
	p.WaitText("#paid", "912.34 € paid")
}

// press has the card hear a key.
func press(key string) string {
	return `document.querySelector("[data-card]").dispatchEvent(new KeyboardEvent("keydown", { key: "` + key + `", bubbles: true, cancelable: true }))`
}

// at tells whether the card is there.
func at(axis, value string) string {
	return `document.querySelector("[data-card]").style.getPropertyValue("` + axis + `") === "` + value + `"`
}

func TestDragWithoutServer(t *testing.T) {
	proxy := browsertest.NewProxy(t, serve(t, soon))
	p := browsertest.Open(t, proxy.URL+"/story/drag", browsertest.Expect("ERR_"), browsertest.Expect("WebSocket"))
	p.WaitConnected()
	p.Run(`window.drag = (type, x, y) => document.querySelector("[data-card]").dispatchEvent(
		new PointerEvent(type, { pointerId: 1, clientX: x, clientY: y, bubbles: true, cancelable: true }));
		document.querySelector("[data-card]").setPointerCapture = () => { window.followed = true }`)
	drag := func(events ...string) {
		for _, event := range events {
			p.Run("drag(" + event + ")") // one a task, as from a hand
		}
	}
	p.Run(press("ArrowRight"))
	p.Wait(at("--x", "8"))
	p.Run(`drag("pointerdown", 0, 0)`)
	p.Wait(`window.followed`) // the page has the code of both handlers
	p.Run(`drag("lostpointercapture", 0, 0)`)
	proxy.Refuse(true)
	proxy.Cut()
	p.Wait(`document.documentElement.dataset.omg === "lost"`)
	drag(`"pointerdown", 10, 10`, `"pointermove", 50, 34`, `"lostpointercapture", 50, 34`, `"pointermove", 90, 90`)
	p.Wait(at("--x", "48"))
	p.Wait(at("--y", "24"))
	p.Run(press("ArrowLeft"))
	p.Wait(at("--x", "40"))
}

// TestFilterMoney runs the handler as plain Go, on a page in memory.
func TestFilterMoney(t *testing.T) {
	domtest.New(t, `<input id="amount">`)
	in := dom.ByID("amount")
	for typed, want := range map[string]string{"12,345": "12.34", "€ 7": "7", "..5": ".5", "": ""} {
		in.SetValue(typed)
		FilterMoney(in)
		if got := in.Value(); got != want {
			t.Errorf("typed %q, filtered to %q, want %q", typed, got, want)
		}
	}
}
