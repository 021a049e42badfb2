package tabs_test

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"

	"github.com/a-h/templ"
	"github.com/chromedp/chromedp/kb"
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/tabs"
)

// A shop loads contents when it is told to.
type shop struct {
	loads  atomic.Int32
	goods  chan templ.Component
	broken chan error
}

func newShop() *shop {
	return &shop{goods: make(chan templ.Component), broken: make(chan error)}
}

func (s *shop) load(ctx context.Context) (templ.Component, error) {
	s.loads.Add(1)
	select {
	case c := <-s.goods:
		return c, nil
	case err := <-s.broken:
		return nil, err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (s *shop) form() *tabs.Form {
	f := tabs.New("Shop", tabs.Tab{ID: "a", Title: "A", Content: tabs.Text("here")}, tabs.Tab{ID: "b", Title: "B", Load: s.load})
	f.OnError = func(context.Context, string, error) {}
	return f
}

func TestTAB24Lazy(t *testing.T) {
	s := newShop()
	u := open(t, s.form)
	// Manual by itself: the focus alone shows nothing.
	u.Run(`document.querySelector("[data-id=a]").focus()`)
	u.press(kb.ArrowRight)
	u.focus("[data-id=b]")
	u.shows("a")
	u.press(kb.Enter)
	u.shows("b")
	u.Wait(`document.querySelector("[role=tabpanel]:not([hidden])").ariaBusy == "true"`)
	u.Wait(`getComputedStyle(document.querySelector("[role=tabpanel]:not([hidden]) [data-part=wait]")).visibility == "visible"`)
	u.Axe()
	// An error for users, and one that is not; then what was wanted.
	s.broken <- bridge.UserError("", "Sold out.")
	u.WaitText("[data-part=failed] > [role=alert]", "Sold out.")
	u.Axe()
	u.Click("[data-part=failed] button")
	s.broken <- errors.New("secret")
	u.WaitText("[data-part=failed] > [role=alert]", "This could not be loaded.")
	u.Click("[data-part=failed] button")
	s.goods <- html(`<p id="good">bread</p>`)
	u.WaitText("#good", "bread")
	u.try("not busy", `!document.querySelector("[aria-busy]")`)
	u.Click("[data-id=a]")
	u.Click("[data-id=b]")
	u.shows("b")
	if n := s.loads.Load(); n != 3 {
		t.Errorf("loaded %d times", n)
	}
}

func TestTAB24Prefetch(t *testing.T) {
	s := newShop()
	u := open(t, s.form)
	u.Run(`document.querySelector("[data-id=a]").focus()`)
	u.press(kb.ArrowRight)
	s.goods <- html(`<p id="good">bread</p>`) // asked for before it is chosen
	u.Wait(`document.querySelector("#good")`)
	u.shows("a")
}

// TestTAB24Offline: what is there switches, what is not says why and comes by itself.
func TestTAB24Offline(t *testing.T) {
	s := newShop()
	url, current := serve(t, s.form)
	proxy := browsertest.NewProxy(t, url)
	u := visit(t, proxy.URL, current, browsertest.Expect("ERR_"), browsertest.Expect("WebSocket"))
	proxy.Refuse(true)
	proxy.Cut()
	u.Wait(`document.documentElement.dataset.omg === "lost"`)
	u.Click("[data-id=b]")
	u.showsHere("b")
	u.Wait(`getComputedStyle(document.querySelector("[role=tabpanel]:not([hidden]) [data-part=away]")).display == "block"`)
	u.Click("[data-id=a]")
	u.showsHere("a")
	u.Click("[data-id=b]")
	proxy.Refuse(false)
	u.WaitConnected()
	s.goods <- html(`<p id="good">bread</p>`)
	u.WaitText("#good", "bread")
	u.shows("b")
}

// TestTAB24FastTravel: of fifty tabs that the arrow key passes one is asked for.
func TestTAB24FastTravel(t *testing.T) {
	var loads atomic.Int32
	u := open(t, func() *tabs.Form {
		f := tabs.New("Many", tabs.Tab{ID: "first", Title: "First"})
		f.Activation = tabs.Automatic
		for i := range 50 {
			f.Add(tabs.Tab{ID: fmt.Sprint("t", i), Title: fmt.Sprint("Tab ", i), Load: func(context.Context) (templ.Component, error) {
				loads.Add(1)
				return html(`<p id="good">` + fmt.Sprint(i) + `</p>`), nil
			}})
		}
		return f
	})
	u.Run(`document.querySelector("[data-id=first]").focus();
		for (let i = 0; i < 50; i++) document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true }))`)
	u.WaitText("#good", "49")
	u.shows("t49")
	if n := loads.Load(); n != 1 {
		t.Errorf("loaded %d times", n)
	}
}

// TestLoadEndsWithItsTab: nothing goes on for a tab that is gone, or a page.
func TestLoadEndsWithItsTab(t *testing.T) {
	ended := make(chan error, 2)
	wait := func(ctx context.Context) (templ.Component, error) {
		<-ctx.Done()
		ended <- ctx.Err()
		return nil, ctx.Err()
	}
	f := tabs.New("x", tabs.Tab{ID: "a", Title: "A", Load: wait}, tabs.Tab{ID: "b", Title: "B", Load: wait})
	f.OnError = func(_ context.Context, id string, err error) { t.Errorf("tab %s: %v", id, err) }
	p := mount(t, f)
	p.Do(func(ctx context.Context) { f.Discard(ctx, "a") })
	<-ended
	p.End()
	<-ended
}

func TestLoadThatPanics(t *testing.T) {
	told := make(chan error, 1)
	f := tabs.New("x", tabs.Tab{ID: "a", Title: "A", Load: func(context.Context) (templ.Component, error) { panic("broken") }})
	f.OnError = func(_ context.Context, _ string, err error) { told <- err }
	p := mount(t, f)
	if err := <-told; err == nil {
		t.Error("no error")
	}
	p.Flush()
	if got := p.Text("[role=alert]"); got != "This could not be loaded." {
		t.Errorf("the panel says %q", got)
	}
}
