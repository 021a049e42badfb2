package svg_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
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
			p.Wait(`getComputedStyle(document.querySelector("[data-omg=spinner]")).visibility == "visible"`)
			p.Run(`for (const s of document.querySelectorAll("svg")) s.setCurrentTime(1.65)`)
			p.Screenshot(name)
			p.Axe()
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

// TestSVG01Origin looks at what the origin's examples are to the browser: a circle that fills
// its box, letters that turn with their path, ten circles in a ring.
func TestSVG01Origin(t *testing.T) {
	p := browsertest.Open(t, serve(t, gallery(t)))
	for what, expression := range map[string]string{
		"the circle is red and touches its box": `(() => { const c = document.querySelector("#story-circle circle"), b = c.getBBox();
			return getComputedStyle(c).fill == "rgb(255, 0, 0)" && b.x == 0 && b.y == 0 && b.width == 100 && b.height == 100 })()`,
		"the letters turn": `(() => { const t = document.querySelector("#story-textpath text");
			const turn = n => (t.getRotationOfChar(n) + 540) % 360 - 180;
			return t.getNumberOfChars() == 16 && turn(0) < -30 && Math.abs(turn(8)) < 15 && turn(15) > 30 })()`,
		"ten circles in a ring, each animated twice": `(() => { const all = [...document.querySelectorAll("#story-spinner circle")];
			return all.length == 10 && all.every(c => c.querySelectorAll("animate").length == 2 &&
				Math.abs(Math.hypot(c.cx.baseVal.value - 10, c.cy.baseVal.value - 10) - 20 / 3) < 1e-4) })()`,
		"its circles shrink": `(() => { const s = document.querySelector("#story-spinner svg"), c = s.querySelector("circle:last-child");
			s.pauseAnimations(); s.setCurrentTime(2); const r = c.r.animVal.value; s.setCurrentTime(2.5);
			return Math.abs(r - 20 / 6) < .01 && c.r.animVal.value < r })()`,
	} {
		if !browsertest.Eval[bool](p, expression) {
			t.Errorf("not true: %s", what)
		}
	}
}

// TestSVG04ForcedColors wants what has no colour of its own to take the system's.
func TestSVG04ForcedColors(t *testing.T) {
	forced := func(*browsertest.Page) browsertest.Action {
		return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
			_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
				Features: []*emulation.MediaFeature{{Name: "forced-colors", Value: "active"}, {Name: "prefers-color-scheme", Value: "dark"}}})
			return err
		})
	}
	p := browsertest.Open(t, serve(t, gallery(t)), forced)
	for _, selector := range []string{"#story-spinner circle", "#story-dots circle", "#story-text text"} {
		fill := browsertest.Eval[string](p, fmt.Sprintf(`getComputedStyle(document.querySelector(%q)).fill`, selector))
		back := browsertest.Eval[string](p, `getComputedStyle(document.body).backgroundColor`)
		if fill != "rgb(255, 255, 255)" || back != "rgb(0, 0, 0)" {
			t.Errorf("%s: %s on %s, want white on black", selector, fill, back)
		}
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

// TestFocusIsSeen: who uses no pointer sees which shape is to be pressed.
func TestFocusIsSeen(t *testing.T) {
	p := browsertest.Open(t, serve(t, gallery(t)))
	p.Run(`document.querySelector("[data-city=Berta]").focus({focusVisible: true})`)
	if got := browsertest.Eval[string](p, `getComputedStyle(document.activeElement).outline`); !strings.HasSuffix(got, "solid 2px") {
		t.Errorf("the outline is %s", got)
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
