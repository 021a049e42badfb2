package bridge_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/bridge/bridgetest"
)

var (
	give  = bridge.Import0[bridge.Object](maths, "give")
	take  = bridge.ImportProc1[bridge.Object](maths, "take")
	apply = bridge.Import2[func(context.Context, int) (int, error), int, int](maths, "apply")
	maker = bridge.Import0[bridge.Function1[string, string]](maths, "maker")
	pass1 = bridge.ImportProc1[bridge.Function1[string, string]](maths, "pass1")

	keptObject  bridge.Object
	firstObject bridge.Object
)

func init() {
	bridge.RPCProc1("test.Take", func(o bridge.Object) { firstObject = o })
	bridge.RPCProc1("test.Keep", func(o bridge.Object) { keptObject = o.Keep() })
	bridge.RPCProc2("test.TakeBad", func(o bridge.Object, n int) {})
	bridge.RPC2E("test.With", func(ctx context.Context, f bridge.Function1[string, string], s string) (string, error) {
		return f.Call(ctx, s)
	})
}

// Rule 4.3: what came as an argument lives until the call returns, unless it is
// kept.
func TestArgumentsLiveForTheirCall(t *testing.T) {
	page := open(t, bridge.Options{})
	page.Session().Grant("test.Take", "test.Keep")
	a, b := page.Object(), page.Object()
	page.Call("test.Take", a)
	page.AwaitReleased(a)
	if err := take.Call(page.Session().Context(), firstObject); !errors.Is(err, bridge.ErrReleased) {
		t.Errorf("use after the call: %v", err)
	}
	page.Call("test.Keep", b)
	page.Handle("take", func(json.RawMessage) {})
	if err := take.Call(page.Session().Context(), keptObject); err != nil {
		t.Errorf("use of what was kept: %v", err)
	}
	if page.Holds(b) != 1 {
		t.Error("what was kept was released")
	}
	keptObject.Release()
	keptObject.Release()
	page.AwaitReleased(b)
}

// Rule 4.2: the exporter counts sends, the importer releases with the count of
// that very proxy: an object on its way is not dropped.
func TestReleasesAreCounted(t *testing.T) {
	page := open(t, bridge.Options{})
	page.Session().Grant("test.Take", "test.Keep")
	o := page.Object()
	page.Call("test.Keep", o)
	page.Call("test.Take", page.Again(o))
	if got := page.Holds(o); got != 2 { // kept, so not released by the second call
		t.Errorf("held %d times", got)
	}
	page.Again(o) // is under way
	keptObject.Release()
	page.Call("test.Take", json.RawMessage("null"))
	if got := page.Holds(o); got != 1 {
		t.Errorf("held %d times after the release", got)
	}
}

// Rule 4.1: an object of another session, or a forged id, is refused.
func TestForeignObjects(t *testing.T) {
	hub := bridgetest.NewHub(t, bridge.Options{Log: quiet})
	a, b := bridgetest.Open(t, hub), bridgetest.Open(t, hub)
	a.Session().Grant("test.Keep")
	a.Call("test.Keep", a.Object())
	if err := take.Call(b.Session().Context(), keptObject); !errors.Is(err, bridge.ErrReleased) {
		t.Errorf("object of another session: %v", err)
	}
	for _, id := range []any{1, 77} {
		if _, err := b.Start(id, 1).Wait(); err == nil || !strings.HasPrefix(err.Error(), "released") {
			t.Errorf("forged function: %v", err)
		}
	}
	if _, err := a.Call("test.Keep", map[string]any{"$s": []int{5, 0}}); err == nil {
		t.Error("forged reference to the server accepted")
	}
}

