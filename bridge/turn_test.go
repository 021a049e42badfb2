package bridge_test

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/bridge/bridgetest"
)

// bubble runs f in a bubble of synctest with a page whose events go to a layer.
func bubble(t *testing.T, o bridge.Options, f func(page *bridgetest.Page, l *testLayer)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		l := &testLayer{}
		page := open(t, o, l)
		synctest.Wait() // a first turn would make clicks queue, of which there may be few
		f(page, l)
	})
}

// pass lets so much time go by that a handler that waits or sleeps has left the
// socket to another goroutine, and all that can happen has.
func pass() {
	time.Sleep(20 * time.Millisecond)
	synctest.Wait()
}

// click sends an event of that text.
func click(page *bridgetest.Page, text string) { page.Send([]any{0, 1, text}) }

// Rule 1.2: starts run in the order of the page, and a result that came before
// an event resumes before it.
func TestOrderOfTheQueue(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		var order trail
		answer := make(chan struct{})
		page.On("shout", func(i *bridgetest.Invocation) { <-answer; i.Return("") })
		l.receive = func(ctx context.Context, text string) {
			order.add(text)
			switch text {
			case "call":
				shout.Call(ctx, "")
				order.add("back")
			case "hold":
				time.Sleep(time.Second)
			}
		}
		click(page, "call")
		synctest.Wait()
		click(page, "hold")
		pass()
		close(answer)
		synctest.Wait()
		click(page, "a")
		click(page, "b")
		time.Sleep(2 * time.Second)
		if got := order.String(); got != "call hold back a b" {
			t.Errorf("got %q", got)
		}
	})
}

// Rule 1.2: events of one frame keep their order when the first of them waits.
func TestOrderWithinAFrame(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		var order trail
		page.Handle("shout", func(s string) string { return s })
		l.receive = func(ctx context.Context, text string) {
			order.add(text)
			if text == "a" {
				shout.Call(ctx, "")
			}
			if text == "b" {
				time.Sleep(time.Second) // the reader goes on without it
			}
		}
		page.Send([]any{0, 1, "a"}, []any{0, 1, "b"}, []any{0, 1, "c"})
		click(page, "d")
		time.Sleep(2 * time.Second)
		if got := order.String(); got != "a b c d" {
			t.Errorf("got %q", got)
		}
	})
}

// Rule 1.2: so many starts wait, later ones are refused; resumptions never are.
func TestStartsAreBounded(t *testing.T) {
	bubble(t, bridge.Options{Limits: bridge.Limits{Starts: 64}}, func(page *bridgetest.Page, l *testLayer) {
		page.Session().Grant("test.Up")
		page.Handle("shout", func(s string) string { return s })
		var ran, back atomic.Int32
		release := make(chan struct{})
		l.receive = func(ctx context.Context, text string) {
			switch text {
			case "call":
				shout.Call(ctx, "")
				back.Add(1)
			case "hold":
				<-release
			default:
				ran.Add(1)
			}
		}
		click(page, "call")
		synctest.Wait()
		click(page, "hold")
		pass()
		for range 70 {
			click(page, "x")
		}
		refused := page.Start("test.Up", "y")
		synctest.Wait()
		if _, err := refused.Wait(); err == nil || !strings.HasPrefix(err.Error(), "limit") {
			t.Errorf("a call beyond the bound: %v", err)
		}
		close(release)
		synctest.Wait()
		if ran.Load() != 64 || back.Load() != 1 {
			t.Errorf("%d of 64 starts, %d resumptions", ran.Load(), back.Load())
		}
	})
}

// Rule 1.2: a newer move takes the place of an older one, but never overtakes
// what cannot be merged.
func TestCoalescing(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		var order trail
		release := make(chan struct{})
		l.receive = func(ctx context.Context, text string) {
			order.add(text)
			if text == "hold" {
				<-release
			}
		}
		click(page, "hold")
		pass()
		for _, text := range []string{"move1", "move2", "click", "move3", "move4"} {
			click(page, text)
		}
		page.Send([]any{0, 2, "move5"}, []any{0, 1, "move6"})
		synctest.Wait()
		close(release)
		synctest.Wait()
		if got := order.String(); got != "hold move2 click move6 move5" {
			t.Errorf("got %q", got)
		}
	})
}

