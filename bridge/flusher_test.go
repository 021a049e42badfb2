package bridge_test

import (
	"context"
	"runtime"
	"testing"
	"testing/synctest"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/bridge/bridgetest"
)

// TestSlowFlushDelaysNobody: more sessions than there are flushers are drawn by
// what does not return, or write to what takes nothing; others are flushed.
func TestSlowFlushDelaysNobody(t *testing.T) {
	for _, c := range []struct {
		name string
		slow func(p *bridgetest.Page, l *testLayer) (end func())
	}{
		{"to draw", func(_ *bridgetest.Page, l *testLayer) func() {
			stop := make(chan bool)
			l.flush = func(context.Context) { <-stop }
			return func() { close(stop) }
		}},
		{"to take", func(p *bridgetest.Page, _ *testLayer) func() {
			p.Pipe().Limit(1)
			return func() { p.Pipe().Limit(0) }
		}},
		{"because the goroutine ends", func(_ *bridgetest.Page, l *testLayer) func() {
			l.flush = func(context.Context) { runtime.Goexit() }
			return func() {}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				hub := bridge.NewHub(bridge.Options{})
				defer hub.Shutdown(context.Background())
				for range 4 * runtime.GOMAXPROCS(0) {
					l := &testLayer{}
					p := bridgetest.Open(t, hub, l)
					defer c.slow(p, l)()
					l.mark(p.Session(), 1, "slow", false)
				}
				l := &testLayer{}
				p := bridgetest.Open(t, hub, l)
				for _, text := range []string{"a", "b"} {
					l.mark(p.Session(), 1, text, false)
					p.Await(0, 1)
				}
				if got := p.Await(0, 2); got[1] != `[0,1,"b"]` {
					t.Errorf("got %s", got)
				}
			})
		})
	}
}
