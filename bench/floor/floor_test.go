package floor_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
	"github.com/omg-go/omg/bench/floor"
)

func dial(t *testing.T, path string) *websocket.Conn {
	t.Helper()
	srv := httptest.NewServer(floor.Handler())
	t.Cleanup(srv.Close)
	c, _, err := websocket.DefaultDialer.Dial("ws"+strings.TrimPrefix(srv.URL, "http")+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func talk(t *testing.T, c *websocket.Conn, message string) string {
	t.Helper()
	if err := c.WriteMessage(websocket.TextMessage, []byte(message)); err != nil {
		t.Fatal(err)
	}
	_, got, err := c.ReadMessage()
	if err != nil {
		t.Fatal(err)
	}
	return string(got)
}

func TestEchoSendsBackWhatCame(t *testing.T) {
	c := dial(t, floor.EchoPath)
	for _, want := range []string{"a", "", strings.Repeat("x", 5000)} {
		if got := talk(t, c, want); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestCounterCounts(t *testing.T) {
	c := dial(t, "/count")
	for _, want := range []string{`["n","1"]`, `["n","2"]`} {
		if got := talk(t, c, `[1,"inc"]`); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestPagesAreIsolated(t *testing.T) {
	h := floor.Handler()
	for _, path := range []string{floor.BlankPath, floor.CounterPath, floor.RowsPath} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		if w.Code != http.StatusOK || w.Header().Get("Cross-Origin-Embedder-Policy") != "require-corp" {
			t.Errorf("%s: status %d, headers %v", path, w.Code, w.Header())
		}
	}
}

func TestFanWritesToEverySocket(t *testing.T) {
	var fan floor.Fan
	srv := httptest.NewServer(&fan)
	defer srv.Close()
	var conns []*websocket.Conn
	for range 3 {
		c, _, err := websocket.DefaultDialer.Dial("ws"+strings.TrimPrefix(srv.URL, "http"), nil)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		conns = append(conns, c)
	}
	for end := time.Now().Add(time.Minute); fan.Sockets() < 3 && time.Now().Before(end); {
		time.Sleep(time.Millisecond)
	}
	for want, write := range map[string]func([]byte) error{"one": fan.Write, "two": fan.WritePrepared} {
		if err := write([]byte(want)); err != nil {
			t.Fatal(err)
		}
		for _, c := range conns {
			if _, got, err := c.ReadMessage(); string(got) != want {
				t.Errorf("got %q, %v, want %q", got, err, want)
			}
		}
	}
}
