package tabs_test

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
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/tabs"
	"github.com/omg-go/omg/widget"
)

// A stage is a page with a form between other things that can have the focus.
type stage struct {
	widget.Base
	form *tabs.Form
	ctx  context.Context
}

func (s *stage) Mount(ctx context.Context) error {
	s.ctx = bridge.FromContext(ctx).Context()
	return nil
}

func (s *stage) Render() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		io.WriteString(w, `<main data-omg="stack"><h1>Stage</h1><p><label>Before <input id="before"></label></p>`)
		if err := widget.Show(s.form).Render(ctx, w); err != nil {
			return err
		}
		_, err := io.WriteString(w, `<p><button id="after" type="button">After</button></p></main>`)
		return err
	})
}

// do runs fn in a turn of the page's session.
func (s *stage) do(t *testing.T, fn func(ctx context.Context) error) {
	t.Helper()
	if err := bridge.Do(s.ctx, fn); err != nil {
		t.Fatal(err)
	}
}

// html is a content of raw HTML.
func html(text string) templ.Component { return templ.Raw(text) }

var soon = server.Options{Limits: bridge.Limits{Jitter: 10 * time.Millisecond}}

// serve serves a stage with a form, the last one that was asked for. lang and dir
// are the page's.
func serve(t *testing.T, make func() *tabs.Form) (url string, current func() *stage) {
	t.Helper()
	o := soon
	o.Title, o.Development, o.Log = "Stage", true, slog.New(slog.DiscardHandler)
	app := server.New(o)
	var last *stage
	app.Page("GET /", func(r *http.Request) (widget.Widget, error) {
		server.ShellOf(r).Dir = r.FormValue("dir")
		last = &stage{form: make()}
		return last, nil
	})
	s := httptest.NewServer(app)
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
		defer cancel()
		if err := app.Shutdown(ctx); err != nil {
			t.Error(err)
		}
		s.Close()
	})
	return s.URL, func() *stage { return last }
}

// A user is a page with hands.
type user struct {
	*browsertest.Page
	*stage
	t *testing.T
}

// open opens a form in a page that lives.
func open(t *testing.T, make func() *tabs.Form, options ...browsertest.Option) *user {
	t.Helper()
	url, current := serve(t, make)
	return visit(t, url, current, options...)
}

func visit(t *testing.T, url string, current func() *stage, options ...browsertest.Option) *user {
	t.Helper()
	u := &user{Page: browsertest.Open(t, url, append(options, browsertest.KeepsFocus())...), t: t}
	u.alive()
	u.stage = current()
	return u
}

// alive waits until the form has its behaviour, which notes what is scrolled away.
func (u *user) alive() {
	u.t.Helper()
	u.WaitConnected()
	u.Wait(`document.querySelector("[data-omg=tabs]").hasAttribute("data-more")`)
}

// press presses keys, by their constants of package kb.
func (u *user) press(keys string, modifiers ...chromedp.KeyOption) {
	u.t.Helper()
	u.Page.Do(chromedp.KeyEvent(keys, modifiers...))
}

func (u *user) tab()  { u.t.Helper(); u.press(kb.Tab) }
func (u *user) back() { u.t.Helper(); u.press(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift)) }

// focus waits for an element to have the focus.
func (u *user) focus(selector string) {
	u.t.Helper()
	u.Wait(fmt.Sprintf(`document.activeElement.matches(%q)`, selector))
}

// shows waits until the tab, and its panel alone, shows; and the server says so too.
func (u *user) shows(id string) {
	u.t.Helper()
	u.showsHere(id)
	u.Wait(fmt.Sprintf(`(() => { const r = document.querySelector("[data-omg=tabs]"), t = r.querySelector("[data-id='%s']");
		return r.dataset.selected == t.id })()`, id))
}

// showsHere waits for that in the page alone.
func (u *user) showsHere(id string) {
	u.t.Helper()
	u.Wait(fmt.Sprintf(`(() => { const tabs = [...document.querySelector("[data-part=list]").querySelectorAll("[role=tab]")];
		return tabs.some((t) => t.dataset.id == %q) && tabs.every((t) => { const on = t.dataset.id == %[1]q;
			return t.ariaSelected == String(on) && document.getElementById(t.getAttribute("aria-controls")).hasAttribute("hidden") == !on }) })()`, id))
}

// try checks that something is true in the page.
func (u *user) try(what, expression string) {
	u.t.Helper()
	if !browsertest.Eval[bool](u.Page, expression) {
		u.t.Errorf("not true: %s", what)
	}
}

// mouse clicks the middle of an element.
func (u *user) mouse(selector string, options ...chromedp.MouseOption) {
	u.t.Helper()
	x, y := u.middle(selector)
	u.Page.Do(chromedp.MouseClickXY(x, y, options...))
}

func (u *user) middle(selector string) (x, y float64) {
	u.t.Helper()
	return u.Page.Middle(fmt.Sprintf("document.querySelector(%q)", selector))
}
