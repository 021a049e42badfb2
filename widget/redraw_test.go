package widget_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/widget/widgettest"
)

// shows draws widgets side by side.
func shows(kids ...*scene) *scene {
	return &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
		io.WriteString(w, "<main>")
		for _, k := range kids {
			if err := widget.Show(k).Render(ctx, w); err != nil {
				return err
			}
		}
		_, err := io.WriteString(w, "</main>")
		return err
	}}
}

// Rule 1.9: what is redrawn after a handler is its own widget and what was
// marked; nothing is guessed.
func TestOnlyWhatChangedIsDrawn(t *testing.T) {
	var drawn []string
	named := func(name string, f func(s *scene)) *scene {
		s := counter(func(_ context.Context, s *scene) { s.n++; f(s) })
		inner := s.draw
		s.draw = func(ctx context.Context, s *scene, w io.Writer) error {
			drawn = append(drawn, name)
			return inner(ctx, s, w)
		}
		return s
	}
	marked := named("marked", func(*scene) {})
	root := shows(named("clicked", func(*scene) { marked.Redraw() }), marked, named("third", func(*scene) {}))
	page := widgettest.Mount(t, root)
	drawn = nil
	page.Click("p")
	if got := strings.Join(drawn, " "); got != "clicked marked" {
		t.Errorf("drawn: %s", got)
	}
}

// Rule 1.4: any goroutine may mark a widget.
func TestRedrawFromAnyGoroutine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := &board{}
		s := &scene{watch: []widget.Watched{b}, draw: func(_ context.Context, _ *scene, w io.Writer) error {
			_, err := fmt.Fprintf(w, "<p>%d</p>", b.n)
			return err
		}}
		page, _ := connect(t, s)
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				for range 50 {
					s.Redraw()
					b.Update(context.Background(), func() { b.n++ })
				}
			})
		}
		wg.Wait()
		synctest.Wait()
		got := page.Messages(0)
		if len(got) == 0 || !strings.Contains(got[len(got)-1], `"200"`) {
			t.Errorf("the page got %d patches, the last %s", len(got), got[max(0, len(got)-1):])
		}
	})
}

// waiter is a widget whose Mount waits for the page.
type waiter struct {
	scene
	err error
}

func (w *waiter) Mount(ctx context.Context) error {
	w.err = mark.Call(ctx, 1)
	return nil
}

// Rule 1.6: nothing waits for the page while it is mounted.
func TestNothingWaitsInMount(t *testing.T) {
	w := &waiter{scene: *text("<p></p>")}
	widgettest.Mount(t, w)
	if !errors.Is(w.err, bridge.ErrWouldBlock) || !strings.Contains(w.err.Error(), "Mount") {
		t.Errorf("got %v", w.err)
	}
}

// Rule 1.11: the locks of what a widget watches are taken in one order, whatever
// the order of Watch; else two drawings could wait for each other for ever.
func TestLocksAreTakenInOrder(t *testing.T) {
	var objects []widget.Watched
	for range 5 {
		objects = append(objects, &board{})
	}
	backwards := slices.Clone(objects)
	slices.Reverse(backwards)
	var locks [][]uint64
	for _, watch := range [][]widget.Watched{objects, backwards} {
		s := text("<p></p>")
		s.watch = watch
		widgettest.Mount(t, s)
		locks = append(locks, widget.Locks(s))
	}
	if len(locks[0]) != 5 || !slices.Equal(locks[0], locks[1]) || !slices.IsSorted(locks[0]) {
		t.Errorf("got %v", locks)
	}
}

// failingWriter takes so many messages and then panics.
type failingWriter int

func (f *failingWriter) Patch(_ uint64, _ bool, write func([]byte) []byte) {
	if *f--; *f < 0 {
		panic("full")
	}
	write(nil)
}

// Rule 1.8: hashes are of what the page gets. Where a flush fails on its way, what
// it drew is sent whole by the next one.
func TestFlushThatIsLost(t *testing.T) {
	a, b := counter(func(context.Context, *scene) {}), counter(func(context.Context, *scene) {})
	page := widgettest.Mount(t, shows(a, b))
	a.n, b.n = 1, 1
	page.Do(func(ctx context.Context) {
		a.Redraw()
		b.Redraw()
		defer func() {
			if recover() == nil {
				t.Error("the writer took everything")
			}
		}()
		one := failingWriter(1)
		page.Tree().FlushTo(ctx, &one)
	})
	for _, s := range []*scene{a, b} {
		s.Redraw()
		page.Flush()
	}
	if got := page.HTML(); got != "<main><p>1</p><p>1</p></main>" {
		t.Errorf("the page is %s", got)
	}
	a.n = 2
	a.Redraw()
	page.Flush()
	if got := page.HTML(); got != "<main><p>2</p><p>1</p></main>" {
		t.Errorf("afterwards the page is %s", got)
	}
}

// Rule 1.8: who is told of an error may fail too; the page gets what can be drawn.
func TestPanicInOptionsError(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		broken := false
		bad := &scene{draw: func(_ context.Context, _ *scene, w io.Writer) error {
			if broken {
				return errors.New("broken")
			}
			_, err := io.WriteString(w, "<i></i>")
			return err
		}}
		good := counter(func(context.Context, *scene) {})
		page, _ := connectTelling(t, shows(good, bad), func(error) { panic("told") })
		synctest.Wait()
		broken, good.n = true, 7
		good.Redraw()
		bad.Redraw()
		synctest.Wait()
		if got := page.Trail(0); !strings.Contains(got, `"7"`) {
			t.Errorf("the page got %s", got)
		}
	})
}
