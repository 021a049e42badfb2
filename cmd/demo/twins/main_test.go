package twins_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/cmd/demo/twins"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

func TestMain(m *testing.M) { browsertest.Main(m) }

// empty is a page's root; it tells the test of its session.
type empty struct {
	widget.Base
	mounted chan *bridge.Session
}

func (*empty) Render() templ.Component { return templ.Raw("<p>twins</p>") }

func (e *empty) Mount(ctx context.Context) error {
	e.mounted <- bridge.FromContext(ctx)
	return nil
}

// site is a server, with what its pages tell.
type site struct {
	t       *testing.T
	url     string
	mounted chan *bridge.Session
	cart    *twins.Cart
	panel   atomic.Pointer[twins.Panel]
}

func serve(t *testing.T) *site {
	t.Helper()
	s := &site{t: t, mounted: make(chan *bridge.Session, 1), cart: &twins.Cart{}}
	app := server.New(server.Options{Title: "Twins", Development: true, Log: slog.New(slog.DiscardHandler)})
	app.Page("GET /", func(*http.Request) (widget.Widget, error) { return &empty{mounted: s.mounted}, nil })
	app.Page("GET /panel", func(*http.Request) (widget.Widget, error) {
		p := &twins.Panel{Label: "label", Board: s.cart}
		p.Mounted = func(ctx context.Context) { s.mounted <- bridge.FromContext(ctx); s.panel.Store(p) }
		return p, nil
	})
	h := httptest.NewServer(app)
	s.url = h.URL
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		if err := app.Shutdown(ctx); err != nil {
			t.Error(err)
		}
		h.Close()
	})
	return s
}

// tab is a page and its session.
type tab struct {
	*browsertest.Page
	ctx   context.Context
	proxy *browsertest.Proxy
}

// away cuts the page off while f runs.
func (p tab) away(t *testing.T, f func()) {
	t.Helper()
	p.proxy.Refuse(true)
	p.proxy.Cut()
	session := bridge.FromContext(p.ctx)
	eventually(t, "the page is away", session.Away)
	f()
	p.proxy.Refuse(false)
	eventually(t, "the page is back", func() bool { return !session.Away() })
}

func (s *site) open() tab {
	s.t.Helper()
	return s.openPath("/")
}

func (s *site) openPath(path string) tab {
	s.t.Helper()
	proxy := browsertest.NewProxy(s.t, s.url)
	p := browsertest.Open(s.t, proxy.URL+path)
	p.Expect("WebSocket") // of a page that is cut off
	p.WaitConnected()
	select {
	case session := <-s.mounted:
		return tab{p, session.Context(), proxy}
	case <-time.After(patience):
		s.t.Fatal("the page's widget was not mounted")
	}
	return tab{}
}

// must returns v, if there is no error.
func must[T any](t *testing.T) func(v T, err error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// patience is how long a test waits: the machine may be busy.
const patience = 2 * time.Minute

// eventually waits for a condition.
func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if ok() {
			return
		}
	}
	t.Fatalf("not within %v: %s", patience, what)
}

func equal[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}
