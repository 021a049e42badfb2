package widget_test

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/a-h/templ"
	templruntime "github.com/a-h/templ/runtime"

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
	if err := templruntime.RenderAttributes(ctx, w, io.Discard, "div", a); err != nil {
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

// Rule 3.5: a redraw is checked like a first drawing.
func TestRedrawIsCheckedToo(t *testing.T) {
	s := text("<div>x</div>")
	page := widgettest.Mount(t, s)
	s.draw = text("<div><table><tr><td>x</td></tr></table></div>").draw
	s.Redraw()
	page.Flush()
	if err := page.Err(); err == nil || !strings.Contains(err.Error(), "rearrange") || page.HTML() != "<div>x</div>" {
		t.Errorf("got %v, the page is %s", err, page.HTML())
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
