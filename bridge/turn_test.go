package bridge_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"strings"
	"sync"
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
		f(open(t, o, l), l)
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

// Rule 1.1: a goroutine that a handler starts has no turn to give away.
func TestCallsOfChildGoroutinesKeepTheTurn(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		var inside, overlaps atomic.Int32
		var children sync.WaitGroup
		l.receive = func(ctx context.Context, text string) {
			if inside.Add(1) > 1 {
				overlaps.Add(1)
			}
			children.Go(func() { add.Call(ctx, 1, 2) })
			time.Sleep(10 * time.Millisecond)
			inside.Add(-1)
		}
		page.Handle("add", func(x, y int) int { return x + y })
		for range 20 {
			click(page, "go")
		}
		synctest.Wait()
		time.Sleep(time.Second)
		children.Wait()
		if n := overlaps.Load(); n > 0 {
			t.Errorf("%d handlers ran while another did", n)
		}
	})
}

// Rule 1.1: such goroutines are waited for inside Away, and then their calls may
// come back in.
func TestAwayLetsCallsComeBackIn(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		page.Session().Grant("test.Up")
		page.On("shout", func(i *bridgetest.Invocation) {
			up, _ := i.Call("test.Up", "hey")
			i.Return(strings.Trim(up, `"`))
		})
		var got string
		l.receive = func(ctx context.Context, text string) {
			bridge.Away(ctx, func() (err error) {
				got, err = shout.Call(ctx, "x")
				return err
			})
		}
		click(page, "go")
		synctest.Wait()
		if got != "HEY" {
			t.Errorf("got %q", got)
		}
	})
}

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

// Rule 1.2: 64 starts wait, later ones are refused; resumptions never are.
func TestStartsAreBounded(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
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
			time.Sleep(10 * time.Millisecond)
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

// Rule 1.3: a cancelled wait takes the turn back before it returns.
func TestCancelledWaitTakesTheTurnBack(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		var order trail
		page.On("note", func(*bridgetest.Invocation) {})
		l.receive = func(ctx context.Context, text string) {
			if text == "hold" {
				order.add("hold")
				time.Sleep(2 * time.Second)
				order.add("held")
				return
			}
			short, cancel := context.WithTimeout(ctx, time.Second)
			defer cancel()
			err := note.Call(short, "x")
			order.add(fmt.Sprint(errors.Is(err, context.DeadlineExceeded), bridge.InTurn(ctx)))
		}
		click(page, "call")
		synctest.Wait()
		click(page, "hold")
		time.Sleep(3 * time.Second)
		if got := order.String(); got != "hold held true true" {
			t.Errorf("got %q", got)
		}
	})
}

// Rule 1.3: the end of the session lets a waiter go without the turn.
func TestEndLetsWaitersGo(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		why := errors.New("because")
		page.On("note", func(*bridgetest.Invocation) {})
		var got error
		var inTurn bool
		l.receive = func(ctx context.Context, text string) {
			got = note.Call(ctx, "x")
			inTurn = bridge.InTurn(ctx)
		}
		click(page, "call")
		synctest.Wait()
		page.Session().End(why)
		synctest.Wait()
		var ended *bridge.SessionEnded
		if !errors.Is(got, bridge.ErrSessionEnded) || !errors.As(got, &ended) || !ended.MayHaveRun || !errors.Is(got, why) {
			t.Errorf("got %v", got)
		}
		if inTurn {
			t.Error("the waiter has the turn of a session that ended")
		}
		if l.endedTimes() != 1 {
			t.Errorf("Ended ran %d times", l.endedTimes())
		}
	})
}

// Rule 1.4: Do enters a turn from background work, which has none.
func TestGoAndDo(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		var order trail
		l.receive = func(ctx context.Context, text string) {
			bridge.Go(ctx, func(ctx context.Context) {
				order.add(fmt.Sprint("background:", bridge.InTurn(ctx)))
				bridge.Do(ctx, func(ctx context.Context) error {
					order.add(fmt.Sprint("do:", bridge.InTurn(ctx)))
					return nil
				})
			})
			time.Sleep(time.Second)
			order.add("handler")
		}
		click(page, "x")
		time.Sleep(2 * time.Second)
		if got := order.String(); got != "background:false handler do:true" {
			t.Errorf("got %q", got)
		}
		stop := make(chan struct{})
		bridge.Go(page.Session().Context(), func(ctx context.Context) { <-ctx.Done(); close(stop) })
		page.Session().End(nil)
		<-stop
	})
}

