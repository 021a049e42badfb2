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

// A scene is a widget whose Render is a function.
type scene struct {
	widget.Base
	draw      func(ctx context.Context, s *scene, w io.Writer) error
	mounted   int
	unmounted int
	watch     []widget.Watched
	n         int
}

func (s *scene) Render() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error { return s.draw(ctx, s, w) })
}

func (s *scene) Mount(context.Context) error {
	s.mounted++
	s.Watch(s.watch...)
	return nil
}

func (s *scene) Unmount() { s.unmounted++ }

func (s *scene) count(context.Context) { s.n++ }

// text returns a scene that draws fixed HTML.
func text(html string) *scene {
	return &scene{draw: func(_ context.Context, _ *scene, w io.Writer) error {
		_, err := io.WriteString(w, html)
		return err
	}}
}

// attrs writes attributes, as templ does for { x... }.
func attrs(ctx context.Context, w io.Writer, a templ.Attributer) {
	if err := templ.RenderAttributes(ctx, w, a); err != nil {
		panic(err)
	}
}

func TestDrawingsThatAreRefused(t *testing.T) {
	for _, c := range []struct{ name, html, want string }{
		{"two roots", "<p></p><p></p>", "one root"},
		{"text beside the root", "<p></p>x", "one root"},
		{"nothing", "", "one root"},
		{"element that is not closed", "<p><b></p>", "not well formed"},
		{"implied tbody", "<table><tr><td>x</td></tr></table>", "rearrange"},
		{"block in a paragraph", "<div><p><div>x</div></p></div>", ""},
		{"link in a link", `<div><a href="/">a<a href="/">b</a></a></div>`, "rearrange"},
		{"equal keys", `<ul><li w-k="1"></li><li w-k="1"></li></ul>`, "one key"},
		{"event attribute", `<p onclick="x()"></p>`, "onclick"},
		{"event attribute in capitals", `<p ONCLICK="x()"></p>`, "ONCLICK"},
		{"srcdoc", `<iframe srcdoc="x"></iframe>`, "srcdoc"},
		{"script", `<div><script>x</script></div>`, "<script>"},
		{"base", `<div><base href="/x"></div>`, "<base>"},
		{"meta refresh", `<div><meta http-equiv="refresh" content="0"></div>`, "http-equiv"},
		{"javascript URL", `<a href="javascript:x()">x</a>`, "javascript"},
		{"hidden javascript URL", "<a href=\" JaVa\tScript&#58;x()\">x</a>", "javascript"},
		{"javascript in a form", `<form action="javascript:x"></form>`, "javascript"},
		{"javascript in SVG", `<svg><a xlink:href="javascript:x"></a></svg>`, "javascript"},
		{"javascript by animation", `<svg><a><animate attributeName="href" values="a;javascript:x"></animate></a></svg>`, "javascript"},
		{"data URL of a frame", `<iframe src="data:text/html,x"></iframe>`, "data"},
		{"forged handler", `<p w-click="0"></p>`, "w-click"},
		{"forged widget", `<p w="3"></p>`, "attribute w"},
		{"forged mark", `<p><!--wc0--></p>`, "mark of a widget"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := widgettest.New(t).Start(text(c.html))
			if c.want == "" {
				if err == nil {
					t.Error("no error")
				}
			} else if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: %v, want %q", c.html, err, c.want)
			}
		})
	}
}

func TestDrawingsThatPass(t *testing.T) {
	for _, html := range []string{
		`<img src="data:image/png;base64,AA==">`,
		`<a href="/a:b?x=data:1">x</a>`,
		"<pre>\n\nx</pre>", "<pre>\n</pre>",
		"<div><!-- a --><b></b><!----></div>",
		`<svg viewBox="0 0 1 1"><path d="M0 0"/><foreignObject><p>x</p></foreignObject></svg>`,
		`<div><textarea><b>&amp;</textarea><br/><input disabled></div>`,
		`<table><colgroup><col></colgroup><tbody><tr><td>x</td></tr></tbody></table>`,
		`<p title='it is "so"' data-x=1>x</p>`,
		`<tr><td>x</td></tr>`, `<option>x</option>`,
		`<video src="/a.mp4" controls muted></video>`,
	} {
		page := widgettest.New(t)
		if err := page.Start(text(html)); err != nil {
			t.Errorf("%s: %v", html, err)
		}
	}
}

func TestPatchesRefuseToo(t *testing.T) {
	s := text("<p>x</p>")
	page := widgettest.Mount(t, s)
	s.draw = text(`<p><a href="javascript:x">x</a></p>`).draw
	s.Redraw()
	page.Flush()
	var refused *widget.Refused
	if err := page.Err(); !errors.As(err, &refused) {
		t.Errorf("got %v, want it refused", err)
	}
	if page.HTML() != "<p>x</p>" || len(page.Patches()) != 0 {
		t.Errorf("the page is %s", page.HTML())
	}
}

