package notify_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/a-h/templ"
	templruntime "github.com/a-h/templ/runtime"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/notify"
	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/widget/widgettest"
)

// plain is a page's widget that only has a centre.
type plain struct {
	widget.Base
	center notify.Center
}

func (b *plain) Mount(ctx context.Context) error { return notify.Ready(ctx, notify.Options{}) }

func (b *plain) Render() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		io.WriteString(w, "<main>")
		if err := widget.Show(&b.center).Render(ctx, w); err != nil {
			return err
		}
		_, err := io.WriteString(w, "</main>")
		return err
	})
}

// inMemory runs f with a page that has no browser, and a clock of its own.
func inMemory(t *testing.T, f func(p *widgettest.Page, ctx context.Context)) {
	t.Helper()
	defer notify.PageIsThere()()
	synctest.Test(t, func(t *testing.T) {
		p := widgettest.Mount(t, &plain{})
		f(p, p.Context())
		p.End()
		time.Sleep(time.Hour) // what is left of the end
	})
}

// after lets time pass, and has drawn what it brought.
func after(p *widgettest.Page, d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
	p.Flush()
}

const openOnes = `[data-omg=notification][data-kind]:not([hidden])`

func TestNTF05StickyInTime(t *testing.T) {
	inMemory(t, func(p *widgettest.Page, ctx context.Context) {
		notify.Show(ctx, notify.Note{Title: "Sticky"})
		after(p, time.Second)
		after(p, 24*time.Hour)
		if n := p.Count(openOnes); n != 1 {
			t.Errorf("%d are there after a day", n)
		}
	})
}

// TestNTF08ThreeAppearances is the origin's example: the counter begins at three.
func TestNTF08ThreeAppearances(t *testing.T) {
	inMemory(t, func(p *widgettest.Page, ctx context.Context) {
		left := 3
		n := notify.Show(ctx, notify.Note{Title: "New notification!", Period: 5 * time.Second,
			Check: func(context.Context) (bool, error) { left--; return left > 0, nil }})
		appearances := 0
		for range 10 {
			after(p, time.Second)
			if p.Count(openOnes) == 1 {
				appearances++
				p.Click(openOnes + " [data-part=dismiss]")
				after(p, 4*time.Second)
				if p.Count(openOnes) != 0 {
					t.Error("it came before its time")
				}
			}
			after(p, 4*time.Second)
		}
		if appearances != 3 {
			t.Errorf("it appeared %d times", appearances)
		}
		if n.Reason() != notify.Withdrawn {
			t.Errorf("it ended because of %v", n.Reason())
		}
		<-n.Done()
	})
}

func TestNTF08CheckThatFailsIsAskedAgain(t *testing.T) {
	inMemory(t, func(p *widgettest.Page, ctx context.Context) {
		var asked atomic.Int32
		notify.Show(ctx, notify.Note{Title: "N", Period: time.Minute, Check: func(context.Context) (bool, error) {
			if asked.Add(1) == 1 {
				return true, errors.New("no database")
			}
			return true, nil
		}})
		after(p, time.Second)
		p.Click(openOnes + " [data-part=dismiss]")
		after(p, time.Minute+time.Second)
		if p.Count(openOnes) != 0 || asked.Load() != 1 {
			t.Errorf("shown unchecked, asked %d times", asked.Load())
		}
		after(p, time.Minute)
		if p.Count(openOnes) != 1 || asked.Load() != 2 {
			t.Errorf("not shown again, asked %d times", asked.Load())
		}
	})
}

// TestNTF08SleepShowsOne: a reminder comes once, however late.
func TestNTF08SleepShowsOne(t *testing.T) {
	inMemory(t, func(p *widgettest.Page, ctx context.Context) {
		var asked atomic.Int32
		notify.Show(ctx, notify.Note{Title: "N", Period: time.Minute, Check: func(context.Context) (bool, error) { asked.Add(1); return true, nil }})
		after(p, time.Second)
		p.Click(openOnes + " [data-part=dismiss]")
		after(p, time.Hour)
		if p.Count(openOnes) != 1 || asked.Load() != 1 {
			t.Errorf("%d are there, asked %d times", p.Count(openOnes), asked.Load())
		}
	})
}

