package twins_test

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/chromedp"
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/cmd/demo/twins"
	"github.com/omg-go/omg/mirror"
)

// TestScope is row M7 with two tabs.
func TestScope(t *testing.T) {
	s := serve(t)
	one, two := s.open(), s.open()
	a := animal()
	a.SetScope(mirror.Session(one.ctx))
	text := must[string](t)
	text(twins.CallText.Call(one.ctx, a))
	if _, err := twins.CallText.Call(two.ctx, a); !errors.Is(err, mirror.ErrScope) {
		t.Errorf("the other tab: %v", err)
	}
	g := animal()
	g.SetScope(mirror.Group("team"))
	mirror.Join(one.ctx, "team")
	mirror.Join(two.ctx, "team")
	twins.CallHold.Call(one.ctx, g)
	text(twins.CallText.Call(two.ctx, g))
	mirror.Leave(one.ctx, "team")
	eventually(t, "the page knows", func() bool {
		return strings.Contains(text(twins.CallReadLog.Call(one.ctx)), "vanished calm")
	})
	// The page still holds it, and is refused.
	if got := text(twins.CallDescribeHeld.Call(one.ctx)); !strings.HasPrefix(got, "released") {
		t.Errorf("after leaving: %q", got)
	}
	text(twins.CallText.Call(two.ctx, g))
}

// TestLifetime is row M8: the browsers' collectors and Go's together free what
// nobody uses, and nothing else.
func TestLifetime(t *testing.T) {
	s := serve(t)
	p, other := s.open(), s.open()
	a := animal()
	gone := make(chan bool)
	runtime.AddCleanup(a, func(c chan bool) { close(c) }, gone)
	twins.CallHold.Call(p.ctx, a)
	twins.CallPaint.Call(p.ctx, a, 33)

	// The page drops it, and what only the twin has stays.
	twins.CallDrop.Call(p.ctx)
	for range 3 {
		p.collect()
	}
	if got := must[string](t)(twins.CallText.Call(p.ctx, a)); !strings.HasPrefix(got, "33 ") {
		t.Errorf("the twin came back as %q", got)
	}

	// The program drops it, and the page that holds it keeps it.
	twins.CallHold.Call(p.ctx, a)
	twins.CallHold.Call(other.ctx, a)
	a = nil
	p.collect()
	held(t, p, gone)
	twins.CallDrop.Call(p.ctx)
	for range 3 {
		p.collect()
	}
	held(t, other, gone) // by the other tab alone

	twins.CallDrop.Call(other.ctx)
	for end := time.Now().Add(patience); time.Now().Before(end); {
		p.collect()
		other.collect()
		runtime.GC()
		select {
		case <-gone:
			eventually(t, "the twin vanishes", func() bool {
				return strings.Contains(must[string](t)(twins.CallReadLog.Call(p.ctx)), "vanished")
			})
			return
		case <-time.After(10 * time.Millisecond):
		}
	}
	t.Fatal("the original was never collected")
}

// held checks that the original is there for the page that holds it.
func held(t *testing.T, p tab, gone chan bool) {
	t.Helper()
	runtime.GC()
	if got := must[string](t)(twins.CallDescribeHeld.Call(p.ctx)); !strings.HasPrefix(got, "Rex the animal") {
		t.Errorf("the original went: %q", got)
	}
	select {
	case <-gone:
		t.Fatal("the original went while a page used it")
	default:
	}
}

// collect runs the browser's garbage collector.
func (p tab) collect() {
	p.Do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, heapprofiler.CollectGarbage, cdp.Empty{})
		return err
	}))
	// A task of its own lets the registry run.
	p.Run(`new Promise((done) => setTimeout(done))`)
}

// TestHooks is the backend's half of row M5's hooks.
func TestHooks(t *testing.T) {
	p := serve(t).open()
	made, went := twins.Made.Load(), twins.Gone.Load()
	a := animal()
	twins.CallHold.Call(p.ctx, a)
	eventually(t, "TwinMade", func() bool { return twins.Made.Load() == made+1 })
	if err := twins.CallEnd.Call(p.ctx, a); err != nil {
		t.Fatal(err)
	}
	eventually(t, "TwinGone", func() bool { return twins.Gone.Load() == went+1 })
	twins.CallHold.Call(p.ctx, a)
	eventually(t, "TwinMade", func() bool { return twins.Made.Load() == made+2 })
	bridge.FromContext(p.ctx).End(errors.New("test"))
	eventually(t, "TwinGone", func() bool { return twins.Gone.Load() == went+2 })
	runtime.KeepAlive(a)
}

// TestWrite is rules §5 with two tabs.
func TestWrite(t *testing.T) {
	s := serve(t)
	one, two := s.open(), s.open()
	title := &twins.Title{Text: "draft", Score: 1}
	twins.CallHoldTitle.Call(one.ctx, title)
	twins.CallHoldTitle.Call(two.ctx, title)
	shown := func(p tab) string { return must[string](t)(twins.CallShown.Call(p.ctx)) }
	if got, err := twins.CallWrite.Call(one.ctx, "final"); got != "final" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	eventually(t, "the other tab has it", func() bool { return shown(two) == "final 1 0" })
	equal(t, "the original", title.Text, "final")
	if got, err := twins.CallWriteEven.Call(two.ctx, 5); got != 4 || err != nil {
		t.Errorf("made even: %d, %v", got, err)
	}
	if _, err := twins.CallWriteEven.Call(two.ctx, -1); err == nil {
		t.Error("a negative number was taken")
	}
	equal(t, "after the refusal", shown(two), "final 1 4")

	// Three at once: one is on its way, and the last takes the place of the second.
	got := must[string](t)(twins.CallWriteThree.Call(one.ctx))
	equal(t, "three at once", got, "two|superseded|three three")
	eventually(t, "the other tab has the last", func() bool { return shown(two) == "three 1 4" })

	// A page that was away wrote on what it saw: its text is stale.
	one.away(t, func() {
		if err := mirror.SetSlot(t.Context(), title, &title.Text, "meanwhile"); err != nil {
			t.Error(err)
		}
		one.Run(`0`)
	})
	eventually(t, "the page is current", func() bool { return shown(one) == "meanwhile 1 4" })
}