func TestPanicInRenderKeepsThePage(t *testing.T) {
	s := text("<p>x</p>")
	page := widgettest.Mount(t, s)
	good := s.draw
	s.draw = func(context.Context, *scene, io.Writer) error { panic("oh") }
	s.Redraw()
	page.Flush()
	if err := page.Err(); err == nil || !strings.Contains(err.Error(), "panic in Render: oh") {
		t.Errorf("got %v", err)
	}
	if len(page.Patches()) != 0 {
		t.Error("something was sent")
	}
	s.draw = func(ctx context.Context, s *scene, w io.Writer) error {
		return good(ctx, text("<p>y</p>"), w)
	}
	s.draw = text("<p>y</p>").draw
	s.Redraw()
	page.Flush()
	if page.HTML() != "<p>y</p>" {
		t.Errorf("the page is %s", page.HTML())
	}
}

func TestFunctionLiteralTwiceUnderOneKey(t *testing.T) {
	list := func(keyed bool) *scene {
		return &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
			io.WriteString(w, "<ul>")
			for i := range 3 {
				io.WriteString(w, "<li")
				if keyed {
					attrs(ctx, w, s.Key(i))
				}
				io.WriteString(w, "><b")
				attrs(ctx, w, s.On(widget.Click(func(context.Context) { s.n = i })))
				io.WriteString(w, "></b></li>")
			}
			_, err := io.WriteString(w, "</ul>")
			return err
		}}
	}
	if err := widgettest.New(t).Start(list(false)); err == nil || !strings.Contains(err.Error(), "drawn twice") {
		t.Errorf("got %v", err)
	}
	s := list(true)
	page := widgettest.Mount(t, s)
	page.Click("li:nth-child(3) b")
	if s.n != 2 {
		t.Errorf("got %d", s.n)
	}
}

// A handler's id is its node's: an insert at the top changes no other row, and a
// click on what is gone reaches nobody.
func TestHandlersBelongToNodes(t *testing.T) {
	items := []int{1, 2, 3}
	s := &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
		io.WriteString(w, "<ul>")
		for _, i := range items {
			fmt.Fprint(w, "<li")
			attrs(ctx, w, s.Key(i))
			attrs(ctx, w, s.On(widget.Click(func(context.Context) { s.n = i })))
			fmt.Fprintf(w, ">%d</li>", i)
		}
		_, err := io.WriteString(w, "</ul>")
		return err
	}}
	page := widgettest.Mount(t, s)
	third := page.Attr("li:nth-child(3)", "w-click")
	items = []int{0, 1, 2, 3}
	s.Redraw()
	page.Flush()
	if got := page.Attr("li:nth-child(4)", "w-click"); got != third {
		t.Errorf("id of the third row is %s now, was %s", got, third)
	}
	items = []int{0, 1, 2}
	s.Redraw()
	page.Flush()
	s.n = -1
	if err := page.Send("[0,1," + third + "]"); err != nil || s.n != -1 || page.Tree().Stale() != 1 {
		t.Errorf("stale click: %v, ran %d, stale %d", err, s.n, page.Tree().Stale())
	}
	items = []int{0, 1, 2, 4}
	s.Redraw()
	page.Flush()
	if page.Attr("li:nth-child(4)", "w-click") == third {
		t.Error("an id is used again")
	}
}

func TestStrictHandler(t *testing.T) {
	s := &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
		io.WriteString(w, "<p")
		attrs(ctx, w, s.On(widget.Click(s.count).Strict()))
		_, err := fmt.Fprintf(w, ">%d</p>", s.n)
		return err
	}}
	page := widgettest.Mount(t, s)
	id := strings.Fields(page.Attr("p", "w-click"))[0]
	for i, step := range []struct {
		seen, n int
	}{{0, 1}, {0, 1}, {1, 2}} {
		page.Send(fmt.Sprintf("[0,1,%s,%d]", id, step.seen))
		if s.n != step.n {
			t.Errorf("step %d: ran %d times, want %d", i, s.n, step.n)
		}
	}
}

func TestMessagesOfHostilePages(t *testing.T) {
	s := &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
		io.WriteString(w, "<input")
		attrs(ctx, w, s.On(widget.Input(func(context.Context, string) { s.n++ })))
		_, err := io.WriteString(w, ">")
		return err
	}}
	page := widgettest.Mount(t, s)
	for _, msg := range []string{
		`[0]`, `[0,"x"]`, `[0,1]`, `[0,-1,1]`, `[0,1,"1"]`, `[9]`, `[9,"x"]`,
		`[0,99,1]`, `[0,1,99]`, `[0,4294967297,1]`, `[0,1,4294967297]`,
		`[0,1,1]`, `[0,1,1,5,1]`, `[0,1,1,{"a":1},1]`, `[0,1,1,"x",-1]`, `[9,99]`, `[9,1]`,
	} {
		page.Send(msg)
		for page.Err() != nil {
		}
	}
}

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
