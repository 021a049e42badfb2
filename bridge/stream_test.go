package bridge_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/bridge/bridgetest"
)

// Rule 2.1: what the page did not receive goes again, in order and once.
func TestReplay(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		s := page.Session()
		for n := range 3 {
			l.mark(s, 1, fmt.Sprint("seen", n), false)
			synctest.Wait()
		}
		page.Deafen()
		for n := range 3 {
			l.mark(s, 1, fmt.Sprint("lost", n), false)
			synctest.Wait()
		}
		page.Cut()
		page.Resume()
		synctest.Wait()
		want := `[0,1,"seen0"] [0,1,"seen1"] [0,1,"seen2"] [0,1,"lost0"] [0,1,"lost1"] [0,1,"lost2"]`
		if got := page.Trail(0); got != want {
			t.Errorf("got %s", got)
		}
	})
}

// Rule 2.1: a number that was seen is dropped, a gap closes the socket, and what
// was not received is asked for again.
func TestNumbers(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		var order trail
		l.receive = func(ctx context.Context, text string) { order.add(text) }
		click(page, "a")
		synctest.Wait()
		page.Raw(`[1,0,[0,1,"again"]]`)
		click(page, "b")
		synctest.Wait()
		if page.Pipe() == nil {
			t.Fatal("a frame that came twice costs the socket")
		}
		page.Raw(`[4,0,[0,1,"gap"]]`)
		synctest.Wait()
		if page.Pipe() != nil {
			t.Error("the socket is still open after a gap")
		}
		page.Resume()
		click(page, "c")
		synctest.Wait()
		if got := order.String(); got != "a b c" {
			t.Errorf("got %q", got)
		}
	})
}

// Rule 2.1: the page may not confirm what was never sent.
func TestImpossibleAck(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		page.Raw(`[0,99]`)
		synctest.Wait()
		if !strings.Contains(page.Lost(), "breach") {
			t.Errorf("got %q", page.Lost())
		}
	})
}

// hello says HELLO on a connection of its own and returns what is answered, or
// "closed".
func hello(page *bridgetest.Page, format string, args ...any) string {
	server, mine := bridgetest.Pipe()
	hub := page.Session().Hub()
	hub.Serve(context.Background(), server, bridge.Accept{
		Open: func(context.Context, string) (*bridge.Session, error) { return nil, errors.New("used") },
	})
	mine.Write(fmt.Appendf(nil, format, args...))
	data, err := mine.Read()
	mine.Close()
	if err != nil {
		return "closed"
	}
	return string(data)
}

// Rule 2.2: a late HELLO is closed silently, whatever token it has.
func TestLateHello(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		s := page.Session()
		first := page.Token()
		page.Cut()
		page.Resume() // attempt 2
		for _, token := range []string{first, page.Token()} {
			if got := hello(page, `["h",1,%q,1,0,null,%q,%q]`, s.Hub().Build(), s.ID(), token); got != "closed" {
				t.Errorf("got %s", got)
			}
		}
		if s.Away() {
			t.Error("a late HELLO took the socket away")
		}
	})
}

// Rule 2.2: a higher attempt with a superseded token is theft, and ends the
// session for everybody.
func TestTheft(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		s := page.Session()
		stolen := page.Token()
		page.Cut()
		page.Resume()
		synctest.Wait()
		if got := hello(page, `["h",1,%q,9,0,null,%q,%q]`, s.Hub().Build(), s.ID(), stolen); got != `["l","theft"]` {
			t.Errorf("the thief got %s", got)
		}
		synctest.Wait()
		if page.Lost() != "theft" || s.Context().Err() == nil || s.Hub().Counters().Thefts.Load() != 1 {
			t.Errorf("the owner heard %q", page.Lost())
		}
	})
}

// A forged token ends nothing.
func TestForgedToken(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		s := page.Session()
		for _, token := range []string{"1.AAAA", "", "x", "99." + strings.Repeat("A", 32)} {
			if got := hello(page, `["h",1,%q,9,0,null,%q,%q]`, s.Hub().Build(), s.ID(), token); got != `["l","ended"]` {
				t.Errorf("%q: got %s", token, got)
			}
		}
		if s.Away() {
			t.Error("the owner lost the socket")
		}
	})
}

