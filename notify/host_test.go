package notify_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/a-h/templ"
	templruntime "github.com/a-h/templ/runtime"

	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/notify"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

// A host is a page with things that can have the focus, two dialogs and a centre.
type host struct {
	widget.Base
	center  notify.Center
	options notify.Options
	bare    bool // the region comes with the first notification
	third   bool // a third dialog is there
	ctx     chan context.Context
}

func (h *host) Mount(ctx context.Context) error {
	h.ctx <- ctx
	if h.bare {
		return nil
	}
	return notify.Ready(ctx, h.options)
}

// Drop has the drawing lack the third dialog, open or not.
func (h *host) Drop(context.Context) { h.third = false }

func (h *host) Render() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		io.WriteString(w, `<main><h1>Host</h1><button id="first">First</button><label>Text <input id="text"></label>`)
		widget.Show(&h.center).Render(ctx, w)
		for _, id := range []string{"a", "b"} {
			fmt.Fprintf(w, `<dialog id="%s" aria-label="%[1]s"><h2>%[1]s</h2><button id="in-%[1]s">Inside</button></dialog>`, id)
		}
		if h.third {
			io.WriteString(w, `<dialog id="c" aria-label="c"><button id="drop"`)
			templruntime.RenderAttributes(ctx, w, io.Discard, "button", h.On(widget.Click(h.Drop)))
			io.WriteString(w, `>Drop</button></dialog>`)
		}
		_, err := io.WriteString(w, "</main>")
		return err
	})
}

func serve(t *testing.T, o server.Options, h func() widget.Widget) (*server.App, string) {
	t.Helper()
	o.Title, o.Development, o.Log = "Host", true, slog.New(slog.DiscardHandler)
	app := server.New(o)
	app.Page("GET /", func(*http.Request) (widget.Widget, error) { return h(), nil })
	s := httptest.NewServer(app)
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
		defer cancel()
		if err := app.Shutdown(ctx); err != nil {
			t.Error(err)
		}
		s.Close()
	})
	return app, s.URL
}

// open opens a page that shows h, and returns the context of its session.
func open(t *testing.T, h *host, options ...browsertest.Option) (context.Context, *browsertest.Page) {
	t.Helper()
	h.ctx, h.third = make(chan context.Context, 9), true
	_, url := serve(t, server.Options{}, func() widget.Widget { return h })
	p := browsertest.Open(t, url, append(options, browsertest.KeepsFocus())...)
	p.WaitConnected()
	ctx := <-h.ctx
	if !h.bare {
		p.Wait(`document.querySelector("[data-omg=notify]")?.matches(":popover-open")`)
	}
	return ctx, p
}

// toast is an expression for the one with that headline which is seen.
func toast(headline string) string {
	return fmt.Sprintf(`[...document.querySelectorAll("[data-omg=notification]:not([hidden])")].find((e) => e.querySelector("[data-part=headline]").textContent.replace(/^.*?: /, "").trim() === %q && e.offsetWidth)`, headline)
}

// shown waits until a notification is seen.
func shown(p *browsertest.Page, headline string) { p.Wait(`!!` + toast(headline)) }

// gone waits until it is seen no more.
func gone(p *browsertest.Page, headline string) { p.Wait(`!` + toast(headline)) }

// focused waits until the expression's element has the focus.
func focused(p *browsertest.Page, expression string) {
	p.Wait(`document.activeElement === ` + expression)
}
