package dialog_test

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dialog"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

// openCut opens a page whose network can fail.
func openCut(t *testing.T, limits bridge.Limits) (*host, *browsertest.Page, *browsertest.Proxy) {
	t.Helper()
	h := newHost(nil)
	limits.Jitter = 10 * time.Millisecond
	proxy := browsertest.NewProxy(t, serve(t, server.Options{Limits: limits}, func() widget.Widget { return h }))
	p := browsertest.Open(t, proxy.URL, browsertest.KeepsFocus(), browsertest.Expect("ERR_"), browsertest.Expect("WebSocket"))
	p.WaitConnected()
	return h, p, proxy
}

const isLost = `document.documentElement.dataset.omg === "lost"`

func TestDLG26Offline(t *testing.T) {
	h, p, proxy := openCut(t, bridge.Limits{})
	m := rename
	m.Lines = append(dialog.Lines{{Key: "up", Filter: upper}}, m.Lines...)
	h.click(p, m)
	keys(p, "a")
	proxy.Refuse(true)
	proxy.Cut()
	p.Wait(isLost)
	p.WaitText("dialog [role=status]", "Connection lost. You can go on typing.")
	keys(p, "bc") // filters of the page run
	p.Wait(`document.activeElement.value === "ABC"`)
	keys(p, kb.Enter)
	p.WaitText("dialog [role=status]", "Will be sent when the connection is back.")
	keys(p, kb.Enter)
	p.Wait(isOpen)
	proxy.Refuse(false)
	p.WaitText("output", "ok up=ABC name=draft note=") // once
	p.Wait(isClosed)
	focused(p, "#show")

	h.click(p, m) // and dismissed without a connection, at once
	proxy.Refuse(true)
	proxy.Cut()
	p.Wait(isLost)
	keys(p, kb.Enter) // held
	keys(p, kb.Escape)
	p.Wait(`!document.querySelector("dialog[open]")`)
	proxy.Refuse(false)
	p.WaitText("output", "dismissed")
	p.Wait(isClosed)
}

// TestDLG26Resume: a dialog stays as it is over a cut, and closes if the server
// has closed it meanwhile.
func TestDLG26Resume(t *testing.T) {
	h, p, proxy := openCut(t, bridge.Limits{})
	h.click(p, rename)
	keys(p, "typed")
	p.Run(`window.was = document.querySelector("dialog")`)
	for range 3 {
		proxy.Cut()
		<-proxy.Opened()
		p.WaitConnected()
	}
	p.Wait(`document.querySelector("dialog:modal") === window.was && document.activeElement.value === "typed"`)
	proxy.Refuse(true)
	proxy.Cut()
	p.Wait(isLost)
	h.do(func(ctx context.Context) { dialog.Close(ctx) })
	proxy.Refuse(false)
	p.Wait(isClosed)
	p.WaitText("output", "dismissed")
	p.Wait(`document.querySelector("[data-omg=notification]")?.textContent.includes("Closed while you were away")`)
	focused(p, "#show")
}

// TestDLG26Gone: what was typed stays when the session is over, and can be copied.
func TestDLG26Gone(t *testing.T) {
	h, p, _ := openCut(t, bridge.Limits{})
	h.click(p, rename)
	keys(p, "precious")
	bridge.FromContext(h.session()).End(nil)
	p.WaitText("dialog [role=status]", "This page is no longer connected. Copy what you need, then load it again.")
	p.Wait(`document.activeElement.value === "precious"`)
	p.Run(`navigator.clipboard.writeText = (text) => { window.copied = text }`) // tests may not use the machine's
	p.Click("dialog [data-copy]")
	p.Wait(`copied.trim() === "name\nprecious\nnote"`)
	if n := browsertest.Eval[int](p, `[...document.querySelectorAll("dialog footer button")].filter((b) => b.checkVisibility()).length`); n != 1 {
		t.Errorf("%d buttons in the footer, want the one that can still do something", n)
	}
}

// TestDLG27TabClosed: the call returns; that no goroutine is left is TestMain's.
func TestDLG27TabClosed(t *testing.T) {
	ended := make(chan error, 1)
	h := newHost(func(ctx context.Context, h *host) {
		_, err := dialog.Show(ctx, rename)
		ended <- err
	})
	url := serve(t, server.Options{Limits: bridge.Limits{Retention: 200 * time.Millisecond, Goodbye: 200 * time.Millisecond}}, func() widget.Widget { return h })
	p := browsertest.Open(t, url)
	p.WaitConnected()
	p.Click("#show")
	p.Wait(isOpen)
	p.Run(`setTimeout(() => location.href = "about:blank")`)
	select {
	case err := <-ended:
		if err == nil {
			t.Error("answered by nobody")
		}
	case <-time.After(time.Minute):
		t.Error("the call still waits")
	}
}

func TestDLG28OtherTab(t *testing.T) {
	var hosts []*host
	url := serve(t, server.Options{}, func() widget.Widget {
		h := newHost(shows(rename))
		hosts = append(hosts, h)
		return h
	})
	p := browsertest.Open(t, url)
	p.WaitConnected()
	other := p.Tab(url)
	other.WaitConnected()
	p.Click("#show")
	p.Wait(isOpen)
	if n := other.Count("dialog"); n != 0 {
		t.Error("another tab shows the dialog")
	}
	other.Click("#show")
	other.Wait(isOpen)
	keys(other, kb.Escape)
	other.WaitText("output", "dismissed")
	p.Wait(isOpen)
}