// Rule 2.1: the token before stays good until the page shows that it has the new
// one; else a lost WELCOME would lock the owner out. Twice.
func TestLostWelcome(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		s := page.Session()
		page.Cut()
		for attempt := 2; attempt < 5; attempt++ {
			got := hello(page, `["h",1,%q,%d,0,null,%q,%q]`, s.Hub().Build(), attempt, s.ID(), page.Token())
			if !strings.HasPrefix(got, `["w"`) {
				t.Errorf("attempt %d: got %s", attempt, got)
			}
			synctest.Wait()
		}
	})
}

// Rule 3.3 and the first WELCOME: a ticket is good until the page has shown that
// it knows its session, then for nobody.
func TestTicket(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hub := bridgetest.NewHub(t, bridge.Options{Log: quiet})
		opened, refuse := 0, false
		dial := func(attempt int) (*bridgetest.End, string) {
			server, mine := bridgetest.Pipe()
			hub.Serve(t.Context(), server, bridge.Accept{Open: func(context.Context, string) (*bridge.Session, error) {
				if opened++; opened > 1 {
					return nil, errors.New("the ticket was used")
				}
				return bridge.NewSession(hub, context.Background()), nil
			}, Resume: func(*bridge.Session) error {
				if refuse {
					return errors.New("another browser")
				}
				return nil
			}})
			mine.Write(fmt.Appendf(nil, `["h",1,%q,%d,0,"ticket",null,null]`, hub.Build(), attempt))
			data, err := mine.Read()
			return mine, fmt.Sprint(string(data), err)
		}
		one, first := dial(1)
		one.Cut()
		refuse = true
		if _, other := dial(2); other != `["l","ended"]<nil>` {
			t.Errorf("another browser got %s", other)
		}
		refuse = false
		two, second := dial(2)
		if !strings.HasPrefix(first, `["w"`) || first[:30] != second[:30] || opened != 1 {
			t.Errorf("got %s, then %s", first, second)
		}
		two.Write([]byte(`[0,0]`))
		synctest.Wait()
		if _, third := dial(3); third != `["l","ended"]<nil>` {
			t.Errorf("got %s", third)
		}
	})
}

// Rule 6.1: a page of another build is not served.
func TestVersion(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		if got := hello(page, `["h",1,"old",1,0,"t",null,null]`); got != `["l","version"]` {
			t.Errorf("got %s", got)
		}
		if got := hello(page, `["h",2,%q,1,0,"t",null,null]`, page.Session().Hub().Build()); got != `["l","version"]` {
			t.Errorf("got %s", got)
		}
	})
}

// A page that writes nonsense is told so and loses its session.
func TestBreaches(t *testing.T) {
	for _, frame := range []string{
		`nonsense`, `[1]`, `{}`, `[1,0,[99]]`, `[1,0,[1]]`, `[1,0,[2]]`, `[1,0,[4]]`, `[1,0,[5,1]]`, `[1,0,[10,1]]`,
		`["x"]`, `[1,0,[0,1]]`, `[1,0,[10,1,"["]]`, `[1,0,[1,7,"a"],[1,7,"a"]]`,
	} {
		bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
			hold := make(chan struct{})
			defer close(hold)
			if strings.Contains(frame, `[1,7`) {
				l.receive = func(context.Context, string) { <-hold }
				click(page, "hold")
				pass()
				frame = strings.Replace(frame, "[1,0", "[2,0", 1)
			}
			page.Raw(frame)
			pass()
			if !strings.Contains(page.Lost(), "breach: ") || page.Session().Context().Err() == nil {
				t.Errorf("%s: the page heard %q", frame, page.Lost())
			}
			if page.Session().Hub().Counters().Breaches.Load() == 0 {
				t.Errorf("%s: not counted", frame)
			}
		})
	}
}