func TestNTF09TimeoutAndProgramDoNotRemind(t *testing.T) {
	inMemory(t, func(p *widgettest.Page, ctx context.Context) {
		n := notify.Show(ctx, notify.Note{Title: "N", Period: time.Minute, Timeout: time.Second})
		after(p, time.Second)
		p.Event(openOnes+" [data-part=timer]", "animationend")
		after(p, time.Hour)
		if p.Count(openOnes) != 0 || n.Reason() != notify.TimedOut {
			t.Errorf("%d are there, %v", p.Count(openOnes), n.Reason())
		}
		n = notify.Show(ctx, notify.Note{Title: "N", Period: time.Minute})
		n.Close()
		n.Close()
		after(p, time.Hour)
		if p.Count(openOnes) != 0 || n.Reason() != notify.Withdrawn {
			t.Errorf("%d are there, %v", p.Count(openOnes), n.Reason())
		}
	})
}

func TestUpdateWhileItLeavesIsANewOne(t *testing.T) {
	inMemory(t, func(p *widgettest.Page, ctx context.Context) {
		n := notify.Show(ctx, notify.Note{Title: "N"})
		after(p, time.Second)
		p.Click(openOnes + " [data-part=dismiss]")
		p.Click("[data-omg=notification] [data-part=dismiss]") // of the one that leaves
		n.Update(func(note *notify.Note) { note.Text = "more" })
		after(p, time.Second)
		if p.Count(openOnes) != 1 || !strings.Contains(p.Text(openOnes), "more") || n.Reason() != notify.Open {
			t.Errorf("%d are there: %s", p.Count(openOnes), p.HTML())
		}
		if got := notify.Unseen(ctx); got != 1 {
			t.Errorf("%d unseen", got)
		}
	})
}

func TestNTF17History(t *testing.T) {
	inMemory(t, func(p *widgettest.Page, ctx context.Context) {
		n := notify.Show(ctx, notify.Note{Kind: notify.Success, Title: "Saved", Text: "twice"})
		notify.Show(ctx, notify.Note{Title: "Second"})
		after(p, time.Minute)
		n.Close()
		after(p, time.Minute)
		if got := p.Attr("[data-omg=notify-center] > button", "aria-label"); got != "Notifications, 2 new" {
			t.Errorf("the button says %q", got)
		}
		p.Click("[data-omg=notify-center] > button")
		after(p, time.Second)
		if got := p.Text("[data-omg=notify-center] ol"); got != "Note: Second 2 min ago Success: Saved twice2 min ago" {
			t.Errorf("the history says %q", got)
		}
		if p.Count("[data-part=badge]") != 0 || p.Count("[data-omg=notify-center] li[data-new]") != 2 {
			t.Error(p.HTML())
		}
		notify.Show(ctx, notify.Note{Title: "Third"})
		after(p, time.Second)
		p.Click(openOnes + " [data-part=dismiss]") // who closes it has seen it
		after(p, time.Second)
		if n := notify.Unseen(ctx); n != 0 {
			t.Errorf("%d unseen", n)
		}
		p.Click("[data-omg=notify-center] [data-part=header] button")
		after(p, time.Second)
		if got := p.Text("[data-part=empty]"); got != "Nothing to report." {
			t.Errorf("the empty history says %q", got)
		}
	})
}

func TestPromise(t *testing.T) {
	inMemory(t, func(p *widgettest.Page, ctx context.Context) {
		steps := notify.Steps{Busy: "Saving…", Done: "Saved", Failed: "Not saved"}
		for _, c := range []struct {
			err        error
			kind, text string
		}{
			{nil, "success", "Success: Saved"},
			{errors.New("secret"), "error", "Error: Not saved"},
			{bridge.UserError("full", "The disk is full."), "error", "Error: Not saved The disk is full."},
		} {
			err := notify.Promise(ctx, steps, func(_ context.Context, n *notify.Notification) error {
				n.Progress(0.5)
				after(p, time.Second)
				if got := p.Text(openOnes); got != "In progress: Saving…" || p.Attr(openOnes+" progress", "value") != "0.500" {
					t.Errorf("while it goes on: %s", p.HTML())
				}
				return c.err
			})
			after(p, time.Second)
			if got := p.Text(openOnes); err != c.err || got != c.text || p.Attr(openOnes, "data-kind") != c.kind || p.Count("progress[max='1']") != 0 {
				t.Errorf("%v: %v, %q in %s", c.err, err, got, p.HTML())
			}
			p.Click(openOnes + " [data-part=dismiss]")
			after(p, time.Second)
		}
	})
}

