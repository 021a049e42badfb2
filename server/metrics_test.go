package server_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/omg-go/omg/server"
)

// askFrom is a request for the metrics; headers are pairs.
func askFrom(app *server.App, addr, host string, headers ...string) *http.Response {
	r := httptest.NewRequest("GET", "http://"+host+"/metrics", nil)
	r.RemoteAddr = addr
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	app.ServeHTTP(w, r)
	return w.Result()
}

// Rule 7.10: the metrics are for this machine, unless the program says otherwise.
func TestMetrics(t *testing.T) {
	all := server.Options{Metrics: func(*http.Request) bool { return true }}
	for _, c := range []struct {
		name, addr, host string
		o                server.Options
		headers          []string
		code             int
	}{
		{"this machine", "127.0.0.1:99", "localhost:7500", server.Options{}, nil, 200},
		{"this machine, IPv6", "[::1]:99", "[::1]:7500", server.Options{}, nil, 200},
		{"another machine", "192.0.2.1:99", "localhost", server.Options{}, nil, 404},
		{"for another name", "127.0.0.1:99", "example.org", server.Options{}, nil, 404},
		{"by a proxy", "127.0.0.1:99", "localhost", server.Options{}, []string{"X-Forwarded-For", "192.0.2.1"}, 404},
		{"allowed", "192.0.2.1:99", "example.org", all, nil, 200},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := askFrom(newApp(c.o), c.addr, c.host, c.headers...)
			if body := text(res); res.StatusCode != c.code || strings.Contains(body, "omg_") != (c.code == 200) {
				t.Errorf("got %d\n%s", res.StatusCode, body)
			}
		})
	}
}

// Each line is a comment, or a name and a number; each counter is there.
func TestMetricsCanBeRead(t *testing.T) {
	app, _, _ := counting(t, server.Options{})
	b := newBrowser(t, app)
	b.open(b.get("/a"))
	page := text(askFrom(app, "127.0.0.1:99", "localhost"))
	line := regexp.MustCompile(`^(# TYPE [a-z_]+ (gauge|counter)|[a-z_]+ \d+)$`)
	for l := range strings.Lines(page) {
		if !line.MatchString(strings.TrimSpace(l)) {
			t.Errorf("not a metric: %s", l)
		}
	}
	for _, want := range []string{"omg_sessions 1\n", "omg_sockets 1\n", "omg_resumed_total 1\n", "omg_hand_offs_total ", "omg_thefts_total 0\n"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in\n%s", want, page)
		}
	}
}

// What the program has at that path is the program's.
func TestOwnMetrics(t *testing.T) {
	app := newApp(server.Options{})
	app.HandleFunc("GET /metrics", func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "mine") })
	if got := text(askFrom(app, "127.0.0.1:99", "localhost")); got != "mine" {
		t.Errorf("got %q", got)
	}
}
