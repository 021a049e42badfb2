package server_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/a-h/templ"
	templruntime "github.com/a-h/templ/runtime"
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

// run serves an application for Chromium.
func run(t *testing.T, app *server.App) (url string) {
	t.Helper()
	s := httptest.NewServer(app)
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
		defer cancel()
		app.Shutdown(ctx)
		s.Close()
	})
	return s.URL
}

// TestBlankPage connects a page that has no widget and puts one into it later.
func TestBlankPage(t *testing.T) {
	app := server.New(server.Options{Log: quiet, Hooks: bridge.Hooks{Connected: func(ctx context.Context) {
		widget.Place(ctx, "body", &hello{name: "Place"})
	}}})
	app.Page("GET /", func(*http.Request) (widget.Widget, error) { return nil, nil })
	p := browsertest.Open(t, run(t, app))
	p.WaitConnected()
	p.WaitText("body > p:not([data-omg])", "Hello, Place")
}

// TestPolicyHolds puts into a page what the content policy must stop.
func TestPolicyHolds(t *testing.T) {
	for name, c := range map[string]struct{ head, run string }{
		"inline script": {`<script>window.broken = true</script>`, ``},
		"inline style":  {`<style>html { color: rgb(1, 2, 3) }</style>`, ``},
		"base":          {`<base href="https://evil.test/">`, ``},
		"foreign image": {`<link rel="icon" href="https://evil.test/x.png">`, `new Image().src = "https://evil.test/x.png"`},
		"innerHTML":     {``, `try { document.body.innerHTML = "<p>" } catch {}`},
		"a policy":      {``, `try { trustedTypes.createPolicy("other", {}) } catch {}`},
		"eval":          {``, `try { eval("window.broken = true") } catch {}`},
		"fetch":         {``, `fetch("https://evil.test/").catch(() => {})`},
	} {
		t.Run(name, func(t *testing.T) {
			app := server.New(server.Options{Log: quiet})
			app.Shell().AddHead(templ.Raw(c.head), templ.Raw(`<script type="module" src="attack.js"></script>`))
			app.Page("GET /{$}", greet("x"))
			app.HandleFunc("GET /attack.js", func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("Content-Type", "text/javascript")
				w.Write([]byte(c.run + "\nwindow.attacked = true"))
			})
			p := browsertest.Open(t, run(t, app), browsertest.Expect("violat"), browsertest.Expect("content policy"), browsertest.Expect("Refused"), browsertest.Expect("blocked"),
				browsertest.Foreign("https://evil.test"))
			p.Wait("window.attacked")
			p.Wait("window.violations > 0")
			if browsertest.Eval[bool](p, `!!window.broken || getComputedStyle(document.documentElement).color === "rgb(1, 2, 3)" || document.baseURI.includes("evil")`) {
				t.Error("it went through")
			}
		})
	}
}

// TestRebuiltPageIsSentWhole connects a page whose drawing the server has lost:
// what the browser shows is not what the new session drew.
func TestRebuiltPageIsSentWhole(t *testing.T) {
	var drawn atomic.Int32
	app := server.New(server.Options{Log: quiet})
	app.Page("GET /{$}", func(*http.Request) (widget.Widget, error) {
		return &hello{name: strconv.Itoa(int(drawn.Add(1)))}, nil
	})
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/_omg/socket" {
			app.ClearPages()
		}
		app.ServeHTTP(w, r)
	}))
	t.Cleanup(func() {
		app.Shutdown(context.Background())
		s.Close()
	})
	p := browsertest.Open(t, s.URL)
	p.WaitText("body > p:not([data-omg])", "Hello, 2")
	if n := p.Count("body > p:not([data-omg])"); n != 1 {
		t.Errorf("%d widgets", n)
	}
}

// letter is a page to write in.
type letter struct{ widget.Base }

func (l *letter) Render() templ.Component { return templ.Raw("<main><input id=subject></main>") }

// TestPageOfAnotherBuild connects a page to a server that was replaced since: it
// loads again, and what was typed is there.
func TestPageOfAnotherBuild(t *testing.T) {
	var now atomic.Pointer[server.App]
	next := func() *server.App {
		app := server.New(server.Options{Log: quiet, Limits: bridge.Limits{Jitter: 10 * time.Millisecond}})
		app.Page("GET /{$}", func(*http.Request) (widget.Widget, error) { return &letter{}, nil })
		return app
	}
	now.Store(next())
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { now.Load().ServeHTTP(w, r) }))
	t.Cleanup(func() {
		now.Load().Shutdown(context.Background())
		s.Close()
	})
	p := browsertest.Open(t, s.URL, browsertest.Expect("WebSocket"), browsertest.Expect("ERR_"))
	p.WaitConnected()
	p.Run("window.before = true")
	p.Type("#subject", "half a sentence")
	old := now.Swap(next())
	old.Shutdown(context.Background())
	p.Wait(`!window.before && document.documentElement.dataset.omg === "connected"`)
	p.Wait(`document.querySelector("#subject").value === "half a sentence"`)
}

