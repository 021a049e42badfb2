package bridge_test

import (
	"sync"
	"testing"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/bridge/bridgetest"
)

// Sessions that nobody has adopted are not the hub's; they may end while it shuts
// down. The race detector tells what is wrong with that.
func TestShutdownWhileSessionsEnd(t *testing.T) {
	for range 50 {
		hub := bridge.NewHub(bridge.Options{Log: quiet})
		bridgetest.Open(t, hub)
		drafts := make([]*bridge.Session, 4)
		for i := range drafts {
			drafts[i] = bridge.NewSession(hub, t.Context())
		}
		var ending sync.WaitGroup
		for _, s := range drafts {
			ending.Go(func() { s.End(bridge.ErrShutdown) })
		}
		if err := hub.Shutdown(t.Context()); err != nil {
			t.Error(err)
		}
		ending.Wait()
		if err := hub.Shutdown(t.Context()); err != nil {
			t.Error(err)
		}
	}
}
