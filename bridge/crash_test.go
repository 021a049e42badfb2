package bridge_test

import (
	"bytes"
	"context"
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

// Rule 1.6: the watchdog shows both stacks of a deadlock that it cannot prevent.
func TestWatchdog(t *testing.T) {
	var out logText
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
		if early := out.String(); early != "" {
			t.Errorf("too early: %s", early)
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

// logText is what was logged. The hub's clock may write while the test reads.
type logText struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logText) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logText) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
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

// Rule 1.7: giving the turn away flushes, before the next in line has it.
func TestGivingTheTurnAwayFlushes(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		page.Handle("shout", func(s string) string { return s })
		l.receive = func(ctx context.Context, text string) {
			if text == "second" {
				l.mark(page.Session(), 1, text, false)
				return
			}
			time.Sleep(time.Second) // until the second is in line
			l.mark(page.Session(), 1, text, false)
			shout.Call(ctx, "call")
		}
		page.Send([]any{0, 1, "first"}, []any{0, 1, "second"})
		time.Sleep(2 * time.Second)
		if got, want := page.Trail(0, 1), `[0,1,"first"] [1,1,[1,"shout"],"call"] [0,1,"second"]`; got != want {
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
