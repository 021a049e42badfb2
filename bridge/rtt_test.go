package bridge_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"github.com/gorilla/websocket"
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/bridge/bridgetest"
)

// BenchmarkRoundTrip compares a call from a page with an echo of as many bytes
// over a bare socket.
func BenchmarkRoundTrip(b *testing.B) {
	for _, size := range []int{8, 960} {
		text := strings.Repeat("x", size)
		b.Run(fmt.Sprintf("echo/%d", size), func(b *testing.B) { benchmarkEcho(b, `[99999,99998,[1,99999,"test.Echo","`+text+`"]]`) })
		b.Run(fmt.Sprintf("call/%d", size), func(b *testing.B) { benchmarkCall(b, text) })
	}
}

func init() { bridge.RPC1("test.Echo", func(s string) string { return s }) }

func dial(b *testing.B, h http.HandlerFunc) *websocket.Conn {
	srv := httptest.NewServer(h)
	b.Cleanup(srv.Close)
	c, _, err := websocket.DefaultDialer.Dial("ws"+srv.URL[4:], nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { c.Close() })
	return c
}

func roundTrip(b *testing.B, c *websocket.Conn, frame []byte) []byte {
	if err := c.WriteMessage(websocket.TextMessage, frame); err != nil {
		b.Fatal(err)
	}
	_, data, err := c.ReadMessage()
	if err != nil {
		b.Fatal(err)
	}
	return data
}

func benchmarkEcho(b *testing.B, frame string) {
	up := websocket.Upgrader{}
	c := dial(b, func(w http.ResponseWriter, r *http.Request) {
		c, err := up.Upgrade(w, r, nil)
		if err != nil {
			return
		}
		defer c.Close()
		for {
			kind, data, err := c.ReadMessage()
			if err != nil {
				return
			}
			c.WriteMessage(kind, data)
		}
	})
	b.ReportAllocs()
	for b.Loop() {
		roundTrip(b, c, []byte(frame))
	}
}

func benchmarkCall(b *testing.B, text string) {
	hub := bridgetest.NewHub(b, bridge.Options{Log: quiet, Limits: bridge.Limits{Rate: 1 << 30}})
	s := bridge.NewSession(hub, context.Background())
	s.Grant("test.Echo")
	c := dial(b, func(w http.ResponseWriter, r *http.Request) {
		t, err := bridge.Upgrade(w, r, 64<<10)
		if err != nil {
			return
		}
		hub.Serve(context.Background(), t, bridge.Accept{
			Open: func(context.Context, string) (*bridge.Session, error) { return s, nil },
		})
	})
	roundTrip(b, c, fmt.Appendf(nil, `["h",1,%q,1,0,"ticket",null,null]`, hub.Build()))
	tail := []byte(`,"test.Echo","` + text + `"]]`)
	var n, frame = uint64(0), []byte(nil)
	b.ReportAllocs()
	for b.Loop() {
		n++
		frame = strconv.AppendUint(append(frame[:0], '['), n, 10)
		frame = strconv.AppendUint(append(frame, ','), n-1, 10)
		frame = strconv.AppendUint(append(frame, ",[1,"...), n, 10)
		roundTrip(b, c, append(frame, tail...))
	}
	s.End(nil)
}