func init() {
	bridge.RPC0C("test.Count", func(ctx context.Context) int { counted.Add(1); return 0 })
	bridge.RPC0C("test.Block", func(ctx context.Context) int { <-ctx.Done(); cancels.Add(1); return 0 })
	bridge.RPC0C("test.BlockAway", func(ctx context.Context) int {
		bridge.Away(ctx, func() error { <-ctx.Done(); cancels.Add(1); return nil })
		return 0
	})
}

var counted, cancels atomic.Int32

// Rule 1.2: a call cancelled before it started never runs.
func TestCancelledBeforeStart(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		page.Session().Grant("test.Count")
		counted.Store(0)
		release := make(chan struct{})
		l.receive = func(context.Context, string) { <-release }
		click(page, "hold")
		pass()
		c := page.Start("test.Count")
		c.Cancel()
		synctest.Wait()
		close(release)
		if _, err := c.Wait(); err == nil || !strings.HasPrefix(err.Error(), "canceled") {
			t.Errorf("got %v", err)
		}
		synctest.Wait()
		if counted.Load() != 0 {
			t.Error("it ran")
		}
	})
}

// Rule 1.2: the reader handles cancels while a handler holds the turn.
func TestCancelOfARunningCall(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		page.Session().Grant("test.Block", "test.BlockAway")
		for _, name := range []string{"test.Block", "test.BlockAway"} {
			cancels.Store(0)
			c := page.Start(name)
			synctest.Wait()
			c.Cancel()
			pass()
			if cancels.Load() != 1 {
				t.Errorf("%s: its context did not end", name)
			}
		}
	})
}

// Rule 1.2: on the page's side too, a call that has not left never runs.
func TestCancelledWhileAway(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		s := page.Session()
		var ran atomic.Int32
		page.On("note", func(*bridgetest.Invocation) { ran.Add(1) })
		page.Cut()
		synctest.Wait()
		ctx, cancel := context.WithTimeout(s.Context(), time.Second)
		defer cancel()
		if err := note.Call(ctx, "x"); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
		page.Resume()
		synctest.Wait()
		if ran.Load() != 0 || len(page.Messages(1)) != 0 {
			t.Errorf("ran %d times, got %q", ran.Load(), page.Messages(1))
		}
	})
}

// Rule 1.2: nor does one whose frame was lost with its socket.
func TestCancelledAfterItsFrameWasLost(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		s := page.Session()
		page.Deafen()
		ctx, cancel := context.WithTimeout(s.Context(), time.Second)
		defer cancel()
		if err := note.Call(ctx, "x"); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
		page.Cut()
		page.Resume()
		synctest.Wait()
		if got := page.Messages(1); len(got) != 0 {
			t.Errorf("the page got %q", got)
		}
	})
}

// Rule 1.2: it handles acknowledgements and releases then, too.
func TestReaderWorksWhileATurnIsHeld(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		s := page.Session()
		page.On("apply", func(i *bridgetest.Invocation) { i.Return(0) })
		if _, err := apply.Call(s.Context(), func(context.Context, int) (int, error) { return 0, nil }, 0); err != nil {
			t.Fatal(err)
		}
		page.HoldAcks(true)
		note.Go(s.Context(), strings.Repeat("x", 1000))
		synctest.Wait()
		hold := make(chan struct{})
		l.receive = func(context.Context, string) { <-hold }
		click(page, "hold")
		pass()
		page.Release(1, 1)
		page.HoldAcks(false)
		synctest.Wait()
		if got := s.Exports(); len(got) != 0 {
			t.Errorf("still exported: %q", got)
		}
		if n := s.Hub().Load().LogBytes; n > 100 {
			t.Errorf("%d bytes are kept", n)
		}
		close(hold)
	})
}
