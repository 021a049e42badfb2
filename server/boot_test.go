package server_test

import (
	"context"
	"errors"
	"net/http"
	"testing"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

var (
	bootModule = bridge.Module("server/boottest", `export const note = (x) => { document.title += x }`)
	note       = bridge.ImportProc1[string](bootModule, "note")
)

// TestBoot is row S5: code of either side runs in order, once a page load, whatever
// fails, and can be taken out or replaced.
func TestBoot(t *testing.T) {
	app := server.New(server.Options{Title: "-", Log: quiet})
	app.Page("GET /", func(*http.Request) (widget.Widget, error) { return &hello{name: "boot"}, nil })
	say := func(text string) server.Boot {
		return func(ctx context.Context) error { return note.Call(ctx, text) }
	}
	app.AddBoot(say("1"))
	remove := app.AddBoot(say("2"))
	app.AddBoot(func(context.Context) error { return errors.New("boot failed") })
	app.AddBoot(func(context.Context) error { panic("boot failed") })
	app.AddBoot(say("3"))
	app.AddBoot(say("."))
	url := run(t, app)
	proxy := browsertest.NewProxy(t, url)
	p := browsertest.Open(t, proxy.URL)
	p.Expect("WebSocket")
	p.Wait(`document.title == "-123."`)
	other := browsertest.Open(t, url)
	other.Wait(`document.title == "-123."`) // in each page, and once
	if got := browsertest.Eval[string](p, "document.title"); got != "-123." {
		t.Errorf("after another page came: %s", got)
	}

	proxy.Cut() // and the page comes back: nothing runs again
	<-proxy.Opened()
	p.WaitConnected()
	if got := browsertest.Eval[string](p, "document.title"); got != "-123." {
		t.Errorf("after a return: %s", got)
	}

	remove()
	remove()
	p.Run(`location.reload()`)
	p.Wait(`document.title == "-13."`)

	app.SetBoot(say("4"), say("5"))
	p.Run(`location.reload()`)
	p.Wait(`document.title == "-45"`)
}