// failing is a widget whose handler fails and whose drawing can be made to.
type failing struct {
	widget.Base
	broken bool
}

func (f *failing) Fail(ctx context.Context) error { return errors.New("the handler failed") }

func (f *failing) Break(ctx context.Context) { f.broken = true }

func (f *failing) Render() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		if f.broken {
			return errors.New("the drawing failed")
		}
		for i, h := range []widget.Handler{widget.Click(f.Fail), widget.Click(f.Break)} {
			open, end := "", "</button>"
			if i == 0 {
				open = "<p>"
			} else {
				end += "</p>"
			}
			io.WriteString(w, open+"<button")
			if err := templruntime.RenderAttributes(ctx, w, io.Discard, "button", f.On(h)); err != nil {
				return err
			}
			io.WriteString(w, ">"+strconv.Itoa(i)+end)
		}
		return nil
	})
}

// erring is a widget whose handlers fail, each in a way of its own.
type erring struct{ widget.Base }

func (e *erring) Render() templ.Component {
	fails := map[string]func(context.Context) error{
		"secret": func(context.Context) error { return errors.New("the secret") },
		"user":   func(context.Context) error { return fmt.Errorf("wrapped: %w", bridge.UserError("late", "Too late.")) },
		"panic":  func(context.Context) error { panic("the secret") },
		"page":   func(ctx context.Context) error { return throwing.Call(ctx) },
		"fine":   func(context.Context) error { return nil },
	}
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		io.WriteString(w, "<p>")
		for _, id := range slices.Sorted(maps.Keys(fails)) {
			io.WriteString(w, "<button id="+id)
			if err := templruntime.RenderAttributes(ctx, w, io.Discard, "button", e.On(widget.Click(fails[id]))); err != nil {
				return err
			}
			io.WriteString(w, ">"+id+"</button>")
		}
		_, err := io.WriteString(w, "</p>")
		return err
	})
}

var throwing = bridge.ImportProc0(bridge.Module("server_test/throwing", `export function f() { throw new Error("the secret") }`), "f")

// TestVisitorsAreTold: rule 1.8, a handler that fails is told to the page, with
// no more than the program says is for users.
func TestVisitorsAreTold(t *testing.T) {
	app := server.New(server.Options{Log: quiet})
	app.Page("GET /", func(*http.Request) (widget.Widget, error) { return &erring{}, nil })
	p := browsertest.Open(t, run(t, app))
	p.WaitConnected()
	p.Run(`document.addEventListener("omg:error", (e) => { window.told = e.detail.code + "|" + e.detail.message; if (window.mine) e.preventDefault() })`)
	const line = "[data-omg=error][role=alert]"
	for id, want := range map[string][2]string{
		"secret": {"failed|", "Something went wrong."},
		"user":   {"late|Too late.", "Too late."},
		"panic":  {"panic|", "Something went wrong."},
		"page":   {"failed|", "Something went wrong."},
	} {
		p.Run(`window.told = ""`)
		p.Click("#" + id)
		p.Wait(`window.told === "` + want[0] + `"`)
		if got := p.Text(line); !strings.HasPrefix(got, want[1]) {
			t.Errorf("%s: the page says %q", id, got)
		}
		p.Click(line)
		if got := p.Text(line); got != "" {
			t.Errorf("%s: after a click the page says %q", id, got)
		}
	}
	p.Run(`window.mine = true; window.told = ""`)
	p.Click("#user")
	p.Wait(`window.told !== ""`)
	if got := p.Text(line); got != "" {
		t.Errorf("prevented, the page says %q", got)
	}
}

func TestErrorsShowInDevelopment(t *testing.T) {
	for _, development := range []bool{true, false} {
		app := server.New(server.Options{Log: quiet, Development: development})
		app.Page("GET /", func(*http.Request) (widget.Widget, error) { return &failing{}, nil })
		p := browsertest.Open(t, run(t, app))
		p.WaitConnected()
		p.Click("button:first-child")
		p.Click("button:last-child")
		if development {
			p.Wait(`document.querySelector("[data-omg=overlay] pre").textContent.includes("the handler failed")`)
			p.Wait(`document.querySelector("[data-omg=overlay] pre").textContent.includes("the drawing failed")`)
			p.Screenshot("overlay")
			p.Click("[data-omg=overlay] button")
		}
		p.Run(`new Promise((done) => requestAnimationFrame(() => setTimeout(done)))`)
		if n := p.Count("[data-omg=overlay]"); n != 0 {
			t.Errorf("development %v: %d overlays", development, n)
		}
		if n := p.Count("p > button"); n != 2 {
			t.Errorf("development %v: a failed drawing changed the page: %q", development, p.Text("body"))
		}
	}
}