// Rule 1.5: entering another session's turn gives the own one away.
func TestOneTurnAGoroutine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hub := bridgetest.NewHub(t, bridge.Options{Log: quiet})
		la, lb := &testLayer{}, &testLayer{}
		a, b := bridgetest.Open(t, hub, la), bridgetest.Open(t, hub, lb)
		var meet trail
		enter := func(other *bridgetest.Page) func(context.Context, string) {
			return func(ctx context.Context, text string) {
				if text != "cross" {
					return
				}
				time.Sleep(time.Second)
				err := bridge.Do(other.Session().Context(), func(octx context.Context) error {
					meet.add(fmt.Sprint(bridge.InTurn(ctx), bridge.InTurn(octx)))
					return nil
				})
				meet.add(fmt.Sprint(err, bridge.InTurn(ctx)))
			}
		}
		la.receive, lb.receive = enter(b), enter(a)
		click(a, "cross")
		click(b, "cross")
		time.Sleep(3 * time.Second)
		got := meet.String()
		if strings.Count(got, "false true") != 2 || strings.Count(got, "<nil> true") != 2 {
			t.Errorf("got %q", got)
		}
	})
}

// Rule 1.5: so does waiting for another session's page.
func TestCallInAnotherSession(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hub := bridgetest.NewHub(t, bridge.Options{Log: quiet})
		la, lb := &testLayer{}, &testLayer{}
		a, b := bridgetest.Open(t, hub, la), bridgetest.Open(t, hub, lb)
		b.Session().Grant("test.Up")
		var order trail
		b.On("shout", func(i *bridgetest.Invocation) { <-time.After(time.Second); i.Return("b") })
		la.receive = func(ctx context.Context, text string) {
			if text == "call" {
				s, err := shout.Call(b.Session().Context(), "")
				text = fmt.Sprint(s, err, bridge.InTurn(ctx))
			}
			order.add(text)
		}
		click(a, "call")
		synctest.Wait()
		click(a, "between")
		time.Sleep(2 * time.Second)
		if got := order.String(); got != "between b<nil> true" {
			t.Errorf("got %q", got)
		}
	})
}

// Rule 1.6: where waiting is forbidden, it fails at once and says where.
func TestForbid(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		check := func(where string, err error) {
			t.Helper()
			if !errors.Is(err, bridge.ErrWouldBlock) || !strings.Contains(err.Error(), where) {
				t.Errorf("%s: got %v", where, err)
			}
		}
		waits := func(ctx context.Context, where string) {
			t.Helper()
			var p bridge.Promise[int]
			_, err := p.Wait(ctx)
			check(where, err)
			check(where, note.Call(ctx, "x"))
			check(where, bridge.Away(ctx, func() error { return nil }))
		}
		l.receive = func(ctx context.Context, text string) {
			allow := bridge.Forbid(ctx, "Update")
			waits(ctx, "Update")
			allow()
			l.mark(page.Session(), 1, "x", false)
		}
		l.flush = func(ctx context.Context) { waits(ctx, "Render") }
		click(page, "x")
		synctest.Wait()
		if l.flushed() != 1 {
			t.Errorf("flushed %d times", l.flushed())
		}
		s := bridge.NewSession(page.Session().Hub(), context.Background())
		check("has not connected", note.Call(s.Context(), "x"))
		allow := bridge.Forbid(s.Context(), "GET")
		check("GET", bridge.Do(page.Session().Context(), func(context.Context) error { return nil }))
		allow()
	})
}

// Rule 1.6: the watchdog shows both stacks of a deadlock that it cannot prevent.
func TestWatchdog(t *testing.T) {
	var out bytes.Buffer
	bubble(t, bridge.Options{Log: slog.New(slog.NewTextHandler(&out, nil))}, func(page *bridgetest.Page, l *testLayer) {
		hold := make(chan struct{})
		page.On("note", func(i *bridgetest.Invocation) { i.Return(nil) })
		l.receive = func(ctx context.Context, text string) {
			if text == "wait" {
				waitsForTheTurn(ctx)
			} else {
				holdsTheTurn(hold)
			}
		}
		page.Send([]any{0, 1, "wait"}, []any{0, 1, "hold"})
		time.Sleep(9 * time.Second)
		synctest.Wait()
		if out.Len() > 0 {
			t.Errorf("too early: %s", out.String())
		}
		time.Sleep(12 * time.Second)
		synctest.Wait()
		if got := out.String(); strings.Count(got, "a turn is held") != 1 ||
			!strings.Contains(got, "holdsTheTurn") || !strings.Contains(got, "waitsForTheTurn") {
			t.Errorf("got %s", got)
		}
		close(hold)
		synctest.Wait()
	})
}

