package bridge_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gorilla/websocket"
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/bridge/bridgetest"
)

func init() {
	bridge.RPC0E("test.Nest", func(ctx context.Context) (int, error) { return nest.Call(ctx) })
	bridge.RPC1("test.Len", func(s string) int { return len(s) })
}

var nest = bridge.Import0[int](maths, "nest")

// Rule 9: what is in force where a program says nothing.
func TestDefaultLimits(t *testing.T) {
	want := bridge.Limits{
		FrameBytes: 64 << 10, CallBytes: 1 << 20, Rate: 100, Burst: 400, InFlight: 64, Starts: 800, Handles: 1000, Twins: 100_000, Nesting: 16,
		Sockets: 10_000, KeptPatch: 64 << 10, LogFrames: 1000, LogBytes: 1 << 20, Budget: 256 << 20, Window: 128 << 10,
		Over: 5 * time.Second, Handshake: 10 * time.Second, Ping: 25 * time.Second, Silence: 60 * time.Second,
		Write: 10 * time.Second, Retention: 2 * time.Minute, Goodbye: 5 * time.Minute, Jitter: time.Second, Watchdog: 10 * time.Second,
	}
	if got := bridge.NewHub(bridge.Options{}).Limits(); got != want {
		t.Errorf("got %+v", got)
	}
}

// Rule 9: calls within calls end at a depth.
func TestNesting(t *testing.T) {
	page := open(t, bridge.Options{})
	page.Session().Grant("test.Nest", "test.Up")
	var deepest atomic.Int32
	page.On("nest", func(i *bridgetest.Invocation) {
		deepest.Store(max(deepest.Load(), int32(i.Depth)))
		if _, err := i.Call("test.Nest"); err != nil {
			i.Throw(err.Error())
			return
		}
		i.Return(0)
	})
	_, err := nest.Call(page.Session().Context())
	if err == nil || !strings.Contains(err.Error(), "limit") {
		t.Errorf("got %v", err)
	}
	if deepest.Load() < 14 || deepest.Load() > 15 {
		t.Errorf("ended at depth %d", deepest.Load())
	}
	if _, err := page.Start([]any{"test.Up", 16}, "x").Wait(); err == nil || !strings.HasPrefix(err.Error(), "limit") {
		t.Errorf("a page that says it is deep: %v", err)
	}
}

// Rule 9: 64 calls in flight, either way.
func TestInFlight(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		s := page.Session()
		s.Grant("test.BlockAway", "test.Up")
		page.On("note", func(i *bridgetest.Invocation) {})
		for range 64 {
			go note.Call(s.Context(), "x")
			page.Start("test.BlockAway")
		}
		synctest.Wait()
		if err := note.Call(s.Context(), "x"); !errors.Is(err, bridge.ErrLimit) {
			t.Errorf("to the page: %v", err)
		}
		if _, err := page.Call("test.Up", "x"); err == nil || !strings.HasPrefix(err.Error(), "limit") {
			t.Errorf("from the page: %v", err)
		}
		if n := s.Hub().Counters().Refused.Load(); n != 2 {
			t.Errorf("%d refused", n)
		}
	})
}

// Rule 9: a page over its rate is served for a burst more, then refused, then
// closed.
func TestRate(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		s := page.Session()
		ran := 0
		l.receive = func(context.Context, string) { ran++ }
		for range 1000 {
			click(page, "x")
		}
		synctest.Wait()
		if ran != 800 {
			t.Errorf("%d of 1000 ran at once", ran)
		}
		time.Sleep(4 * time.Second)
		click(page, "x")
		synctest.Wait()
		if s.Context().Err() != nil {
			t.Fatal("closed too early")
		}
		for range 60 {
			for range 20 {
				click(page, "x")
			}
			time.Sleep(100 * time.Millisecond)
		}
		if !strings.Contains(page.Lost(), "too many messages") {
			t.Errorf("the page heard %q", page.Lost())
		}
	})
}

