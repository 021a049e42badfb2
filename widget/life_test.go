package widget_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/a-h/templ"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/widget/widgettest"
)

func TestWidgetsLiveAndDie(t *testing.T) {
	child := text("<b>child</b>")
	show := true
	s := &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
		io.WriteString(w, "<p>")
		if show {
			if err := widget.Show(child).Render(ctx, w); err != nil {
				return err
			}
		}
		_, err := io.WriteString(w, "</p>")
		return err
	}}
	page := widgettest.Mount(t, s)
	if s.mounted != 1 || child.mounted != 1 {
		t.Errorf("mounted %d and %d times", s.mounted, child.mounted)
	}
	show = false
	s.Redraw()
	page.Flush()
	if child.unmounted != 1 || child.Mounted() || page.HTML() != "<p></p>" {
		t.Errorf("child unmounted %d times, page %s", child.unmounted, page.HTML())
	}
	show = true
	s.Redraw()
	page.Flush()
	if child.mounted != 2 || page.HTML() != "<p><b>child</b></p>" {
		t.Errorf("child mounted %d times, page %s", child.mounted, page.HTML())
	}
	if err := widgettest.New(t).Start(child); !errors.Is(err, widget.ErrShown) {
		t.Errorf("second mount: %v", err)
	}
	page.End()
	if s.unmounted != 1 || child.unmounted != 2 || s.Mounted() {
		t.Errorf("at the end: unmounted %d and %d times", s.unmounted, child.unmounted)
	}
}

func TestWidgetMovesWithItsNodes(t *testing.T) {
	child := text("<b>child</b>")
	holder := func() *scene {
		h := &scene{}
		h.draw = func(ctx context.Context, s *scene, w io.Writer) error {
			io.WriteString(w, "<p>")
			if s.n == 1 {
				if err := widget.Show(child).Render(ctx, w); err != nil {
					return err
				}
			}
			_, err := io.WriteString(w, "</p>")
			return err
		}
		return h
	}
	a, b := holder(), holder()
	a.n = 1
	root := &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
		io.WriteString(w, "<main>")
		if err := errors.Join(widget.Show(a).Render(ctx, w), widget.Show(b).Render(ctx, w)); err != nil {
			return err
		}
		_, err := io.WriteString(w, "</main>")
		return err
	}}
	page := widgettest.Mount(t, root)
	node := page.Find("b")
	for i := range 4 {
		a.n, b.n = i%2, 1-i%2
		a.Redraw()
		b.Redraw()
		page.Flush()
		if page.Find("b") != node || child.mounted != 1 || child.unmounted != 0 {
			t.Fatalf("step %d: %s, mounted %d, unmounted %d", i, page.HTML(), child.mounted, child.unmounted)
		}
	}
}

// What a widget shows may change while a flush draws, by another session's
// Update: a child may then be drawn by who showed it and by who shows it now.
func TestWidgetMovesDuringAFlush(t *testing.T) {
	child := text("<b>child</b>")
	var a, b *scene
	owner := &a
	holder := func(self **scene) *scene {
		return &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
			io.WriteString(w, "<p>")
			if owner == self {
				if err := widget.Show(child).Render(ctx, w); err != nil {
					return err
				}
			}
			_, err := io.WriteString(w, "</p>")
			return err
		}}
	}
	a, b = holder(&a), holder(&b)
	between := &scene{draw: func(_ context.Context, s *scene, w io.Writer) error {
		if s.n++; s.n == 2 {
			owner = &b
			a.Redraw()
			b.Redraw()
		}
		_, err := io.WriteString(w, "<i></i>")
		return err
	}}
	page := widgettest.Mount(t, &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
		io.WriteString(w, "<main>")
		for _, c := range []*scene{a, between, b} {
			if err := widget.Show(c).Render(ctx, w); err != nil {
				return err
			}
		}
		_, err := io.WriteString(w, "</main>")
		return err
	}})
	node := page.Find("b")
	for _, c := range []*scene{a, between, b} {
		c.Redraw()
	}
	page.Flush()
	page.Flush()
	if got := page.HTML(); got != "<main><p></p><i></i><p><b>child</b></p></main>" || page.Find("b") != node || child.unmounted != 0 {
		t.Errorf("got %s, unmounted %d times", got, child.unmounted)
	}
}

