package bridge_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/bridge/bridgetest"
)

// writing returns a page to which a write is under way until its pipe has room.
func writing(t *testing.T, hub *bridge.Hub) *bridgetest.Page {
	page := bridgetest.Open(t, hub)
	synctest.Wait()
	page.Pipe().Limit(1)
	go note.Call(page.Session().Context(), strings.Repeat("x", 100<<10))
	synctest.Wait()
	return page
}

// A page hears that its session is over, also while it is being written to.
func TestFarewellFollowsAWrite(t *testing.T) {
	for why, end := range map[string]func(*bridgetest.Page){
		"ended":    func(p *bridgetest.Page) { p.Session().End(errors.New("because")) },
		"breach":   func(p *bridgetest.Page) { p.Raw("nonsense") },
		"shutdown": func(p *bridgetest.Page) { go p.Session().Hub().Shutdown(context.Background()) },
	} {
		synctest.Test(t, func(t *testing.T) {
			page := writing(t, bridgetest.NewHub(t, bridge.Options{Log: quiet}))
			pipe := page.Pipe()
			end(page)
			synctest.Wait()
			pipe.Limit(0)
			synctest.Wait()
			if got := page.Lost(); !strings.HasPrefix(got, why) {
				t.Errorf("want %q, the page heard %q", why, got)
			}
		})
	}
}

// A page that takes nothing holds a shutdown up no longer than a write may take.
func TestShutdownOfAStuckPage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hub := bridgetest.NewHub(t, bridge.Options{Log: quiet})
		writing(t, hub)
		begun := time.Now()
		if err := hub.Shutdown(t.Context()); err != nil {
			t.Error(err)
		}
		if took := time.Since(begun); took != 10*time.Second {
			t.Errorf("took %v", took)
		}
	})
}
