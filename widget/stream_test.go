package widget_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/bridge/bridgetest"
	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/widget"
)

var script = bridge.Module("widget_test", "export const mark = () => {}, live = (e) => {}, drag = (e) => {}")

var (
	drag = bridge.ImportProc1[dom.Event](script, "drag")
	mark = bridge.ImportProc1[int](script, "mark")
	live = bridge.ImportProc1[dom.Element](script, "live")
)

func second(_ int, err error) error { return err }

// connect opens a page that shows w.
func connect(t *testing.T, w widget.Widget) (*bridgetest.Page, *widget.Tree) {
	t.Helper()
	return connectTelling(t, w, func(err error) { t.Error(err) })
}

// connectTelling is connect with errors told to told.
func connectTelling(t *testing.T, w widget.Widget, told func(error)) (*bridgetest.Page, *widget.Tree) {
	t.Helper()
	s := bridge.NewSession(bridgetest.NewHub(t, bridge.Options{Log: slog.New(slog.DiscardHandler)}), context.Background())
	tree, err := widget.Attach(s, w, widget.Options{Error: func(_ context.Context, _ widget.Widget, err error) { told(err) }})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tree.Draw(s.Context()); err != nil {
		t.Fatal(err)
	}
	page := bridgetest.OpenSession(t, s)
	if err := bridge.Do(s.Context(), tree.Adopt); err != nil {
		t.Fatal(err)
	}
	return page, tree
}

// counter draws its number and how to change it.
func counter(f func(ctx context.Context, s *scene)) *scene {
	return &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
		io.WriteString(w, "<p")
		attrs(ctx, w, s.On(widget.Click(func(ctx context.Context) { f(ctx, s) })))
		_, err := fmt.Fprintf(w, ">%d</p>", s.n)
		return err
	}}
}

// Giving the turn away flushes: the page has what the turn changed before it is
// called.
func TestPatchBeforeCall(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := counter(func(ctx context.Context, s *scene) {
			s.n = 1
			mark.Go(ctx, 1)
			s.n = 2
			if err := mark.Call(ctx, 2); err != nil {
				t.Error(err)
			}
			s.n = 3
		})
		page, _ := connect(t, s)
		page.Handle("mark", func(int) {})
		page.Send([]any{0, 1, 1})
		synctest.Wait()
		trail := page.Trail(0, 1)
		at := -1
		for _, want := range []string{`"t",1,"2"`, `"mark"`, `"mark"`, `"t",1,"3"`} {
			next := strings.Index(trail[at+1:], want)
			if next < 0 {
				t.Fatalf("no %s in its place in %s", want, trail)
			}
			at += next + 1
		}
	})
}

// One patch frame a turn, and none for what did not change.
func TestOnePatchATurn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := counter(func(ctx context.Context, s *scene) {
			s.n++
			s.Redraw()
			s.Redraw()
		})
		page, _ := connect(t, s)
		synctest.Wait()
		before := len(page.Messages(0))
		page.Send([]any{0, 1, 1})
		synctest.Wait()
		if got := page.Messages(0)[before:]; len(got) != 1 {
			t.Errorf("got %s", got)
		}
		s.Redraw()
		synctest.Wait()
		if got := page.Messages(0)[before:]; len(got) != 1 {
			t.Errorf("nothing changed, but the page got %s", got)
		}
	})
}

func TestNothingIsDrawnWhileAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		drawn := 0
		s := &scene{}
		s.draw = func(_ context.Context, s *scene, w io.Writer) error {
			drawn++
			_, err := fmt.Fprintf(w, "<p>%d</p>", s.n)
			return err
		}
		page, _ := connect(t, s)
		synctest.Wait()
		page.Cut()
		synctest.Wait()
		before := drawn
		for range 3 {
			s.n++
			s.Redraw()
			synctest.Wait()
		}
		if drawn != before {
			t.Errorf("drawn %d times while the page was away", drawn-before)
		}
		page.Resume()
		synctest.Wait()
		got := page.Messages(0)
		if drawn != before+1 || len(got) == 0 || !strings.Contains(got[len(got)-1], `"t",1,"3"`) {
			t.Errorf("drawn %d times after it came back, sent %s", drawn-before, got)
		}
	})
}

