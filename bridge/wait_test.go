package bridge_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/bridge/bridgetest"
)

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
			bridge.Away(ctx, func() error {
				var children sync.WaitGroup
				children.Go(func() { got, _ = shout.Call(ctx, "x") })
				children.Wait()
				return nil
			})
			got += fmt.Sprint(bridge.InTurn(ctx))
		}
		click(page, "go")
		synctest.Wait()
		if got != "HEYtrue" {
			t.Errorf("got %q", got)
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
		short, cancel := context.WithCancel(page.Session().Context())
		bridge.Go(short, func(ctx context.Context) {
			cancel()
			if ctx.Err() != nil {
				t.Error("background work ends with who started it")
			}
		})
		synctest.Wait()
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

// TestEndIsWhyPromisesFail: the context of a session is done when it ends, and the
// end is what those that wait hear of, whichever they notice first.
func TestEndIsWhyPromisesFail(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		why := errors.New("because")
		ctx, cancel := context.WithCancel(page.Session().Context())
		defer cancel()
		var never bridge.Promise[int]
		ends := make(chan error)
		const waiting = 50
		for range waiting {
			go func() {
				_, err := never.Wait(ctx)
				ends <- err
			}()
		}
		synctest.Wait()
		page.Session().End(why)
		for range waiting {
			if err := <-ends; !errors.Is(err, bridge.ErrSessionEnded) || !errors.Is(err, why) {
				t.Errorf("got %v", err)
			}
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
