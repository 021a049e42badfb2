package dialog_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/a-h/templ"
	templruntime "github.com/a-h/templ/runtime"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dialog"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

// A host is a page with a button that shows a dialog, a field, and what came of
// the dialogs, in the order of their ends.
type host struct {
	widget.Base
	show    func(ctx context.Context, h *host) // what the button does
	extra   string                             // HTML
	ready   chan struct{}
	ctx     context.Context // of the session, once ready
	results []string
	stop    context.CancelFunc // ends the context of the button's dialog
}

func (h *host) Mount(ctx context.Context) error {
	h.ctx = ctx
	close(h.ready)
	return nil
}

// session returns the context of the page's session.
func (h *host) session() context.Context {
	<-h.ready
	return h.ctx
}

// do runs f in a turn of the session, and draws what it changed.
func (h *host) do(f func(ctx context.Context)) {
	bridge.Do(h.session(), func(ctx context.Context) error {
		f(ctx)
		h.Redraw()
		return nil
	})
}

func (h *host) Show(ctx context.Context) { h.show(ctx, h) }

// note keeps what came of a dialog.
func (h *host) note(r dialog.Result, err error) {
	text := r.Button
	for _, v := range r.Values {
		text += fmt.Sprintf(" %s=%s", v.Key, v.Text)
	}
	switch {
	case errors.Is(err, dialog.ErrDismissed):
		text = "dismissed"
	case errors.Is(err, context.Canceled):
		text = "dismissed"
	case err != nil:
		text = "error: " + err.Error()
	}
	h.results = append(h.results, text)
}

// modal shows m and notes what comes of it.
func (h *host) modal(ctx context.Context, m dialog.Modal) { h.note(dialog.Show(ctx, m)) }

func (h *host) Render() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		io.WriteString(w, `<main><h1>Host</h1><button id="show"`)
		templruntime.RenderAttributes(ctx, w, io.Discard, "button", h.On(widget.Click(h.Show)))
		fmt.Fprintf(w, `>Show</button><label for="other">Other</label><input id="other"><output>%s</output>%s<p id="tall"></p></main>`,
			templ.EscapeString(strings.Join(h.results, ", ")), h.extra)
		return nil
	})
}

// open opens a page whose button does show.
func open(t *testing.T, show func(ctx context.Context, h *host), options ...browsertest.Option) (*host, *browsertest.Page) {
	t.Helper()
	h := newHost(show)
	p := browsertest.Open(t, serve(t, server.Options{}, func() widget.Widget { return h }), append(options, browsertest.KeepsFocus())...)
	p.WaitConnected()
	return h, p
}

func newHost(show func(ctx context.Context, h *host)) *host {
	return &host{show: show, ready: make(chan struct{})}
}

// shows is what a button does that shows m.
func shows(m dialog.Modal) func(ctx context.Context, h *host) {
	return func(ctx context.Context, h *host) {
		ctx, h.stop = context.WithCancel(ctx)
		defer h.stop()
		h.modal(ctx, m)
	}
}

// background shows m as the server does on its own.
func (h *host) background(m dialog.Modal) {
	bridge.Go(h.session(), func(ctx context.Context) {
		r, err := dialog.Show(ctx, m)
		if ctx.Err() == nil {
			h.do(func(context.Context) { h.note(r, err) })
		}
	})
}

// click has the button show m, and presses it.
func (h *host) click(p *browsertest.Page, m dialog.Modal) {
	p.Wait(isClosed)
	h.do(func(context.Context) { h.show, h.results = shows(m), nil })
	p.Click("#show")
	p.Wait(isOpen)
}

// cancel ends the context of the button's dialog.
func (h *host) cancel() { h.do(func(context.Context) { h.stop() }) }

// leave dismisses what is open, and waits until nothing is.
func (h *host) leave(p *browsertest.Page) {
	h.do(func(ctx context.Context) { dialog.Close(ctx) })
	p.Wait(isClosed)
}

const isOpen = `document.querySelector("dialog:modal") && document.querySelector("dialog").contains(document.activeElement)`
const isClosed = `!document.querySelector("dialog")`

// focused waits until the element has the focus.
func focused(p *browsertest.Page, selector string) {
	p.Wait(fmt.Sprintf(`document.activeElement === document.querySelector(%q)`, selector))
}
