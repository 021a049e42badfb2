package bridge_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/bridge/bridgetest"
	"github.com/omg-go/omg/module"
)

type key struct{}

// The session's context carries what its maker chose and ends with the session
// alone.
func TestContext(t *testing.T) {
	hub := bridgetest.NewHub(t, bridge.Options{Log: quiet})
	parent, cancel := context.WithCancel(context.WithValue(context.Background(), key{}, "kept"))
	s := bridge.NewSession(hub, parent)
	cancel()
	ctx := s.Context()
	if ctx.Err() != nil || ctx.Value(key{}) != "kept" || bridge.FromContext(ctx) != s {
		t.Errorf("err %v, value %v", ctx.Err(), ctx.Value(key{}))
	}
	if bridge.FromContext(parent) != nil || bridge.InTurn(ctx) {
		t.Error("a session where there is none")
	}
	why := errors.New("because")
	s.End(why)
	if context.Cause(ctx) != why {
		t.Errorf("cause %v", context.Cause(ctx))
	}
	if err := hub.Adopt(s); !errors.Is(err, bridge.ErrSessionEnded) {
		t.Errorf("adopted after the end: %v", err)
	}
}

func TestIDs(t *testing.T) {
	hub := bridgetest.NewHub(t, bridge.Options{Log: quiet})
	a, b := bridgetest.Open(t, hub).Session(), bridgetest.Open(t, hub).Session()
	if a.ID() == b.ID() || len(a.ID()) < 26 {
		t.Errorf("ids %q and %q", a.ID(), b.ID())
	}
	if hub.Session(a.ID()) != a || hub.Session("") != nil {
		t.Error("not found by id")
	}
	if n := len(slices.Collect(hub.Sessions())); n != 2 || hub.Load().Sockets != 2 {
		t.Errorf("%d sessions, %+v", n, hub.Load())
	}
	hub.SetDebug(a)
	if hub.Debug() != a {
		t.Error("no debug session")
	}
	a.End(nil)
	if hub.Debug() != nil {
		t.Error("the debug session has ended, and is still there")
	}
}

func TestVars(t *testing.T) {
	var name bridge.Var[string]
	var other bridge.Var[string]
	hub := bridgetest.NewHub(t, bridge.Options{Log: quiet})
	a, b := bridge.NewSession(hub, t.Context()).Context(), bridge.NewSession(hub, t.Context()).Context()
	other.Set(b, "set twice")
	other.Set(b, "")
	name.Set(a, "alice")
	if got := name.Value(a) + "," + name.Value(b) + "," + other.Value(a) + "," + name.Value(t.Context()); got != "alice,,," {
		t.Errorf("got %q", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("set without a session")
		}
	}()
	name.Set(t.Context(), "nobody")
}

// Hooks run in turns, once for what they tell of, and in order.
func TestHooks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var told trail
		hook := func(name string) func(context.Context) {
			return func(ctx context.Context) { told.add(fmt.Sprint(name, bridge.InTurn(ctx))) }
		}
		l := &testLayer{}
		page := open(t, bridge.Options{Hooks: bridge.Hooks{
			Connected: hook("connected"), Lost: hook("lost"), Restored: hook("restored"),
			Ended: func(ctx context.Context, why error) { told.add(fmt.Sprint("ended", why)) },
		}}, l)
		synctest.Wait()
		for range 2 {
			page.Cut()
			synctest.Wait()
			page.Resume()
			synctest.Wait()
		}
		page.Session().OnEnd(func(ctx context.Context) { told.add("second") })
		page.Session().OnEnd(func(ctx context.Context) { panic("first") })
		page.Session().End(errors.New("!"))
		synctest.Wait()
		page.Session().OnEnd(func(ctx context.Context) { told.add("late") })
		synctest.Wait()
		want := "connectedtrue losttrue restoredtrue losttrue restoredtrue ended! second late"
		if got := told.String(); got != want {
			t.Errorf("got %q", got)
		}
		if l.endedTimes() != 1 {
			t.Errorf("the layer ended %d times", l.endedTimes())
		}
	})
}