// A page that keeps to its rate is never refused, however the network bunches.
func TestHonestRate(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		ran := 0
		l.receive = func(context.Context, string) { ran++ }
		for range 20 {
			for range 300 { // three seconds' worth at once
				click(page, "x")
			}
			time.Sleep(3 * time.Second)
		}
		synctest.Wait()
		if ran != 6000 || page.Lost() != "" {
			t.Errorf("%d of 6000 ran, %q", ran, page.Lost())
		}
	})
}

// Nor when its burst comes at once, while the turn is held: none of it is lost.
func TestBurstWhileTheTurnIsHeld(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		ran := 0
		l.receive = func(context.Context, string) {
			if ran++; ran == 1 {
				time.Sleep(time.Second)
			}
		}
		page.HoldAcks(true)
		burst := make([]any, 800) // what was unconfirmed, and a burst of new ones
		for i := range burst {
			burst[i] = []any{0, 1, "x"}
		}
		page.Send(burst...)
		time.Sleep(500 * time.Millisecond)
		if n := page.Acked(); n != 1 {
			t.Error("the page does not hear that its messages were received")
		}
		time.Sleep(time.Second)
		synctest.Wait()
		if ran != 800 || page.Lost() != "" {
			t.Errorf("%d of 800 ran, %q", ran, page.Lost())
		}
	})
}

// Rule 7.4: a page that is at its rate and whose messages are held up for long,
// so that they come all at once, is neither refused nor sent away. No more than a
// burst is unconfirmed.
func TestHonestRateAfterACut(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		ran, sent := 0, 0
		l.receive = func(context.Context, string) { ran++ }
		say := func(n int) {
			for range n {
				click(page, "x")
			}
			sent += n
		}
		for range 3 {
			page.Cut() // ten are under way and come again
			say(390)
			time.Sleep(10 * time.Second)
			page.Resume()
			say(390)
			for range 120 {
				time.Sleep(100 * time.Millisecond)
				say(10)
			}
		}
		synctest.Wait()
		if ran != sent || page.Lost() != "" {
			t.Errorf("%d of %d ran, %q", ran, sent, page.Lost())
		}
	})
}

// Rule 9: long calls come in pieces, up to a limit.
func TestChunks(t *testing.T) {
	page := open(t, bridge.Options{})
	page.Session().Grant("test.Len")
	long := fmt.Sprintf(`[1,1,"test.Len","%s"]`, strings.Repeat("x", 200<<10))
	var msgs []any
	for len(long) > 1000 {
		page.Send([]any{10, 0, long[:1000]})
		long = long[1000:]
	}
	c := page.StartRaw(1, append(msgs, []any{10, 1, long})...)
	if got, err := c.Wait(); got != "204800" || err != nil {
		t.Errorf("got %s, %v", got, err)
	}
	for range 18 {
		page.Send([]any{10, 0, strings.Repeat("x", 60<<10)})
	}
	page.AwaitLost()
	if !strings.Contains(page.Lost(), "too long") {
		t.Errorf("the page heard %q", page.Lost())
	}
}

// Rule 9: what goes to a page is bounded as well.
func TestCallBytes(t *testing.T) {
	page := open(t, bridge.Options{})
	s := page.Session()
	s.Grant("test.Big")
	if err := note.Go(s.Context(), strings.Repeat("x", 1<<20)); !errors.Is(err, bridge.ErrLimit) {
		t.Errorf("call: %v", err)
	}
	if _, err := page.Call("test.Big"); err == nil || !strings.HasPrefix(err.Error(), "limit") {
		t.Errorf("result: %v", err)
	}
	if n := s.Hub().Counters().Refused.Load(); n != 2 {
		t.Errorf("%d counted", n)
	}
}

func init() { bridge.RPC0("test.Big", func() string { return strings.Repeat("x", 1<<20) }) }

