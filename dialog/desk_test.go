package dialog

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/a-h/templ"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/widget/widgettest"
)

// A root is a page with nothing in it.
type root struct{ widget.Base }

func (r *root) Render() templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		_, err := io.WriteString(w, `<main><h1>h</h1></main>`)
		return err
	})
}

// A table is a session, what dialogs came to, and those that ask.
type table struct {
	t    *testing.T
	page *widgettest.Page
	wait sync.WaitGroup
	mu   sync.Mutex
	ends []string
}

func newTable(t *testing.T) *table {
	tb := &table{t: t, page: widgettest.Mount(t, &root{})}
	t.Cleanup(func() {
		tb.page.End()
		tb.wait.Wait() // nobody waits for ever
	})
	return tb
}

// show shows m as background work does, and notes its end under the header.
func (tb *table) show(ctx context.Context, m Modal) {
	n := tb.count()
	tb.wait.Go(func() {
		r, err := Show(ctx, m)
		tb.mu.Lock()
		defer tb.mu.Unlock()
		tb.ends = append(tb.ends, fmt.Sprint(m.Header, " ", r.Button, " ", err))
	})
	for tb.count() == n { // until it is open or waits
		time.Sleep(time.Millisecond)
	}
}

func (tb *table) count() (n int) {
	tb.page.Do(func(ctx context.Context) {
		d := deskOf(ctx)
		n = d.last
	})
	return n
}

// open returns the headers of the open dialogs.
func (tb *table) open() (headers []string) {
	tb.page.Do(func(ctx context.Context) {
		for _, b := range deskOf(ctx).open {
			headers = append(headers, b.Header)
		}
	})
	return headers
}

// box returns the open dialog of that header.
func (tb *table) box(header string) (found *box) {
	tb.page.Do(func(ctx context.Context) {
		for _, b := range deskOf(ctx).open {
			if b.Header == header {
				found = b
			}
		}
	})
	if found == nil {
		tb.t.Fatalf("no dialog %q is open", header)
	}
	return found
}

// hear is what the page asks about the dialog.
func (tb *table) hear(header string, op, n int, texts ...string) (answer []string, err error) {
	b := tb.box(header)
	tb.page.Do(func(ctx context.Context) { answer, err = b.called(ctx, op, n, texts) })
	return answer, err
}

// ended returns what n dialogs came to, in order.
func (tb *table) ended(n int) string {
	for {
		tb.mu.Lock()
		ends := strings.Join(tb.ends, "; ")
		if len(tb.ends) >= n {
			tb.mu.Unlock()
			return ends
		}
		tb.mu.Unlock()
		time.Sleep(time.Millisecond)
	}
}