func TestNothingWaitsInRender(t *testing.T) {
	var got error
	s := &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
		var p bridge.Promise[int]
		_, got = p.Wait(ctx)
		_, err := io.WriteString(w, "<p></p>")
		return err
	}}
	page := widgettest.Mount(t, s)
	if !errors.Is(got, bridge.ErrWouldBlock) {
		t.Errorf("GET: %v", got)
	}
	got = nil
	s.Redraw()
	page.Flush()
	if !errors.Is(got, bridge.ErrWouldBlock) {
		t.Errorf("redraw: %v", got)
	}
}

type board struct {
	widget.Shared
	n int
}

func TestSharedObjects(t *testing.T) {
	b := &board{}
	watcher := func() *scene {
		return &scene{watch: []widget.Watched{b}, draw: func(ctx context.Context, s *scene, w io.Writer) error {
			s.n++
			_, err := fmt.Fprintf(w, "<p>%d</p>", b.n)
			return err
		}}
	}
	one, two := watcher(), watcher()
	pages := []*widgettest.Page{widgettest.Mount(t, one), widgettest.Mount(t, two)}
	if err := b.Update(context.Background(), func() { b.n = 7 }); err != nil {
		t.Fatal(err)
	}
	for i, p := range pages {
		if p.Flush(); p.Text("p") != "7" {
			t.Errorf("page %d shows %s", i, p.HTML())
		}
	}
	pages[0].Do(func(ctx context.Context) {
		var inner, view error
		outer := b.Update(ctx, func() {
			inner = b.Update(ctx, func() {})
			var p bridge.Promise[int]
			_, view = p.Wait(ctx)
		})
		if outer != nil || !errors.Is(inner, widget.ErrNested) || !errors.Is(view, bridge.ErrWouldBlock) {
			t.Errorf("nested: %v, %v; wait: %v", outer, inner, view)
		}
	})
	drawn := one.n
	pages[0].End()
	b.Update(context.Background(), func() { b.n++ })
	if one.n != drawn {
		t.Error("a widget that is gone was drawn")
	}
}

func TestRenderHoldsWhatItWatches(t *testing.T) {
	b := &board{}
	var inRender, update error
	s := &scene{watch: []widget.Watched{b}, draw: func(ctx context.Context, s *scene, w io.Writer) error {
		inRender = b.View(ctx, func() {})
		if s.mounted > 0 {
			update = b.Update(ctx, func() {})
		}
		_, err := io.WriteString(w, "<p></p>")
		return err
	}}
	page := widgettest.Mount(t, s)
	page.Flush()
	if inRender != nil || !errors.Is(update, widget.ErrNested) {
		t.Errorf("View: %v, Update: %v", inRender, update)
	}
}

func TestLostWidgetsAreSentWhole(t *testing.T) {
	child := text("<b>child</b>")
	s := &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
		io.WriteString(w, "<p>")
		if err := widget.Show(child).Render(ctx, w); err != nil {
			return err
		}
		_, err := fmt.Fprintf(w, "%d</p>", s.n)
		return err
	}}
	page := widgettest.Mount(t, s)
	b := page.Find("b")
	s.n = 1
	page.Send("[9,1]") // the page found it to differ
	if page.HTML() != "<p><b>child</b>1</p>" || page.Find("b") != b {
		t.Errorf("%s, child kept: %v", page.HTML(), page.Find("b") == b)
	}
	s.n = 2
	page.Tree().Lost(1) // the stream lost it, and perhaps what came with it
	page.Flush()
	if page.HTML() != "<p><b>child</b>2</p>" || page.Find("b") == b {
		t.Errorf("%s, child kept: %v", page.HTML(), page.Find("b") == b)
	}
	s.n = 3
	s.Redraw()
	page.Flush()
	if page.HTML() != "<p><b>child</b>3</p>" {
		t.Errorf("afterwards: %s", page.HTML())
	}
}

func TestPlace(t *testing.T) {
	s := text(`<main><div id="side"></div></main>`)
	page := widgettest.Mount(t, s)
	w := text("<em>placed</em>")
	page.Do(func(ctx context.Context) {
		if err := widget.Place(ctx, "#side", w); err != nil {
			t.Error(err)
		}
	})
	if page.HTML() != `<main><div id="side"><em>placed</em></div></main>` || w.mounted != 1 {
		t.Errorf("%s, mounted %d", page.HTML(), w.mounted)
	}
	w.draw = text("<em>changed</em>").draw
	w.Redraw()
	s.draw = text(`<main><div id="side">x</div><i></i></main>`).draw
	s.Redraw()
	page.Flush()
	if page.HTML() != `<main><div id="side"><em>changed</em>x</div><i></i></main>` {
		t.Errorf("%s", page.HTML())
	}
	page.Do(func(ctx context.Context) { widget.Remove(ctx, w) })
	if page.HTML() != `<main><div id="side">x</div><i></i></main>` || w.unmounted != 1 {
		t.Errorf("%s, unmounted %d", page.HTML(), w.unmounted)
	}
}