// The server's word in Resume counts.
func TestRefuseToResume(t *testing.T) {
	page := open(t, bridge.Options{})
	s := page.Session()
	server, mine := bridgetest.Pipe()
	s.Hub().Serve(t.Context(), server, bridge.Accept{Resume: func(got *bridge.Session) error {
		if got != s {
			t.Error("another session")
		}
		return errors.New("another user")
	}})
	mine.Write(fmt.Appendf(nil, `["h",1,%q,2,0,null,%q,%q]`, s.Hub().Build(), s.ID(), page.Token()))
	if data, err := mine.Read(); string(data) != `["l","ended"]` {
		t.Errorf("got %s, %v", data, err)
	}
	if s.Context().Err() != nil {
		t.Error("the session ended")
	}
}

// What goes wrong in the server's part costs its page, not the process.
func TestAcceptCrashes(t *testing.T) {
	hub := bridgetest.NewHub(t, bridge.Options{Log: quiet})
	for name, open := range map[string]func(context.Context, string) (*bridge.Session, error){
		"panic": func(context.Context, string) (*bridge.Session, error) { panic("x") },
		"none":  func(context.Context, string) (*bridge.Session, error) { return nil, nil },
		"error": func(context.Context, string) (*bridge.Session, error) { return nil, errors.New("x") },
	} {
		for range 2 {
			server, mine := bridgetest.Pipe()
			hub.Serve(t.Context(), server, bridge.Accept{Open: open})
			mine.Write(fmt.Appendf(nil, `["h",1,%q,1,0,%q,null,null]`, hub.Build(), name))
			if data, err := mine.Read(); string(data) != `["l","ended"]` {
				t.Errorf("%s: got %s, %v", name, data, err)
			}
		}
	}
}

func TestShutdown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hub := bridge.NewHub(bridge.Options{Log: quiet})
		page := bridgetest.Open(t, hub)
		if err := hub.Shutdown(t.Context()); err != nil {
			t.Error(err)
		}
		synctest.Wait()
		if page.Lost() != "shutdown" || page.Session().Context().Err() == nil {
			t.Errorf("the page heard %q", page.Lost())
		}
		if err := page.Connect(); err == nil || hub.Room() {
			t.Error("connected after the end")
		}
		if err := hub.Shutdown(t.Context()); err != nil {
			t.Error(err)
		}
	})
}

// Rule 7.1: what a session was not sent it may not call; what it was, it may.
func TestGrants(t *testing.T) {
	hub := bridgetest.NewHub(t, bridge.Options{Log: quiet})
	a, b := bridgetest.Open(t, hub), bridgetest.Open(t, hub)
	for _, p := range []*bridgetest.Page{a, b} {
		if _, err := p.Call("test.Up", "x"); err == nil || err.Error() != "refused: " {
			t.Errorf("before: %v", err)
		}
	}
	if _, _, err := a.Session().Function(shout); err != nil {
		t.Fatal(err)
	}
	if got, err := a.Call("test.Up", "x"); got != `"X"` || err != nil {
		t.Errorf("after: %s, %v", got, err)
	}
	if _, err := b.Call("test.Up", "x"); err == nil {
		t.Error("what one session was sent, another may call")
	}
	if _, err := a.Call("test.Echo", "x"); err == nil {
		t.Error("called what no code names")
	}
	if n := hub.Counters().Refused.Load(); n != 4 {
		t.Errorf("%d refused", n)
	}
}

// Rule 7.1: Authorize has the last word, in the caller's session.
func TestAuthorize(t *testing.T) {
	page := open(t, bridge.Options{Authorize: func(ctx context.Context, name string) error {
		if bridge.FromContext(ctx) == nil || !bridge.InTurn(ctx) {
			return errors.New("not in a turn")
		}
		if name == "test.Up" {
			return bridge.UserError("", "Log in first.")
		}
		return nil
	}})
	page.Session().Grant("test.Up", "test.Echo")
	if _, err := page.Call("test.Up", "x"); err == nil || err.Error() != "refused: Log in first." {
		t.Errorf("got %v", err)
	}
	if got, err := page.Call("test.Echo", "x"); got != `"x"` || err != nil {
		t.Errorf("got %s, %v", got, err)
	}
}

type pair struct {
	From, To string
	Next     *pair
}

type riap struct {
	To, From string
	Next     *riap
}

func Transfer(p pair) bool { return true }

func Missing(x int) int { return x }

const transferName = "github.com/omg-go/omg/bridge_test.Transfer"

func init() {
	asset := module.New("test/transfer", "export function t(p) { return true }")
	module.Register(module.Function{Name: transferName, Asset: asset, Export: "t", Signature: "0123456789abcdef"})
}

