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
	p.Wait(preloaded)
	proxy.Refuse(true)
	proxy.Cut()
	p.Wait(`document.documentElement.dataset.omg === "lost"`)
	p.Type("#amount", "1a2,3x45")
	p.Wait(`document.querySelector("#amount").value === "12.34"`)
	proxy.Refuse(false)
	p.WaitConnected()
	p.Click("form [type=submit]")
	p.WaitText("#paid", "12.34 € paid")
}

// preloaded is true when the page has the module of its handlers.
const preloaded = `performance.getEntriesByType("resource").filter((r) => r.name.includes("/_omg/m/") && r.name.endsWith(".js")).length >= 3`

func TestDragWithoutServer(t *testing.T) {
	proxy := browsertest.NewProxy(t, serve(t, soon))
	p := browsertest.Open(t, proxy.URL+"/story/drag", browsertest.Expect("ERR_"), browsertest.Expect("WebSocket"))
	p.WaitConnected()
	p.Wait(preloaded)
	proxy.Refuse(true)
	proxy.Cut()
	p.Wait(`document.documentElement.dataset.omg === "lost"`)
	p.Run(`window.drag = (type, x, y) => document.querySelector("[data-card]").dispatchEvent(
		new PointerEvent(type, { pointerId: 1, clientX: x, clientY: y, bubbles: true, cancelable: true }));
		document.querySelector("[data-card]").setPointerCapture = () => {}`)
	p.Run(`drag("pointerdown", 10, 10); drag("pointermove", 50, 34); drag("lostpointercapture", 50, 34); drag("pointermove", 90, 90)`)
	p.Wait(`document.querySelector("[data-card]").style.getPropertyValue("--x") === "40"`)
	p.Wait(`document.querySelector("[data-card]").style.getPropertyValue("--y") === "24"`)
	p.Run(`document.querySelector("[data-card]").focus()`)
	p.Run(`document.querySelector("[data-card]").dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true, cancelable: true }))`)
	p.Wait(`document.querySelector("[data-card]").style.getPropertyValue("--x") === "32"`)
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