// Rule 9: a frame beyond the limit ends the session, not the process.
func TestFrameBytes(t *testing.T) {
	hub := bridgetest.NewHub(t, bridge.Options{Log: quiet})
	s := bridge.NewSession(hub, context.Background())
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tr, err := bridge.Upgrade(w, r, hub.Limits().FrameBytes)
		if err != nil {
			t.Error(err)
			return
		}
		hub.Serve(context.Background(), tr, bridge.Accept{
			Open: func(context.Context, string) (*bridge.Session, error) { return s, nil },
		})
	}))
	defer srv.Close()
	dialer := websocket.Dialer{EnableCompression: true}
	c, res, err := dialer.Dial("ws"+srv.URL[4:], nil)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if got := res.Header.Get("Sec-WebSocket-Extensions"); got != "" {
		t.Errorf("frames would be inflated: %s", got)
	}
	say := func(text string) string {
		c.WriteMessage(websocket.TextMessage, []byte(text))
		_, data, err := c.ReadMessage()
		return fmt.Sprint(string(data), err)
	}
	if got := say(fmt.Sprintf(`["h",1,%q,1,0,"t",null,null]`, hub.Build())); !strings.HasPrefix(got, `["w"`) {
		t.Fatal(got)
	}
	just := `[1,0,[1,1,"none","` + strings.Repeat("x", 64<<10-24) + `"]]`
	if got := say(just); !strings.Contains(got, "refused") {
		t.Errorf("%d bytes: %s", len(just), got)
	}
	if got := say("[" + strings.Repeat(" ", 64<<10)); !strings.Contains(got, "a frame is too long") {
		t.Errorf("got %s", got)
	}
	<-s.Context().Done()
}

// Rule 9: so many sockets, then no more.
func TestSockets(t *testing.T) {
	hub := bridgetest.NewHub(t, bridge.Options{Log: quiet, Limits: bridge.Limits{Sockets: 2}})
	for range 2 {
		if !hub.Room() {
			t.Error("no room")
		}
		bridgetest.Open(t, hub)
	}
	if hub.Room() {
		t.Error("room beyond the limit")
	}
	p := bridgetest.New(t, bridge.NewSession(hub, context.Background()))
	if err := p.Connect(); err == nil || p.Lost() != "full" {
		t.Errorf("got %v", err)
	}
}

// Rule 9: pings, silence, HELLO that does not come, writes that do not end.
func TestSilence(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		s := page.Session()
		time.Sleep(10 * time.Minute)
		if s.Away() {
			t.Error("a page that answers pings was given up")
		}
		page.Deafen() // and so dumb
		time.Sleep(34 * time.Second)
		if s.Away() {
			t.Error("given up too early")
		}
		time.Sleep(time.Minute)
		if !s.Away() {
			t.Error("a silent page was not given up")
		}
	})
}

func TestHandshakeTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hub := bridgetest.NewHub(t, bridge.Options{Log: quiet})
		server, mine := bridgetest.Pipe()
		hub.Serve(t.Context(), server, bridge.Accept{})
		start := time.Now()
		mine.Read()
		if d := time.Since(start); d < 10*time.Second || d > 13*time.Second {
			t.Errorf("closed after %v", d)
		}
	})
}

func TestWriteTimeout(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		s := page.Session()
		page.Pipe().Limit(1)
		go note.Call(s.Context(), strings.Repeat("x", 100<<10))
		time.Sleep(9 * time.Second)
		if s.Away() {
			t.Error("given up too early")
		}
		time.Sleep(4 * time.Second)
		if !s.Away() {
			t.Error("a write that does not end was not given up")
		}
	})
}

