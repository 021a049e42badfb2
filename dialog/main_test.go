package dialog_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/omg-go/omg/internal/leak"

	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

func TestMain(m *testing.M) {
	browsertest.Main(m, leak.Find)
}

// serve serves pages that show w, each a fresh one.
func serve(t *testing.T, o server.Options, w func() widget.Widget) (url string) {
	t.Helper()
	o.Development, o.Log = true, slog.New(slog.DiscardHandler)
	app := server.New(o)
	app.Page("GET /", func(*http.Request) (widget.Widget, error) { return w(), nil })
	s := httptest.NewServer(app)
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
		defer cancel()
		if err := app.Shutdown(ctx); err != nil {
			t.Error(err)
		}
		s.Close()
	})
	return s.URL
}
