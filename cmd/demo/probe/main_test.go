package probe_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/omg-go/omg/cmd/demo/probe"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

// TestMain changes variables as a program does when it starts, before a page
// asks for the code that reads them.
func TestMain(m *testing.M) {
	probe.Greeting, probe.Primes = "as the backend has it", append(probe.Primes, 5)
	browsertest.Main(m)
}

// open shows the probe's page of that name in a browser.
func open(t *testing.T, name string) *browsertest.Page {
	t.Helper()
	p := browsertest.Open(t, serve(t)+"/"+name)
	p.WaitConnected()
	return p
}

func serve(t *testing.T) (url string) {
	t.Helper()
	app := server.New(server.Options{Title: "Probe", Development: true, Log: slog.New(slog.DiscardHandler)})
	page(app, "waits", func() widget.Widget { return probe.NewWaits() })
	page(app, "passes", func() widget.Widget { return &probe.Passes{} })
	page(app, "values", func() widget.Widget { return &probe.Values{} })
	s := httptest.NewServer(app)
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		if err := app.Shutdown(ctx); err != nil {
			t.Error(err)
		}
		s.Close()
	})
	return s.URL
}

func page(app *server.App, name string, root func() widget.Widget) {
	app.Page("GET /"+name, func(*http.Request) (widget.Widget, error) { return root(), nil })
}
