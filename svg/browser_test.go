package svg_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/svg"
)

// TestGallery draws everything under the strict policy; a violation or a message on the
// console fails it. With OMG_SCREENSHOTS=dir it leaves pictures to look at.
func TestGallery(t *testing.T) {
	url := serve(t, gallery(t))
	for name, options := range map[string][]browsertest.Option{
		"svg-light":  {browsertest.Size(1000, 1250)},
		"svg-dark":   {browsertest.Size(1000, 1250), browsertest.Dark()},
		"svg-narrow": {browsertest.Size(320, 800)},
	} {
		t.Run(name, func(t *testing.T) {
			p := browsertest.Open(t, url, options...)
			p.Wait(`document.fonts.status === "loaded"`)
			p.Screenshot(name)
			if n, want := p.Count("figure"), len(drawings()); n != want {
				t.Errorf("%d drawings, want %d", n, want)
			}
			wrong := browsertest.Eval[[]string](p, `[...document.querySelectorAll("svg, svg *:not(foreignObject *)")]
				.filter(e => e.namespaceURI != "http://www.w3.org/2000/svg" || e.constructor == SVGElement)
				.map(e => e.outerHTML.slice(0, 80))`)
			if len(wrong) > 0 {
				t.Errorf("not SVG to the browser: %q", wrong)
			}
			if browsertest.Eval[bool](p, `document.documentElement.scrollWidth > innerWidth`) {
				t.Error("the page scrolls sideways")
			}
		})
	}
}

// TestSVG03Names asks the browser what it tells those who cannot see.
func TestSVG03Names(t *testing.T) {
	p := browsertest.Open(t, serve(t, gallery(t)))
	for selector, want := range map[string]string{
		"#story-circle svg":                      "image/A red circle/",
		"#story-chart svg":                       "image/Visitors a day/They rise from 22 on Monday to 82 on Sunday.",
		"#story-map svg":                         "group/Cities/",
		"#story-map [data-city=Berta]":           "button/Berta/",
		"#story-shapes svg":                      "-",
		"#story-dots [role=status] svg":          "-",
		"#story-progress [aria-valuenow=\"66\"]": "progressbar/Upload/",
	} {
		if got := accessible(t, p, selector); got != want {
			t.Errorf("%s: got %s, want %s", selector, got, want)
		}
	}
}

// TestSVG05ReducedMotion compares positions over time: they must be equal for who asked for
// no motion, and must differ for the others.
func TestSVG05ReducedMotion(t *testing.T) {
	url := serve(t, "<p>"+draw(t, svg.Spinner("Loading…"))+draw(t, svg.Progress(0.5, "Upload"))+"</p>")
	const running = `document.getAnimations().filter(a => a.effect.getComputedTiming().iterations == Infinity).length`
	if n := browsertest.Eval[int](browsertest.Open(t, url), running); n != 10 {
		t.Errorf("%d of 10 dots move", n)
	}
	p := browsertest.Open(t, url, browsertest.ReducedMotion())
	if n := browsertest.Eval[int](p, running); n != 0 {
		t.Errorf("%d dots move, want none", n)
	}
	p.Wait(`getComputedStyle(document.querySelector("[data-omg=spinner]")).visibility == "visible"`)
}

func TestSVG06UniqueIDs(t *testing.T) {
	page := strings.Builder{}
	for range 20 {
		e := textOnPath().Scope("")
		page.WriteString(draw(t, e))
		page.WriteString(draw(t, svg.Must(svg.Parse(logoFile))))
	}
	p := browsertest.Open(t, serve(t, page.String()))
	ids := p.Count("[id]")
	distinct := browsertest.Eval[int](p, `new Set([...document.querySelectorAll("[id]")].map(e => e.id)).size`)
	dangling := browsertest.Eval[int](p, `[...document.querySelectorAll("[href^='#']")]
		.filter(e => !document.querySelector(e.getAttribute("href"))).length`)
	if ids != 40 || distinct != 40 || dangling != 0 {
		t.Errorf("%d ids, %d distinct, %d references to nothing; want 40, 40, 0", ids, distinct, dangling)
	}
}

// TestSVG02NothingRuns puts hostile values wherever a program may put those of its users.
func TestSVG02NothingRuns(t *testing.T) {
	const evil = `"><script>document.title='evil'</script><x y="javascript:document.title='evil'`
	e := box(
		svg.Text(1, 1, evil).Fill(svg.Color(evil)).FontFamily(evil).Class(evil),
		svg.Link("javascript:document.title='evil'", svg.Rect(0, 0, 100, 100)),
		svg.G().Attr("id", evil).Attr("data-x", evil).Attr("aria-label", evil),
		svg.TSpan("").ID(evil),
	).Figure(evil).Describe(evil)
	p := browsertest.Open(t, serve(t, draw(t, e)))
	p.Run(`document.querySelector("svg a").dispatchEvent(new MouseEvent("click", {bubbles: true}))`)
	title := browsertest.Eval[string](p, `document.title`)
	if title != "svg" || p.Count("script") != 0 {
		t.Errorf("title is %q, %d scripts", title, p.Count("script"))
	}
}

// accessible returns role, name and description of an element, or "-" if it is left out.
func accessible(t *testing.T, p *browsertest.Page, selector string) (got string) {
	t.Helper()
	p.Do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		object, err := cdp.Call(ctx, target, runtime.Evaluate, runtime.EvaluateParams{
			Expression: fmt.Sprintf("document.querySelector(%q)", selector)})
		if err != nil {
			return err
		}
		one := false
		tree, err := cdp.Call(ctx, target, accessibility.GetPartialAXTree, accessibility.GetPartialAXTreeParams{
			ObjectID: object.Result.ObjectID, FetchRelatives: &one})
		if err != nil {
			return err
		}
		got = describe(tree.Nodes[0])
		return nil
	}))
	return got
}

func describe(n *accessibility.Node) string {
	if n.Ignored {
		return "-"
	}
	return plain(n.Role) + "/" + plain(n.Name) + "/" + plain(n.Description)
}

func plain(v *accessibility.Value) string {
	if v == nil {
		return ""
	}
	return strings.Trim(string(v.Value), `"`)
}