// Rule 4.1: ids grow and are not used again.
func TestIDsAreNotUsedAgain(t *testing.T) {
	page := open(t, bridge.Options{})
	var last uint64
	page.On("apply", func(i *bridgetest.Invocation) {
		var f struct {
			S [2]uint64 `json:"$s"`
		}
		json.Unmarshal(i.Args[0], &f)
		if f.S[0] <= last {
			t.Errorf("id %d after %d", f.S[0], last)
		}
		last = f.S[0]
		i.Return(0)
	})
	for range 3 {
		f := func(context.Context, int) (int, error) { return 0, nil }
		if _, err := apply.Call(page.Session().Context(), f, 0); err != nil {
			t.Fatal(err)
		}
		if !page.Session().Revoke(f) {
			t.Error("it was not exported")
		}
	}
	if last == 0 {
		t.Error("never called")
	}
}

// Rule 4.3: results live until they are released, at last by the collector.
func TestFinalizersAreABackstop(t *testing.T) {
	page := open(t, bridge.Options{})
	o := page.Object()
	page.On("give", func(i *bridgetest.Invocation) { i.Return(o) })
	func() {
		got, err := give.Call(page.Session().Context())
		if err != nil || got.IsNull() || got.Session() != page.Session() {
			t.Errorf("got %v, %v", got, err)
		}
	}()
	for range 10_000 {
		if page.Holds(o) == 0 {
			return
		}
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	t.Error("never released")
}

// A message that is refused releases all that it brought.
func TestRefusedMessagesReleaseWhatTheyBring(t *testing.T) {
	page := open(t, bridge.Options{})
	page.Session().Grant("test.TakeBad")
	for _, name := range []string{"test.TakeBad", "test.Unknown"} {
		o := page.Object()
		if _, err := page.Call(name, o, "no number"); err == nil {
			t.Error("accepted")
		}
		page.AwaitReleased(o)
	}
	a, b := page.Object(), page.Object()
	page.On("give", func(i *bridgetest.Invocation) { i.Return([]any{a, b}) })
	if _, err := give.Call(page.Session().Context()); err == nil {
		t.Error("accepted")
	}
	page.AwaitReleased(a)
	page.AwaitReleased(b)
}

// Rule 4.4: a function value of the server is callable by the page to which it
// was passed, while it lives.
func TestFunctionValues(t *testing.T) {
	page := open(t, bridge.Options{})
	s := page.Session()
	inTurn := false
	double := func(ctx context.Context, n int) (int, error) {
		inTurn = bridge.InTurn(ctx)
		if n < 0 {
			return 0, bridge.UserError("negative", "No.")
		}
		return 2 * n, nil
	}
	var id uint64
	page.On("apply", func(i *bridgetest.Invocation) {
		var f struct {
			S [2]uint64 `json:"$s"`
		}
		json.Unmarshal(i.Args[0], &f)
		id = f.S[0]
		got, err := i.Start(id, i.Args[1]).Wait()
		if err != nil {
			i.Throw(err.Error())
			return
		}
		i.Return(json.RawMessage(got))
	})
	if got, err := apply.Call(s.Context(), double, 21); got != 42 || err != nil || !inTurn {
		t.Fatalf("got %d, %v, in turn: %v", got, err, inTurn)
	}
	if _, err := apply.Call(s.Context(), double, -1); err == nil || !strings.Contains(err.Error(), "negative: No.") {
		t.Errorf("got %v", err)
	}
	if got := s.Exports(); len(got) != 2 || !strings.Contains(got[0], "TestFunctionValues") {
		t.Errorf("exports: %q", got)
	}
	page.Release(id, 1)
	if _, err := page.Start(id, 1).Wait(); err == nil || !strings.HasPrefix(err.Error(), "released") {
		t.Errorf("after the release: %v", err)
	}
	if !s.Revoke(double) || s.Revoke(double) || len(s.Exports()) != 0 {
		t.Errorf("after Revoke: %q", s.Exports())
	}
}

// Revoke takes back one closure, not its siblings. The log tells once of a
// function that pages can call.
func TestRevokeOne(t *testing.T) {
	var out bytes.Buffer
	page := open(t, bridge.Options{Log: slog.New(slog.NewTextHandler(&out, nil))})
	s := page.Session()
	page.On("apply", func(i *bridgetest.Invocation) { i.Return(0) })
	var adders []func(context.Context, int) (int, error)
	for n := range 2 {
		adders = append(adders, func(_ context.Context, m int) (int, error) { return n + m, nil })
		apply.Call(s.Context(), adders[n], 0)
	}
	if !s.Revoke(adders[0]) || len(s.Exports()) != 1 {
		t.Errorf("left: %q", s.Exports())
	}
	if n := strings.Count(out.String(), "function value"); n != 1 {
		t.Errorf("logged %d times: %s", n, out.String())
	}
}

// Functions of the page come as typed handles.
func TestPageFunctions(t *testing.T) {
	page := open(t, bridge.Options{})
	page.Session().Grant("test.With")
	upper := func(i *bridgetest.Invocation) {
		var s string
		json.Unmarshal(i.Args[0], &s)
		i.Return(strings.ToUpper(s))
	}
	f := page.Function(upper)
	if got, err := page.Call("test.With", f, "hey"); got != `"HEY"` || err != nil {
		t.Errorf("as an argument: %s, %v", got, err)
	}
	page.AwaitReleased(f)
	page.On("maker", func(i *bridgetest.Invocation) { i.Return(page.Function(upper)) })
	g, err := maker.Call(page.Session().Context())
	if err != nil {
		t.Fatal(err)
	}
	if got, err := g.Call(page.Session().Context(), "you"); got != "YOU" || err != nil {
		t.Errorf("as a result: %s, %v", got, err)
	}
	runtime.KeepAlive(g)
}

// A handle passed as an argument is the function itself, there.
func TestHandlesAsArguments(t *testing.T) {
	page := open(t, bridge.Options{})
	got := make(chan string, 2)
	page.On("pass1", func(i *bridgetest.Invocation) {
		got <- string(i.Args[0])
		i.Return(nil)
	})
	for range 2 {
		if err := pass1.Call(page.Session().Context(), shout); err != nil {
			t.Fatal(err)
		}
		if raw := <-got; raw != `{"$p":[1,0]}` {
			t.Errorf("got %s", raw)
		}
	}
	if named := page.Messages(11); len(named) != 1 || named[0] != `[11,1,1,"shout"]` {
		t.Errorf("named: %q", named)
	}
}

// Rule 9: the objects that a session holds are bounded.
func TestHandleLimit(t *testing.T) {
	page := open(t, bridge.Options{Limits: bridge.Limits{Handles: 3}})
	s := page.Session()
	s.Grant("test.Keep", "test.KeepAll")
	page.On("give", func(i *bridgetest.Invocation) { i.Return(page.Object()) })
	var held []bridge.Object
	for n := range 4 {
		o, err := give.Call(s.Context())
		if full := n == 3; full != errors.Is(err, bridge.ErrLimit) {
			t.Errorf("object %d: %v", n, err)
		}
		held = append(held, o)
	}
	runtime.KeepAlive(held)
	page.On("apply", func(i *bridgetest.Invocation) { i.Return(0) })
	f := func(context.Context, int) (int, error) { return 0, nil }
	for n := range 4 {
		_, err := apply.Call(s.Context(), f, 0)
		if full := n == 3; full != errors.Is(err, bridge.ErrLimit) {
			t.Errorf("function %d: %v", n, err)
		}
	}
}

// A call that never left takes back what it would have exported.
func TestUndo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		page := open(t, bridge.Options{Limits: bridge.Limits{InFlight: 1}})
		s := page.Session()
		page.On("apply", func(i *bridgetest.Invocation) {})
		f := func(context.Context, int) (int, error) { return 0, nil }
		ctx, cancel := context.WithCancel(s.Context())
		go apply.Call(ctx, f, 0)
		synctest.Wait()
		if _, err := apply.Call(ctx, f, 0); !errors.Is(err, bridge.ErrLimit) {
			t.Errorf("got %v", err)
		}
		cancel()
		synctest.Wait()
		var two []string
		for range 3 {
			err := apply.Go(s.Context(), f, 0)
			two = append(two, fmt.Sprint(err))
		}
		if got := len(s.Exports()); got != 4 {
			t.Errorf("%d exports, %q", got, two)
		}
	})
}