// Rule 9: a session waits two minutes for its page, five after a goodbye.
func TestRetention(t *testing.T) {
	for _, test := range []struct {
		leave func(*bridgetest.Page)
		wait  time.Duration
	}{
		{(*bridgetest.Page).Cut, 2 * time.Minute},
		{(*bridgetest.Page).Goodbye, 5 * time.Minute},
	} {
		bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
			s := page.Session()
			test.leave(page)
			time.Sleep(test.wait - 2*time.Second)
			page.Resume()
			test.leave(page)
			time.Sleep(test.wait - 2*time.Second)
			if s.Context().Err() != nil {
				t.Fatalf("ended before %v", test.wait)
			}
			time.Sleep(4 * time.Second)
			if s.Context().Err() == nil || s.Hub().Session(s.ID()) != nil {
				t.Errorf("still there after %v", test.wait)
			}
			if l.endedTimes() != 1 {
				t.Errorf("Ended ran %d times", l.endedTimes())
			}
			if err := page.Connect(); err == nil || page.Lost() != "ended" {
				t.Errorf("coming back: %v", err)
			}
		})
	}
}

// A session that was adopted but whose page never came ends too.
func TestAdoptedWithoutPage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hub := bridgetest.NewHub(t, bridge.Options{Log: quiet})
		s := bridge.NewSession(hub, context.Background())
		if err := hub.Adopt(s); err != nil {
			t.Fatal(err)
		}
		time.Sleep(3 * time.Minute)
		if s.Context().Err() == nil {
			t.Error("still there")
		}
	})
}

// Rule 9: what a page sends to no effect counts too; what answers does not.
func TestIdleTalk(t *testing.T) {
	for _, frame := range []string{`[0,0]`, `[N,0,[2,9,1]]`, `[N,0,[4,9]]`, `[N,0,[5,9,1]]`, `[N,0,[10,0,"x"]]`} {
		bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
			n := 0
			for range 150 {
				for range 20 {
					n++
					page.Raw(strings.Replace(frame, "N", fmt.Sprint(n), 1))
				}
				time.Sleep(100 * time.Millisecond)
			}
			if !strings.Contains(page.Lost(), "too many messages") {
				t.Errorf("%s: the page heard %q", frame, page.Lost())
			}
		})
	}
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		page.Handle("add", func(x, y int) int { return x + y })
		for range 3000 {
			if _, err := add.Call(page.Session().Context(), 1, 2); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// What waits for pages that are away counts against the budget.
func TestBudgetCountsWhatWaits(t *testing.T) {
	bubble(t, bridge.Options{Limits: bridge.Limits{Budget: 100 << 10}}, func(page *bridgetest.Page, l *testLayer) {
		s := page.Session()
		page.Cut()
		synctest.Wait()
		note.Go(s.Context(), strings.Repeat("x", 60<<10))
		time.Sleep(2 * time.Second)
		if n := s.Hub().Load().LogBytes; n < 60<<10 || s.Context().Err() != nil {
			t.Errorf("%d bytes, %v", n, s.Context().Err())
		}
		page.Resume()
		synctest.Wait()
		if n := s.Hub().Load().LogBytes; n != 0 {
			t.Errorf("%d bytes are left", n)
		}
		page.Cut()
		synctest.Wait()
		note.Go(s.Context(), strings.Repeat("x", 110<<10))
		time.Sleep(2 * time.Second)
		if s.Context().Err() == nil || s.Hub().Load().LogBytes != 0 {
			t.Errorf("still there, with %d bytes", s.Hub().Load().LogBytes)
		}
	})
}

// An event may be longer than a frame.
func TestLongEvent(t *testing.T) {
	bubble(t, bridge.Options{}, func(page *bridgetest.Page, l *testLayer) {
		size := 0
		l.receive = func(_ context.Context, text string) { size = len(text) }
		long := strings.Repeat("x", 100<<10)
		page.Send([]any{10, 0, `[0,1,"` + long[:50<<10]})
		page.Send([]any{10, 1, long[50<<10:] + `"]`})
		synctest.Wait()
		if size != 100<<10 {
			t.Errorf("got %d bytes, %q", size, page.Lost())
		}
	})
}
