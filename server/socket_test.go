package server_test

import (
	"context"
	"errors"
	"html"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

// mounted counts its pages.
type mounted struct {
	hello
	drawn, mounts *atomic.Int32
}

func (m *mounted) Mount(context.Context) error { m.mounts.Add(1); return nil }

// counting returns an application that counts how often its page's function and
// its widget's Mount run.
func counting(t *testing.T, o server.Options) (app *server.App, drawn, mounts *atomic.Int32) {
	drawn, mounts = new(atomic.Int32), new(atomic.Int32)
	o.Log = quiet
	app = server.New(o)
	app.Page("GET /{name}", func(r *http.Request) (widget.Widget, error) {
		drawn.Add(1)
		return &mounted{hello{name: r.PathValue("name") + r.FormValue("q")}, drawn, mounts}, nil
	})
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
		defer cancel()
		if err := app.Shutdown(ctx); err != nil {
			t.Error(err)
		}
	})
	return app, drawn, mounts
}

func TestTicketOpensTheSession(t *testing.T) {
	app, drawn, mounts := counting(t, server.Options{})
	b := newBrowser(t, app)
	p := b.get("/a?q=1")
	if n := mounts.Load(); n != 0 {
		t.Errorf("mounted %d times by the GET", n)
	}
	_, welcome := b.open(p)
	wantKind(t, welcome, "w")
	if drawn.Load() != 1 || mounts.Load() != 1 {
		t.Errorf("drawn %d times, mounted %d times", drawn.Load(), mounts.Load())
	}
	if s := app.Hub().Session(welcome[1].(string)); s == nil {
		t.Error("the hub has no such session")
	}
}

func TestTicketOpensOnce(t *testing.T) {
	app, _, mounts := counting(t, server.Options{})
	b := newBrowser(t, app)
	p := b.get("/a")
	c, welcome := b.open(p)
	wantKind(t, welcome, "w")
	say(c, 0, 0) // the page knows that it is welcome
	wasRead(t, c)
	b.open(b.get("/b"))
	for app.Hub().Session(welcome[1].(string)).Away() {
		t.Fatal("the first page is away")
	}
	_, again := b.dial(p.Build, 2, 0, p.Ticket, nil, nil)
	wantKind(t, again, "l")
	if n := mounts.Load(); n != 2 {
		t.Errorf("mounted %d times", n)
	}
}

func TestTicketOfAnotherBrowser(t *testing.T) {
	app, _, _ := counting(t, server.Options{})
	s := httptest.NewServer(app)
	t.Cleanup(s.Close)
	victim := newBrowser(t, app)
	victim.get("/first")
	p := victim.get("/a") // this time the cookie went along
	thief := &browser{t: t, url: victim.url, jar: nil}
	_, answer := thief.open(p)
	wantKind(t, answer, "l")
	jar, _ := cookiejar.New(nil)
	thief = &browser{t: t, url: victim.url, jar: &insecureJar{jar}}
	thief.get("/own")
	_, answer = thief.open(p)
	wantKind(t, answer, "l")
	_, answer = victim.open(p)
	wantKind(t, answer, "w")
}

func TestWithoutCookies(t *testing.T) {
	app, _, _ := counting(t, server.Options{})
	b := newBrowser(t, app)
	b.jar = nil
	p := b.get("/a")
	_, welcome := b.open(p)
	wantKind(t, welcome, "w")
	wantKind(t, b.resume(p, 2, welcome), "w")
}

// TestRebuild connects a page that the cache has lost.
func TestRebuild(t *testing.T) {
	app, drawn, mounts := counting(t, server.Options{})
	b := newBrowser(t, app)
	p := b.get("/a?q=1")
	app.ClearPages()
	_, welcome := b.open(p)
	wantKind(t, welcome, "w")
	if drawn.Load() != 2 || mounts.Load() != 1 {
		t.Errorf("drawn %d times, mounted %d times", drawn.Load(), mounts.Load())
	}
}

// TestRebuildElsewhere connects to another process than drew the page.
func TestRebuildElsewhere(t *testing.T) {
	o := server.Options{Secret: []byte("shared")}
	one, _, _ := counting(t, o)
	two, drawn, _ := counting(t, o)
	b := newBrowser(t, one)
	p := b.get("/a")
	other := newBrowser(t, two)
	b.url = other.url
	_, welcome := b.open(p)
	wantKind(t, welcome, "w")
	if drawn.Load() != 1 {
		t.Errorf("drawn %d times", drawn.Load())
	}
}

func TestIdentity(t *testing.T) {
	app, drawn, _ := counting(t, server.Options{Identity: func(r *http.Request) string { return r.Header.Get("X-User") }})
	b := newBrowser(t, app)
	b.as = "alice"
	p := b.get("/a")
	b.as = "bob" // logged in as another before the page connected
	_, welcome := b.open(p)
	wantKind(t, welcome, "w")
	if drawn.Load() != 2 {
		t.Errorf("drawn %d times: bob got what alice's page had drawn", drawn.Load())
	}
	wantKind(t, b.resume(p, 2, welcome), "w")
	b.as = "alice"
	wantKind(t, b.resume(p, 3, welcome), "l")
}