// Rule 6.1: functions compiled for other types are not called, and a server that
// starts hears of all that is wrong.
func TestSignatures(t *testing.T) {
	transfer, missing := bridge.Func1(Transfer), bridge.Func1(Missing)
	page := open(t, bridge.Options{})
	err := bridge.Check()
	if !errors.Is(err, bridge.ErrUnknown) || !strings.Contains(err.Error(), ".Missing (run omg generate)") ||
		!errors.Is(err, bridge.ErrVersion) || !strings.Contains(err.Error(), transferName) {
		t.Errorf("check: %v", err)
	}
	if _, err := transfer.Call(page.Session().Context(), pair{}); !errors.Is(err, bridge.ErrVersion) {
		t.Errorf("call: %v", err)
	}
	if _, err := missing.Call(page.Session().Context(), 1); !errors.Is(err, bridge.ErrUnknown) {
		t.Errorf("call: %v", err)
	}
	f, _ := module.Lookup(transferName)
	defer func(other string) { f.Signature = other }(f.Signature)
	f.Signature = bridge.SignatureOf(Transfer)
	page.Handle("t", func(map[string]any) bool { return true })
	if ok, err := transfer.Call(page.Session().Context(), pair{}); !ok || err != nil {
		t.Errorf("right signature: %v, %v", ok, err)
	}
}

// A function literal is found by its place, a function or method by its name.
func TestNamesOfFunctions(t *testing.T) {
	_, _, line, _ := runtime.Caller(0)
	inside := func() bridge.Function0[int] { return bridge.Func0(func() int { return 1 }) }
	s := bridge.NewSession(bridgetest.NewHub(t, bridge.Options{Log: quiet}), t.Context())
	for want, f := range map[string]bridge.Callable{
		fmt.Sprintf("bridge_test.session_test.go:%d", line+1): inside(),
		"bridge_test.zero": bridge.Func0(zero),
	} {
		if _, _, err := s.Function(f); err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("want %s, got %v", want, err)
		}
	}
}

func zero() int { return 0 }

func TestSignatureCoversNamesAndOrder(t *testing.T) {
	type other struct{ From, To string }
	funcs := map[string]any{
		"pair": func(pair) {}, "riap": func(riap) {}, "other": func(other) {}, "string": func(string) {},
		"result": func(pair) pair { return pair{} }, "two": func(pair, pair) {},
	}
	seen := map[string]string{}
	for name, f := range funcs {
		sig := bridge.SignatureOf(f)
		if before, twice := seen[sig]; twice {
			t.Errorf("%s and %s have one signature", name, before)
		}
		seen[sig] = name
	}
	if bridge.SignatureOf(func(pair) {}) != bridge.SignatureOf(func(context.Context, pair) error { return nil }) {
		t.Error("a context or an error, which do not cross, change the signature")
	}
}

// Rule 1.12: Everywhere answers for each page, and gives the turn away.
func TestEverywhere(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hub := bridgetest.NewHub(t, bridge.Options{Log: quiet})
		l := &testLayer{}
		a, b, c, d := bridgetest.Open(t, hub, l), bridgetest.Open(t, hub), bridgetest.Open(t, hub), bridgetest.Open(t, hub)
		for i, p := range []*bridgetest.Page{a, b} {
			p.On("add", func(inv *bridgetest.Invocation) { time.Sleep(time.Duration(2-i) * time.Second); inv.Return(i) })
		}
		d.On("add", func(*bridgetest.Invocation) {}) // never answers
		c.Cut()
		synctest.Wait()
		var order trail
		name := map[*bridge.Session]string{a.Session(): "a", b.Session(): "b", c.Session(): "c", d.Session(): "d"}
		l.receive = func(ctx context.Context, text string) {
			if text != "all" {
				order.add(text)
				return
			}
			for s, r := range add.Everywhere(ctx, hub, 1, 2) {
				if errors.Is(r.Err, context.DeadlineExceeded) {
					r.Err = errors.New("late")
				}
				order.add(fmt.Sprint(name[s], r.Value, r.Err, bridge.InTurn(ctx)))
			}
		}
		click(a, "all")
		time.Sleep(1500 * time.Millisecond)
		click(a, "between")
		time.Sleep(time.Minute)
		want := "c0 bridge: the page is away true b1 <nil> true between a0 <nil> true d0 late true"
		if got := order.String(); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	})
}