// A patch that is too large to keep and gets lost is sent again as the whole
// widget, until the page confirms it.
func TestLargePatchThatIsLost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &scene{}
		s.draw = func(_ context.Context, s *scene, w io.Writer) error {
			_, err := fmt.Fprintf(w, "<p>%s</p>", strings.Repeat("x", s.n))
			return err
		}
		page, _ := connect(t, s)
		synctest.Wait()
		page.HoldAcks(true)
		page.Deafen()
		s.n = 100_000
		s.Redraw()
		synctest.Wait()
		page.Cut()
		synctest.Wait()
		page.HoldAcks(false)
		page.Resume()
		synctest.Wait()
		got := page.Messages(0)
		if len(got) == 0 || !strings.Contains(got[len(got)-1], `"o",0,0,"<p w=1`) || len(got[len(got)-1]) < 100_000 {
			t.Errorf("got %d messages, the last %.80q", len(got), got[max(0, len(got)-1):])
		}
	})
}

// Of the events of a field that wait, only the newest runs.
func TestEventsCoalesce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var values []string
		s := &scene{}
		s.draw = func(ctx context.Context, s *scene, w io.Writer) error {
			io.WriteString(w, "<p")
			attrs(ctx, w, s.On(widget.Click(func(context.Context) { s.n++ })))
			io.WriteString(w, "><input")
			attrs(ctx, w, s.On(widget.Input(func(_ context.Context, v string) { values = append(values, v) })))
			_, err := io.WriteString(w, "></p>")
			return err
		}
		page, _ := connect(t, s)
		release := make(chan struct{})
		go bridge.Do(page.Session().Context(), func(context.Context) error { <-release; return nil })
		synctest.Wait()
		for _, m := range [][]any{{0, 1, 2, "a", 1}, {0, 1, 2, "ab", 2}, {0, 1, 1}, {0, 1, 2, "abc", 3}, {0, 1, 2, "abcd", 4}, {0, 1, 1}} {
			page.Send(m)
			synctest.Wait()
		}
		close(release)
		synctest.Wait()
		if fmt.Sprint(values) != "[ab abcd]" || s.n != 2 {
			t.Errorf("got %v, %d clicks", values, s.n)
		}
	})
}

// A handle of a function of the page stands in the element; the server is not
// asked.
func TestHandlerInThePage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
			io.WriteString(w, "<p><input")
			attrs(ctx, w, s.On(widget.Input(live)))
			_, err := io.WriteString(w, ">")
			if s.n == 1 {
				io.WriteString(w, "<b")
				attrs(ctx, w, s.On(widget.Input(live), widget.KeyDown(drag).Keys("a").Prevent()))
				_, err = io.WriteString(w, "></b>")
			}
			return errors.Join(err, second(io.WriteString(w, "</p>")))
		}}
		page, tree := connect(t, s)
		s.n = 1
		s.Redraw()
		synctest.Wait()
		if got := page.Trail(0); !strings.Contains(got, "<b w-input='2  @1.live' w-keydown='3 pe @1.drag a'>") {
			t.Errorf("got %s", got)
		}
		if m := page.Modules(); len(m) != 1 {
			t.Errorf("modules %v", m)
		}
		page.Send([]any{0, 1, 1}) // no page of ours does
		synctest.Wait()
		if tree.Stale() != 1 {
			t.Errorf("%d events were refused, want 1", tree.Stale())
		}
	})
}

// Rule 1.8: a handler that panics or takes its goroutine along is over; the
// program is told, what it changed is drawn, the session goes on.
func TestPanicInAHandler(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := counter(func(ctx context.Context, s *scene) {
			switch s.n++; s.n {
			case 1:
				panic("oh")
			case 2:
				runtime.Goexit()
			}
		})
		var told []error
		page, _ := connectTelling(t, s, func(err error) { told = append(told, err) })
		for range 3 {
			page.Send([]any{0, 1, 1})
			synctest.Wait()
		}
		got := page.Trail(0)
		for _, want := range []string{`"t",1,"1"`, `"t",1,"2"`, `"t",1,"3"`} {
			if !strings.Contains(got, want) {
				t.Errorf("got %s, want %s in it", got, want)
			}
		}
		var p *widget.PanicError
		if len(told) != 2 || !errors.As(told[0], &p) || p.Value != "oh" || !strings.Contains(told[1].Error(), "Goexit") {
			t.Errorf("told of %v", told)
		}
		if n := page.Session().Hub().Counters().Panics.Load(); n != 2 {
			t.Errorf("%d counted", n)
		}
	})
}