// Rule 3.1: forms are filled again for the same person only.
func TestFormsAreOfOnePerson(t *testing.T) {
	app, _, _ := counting(t, server.Options{Identity: func(r *http.Request) string { return r.Header.Get("X-User") }})
	who := func(user string) string {
		page := html.UnescapeString(text(ask(app, "GET", "http://localhost/a", "X-User", user)))
		return regexp.MustCompile(`"who":"([^"]*)"|$`).FindStringSubmatch(page)[1]
	}
	if a, b, again := who("alice"), who("bob"), who("alice"); a == b || a != again || a == "" || strings.Contains(a, "alice") {
		t.Errorf("got %q, %q, %q", a, b, again)
	}
}

// Rule 1.6: nothing waits in the GET of a page.
func TestNothingWaitsInAPageFunction(t *testing.T) {
	var err error
	app := server.New(server.Options{Log: quiet})
	other := bridge.NewSession(app.Hub(), t.Context())
	app.Page("GET /", func(*http.Request) (widget.Widget, error) {
		err = bridge.Do(other.Context(), func(context.Context) error { return nil })
		return nil, nil
	})
	ask(app, "GET", "http://localhost/")
	if !errors.Is(err, bridge.ErrWouldBlock) || !strings.Contains(err.Error(), "GET") {
		t.Errorf("got %v", err)
	}
}

func TestResumeIsBoundToTheCookie(t *testing.T) {
	app, _, _ := counting(t, server.Options{})
	b := newBrowser(t, app)
	p := b.get("/a")
	_, welcome := b.open(p)
	thief := &browser{t: t, url: b.url}
	wantKind(t, thief.resume(p, 2, welcome), "l")
	wantKind(t, b.resume(p, 3, welcome), "w")
}

type userKey struct{}
type otherKey struct{}

// TestKeep hands a request's values to the session as a pooling router would:
// the context is another visitor's by the time the session reads it.
func TestKeep(t *testing.T) {
	app, _, _ := counting(t, server.Options{Keep: []any{userKey{}}})
	pooled := &pool{Context: context.Background()}
	b := newBrowser(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		pooled.user = r.Header.Get("X-User")
		pooled.Context = r.Context()
		app.ServeHTTP(w, r.WithContext(pooled))
	}))
	b.as = "alice"
	p := b.get("/a")
	b.as = "bob"
	b.get("/b")
	_, welcome := b.open(p)
	ctx := app.Hub().Session(welcome[1].(string)).Context()
	if got := ctx.Value(userKey{}); got != "alice" {
		t.Errorf("alice's session reads %v", got)
	}
	if got := ctx.Value(otherKey{}); got != nil {
		t.Errorf("the session reads %v, which nobody kept", got)
	}
}

type pool struct {
	context.Context
	user string
}

func (p *pool) Value(key any) any {
	switch key.(type) {
	case userKey:
		return p.user
	case otherKey:
		return "other"
	}
	return p.Context.Value(key)
}

func TestNoRoom(t *testing.T) {
	app, _, _ := counting(t, server.Options{Limits: bridge.Limits{Sockets: 1}})
	b := newBrowser(t, app)
	b.open(b.get("/a"))
	res := ask(app, "GET", "http://localhost/_omg/socket", "Origin", "http://localhost")
	if res.StatusCode != 503 || res.Header.Get("Retry-After") == "" {
		t.Errorf("got %d, Retry-After %q", res.StatusCode, res.Header.Get("Retry-After"))
	}
	if res := ask(app, "GET", "http://localhost/a"); res.StatusCode != 200 {
		t.Errorf("a page: got %d; only sockets count", res.StatusCode)
	}
}

func TestPagesWithoutSocketsCostNoSession(t *testing.T) {
	app, _, _ := counting(t, server.Options{})
	for range 1200 {
		ask(app, "GET", "http://localhost/a")
	}
	if n := app.Hub().Load().Sessions; n != 0 {
		t.Errorf("%d sessions", n)
	}
	if n := app.CachedPages(); n != 1000 {
		t.Errorf("%d cached pages", n)
	}
}

func TestShutdownSaysGoodbye(t *testing.T) {
	app, _, _ := counting(t, server.Options{})
	b := newBrowser(t, app)
	c, welcome := b.open(b.get("/a"))
	wantKind(t, welcome, "w")
	if err := app.Shutdown(t.Context()); err != nil {
		t.Fatal(err)
	}
	var bye []any
	for err := c.ReadJSON(&bye); bye == nil || bye[0] != "b"; err = c.ReadJSON(&bye) {
		if err != nil {
			t.Fatal(err)
		}
	}
	wantKind(t, bye, "b")
}

