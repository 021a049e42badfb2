package dom_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/dom/domtest"
)

// U3: sizes and positions, in standards mode.
func TestU3Geometry(t *testing.T) {
	page := domtest.New(t, `<p style="width: 40px; height: 20px"></p><b></b>`)
	p, b := page.Find("p"), page.Find("b")
	equal(t, "inline", p.Width()*100+p.Height(), 4020)
	equal(t, "no layout", b.Width(), 0)
	page.Place(b, dom.Rect{X: 1, Y: 2, Width: 3, Height: 4})
	equal(t, "placed", b.Rect(), dom.Rect{X: 1, Y: 2, Width: 3, Height: 4})
	b.SetHidden(true)
	equal(t, "hidden", b.Rect(), dom.Rect{})
	equal(t, "visible", b.Visible() || !p.Visible(), false)
	equal(t, "window", dom.VisibleWidth() == dom.PageWidth() && dom.VisibleHeight() == 768 && dom.PageHeight() == 768, true)
	scrolled := 0
	dom.Window().On("scroll", func(dom.Event) { scrolled++ })
	p.On("scroll", func(dom.Event) { scrolled += 10 })
	dom.ScrollPage(5, 10)
	p.ScrollTo(1, 2)
	page.Wait()
	equal(t, "left, top", dom.VisibleLeft()*100+dom.VisibleTop(), 510.0)
	equal(t, "element", p.ScrollLeft()*100+p.ScrollTop(), 102.0)
	equal(t, "events", scrolled, 11)
}

// U7: closing, the back button, scrolling.
func TestU7PreventClose(t *testing.T) {
	page := domtest.New(t, "")
	equal(t, "not asked", page.Unload(), false)
	allow, other := dom.PreventClose(), dom.PreventClose()
	other()
	equal(t, "asked", page.Unload(), true)
	allow()
	allow()
	equal(t, "allowed", page.Unload(), false)
}

func TestU7DisableBack(t *testing.T) {
	page := domtest.New(t, "")
	dom.SetHash("one")
	page.Wait()
	tries := 0
	enable := dom.DisableBack(func() { tries++ })
	for range 3 {
		page.Back()
		page.Wait()
		equal(t, "stays", dom.Hash(), "#one")
	}
	equal(t, "tries", tries, 3)
	enable()
	enable()
	page.Wait()
	equal(t, "state is as before", dom.HistoryState().IsNull(), true)
	page.Back()
	equal(t, "goes", dom.Hash(), "")
	equal(t, "not counted", tries, 3)
	dom.DisableBack(nil)()
}

func TestU7LockScroll(t *testing.T) {
	domtest.New(t, "")
	dom.Root().SetStyle("overflow", "auto")
	first, second := dom.LockScroll(), dom.LockScroll()
	equal(t, "locked", dom.Root().Style("overflow"), "hidden")
	first()
	first()
	equal(t, "still", dom.Root().Style("overflow"), "hidden")
	second()
	equal(t, "as before", dom.Root().Style("overflow"), "auto")
}

// U8: each callback is called at once when the hash already matches.
func TestU8RegisterHash(t *testing.T) {
	page := domtest.New(t, `<a href="#debug"></a>`)
	dom.SetHash("#debug") // its event is still to come
	log := ""
	stop := dom.RegisterHash("#debug", func() { log += "a" })
	dom.RegisterHash("debug", func() { log += "b" })
	dom.RegisterHash("#other", func() { log += "c" })
	equal(t, "at once, each", log, "ab")
	page.Wait()
	dom.SetHash("other")
	page.Wait()
	stop()
	page.Click(page.Find("a"))
	page.Back()
	equal(t, "log", log, "abcbc")
}

func TestHistory(t *testing.T) {
	page := domtest.New(t, "")
	var states []string
	dom.Window().On("popstate", func(e dom.Event) { states = append(states, dom.HistoryState().String()) })
	dom.Push(dom.Of("one"), "/a?q=1")
	equal(t, "path", dom.Path()+dom.Query(), "/a?q=1")
	dom.Replace(dom.Of("two"), "/b")
	equal(t, "URL", dom.URL(), "http://localhost:7500/b")
	page.Back()
	dom.Forward()
	page.Wait()
	dom.Forward()
	page.Wait()
	equal(t, "states", strings.Join(states, " "), "null two")
	dom.Go("https://example.org/")
	dom.Reload()
	equal(t, "left", strings.Join(page.Console(), "; "), "left for: https://example.org/; reloaded")
	dom.SetTitle("T")
	equal(t, "title", dom.Title(), "T")
}