// TestUpdateIsFoundByWhatItSays: what was said before may be said again.
func TestUpdateIsFoundByWhatItSays(t *testing.T) {
	inMemory(t, func(p *widgettest.Page, ctx context.Context) {
		n := notify.Show(ctx, notify.Note{Title: "One"})
		n.Update(func(note *notify.Note) { note.Title = "Two" })
		if notify.Show(ctx, notify.Note{Title: "One"}) == n || notify.Show(ctx, notify.Note{Title: "Two"}) != n {
			t.Error("found by what it said before")
		}
		after(p, time.Second)
		if got := p.Text(openOnes); p.Count(openOnes) != 2 || got != "Note: Two ×2" {
			t.Errorf("%d, the first says %q", p.Count(openOnes), got)
		}
	})
}

// TestMissed: what a page was away for is in the history, but what wants an answer
// is shown still.
func TestMissed(t *testing.T) {
	inMemory(t, func(p *widgettest.Page, ctx context.Context) { // whose session has no socket
		n := notify.Show(ctx, notify.Note{Title: "Lunch"})
		notify.Show(ctx, notify.Note{Title: "Question", Actions: []notify.Action{{Label: "Yes"}}})
		after(p, 6*time.Minute)
		if got := p.Text(openOnes); p.Count(openOnes) != 1 || got != "Note: Question Yes" {
			t.Errorf("shown: %q", got)
		}
		if n.Reason() != notify.Missed || notify.Unseen(ctx) != 2 {
			t.Errorf("reason %v, %d unseen", n.Reason(), notify.Unseen(ctx))
		}
	})
}

// TestBody shows a widget in a notification; it keeps its state when it is
// reminded of.
func TestBody(t *testing.T) {
	inMemory(t, func(p *widgettest.Page, ctx context.Context) {
		c := &counter{}
		notify.Show(ctx, notify.Note{Title: "N", Period: time.Minute, Body: widget.Show(c)})
		after(p, time.Second)
		p.Click("#count")
		p.Click(openOnes + " [data-part=dismiss]")
		after(p, time.Minute+time.Second)
		p.Click("#count")
		if got := p.Text("#count"); got != "2" {
			t.Errorf("counted %s", got)
		}
	})
}

type counter struct {
	widget.Base
	n int
}

func (c *counter) add(context.Context) { c.n++ }

func (c *counter) Render() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		io.WriteString(w, `<button id="count"`)
		if err := templruntime.RenderAttributes(ctx, w, io.Discard, "button", c.On(widget.Click(c.add))); err != nil {
			return err
		}
		_, err := fmt.Fprintf(w, ">%d</button>", c.n)
		return err
	})
}

func TestMistakesPanic(t *testing.T) {
	inMemory(t, func(p *widgettest.Page, ctx context.Context) {
		for name, f := range map[string]func(){
			"notify: a Note needs a Title or a Text":                         func() { notify.Show(ctx, notify.Note{}) },
			`notify: "N" has 3 actions, and two are what a user can take in`: func() { notify.Show(ctx, notify.Note{Title: "N", Actions: make([]notify.Action, 3)}) },
			"notify: outside of a session":                                   func() { notify.Show(context.Background(), notify.Note{Title: "N"}) },
			"notify: Join outside of a session":                              func() { notify.Join(context.Background(), "g") },
		} {
			func() {
				defer func() {
					if got := recover(); got != name {
						t.Errorf("got %v, want %s", got, name)
					}
				}()
				f()
			}()
		}
	})
}

// TestEndOfTheSession leaves nothing behind.
func TestEndOfTheSession(t *testing.T) {
	inMemory(t, func(p *widgettest.Page, ctx context.Context) {
		notify.Join(ctx, "g")
		var asked atomic.Bool
		n := notify.Show(ctx, notify.Note{Title: "N", Period: time.Second, Check: func(context.Context) (bool, error) { asked.Store(true); return true, nil }})
		after(p, time.Second)
		p.Click(openOnes + " [data-part=dismiss]")
		leaving := notify.Show(ctx, notify.Note{Title: "leaving"})
		leaving.Close()
		p.End()
		<-n.Done()
		<-leaving.Done()
		time.Sleep(time.Minute)
		synctest.Wait()
		for range notify.Group("g") {
			t.Error("the group has a session that ended")
		}
		if asked.Load() {
			t.Error("a reminder outlived its session")
		}
		<-notify.Show(ctx, notify.Note{Title: "late"}).Done()
	})
}