// Rule 1.12: asked to, it waits for those that are away.
func TestEverywhereWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hub := bridgetest.NewHub(t, bridge.Options{Log: quiet})
		page := bridgetest.Open(t, hub)
		page.Handle("add", func(x, y int) int { return x + y })
		page.Cut()
		synctest.Wait()
		resumed := make(chan struct{})
		time.AfterFunc(time.Second, func() { page.Resume(); close(resumed) })
		for _, r := range add.Everywhere(bridge.WaitForPages(t.Context()), hub, 1, 2) {
			if r.Value != 3 || r.Err != nil {
				t.Errorf("got %v", r)
			}
		}
		<-resumed
	})
}

// Who does not want to wait for a page that is away says so.
func TestOnlyIfHere(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		page := open(t, bridge.Options{})
		page.Handle("add", func(x, y int) int { return x + y })
		ctx := bridge.OnlyIfHere(page.Session().Context())
		if sum, err := add.Call(ctx, 1, 2); sum != 3 || err != nil {
			t.Errorf("here: %d, %v", sum, err)
		}
		page.Cut()
		synctest.Wait()
		if _, err := add.Call(ctx, 1, 2); !errors.Is(err, bridge.ErrAway) {
			t.Errorf("away: %v", err)
		}
		if err := note.Go(ctx, "x"); !errors.Is(err, bridge.ErrAway) {
			t.Errorf("away: %v", err)
		}
	})
}

var shapesRan trail

func init() {
	bridge.RPC0("shape.0", func() int { return 0 })
	bridge.RPC1C("shape.1C", func(ctx context.Context, a string) string { return a })
	bridge.RPC2E("shape.2E", func(ctx context.Context, a string, b int) (string, error) { return fmt.Sprint(a, b), nil })
	bridge.RPC3F("shape.3F", func(a, b, c int) (int, error) { return a + b + c, bridge.UserError("bad", "Bad.") })
	bridge.RPC4("shape.4", func(a, b, c, d int) []int { return []int{d, c, b, a} })
	bridge.RPCProc0("shape.P0", func() { shapesRan.add("P0") })
	bridge.RPCProc1C("shape.P1C", func(ctx context.Context, a int) { shapesRan.add(fmt.Sprint("P1C", a)) })
	bridge.RPCProc4E("shape.P4E", func(ctx context.Context, a, b, c, d int) error { return bridge.UserError("bad", "Bad.") })
	bridge.RPCProc2F("shape.P2F", func(a, b int) error { shapesRan.add(fmt.Sprint("P2F", a, b)); return nil })
}

// All shapes of functions carry their arguments and results.
func TestShapes(t *testing.T) {
	page := open(t, bridge.Options{})
	s := page.Session()
	shapesRan = trail{}
	for _, test := range []struct {
		name string
		args []any
		want string
	}{
		{"shape.0", nil, "0 <nil>"},
		{"shape.1C", []any{"x"}, `"x" <nil>`},
		{"shape.2E", []any{"x", 2}, `"x2" <nil>`},
		{"shape.3F", []any{1, 2, 3}, " bad: Bad."},
		{"shape.4", []any{1, 2, 3, 4}, "[4,3,2,1] <nil>"},
		{"shape.P0", nil, "null <nil>"},
		{"shape.P1C", []any{7}, "null <nil>"},
		{"shape.P4E", []any{1, 2, 3, 4}, " bad: Bad."},
		{"shape.P2F", []any{1, 2}, "null <nil>"},
		{"shape.0", []any{1}, " arguments: args[0]: want no argument, got number"},
	} {
		s.Grant(test.name)
		got, err := page.Call(test.name, test.args...)
		if text := fmt.Sprint(got, " ", err); text != test.want && test.name != "shape.0" {
			t.Errorf("%s: got %s, want %s", test.name, text, test.want)
		}
	}
	if got := shapesRan.String(); got != "P0 P1C7 P2F1 2" {
		t.Errorf("ran %s", got)
	}
}

// A mistake at registration panics there.
func TestRegistrationPanics(t *testing.T) {
	for name, f := range map[string]func(){
		"twice":    func() { bridge.RPC0("test.Hidden", func() int { return 0 }) },
		"channel":  func() { bridge.RPC0("test.Chan", func() chan int { return nil }) },
		"negative": func() { bridge.NewHub(bridge.Options{Limits: bridge.Limits{Rate: -1}}) },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			f()
		})
	}
}
