package bridge_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/bridge/bridgetest"
)

// Rule 2.4: nothing is rendered while the page is away, and once when it is back.
func TestNothingIsRenderedWhileAway(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		page.Cut()
		synctest.Wait()
		for n := range 5 {
			l.mark(page.Session(), 1, fmt.Sprint(n), false)
			synctest.Wait()
		}
		if n := l.flushed(); n != 0 {
			t.Errorf("flushed %d times while away", n)
		}
		page.Resume()
		synctest.Wait()
		if n := l.flushed(); n != 1 {
			t.Errorf("flushed %d times after", n)
		}
	})
}

// Rule 2.4: nor while its socket is full; nothing that is written is lost.
func TestNothingIsRenderedWhileFull(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		s := page.Session()
		page.HoldAcks(true)
		l.mark(s, 1, strings.Repeat("x", 200<<10), true)
		synctest.Wait()
		before := l.flushed()
		for n := range 5 {
			l.mark(s, 1, fmt.Sprint(n), false)
			synctest.Wait()
		}
		if l.flushed() != before {
			t.Error("flushed into a full socket")
		}
		if err := note.Go(s.Context(), "later"); err != nil {
			t.Error(err)
		}
		synctest.Wait()
		if got := page.Messages(1); len(got) != 0 {
			t.Errorf("a call went before what was changed: %q", got)
		}
		page.HoldAcks(false)
		synctest.Wait()
		if got := page.Trail(0, 1); !strings.HasSuffix(got, `[0,1,"4"] [1,0,[1,"note"],"later"]`) {
			t.Errorf("got %s", got[len(got)-80:])
		}
	})
}

// Rule 2.4: patches beyond the bytes that are kept become void when the socket
// drops, their owner is lost, and with it all that was written for it.
func TestLostPatches(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		s := page.Session()
		page.Deafen()
		l.mark(s, 1, "small", false)
		l.mark(s, 2, "two", false)
		synctest.Wait()
		l.mark(s, 1, strings.Repeat("x", 70<<10), false)
		synctest.Wait()
		l.mark(s, 1, "after", false)
		l.mark(s, 2, "after", false)
		synctest.Wait()
		if n := s.Hub().Load().LogBytes; n > 300 {
			t.Errorf("%d bytes are kept before anything was lost", n)
		}
		page.Cut()
		page.Resume()
		synctest.Wait()
		if got := l.lostOwners(); got != "[1]" {
			t.Errorf("lost: %s", got)
		}
		if got := page.Trail(0); got != `[0,2,"two"] [0,2,"after"]` {
			t.Errorf("the page got %.200s", got)
		}
		if n := s.Hub().Counters().Voided.Load(); n == 0 {
			t.Error("not counted")
		}
	})
}

// Rule 2.4: what is to be confirmed is lost if it is not, and can be sent again
// and again until it is.
func TestConfirmedPatches(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		s := page.Session()
		for range 3 {
			page.Deafen()
			l.mark(s, 5, "whole", true)
			synctest.Wait()
			page.Cut()
			page.Resume()
			synctest.Wait()
		}
		if got := l.lostOwners(); got != "[5 5 5]" {
			t.Errorf("lost: %s", got)
		}
		l.mark(s, 5, "whole", true)
		synctest.Wait()
		page.Cut()
		page.Resume()
		synctest.Wait()
		if got := l.lostOwners() + page.Trail(0); got != `[5 5 5][0,5,"whole"]` {
			t.Errorf("got %s", got)
		}
	})
}

// Rule 2.5: Go is refused when too much waits; results never are.
func TestRoom(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		s := page.Session()
		s.Grant("test.Echo")
		page.Cut()
		synctest.Wait()
		n := 0
		for ; n < 2000; n++ {
			if err := note.Go(s.Context(), "x"); err != nil {
				if !errors.Is(err, bridge.ErrLimit) {
					t.Error(err)
				}
				break
			}
		}
		if n != 1000 {
			t.Errorf("refused after %d", n)
		}
		c := page.Start("test.Echo", "still")
		page.Resume()
		if got, err := c.Wait(); got != `"still"` || err != nil {
			t.Errorf("got %s, %v", got, err)
		}
		synctest.Wait()
		if got := len(page.Messages(1)); got != 1000 {
			t.Errorf("%d of 1000 calls arrived", got)
		}
		page.Cut()
		synctest.Wait()
		for n = 0; note.Go(s.Context(), strings.Repeat("x", 100<<10)) == nil; n++ {
		}
		if n < 9 || n > 11 {
			t.Errorf("refused after %d times 100 KiB", n)
		}
	})
}

// Rule 2.5: all logs share a budget; the session that is away longest goes first.
func TestBudget(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hub := bridgetest.NewHub(t, bridge.Options{Log: quiet, Limits: bridge.Limits{Budget: 250 << 10}})
		var pages []*bridgetest.Page
		for range 4 {
			p := bridgetest.Open(t, hub)
			p.HoldAcks(true)
			note.Go(p.Session().Context(), strings.Repeat("x", 100<<10))
			synctest.Wait()
			pages = append(pages, p)
		}
		for _, p := range pages[:3] {
			p.Cut()
			time.Sleep(3 * time.Second)
		}
		var ended []bool
		for _, p := range pages {
			ended = append(ended, p.Session().Context().Err() != nil)
		}
		if fmt.Sprint(ended) != "[true true false false]" {
			t.Errorf("ended: %v, %d bytes kept", ended, hub.Load().LogBytes)
		}
		if hub.Counters().Shed.Load() != 2 {
			t.Error("not counted")
		}
	})
}

// Rule 2.6: the server confirms by count and by bytes, without a timer, and with
// what it sends anyway.
func TestAcks(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		for range 31 {
			click(page, "x")
		}
		synctest.Wait()
		if n := page.Acked(); n != 0 {
			t.Errorf("%d confirmed too early", n)
		}
		click(page, "x")
		synctest.Wait()
		if n := page.Acked(); n != 32 {
			t.Errorf("%d confirmed by count", n)
		}
		click(page, strings.Repeat("x", 20<<10))
		synctest.Wait()
		if n := page.Acked(); n != 33 {
			t.Errorf("%d confirmed by bytes", n)
		}
		click(page, "x")
		synctest.Wait()
		l.mark(page.Session(), 1, "x", false)
		synctest.Wait()
		if n := page.Acked(); n != 34 {
			t.Errorf("%d confirmed along the way", n)
		}
	})
}

// Rule 2.7: a call that had not left when the session ended has not run.
func TestMayHaveRun(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		s := page.Session()
		var got [2]error
		page.On("note", func(*bridgetest.Invocation) {})
		ctx := s.Context()
		go func() { got[0] = note.Call(ctx, "sent") }()
		synctest.Wait()
		page.Cut()
		synctest.Wait()
		go func() { got[1] = note.Call(ctx, "kept") }()
		synctest.Wait()
		s.End(nil)
		synctest.Wait()
		for i, want := range []bool{true, false} {
			var e *bridge.SessionEnded
			if !errors.As(got[i], &e) || e.MayHaveRun != want {
				t.Errorf("call %d: %v", i, got[i])
			}
		}
		if err := note.Call(ctx, "late"); !errors.Is(err, bridge.ErrSessionEnded) && !errors.Is(err, context.Canceled) {
			t.Errorf("after the end: %v", err)
		}
	})
}