func TestDebugSession(t *testing.T) {
	for _, development := range []bool{false, true} {
		app, _, _ := counting(t, server.Options{Development: development})
		b := newBrowser(t, app)
		b.open(b.get("/a"))
		if err := app.InDebugSession(func(context.Context) error { return nil }); err != server.ErrNoDebugSession {
			t.Errorf("no session is marked: got %v", err)
		}
		_, welcome := b.open(b.get("/a?omg-debug"))
		var id string
		err := app.InDebugSession(func(ctx context.Context) error {
			id = bridge.FromContext(ctx).ID()
			return nil
		})
		if development && (err != nil || id != welcome[1]) {
			t.Errorf("got %v in %q, want %q", err, id, welcome[1])
		}
		if !development && err != server.ErrNoDebugSession {
			t.Errorf("a visitor marked a session: got %v", err)
		}
	}
}

// TestBehindAProxy puts the application below a path that the proxy takes off,
// on a host that it does not know.
func TestBehindAProxy(t *testing.T) {
	app, _, _ := counting(t, server.Options{})
	inner := httptest.NewServer(app)
	t.Cleanup(inner.Close)
	target, _ := url.Parse(inner.URL)
	proxy := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.SetURL(target)
		r.SetXForwarded()
		r.Out.URL.Path = strings.TrimPrefix(r.In.URL.Path, "/app")
	}, Transport: &http.Transport{DisableKeepAlives: true}}
	b := newBrowser(t, proxy)
	b.url += "/app"
	p := b.get("/a")
	_, welcome := b.open(p)
	wantKind(t, welcome, "w")
	wantKind(t, b.resume(p, 2, welcome), "w")
}

func TestUnfitProgram(t *testing.T) {
	app := newApp(server.Options{})
	app.Break(errors.New("demo.Add was never compiled"))
	if res := ask(app, "GET", "http://localhost/"); res.StatusCode != 500 {
		t.Errorf("a page: got %d", res.StatusCode)
	}
	if err := app.ListenAndServe("127.0.0.1:0"); err == nil || !strings.Contains(err.Error(), "never compiled") {
		t.Errorf("got %v", err)
	}
}

var passing = bridge.ImportProc1[func(context.Context)](bridge.Module("server_test/passing", `export const f = () => {}`), "f")

// Rule 4.4: the page lists the function values that were passed.
func TestDebugPage(t *testing.T) {
	app, _, _ := counting(t, server.Options{Development: true})
	b := newBrowser(t, app)
	_, welcome := b.open(b.get("/a?omg-debug"))
	id := welcome[1].(string)
	passed := func(context.Context) {}
	if err := passing.Go(app.Hub().Session(id).Context(), passed); err != nil {
		t.Fatal(err)
	}
	page := text(ask(app, "GET", "http://localhost/_omg/debug"))
	for _, want := range []string{"1 sessions", id[:6], "debug session", "GET /{name}", "Sockets", "TestDebugPage.func"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s:\n%s", want, page)
		}
	}
	if strings.Contains(page, id) {
		t.Error("the page shows a whole session id, which is a secret")
	}
	app, _, _ = counting(t, server.Options{})
	if res := ask(app, "GET", "http://localhost/_omg/debug"); res.StatusCode != 404 {
		t.Errorf("a visitor: got %d", res.StatusCode)
	}
}

// TestTicketShownAgain lets the first WELCOME get lost: the page shows its ticket
// again, and so may a thief.
func TestTicketShownAgain(t *testing.T) {
	app, _, mounts := counting(t, server.Options{})
	b := newBrowser(t, app)
	p := b.get("/a")
	_, welcome := b.open(p)
	jar, _ := cookiejar.New(nil)
	thief := &browser{t: t, url: b.url, jar: &insecureJar{jar}}
	thief.get("/own")
	_, answer := thief.dial(p.Build, 2, 0, p.Ticket, nil, nil)
	wantKind(t, answer, "l")
	_, again := b.dial(p.Build, 3, 0, p.Ticket, nil, nil)
	wantKind(t, again, "w")
	if again[1] != welcome[1] || mounts.Load() != 1 {
		t.Errorf("got session %v after %v, mounted %d times", again[1], welcome[1], mounts.Load())
	}
}

// TestPanicWhileRebuilding has a page's function fail where no HTTP server
// recovers it.
func TestPanicWhileRebuilding(t *testing.T) {
	var again atomic.Bool
	app, _, _ := counting(t, server.Options{})
	app.Page("GET /fragile/page", func(*http.Request) (widget.Widget, error) {
		if again.Swap(true) {
			panic("a bug")
		}
		return &hello{name: "once"}, nil
	})
	b := newBrowser(t, app)
	p := b.get("/fragile/page")
	app.ClearPages()
	_, answer := b.open(p)
	wantKind(t, answer, "l")
}

// TestBuildNamesTheClient: patches are as the client of the same program wants
// them, so a page with another client loads again even if the schema is the same.
func TestBuildNamesTheClient(t *testing.T) {
	app := server.New(server.Options{Log: quiet})
	defer app.Shutdown(context.Background())
	if app.Hub().Build() == bridge.Schema() {
		t.Error("the build is that of the schema alone")
	}
}
