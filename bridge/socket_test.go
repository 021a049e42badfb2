//go:build unix

package bridge_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
	"github.com/omg-go/omg/bridge"
)

// TestFramesOfAllLengths writes texts while the client pings. Its pings have no
// effect on how long a write may take later.
func TestFramesOfAllLengths(t *testing.T) {
	transports := make(chan bridge.Transport, 1)
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if tr, err := bridge.Upgrade(w, r, textLimit); err == nil {
			transports <- tr
		}
	}))
	defer srv.Close()
	c, _, err := websocket.DefaultDialer.Dial("ws"+strings.TrimPrefix(srv.URL, "http"), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	tr := <-transports
	defer tr.Close()
	go tr.Read() // answers pings
	pongs := 0
	c.SetPongHandler(func(data string) error {
		if data != "ping" {
			t.Errorf("the answer to a ping is %q", data)
		}
		pongs++
		return nil
	})
	texts := []string{"", "a", big(125), big(126), big(4000), big(4091), big(4092), big(4096), big(65_535), big(65_536), big(200_000)}
	start := time.Now()
	for pinged := false; !pinged || time.Since(start) < 1200*time.Millisecond; pinged = true { // longer than the library lets an answer take
		for _, text := range texts {
			if !pinged {
				c.WriteControl(websocket.PingMessage, []byte("ping"), time.Time{})
			}
			go tr.Write([]byte(text))
			c.SetReadDeadline(time.Now().Add(time.Minute))
			if kind, got, err := c.ReadMessage(); err != nil || kind != websocket.TextMessage || string(got) != text {
				t.Fatalf("%d bytes: got %d of kind %d, %v", len(text), len(got), kind, err)
			}
		}
	}
	if pongs == 0 {
		t.Error("no ping was answered")
	}
}
