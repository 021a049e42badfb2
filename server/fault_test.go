package server_test

import (
	"bytes"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

// A visitor learns nothing of a fault but the reference that finds it in the log.
func TestFaultHasAReference(t *testing.T) {
	for name, page := range map[string]server.PageFunc{
		"error": func(*http.Request) (widget.Widget, error) { return nil, errors.New("the secret") },
		"panic": func(*http.Request) (widget.Widget, error) { panic("the secret") },
	} {
		t.Run(name, func(t *testing.T) {
			var log bytes.Buffer
			app := server.New(server.Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
			app.Page("GET /", page)
			w := httptest.NewRecorder()
			app.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
			m := regexp.MustCompile(`<code>([0-9a-f-]{36})</code>`).FindStringSubmatch(w.Body.String())
			if w.Code != http.StatusInternalServerError || m == nil || strings.Contains(w.Body.String(), "secret") {
				t.Fatalf("%d: %s", w.Code, w.Body)
			}
			if !strings.Contains(log.String(), m[1]) || !strings.Contains(log.String(), "the secret") {
				t.Errorf("the log does not tell of %s: %s", m[1], &log)
			}
		})
	}
}