// U9: right for Edge and Opera too.
func TestU9Browser(t *testing.T) {
	const webkit = "Mozilla/5.0 (X) AppleWebKit/537.36 (KHTML, like Gecko) "
	page := domtest.New(t, "")
	for agent, want := range map[string]dom.BrowserKind{
		webkit + "Chrome/120.0.0.0 Safari/537.36":                dom.Chrome,
		webkit + "Chrome/120.0.0.0 Safari/537.36 Edg/120.0":      dom.Edge,
		webkit + "Chrome/119.0.0.0 Safari/537.36 OPR/105.0.0.0":  dom.Opera,
		webkit + "Version/17.1 Safari/605.1.15":                  dom.Safari,
		webkit + "CriOS/120.0 Mobile/15E148 Safari/604.1":        dom.Chrome,
		"Mozilla/5.0 (X; rv:121.0) Gecko/20100101 Firefox/121.0": dom.Firefox,
		"Lynx/2.9": dom.OtherBrowser,
	} {
		page.SetUserAgent(agent)
		equal(t, agent, dom.Browser(), want)
	}
}

// U10: storage, texts only, with a default.
func TestU10Storage(t *testing.T) {
	domtest.New(t, "")
	s := dom.Local()
	equal(t, "default", s.GetOr("k", "or"), "or")
	if err := s.Set("k", "é"); err != nil {
		t.Fatal(err)
	}
	_ = s.Set("b", "")
	value, ok := s.Get("k")
	equal(t, "value", value, "é")
	equal(t, "ok", ok, true)
	_, ok = s.Get("none")
	equal(t, "none", ok, false)
	equal(t, "empty counts", s.GetOr("b", "or"), "")
	equal(t, "names", strings.Join(s.Names(), ","), "k,b")
	_, ok = dom.PerTab().Get("k")
	equal(t, "the other storage", ok, false)
	err := s.Set("big", strings.Repeat("x", 6_000_000))
	var e dom.Error
	if !errors.As(err, &e) || e.Name() != "QuotaExceededError" {
		t.Error(err)
	}
	s.Remove("k")
	s.Clear()
	equal(t, "cleared", len(s.Names()), 0)
}

func TestClipboard(t *testing.T) {
	page := domtest.New(t, "")
	if err := dom.WriteClipboard(t.Context(), "ü"); err != nil {
		t.Fatal(err)
	}
	equal(t, "written", page.Clipboard(), "ü")
	page.SetClipboard("in")
	got, err := dom.ReadClipboard(t.Context())
	if err != nil || got != "in" {
		t.Error(got, err)
	}
}

func TestMedia(t *testing.T) {
	page := domtest.New(t, "")
	const dark = "(prefers-color-scheme: dark)"
	log := ""
	stop := dom.OnMedia(dark, func(on bool) { log += map[bool]string{true: "d", false: "l"}[on] })
	page.SetMedia(dark, true)
	page.SetMedia(dark, true)
	equal(t, "now", dom.Media(dark), true)
	stop()
	page.SetMedia(dark, false)
	equal(t, "log", log, "ld")
}

// U6: scripts are loaded once each, with an error if that fails.
func TestU6LoadScript(t *testing.T) {
	page := domtest.New(t, "")
	runs, broken := 0, true
	page.Script("/api.js", func() error { runs++; dom.Global().Set("API", 7); return nil })
	page.Script("/bad.js", func() error {
		if broken {
			return errors.New("404")
		}
		return nil
	})
	for range 3 {
		if err := dom.LoadScript(t.Context(), "/api.js"); err != nil {
			t.Fatal(err)
		}
	}
	equal(t, "runs", runs, 1)
	equal(t, "global", dom.Global().Get("API").Int(), 7)
	if err := dom.LoadScript(t.Context(), "/bad.js"); err == nil || !strings.Contains(err.Error(), "/bad.js") {
		t.Error(err)
	}
	broken = false
	if err := dom.LoadScript(t.Context(), "/bad.js"); err != nil {
		t.Error("a second try: ", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	page.Script("/slow.js", func() error { return nil })
	_ = dom.LoadScript(ctx, "/slow.js") // either: it may have loaded already
	page.Wait()
}

// U6: the console.
func TestU6Log(t *testing.T) {
	page := domtest.New(t, "")
	dom.Log("a", 1, true, nil, []any{1, "x"})
	dom.Warn("w")
	dom.LogError(dom.Body())
	equal(t, "console", strings.Join(page.Console(), "|"), "a 1 true null 1,x|warn: w|error: [object Element]")
}