//go:noinline
func waitsForTheTurn(ctx context.Context) { note.Call(ctx, "x") }

//go:noinline
func holdsTheTurn(hold chan struct{}) { <-hold }

// Rule 1.7: what the turn changed goes before its calls, those before the
// result; and giving the turn away flushes.
func TestOrderOnTheWire(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		page.Session().Grant("test.Order")
		page.Handle("shout", func(s string) string { return s })
		orderLayer.Store(l)
		if got, err := page.Call("test.Order"); got != `"done"` || err != nil {
			t.Fatalf("got %s, %v", got, err)
		}
		want := `[0,1,"before"] [1,0,[1,"note",1],"go"] [1,1,[1,"shout",1],"call"] [0,1,"after"] [2,1,"done"]`
		if got := page.Trail(0, 1, 2); got != want {
			t.Errorf("got %s\nwant %s", got, want)
		}
	})
}

var orderLayer atomic.Pointer[testLayer]

func init() {
	bridge.RPC0E("test.Order", func(ctx context.Context) (string, error) {
		s, l := bridge.FromContext(ctx), orderLayer.Load()
		if err := note.Go(ctx, "go"); err != nil {
			return "", err
		}
		l.mark(s, 1, "before", false)
		if _, err := shout.Call(ctx, "call"); err != nil {
			return "", err
		}
		l.mark(s, 1, "after", false)
		return "done", nil
	})
	bridge.RPC0C("test.Panic", func(ctx context.Context) int { panic("a secret") })
	bridge.RPC0C("test.Goexit", func(ctx context.Context) int { runtime.Goexit(); return 0 })
}

// Rule 1.8: a handler that crashes takes nothing along.
func TestCrashes(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		page.Session().Grant("test.Panic", "test.Goexit", "test.Up")
		for _, name := range []string{"test.Panic", "test.Goexit"} {
			if _, err := page.Call(name); err == nil || err.Error() != "panic: " {
				t.Errorf("%s: %v", name, err)
			}
			if got, err := page.Call("test.Up", "a"); got != `"A"` || err != nil {
				t.Errorf("after %s: %s, %v", name, got, err)
			}
		}
		l.receive = func(ctx context.Context, text string) {
			l.mark(page.Session(), 7, text, false)
			if text == "exit" {
				runtime.Goexit()
			}
			panic(text)
		}
		click(page, "panic")
		click(page, "exit")
		page.Await(0, 2)
		if got := page.Session().Hub().Counters().Panics.Load(); got != 4 {
			t.Errorf("%d panics counted", got)
		}
	})
}

// Rule 1.8: a panic in Flush sends nothing and ends nothing.
func TestPanicInFlush(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		page.Session().Grant("test.Up")
		l.flush = func(context.Context) {
			if l.flushed() == 1 {
				panic("render")
			}
		}
		l.mark(page.Session(), 1, "broken", false)
		synctest.Wait()
		l.mark(page.Session(), 1, "whole", false)
		page.Await(0, 1)
		if got := page.Messages(0); len(got) != 1 || got[0] != `[0,1,"whole"]` {
			t.Errorf("got %q", got)
		}
	})
}

// A panic in Do reaches its caller, and the turn is free again.
func TestPanicInDo(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		func() {
			defer func() {
				if recover() == nil {
					t.Error("the panic is gone")
				}
			}()
			bridge.Do(page.Session().Context(), func(context.Context) error { panic("x") })
		}()
		ran := false
		bridge.Do(page.Session().Context(), func(context.Context) error { ran = true; return nil })
		if !ran {
			t.Error("the turn is lost")
		}
	})
}

func TestPromise(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		var p bridge.Promise[string]
		var order trail
		l.receive = func(ctx context.Context, text string) {
			if text == "ask" {
				got, err := p.Wait(ctx)
				order.add(fmt.Sprint(got, err, bridge.InTurn(ctx)))
				return
			}
			order.add(fmt.Sprint(p.Settle(text, nil)))
		}
		for _, text := range []string{"ask", "ask", "yes", "no"} {
			click(page, text)
			synctest.Wait()
		}
		if got := order.String(); got != "true yes<nil> true yes<nil> true false" {
			t.Errorf("got %q", got)
		}
		var never bridge.Promise[int]
		ctx, cancel := context.WithTimeout(page.Session().Context(), time.Second)
		defer cancel()
		if _, err := never.Wait(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
	})
}
