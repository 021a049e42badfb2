package probe_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/internal/leak"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dialog"
	"github.com/omg-go/omg/dialog/internal/probe"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

func TestMain(m *testing.M) {
	browsertest.Main(m, leak.Find)
}

// A host is a page in whose session dialogs are shown.
type host struct {
	widget.Base
	t     *testing.T
	ctx   context.Context
	ready chan struct{}
	ended chan error // what each dialog ended with
}

func (h *host) Mount(ctx context.Context) error {
	h.ctx = bridge.FromContext(ctx).Context()
	close(h.ready)
	return nil
}

func (h *host) Render() templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		_, err := io.WriteString(w, `<main><h1>Host</h1><label>Other <input id="other"></label></main>`)
		return err
	})
}

func open(t *testing.T) (*host, *browsertest.Page) {
	t.Helper()
	h := &host{t: t, ready: make(chan struct{}), ended: make(chan error, 9)}
	app := server.New(server.Options{Development: true, Log: slog.New(slog.DiscardHandler)})
	app.Page("GET /", func(*http.Request) (widget.Widget, error) { return h, nil })
	s := httptest.NewServer(app)
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
		defer cancel()
		if err := app.Shutdown(ctx); err != nil {
			t.Error(err)
		}
		s.Close()
	})
	p := browsertest.Open(t, s.URL)
	p.WaitConnected()
	<-h.ready
	return h, p
}

// show has a dialog be open, and its end noted.
func (h *host) show(p *browsertest.Page, m dialog.Modal) {
	bridge.Go(h.ctx, func(ctx context.Context) {
		_, err := dialog.Show(ctx, m)
		h.ended <- err
	})
	p.Wait(`[...document.querySelectorAll("dialog[open] h2")].some((h) => h.textContent === "` + m.Header + `")`)
}

// ask has code of the page do something with a dialog, and checks what was entered
// there.
func (h *host) ask(what, selector, want string) {
	h.t.Helper()
	var got string
	err := bridge.Do(h.ctx, func(ctx context.Context) (err error) {
		got, err = probe.AskIt.Call(ctx, what, selector)
		return err
	})
	if err != nil || got != want {
		h.t.Errorf("%q of %q: %q, %v; want %q", what, selector, got, err, want)
	}
}

// TestTopAndOf: what code of the page can do with dialogs. The one opened last is
// Top, each finds its own by Of, and where there is none nothing happens.
func TestTopAndOf(t *testing.T) {
	h, p := open(t)
	for _, what := range []string{"", "ok", "close"} {
		h.ask(what, "", "")
		h.ask(what, "#other", "")
	}
	h.show(p, dialog.Modal{Header: "Outer", Lines: dialog.Lines{{Key: "name", Default: "n"}, {Key: "secret", Type: dialog.Password}}})
	h.ask("", "", "name=n")
	h.show(p, dialog.Modal{Header: "Modeless", Modeless: true, Lines: dialog.Lines{{Key: "more", Default: "m"}}})
	h.ask("", "", "more=m")
	h.ask("", "[name=name]", "name=n")
	h.ask("", "#other", "")
	h.ask("close", "", "more=m")
	if err := <-h.ended; err != dialog.ErrDismissed {
		t.Errorf("closed: %v", err)
	}
	p.Wait(`document.querySelectorAll("dialog").length === 1`)
	h.ask("ok", "[name=name]", "name=n")
	if err := <-h.ended; err != nil {
		t.Errorf("OK: %v", err)
	}
	p.Wait(`!document.querySelector("dialog")`)
}
