package bridge_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/bridge/bridgetest"
)

func init() {
	bridge.RPC1E("test.Up", func(ctx context.Context, s string) (string, error) {
		if s == "" {
			return "", bridge.UserError("empty", "Nothing to say.")
		}
		if s == "secret" {
			return "", errors.New("the password is 1234")
		}
		return strings.ToUpper(s), nil
	})
	bridge.RPC1E("test.Twice", func(ctx context.Context, n int) (int, error) { return add.Call(ctx, n, n) })
	bridge.RPC0("test.Hidden", func() int { return 1 })
}

func TestCallPage(t *testing.T) {
	page := open(t, bridge.Options{})
	page.Handle("add", func(x, y int) int { return x + y })
	sum, err := add.Call(page.Session().Context(), 1, 2)
	if sum != 3 || err != nil {
		t.Errorf("got %d, %v", sum, err)
	}
	if urls := page.Modules(); len(urls) != 1 || !strings.HasPrefix(urls[0], "./") {
		t.Errorf("modules %q", urls)
	}
}

func TestCallBackend(t *testing.T) {
	page := open(t, bridge.Options{})
	page.Session().Grant("test.Up", "test.Twice")
	page.Handle("add", func(x, y int) int { return x + y })
	for _, test := range []struct {
		name string
		arg  any
		want string
		err  string
	}{
		{"test.Up", "hey", `"HEY"`, ""},
		{"test.Up", "", "", "empty: Nothing to say."},
		{"test.Up", "secret", "", "failed: "},
		{"test.Up", 1, "", "arguments: args[0]: want string, got number"},
		{"test.Twice", 4, "8", ""},
		{"test.Hidden", 1, "", "refused: "},
		{"test.None", 1, "", "refused: "},
	} {
		got, err := page.Call(test.name, test.arg)
		if got != test.want || test.err == "" && err != nil || test.err != "" && (err == nil || err.Error() != test.err) {
			t.Errorf("%s(%v) = %s, %v; want %s, %s", test.name, test.arg, got, err, test.want, test.err)
		}
	}
}

func TestPageErrors(t *testing.T) {
	page := open(t, bridge.Options{})
	page.On("shout", func(i *bridgetest.Invocation) { i.Throw("no voice") })
	_, err := shout.Call(page.Session().Context(), "x")
	var ce *bridge.CallError
	if !errors.As(err, &ce) || ce.Message != "no voice" || ce.Func != "test/maths.shout" {
		t.Errorf("got %v", err)
	}
	page.Handle("add", func(x, y int) string { return "seven" })
	_, err = add.Call(page.Session().Context(), 1, 2)
	if err == nil || !strings.Contains(err.Error(), "result: want int, got string") {
		t.Errorf("got %v", err)
	}
	if err := note.Call(page.Session().Context(), "x"); !errors.Is(err, bridge.ErrUnknown) {
		t.Errorf("got %v", err)
	}
}

func TestResumeAfterCut(t *testing.T) {
	page := open(t, bridge.Options{})
	page.Session().Grant("test.Up")
	page.Handle("add", func(x, y int) int { return x + y })
	for n := range 20 {
		page.Cut()
		c := page.Start("test.Up", "a")
		resumed := make(chan struct{})
		go func() { defer close(resumed); page.Resume() }()
		sum, err := add.Call(page.Session().Context(), n, 1)
		if sum != n+1 || err != nil {
			t.Fatalf("add: %d, %v", sum, err)
		}
		if got, err := c.Wait(); got != `"A"` || err != nil {
			t.Fatalf("up: %s, %v", got, err)
		}
		<-resumed
	}
}

func double(n int) int { return 2 * n }

func TestOriginal(t *testing.T) {
	if f, ok := bridge.Original(bridge.Func1(double)).(func(int) int); !ok || f(21) != 42 {
		t.Error("the function that a handle was made of is not there")
	}
	for what, f := range map[string]bridge.Callable{
		"zero": bridge.Procedure0{},
		"name": note,
	} {
		if got := bridge.Original(f); got != nil {
			t.Errorf("%s: %T, want none", what, got)
		}
	}
}