func TestDLG29AnswersInOrder(t *testing.T) {
	tb := newTable(t)
	var got Result
	tb.wait.Go(func() {
		got, _ = Show(tb.page.Context(), Modal{Header: "h", Lines: Lines{
			{Key: "z"}, {Label: "g", Type: Group, Lines: Lines{{Key: "a", Type: Checkbox}, {Key: "m", Default: "kept", Disabled: true}}}, {Key: "b", Type: File},
		}})
	})
	for len(tb.open()) == 0 {
		time.Sleep(time.Millisecond)
	}
	answer, err := tb.hear("h", askPress, 1, "b", "one.txt", "evil", "x", "b", "two.txt", "z", "last", "z", "twice")
	if err != nil || len(answer) != 0 {
		t.Fatalf("answer %q, %v", answer, err)
	}
	tb.wait.Wait()
	want := Result{"ok", Values{{"z", "last"}, {"a", ""}, {"m", "kept"}, {"b", "one.txt"}, {"b", "two.txt"}}}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestDLG29NoLines: OK of a dialog without lines is not what Cancel is.
func TestDLG29NoLines(t *testing.T) {
	tb := newTable(t)
	tb.show(tb.page.Context(), Modal{Header: "one", Buttons: OKCancel})
	tb.hear("one", askPress, 1)
	tb.show(tb.page.Context(), Modal{Header: "two", Buttons: OKCancel})
	tb.hear("two", askLeave, leaveButton)
	if got, want := tb.ended(2), "one ok <nil>; two  dialog: dismissed"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestQueue(t *testing.T) {
	tb := newTable(t)
	ctx, cancel := context.WithCancel(tb.page.Context())
	defer cancel()
	tb.show(ctx, Modal{Header: "first"})
	tb.show(ctx, Modal{Header: "beside", Modeless: true})
	for i := range maxWaiting {
		tb.show(ctx, Modal{Header: fmt.Sprint("waits", i)})
	}
	if _, err := Show(ctx, Modal{Header: "too many"}); !errors.Is(err, ErrQueue) {
		t.Errorf("one too many: %v", err)
	}
	if got := fmt.Sprint(tb.open()); got != "[first beside]" {
		t.Errorf("open: %s", got)
	}
	tb.hear("first", askPress, 0)
	if got := fmt.Sprint(tb.open()); got != "[beside waits0]" {
		t.Errorf("after the first: %s", got)
	}
	cancel()
	tb.ended(2 + maxWaiting)
	if got := tb.open(); len(got) > 0 {
		t.Errorf("open after all: %v", got)
	}
}

// TestInnermostFirst closes what was opened from a dialog before that, the deepest first.
func TestInnermostFirst(t *testing.T) {
	tb := newTable(t)
	tb.show(tb.page.Context(), Modal{Header: "1"})
	for _, from := range []string{"1", "2"} {
		b := tb.box(from)
		tb.show(context.WithValue(tb.page.Context(), boxKey{}, b), Modal{Header: string(from[0] + 1)})
	}
	if got := fmt.Sprint(tb.open()); got != "[1 2 3]" {
		t.Fatalf("open: %s", got)
	}
	var order []string
	tb.page.Do(func(ctx context.Context) {
		d := deskOf(ctx)
		all := append([]*box(nil), d.open...)
		d.close(ctx, all[0], Result{}, ErrDismissed)
		for _, b := range d.leaving {
			order = append(order, b.Header)
		}
	})
	if got := fmt.Sprint(order); got != "[3 2 1]" {
		t.Errorf("closed in the order %s", got)
	}
	tb.ended(3)
}

func TestSessionEnds(t *testing.T) {
	tb := newTable(t)
	tb.show(tb.page.Context(), Modal{Header: "open"})
	tb.show(tb.page.Context(), Modal{Header: "waits"})
	bridge.FromContext(tb.page.Context()).End(errors.New("gone"))
	for _, end := range strings.Split(tb.ended(2), "; ") {
		if !strings.Contains(end, bridge.ErrSessionEnded.Error()) {
			t.Errorf("%s", end)
		}
	}
}

// TestOneAnswer answers twice, and after the dialog was left.
func TestOneAnswer(t *testing.T) {
	tb := newTable(t)
	tb.show(tb.page.Context(), Modal{Header: "h"})
	b := tb.box("h")
	tb.page.Do(func(ctx context.Context) {
		for range 2 {
			if answer, err := b.called(ctx, askPress, 0, nil); err != nil || len(answer) != 0 {
				t.Errorf("answer %q, %v", answer, err)
			}
		}
		b.called(ctx, askLeave, leaveEscape, nil)
		b.called(ctx, askGone, 0, nil)
		b.called(ctx, askGone, 0, nil)
		if d := deskOf(ctx); len(d.open)+len(d.leaving) > 0 {
			t.Errorf("%d open, %d leaving", len(d.open), len(d.leaving))
		}
	})
	if got := tb.ended(1); got != "h ok <nil>" {
		t.Errorf("ends: %s", got)
	}
	if n := tb.page.Count("dialog"); n != 0 {
		t.Errorf("%d dialogs are left in the page", n)
	}
}

// TestHostilePage sends what no page of ours sends.
func TestHostilePage(t *testing.T) {
	tb := newTable(t)
	tb.show(tb.page.Context(), Modal{Header: "h", NoDismiss: true, Lines: Lines{{Key: "a", Required: true}}})
	for _, c := range []struct {
		op, n int
		texts []string
	}{
		{askPress, -1, nil}, {askPress, 7, nil}, {askPress, 1, []string{"a"}}, {askPress, 1, []string{"b", "c"}},
		{askLeave, -1, nil}, {askLeave, 9, nil}, {askLeave, leaveEscape, nil}, {askCheck, -1, []string{"x"}},
		{askCheck, 3, []string{"x"}}, {askCheck, 0, nil}, {-1, 0, nil}, {99, 0, nil}, {askGone, 0, nil},
	} {
		if _, err := tb.hear("h", c.op, c.n, c.texts...); err != nil {
			t.Errorf("%v: %v", c, err)
		}
	}
	tb.box("h") // is still open
	tb.hear("h", askLeave, leaveForced)
	tb.ended(1)
}

// TestLeavingIsBounded: a page that never says that a dialog is gone keeps few.
func TestLeavingIsBounded(t *testing.T) {
	tb := newTable(t)
	for i := range 3 * maxLeaving {
		tb.show(tb.page.Context(), Modal{Header: fmt.Sprint(i)})
		tb.hear(fmt.Sprint(i), askPress, 0)
	}
	if n := tb.page.Count("dialog"); n != maxLeaving {
		t.Errorf("%d dialogs are kept", n)
	}
}

func TestNobodyThere(t *testing.T) {
	if _, err := Show(context.Background(), Modal{}); !errors.Is(err, bridge.ErrSessionEnded) {
		t.Errorf("without a session: %v", err)
	}
	tb := newTable(t)
	if err := OK(tb.page.Context()); !errors.Is(err, ErrNone) {
		t.Errorf("OK of no dialog: %v", err)
	}
	if err := Close(tb.page.Context()); err != nil {
		t.Errorf("Close of no dialog: %v", err)
	}
}

func TestMistakesPanic(t *testing.T) {
	for name, m := range map[string]Modal{
		"twice":   {Lines: Lines{{Key: "a"}, {Label: "g", Type: Group, Lines: Lines{{Key: "a"}}}}},
		"no key":  {Lines: Lines{{Label: "l"}}},
		"filter":  {Lines: Lines{{Key: "a", Filter: 7}}},
		"check":   {Lines: Lines{{Key: "a", Check: func() {}}}},
		"pattern": {Lines: Lines{{Key: "a", Pattern: "("}}},
		"do":      {Buttons: []Button{{Label: "b", Do: func() {}}}},
	} {
		func() {
			defer func() {
				if r := recover(); r == nil || !strings.HasPrefix(fmt.Sprint(r), "dialog: ") {
					t.Errorf("%s: panic %v", name, r)
				}
			}()
			newBox(m)
		}()
	}
}