func TestRaw(t *testing.T) {
	content := "<b>x</b>"
	s := &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
		io.WriteString(w, "<div><section>")
		if err := widget.Raw(content).Render(ctx, w); err != nil {
			return err
		}
		_, err := fmt.Fprintf(w, "</section><i>%d</i></div>", s.n)
		return err
	}}
	page := widgettest.Mount(t, s)
	for _, c := range []struct{ raw, want string }{
		{"<i>a<b>c", "<i>a<b>c</b></i>"},
		{"</p></section></div>", "<p></p>"},
		{"x &amp; y", "x &amp; y"},
		{"", ""},
		{"<u>1</u><u>2</u>", "<u>1</u><u>2</u>"},
	} {
		content = c.raw
		s.n++
		s.Redraw()
		page.Flush()
		if err := page.Err(); err != nil {
			t.Fatalf("%q: %v", c.raw, err)
		}
		if got, want := page.HTML(), fmt.Sprintf("<div><section>%s</section><i>%d</i></div>", c.want, s.n); got != want {
			t.Errorf("%q: got %s, want %s", c.raw, got, want)
		}
	}
	content = `<img src=x onerror=x()>`
	s.Redraw()
	page.Flush()
	if err := page.Err(); err == nil || !strings.Contains(err.Error(), "onerror") {
		t.Errorf("got %v", err)
	}
}

// A mark that comes while its widget is drawn waits for the next turn.
func TestRedrawInRender(t *testing.T) {
	child := text("<b></b>")
	s := &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
		if s.n++; s.n < 100 {
			s.Redraw()
		}
		io.WriteString(w, "<p>")
		if err := widget.Show(child).Render(ctx, w); err != nil {
			return err
		}
		_, err := fmt.Fprintf(w, "%d</p>", s.n)
		return err
	}}
	page := widgettest.Mount(t, s)
	before := s.n
	page.Flush()
	if s.n != before+1 || page.Text("p") != fmt.Sprint(s.n) {
		t.Errorf("drawn %d times in one turn, page %s", s.n-before, page.HTML())
	}
}

// A widget may be fine in itself and yet be shown where HTML does not allow it.
func TestWidgetShownWhereHTMLDoesNotAllowIt(t *testing.T) {
	for _, c := range []struct{ outer, inner string }{{"p", "div"}, {"table", "tr"}, {"a", "a"}, {"button", "button"}} {
		child := text("<" + c.inner + "></" + c.inner + ">")
		s := &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
			io.WriteString(w, "<main><"+c.outer+">")
			if err := widget.Show(child).Render(ctx, w); err != nil {
				return err
			}
			_, err := io.WriteString(w, "</"+c.outer+"></main>")
			return err
		}}
		if err := widgettest.New(t).Start(s); err == nil || !strings.Contains(err.Error(), "rearrange") {
			t.Errorf("%s in %s: %v", c.inner, c.outer, err)
		}
	}
}

func TestShownTwice(t *testing.T) {
	child := text("<b></b>")
	s := &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
		io.WriteString(w, "<p>")
		if err := errors.Join(widget.Show(child).Render(ctx, w), widget.Show(child).Render(ctx, w)); err != nil {
			return err
		}
		_, err := io.WriteString(w, "</p>")
		return err
	}}
	if err := widgettest.New(t).Start(s); !errors.Is(err, widget.ErrShown) {
		t.Errorf("got %v", err)
	}
}

// boardView watches its board from Mount on; the GET holds what its field points to.
type boardView struct {
	widget.Base
	Board  *board
	update error
}

func (v *boardView) Mount(context.Context) error { v.Watch(v.Board); return nil }

func (v *boardView) Render() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		v.update = v.Board.Update(ctx, func() {})
		_, err := fmt.Fprintf(w, "<p>%d</p>", v.Board.n)
		return err
	})
}

func TestGETHoldsTheFieldsOfAWidget(t *testing.T) {
	v := &boardView{Board: &board{}}
	page := widgettest.New(t)
	if err := page.Start(v); err != nil {
		t.Fatal(err)
	}
	if !errors.Is(v.update, widget.ErrNested) {
		t.Errorf("Update in the Render of a GET: %v", v.update)
	}
	v.Board.Update(context.Background(), func() { v.Board.n = 3 })
	page.Flush()
	if page.Text("p") != "3" {
		t.Errorf("page %s", page.HTML())
	}
}
