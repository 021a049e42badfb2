package svg_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/svg"
)

// inside draws parts between the braces of e, as a template does.
func inside(e *svg.Element, parts ...templ.Component) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		return e.Render(templ.WithChildren(ctx, templ.Join(parts...)), w)
	})
}

func TestTemplateNesting(t *testing.T) {
	curve := svg.Path(svg.M(0, 0).L(9, 9)).ID("curve")
	got := draw(t, inside(box(svg.Circle(1, 1, 1)).Scope("x").Label("Nested"),
		curve,
		inside(svg.G().Fill(svg.None), svg.Rect(0, 0, 1, 1)),
		inside(svg.Text(0, 0, ""), svg.TextPath(curve, "along")),
	))
	want := `<svg viewBox="0 0 100 100" role="img" fill="currentColor"><title>Nested</title><circle cx="1" cy="1" r="1"></circle>` +
		`<path id="x-curve" d="M0 0L9 9"></path><g fill="none"><rect x="0" y="0" width="1" height="1"></rect></g>` +
		`<text x="0" y="0"><textPath href="#x-curve">along</textPath></text></svg>`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestTemplateOrder: between braces, what is drawn later may be referred to before, not the
// other way round, since nobody can know.
func TestTemplateOrder(t *testing.T) {
	curve := svg.Path(svg.M(0, 0).L(9, 9))
	text := svg.Text(0, 0, "").Add(svg.TextPath(curve, "along"))
	draw(t, inside(box(), text, curve))
	if err := drawErr(t, inside(box(), curve, text)); !strings.Contains(err, "has no ID") {
		t.Error(err)
	}
}

func TestMistakes(t *testing.T) {
	gradient := svg.LinearGradient(svg.Stop{Color: "red"})
	round := svg.G()
	for what, c := range map[string]struct {
		drawing templ.Component
		want    string
	}{
		"not a number":         {svg.Circle(math.NaN(), 0, 1), "cx: not a number"},
		"infinite":             {svg.Path(svg.M(math.Inf(1), 0)), "not a number"},
		"negative box":         {svg.New(svg.Box(0, 0, -1, 1)), "not a box"},
		"path data":            {svg.Path(svg.D("M0 0<script>")), "not path data"},
		"reference to nowhere": {box(svg.Rect(0, 0, 1, 1).Fill(gradient)), "is not in the drawing"},
		"twice":                {box(svg.Defs(gradient, gradient), svg.G().Fill(gradient)), "stands twice"},
		"ID twice":             {box(svg.G().ID("a"), svg.G().ID("a")), `the ID "a" stands twice`},
		"ID twice, nested":     {inside(box(), svg.G().ID("a"), svg.G().ID("a")), `the ID "a" stands twice`},
		"paint that is none":   {box(svg.G().Fill(svg.G())), "neither a gradient nor a pattern"},
		"inside of itself":     {round.Add(round), "inside of itself"},
		"mute button":          {box(svg.Circle(1, 1, 1).Button("x")), "must be a Figure"},
		"button in an image":   {box(svg.Circle(1, 1, 1).Button("x")).Label("x"), "must be a Figure"},
		"link in decoration":   {box(svg.Link("/")), "must be a Figure"},
		"mute button, nested":  {inside(box(), svg.Circle(1, 1, 1).Button("x")), "must be a Figure"},
		"nameless button":      {box(svg.Circle(1, 1, 1).Button("")).Figure("x"), "needs a name"},
		"what is inside":       {inside(box(), failing), "broken"},
		"deep inside":          {box(svg.G(svg.G(svg.El("x")))), "no such element"},
	} {
		if err := drawErr(t, c.drawing); !strings.Contains(err, c.want) {
			t.Errorf("%s: %s, want %s", what, err, c.want)
		}
	}
}

var failing = templ.ComponentFunc(func(context.Context, io.Writer) error { return errors.New("broken") })

func TestFixedIDsReachBeyondTheDrawing(t *testing.T) {
	shared := svg.LinearGradient(svg.Stop{Color: "red"}).FixedID("brand")
	got := draw(t, box(svg.Rect(0, 0, 1, 1).Fill(shared)))
	if !strings.Contains(got, `fill="url(#brand)"`) {
		t.Error(got)
	}
	got = draw(t, box(svg.Defs(shared), svg.Rect(0, 0, 1, 1).Fill(shared)))
	if strings.Count(got, `id="brand"`) != 1 {
		t.Error(got)
	}
}

func TestNamesInAttributesBecomeIDs(t *testing.T) {
	got := draw(t, box(
		svg.El("filter").ID("soft"),
		svg.G().Attr("filter", "url(#soft)").Attr("aria-labelledby", "soft other"),
		svg.El("use").Attr("href", "#soft"), svg.El("use").Attr("href", "#elsewhere"),
	).Scope("x"))
	for _, want := range []string{`id="x-soft"`, `url(#x-soft)`, `"x-soft other"`, `href="#x-soft"`, `href="#elsewhere"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
}

func TestScope(t *testing.T) {
	var one, two svg.Scope
	a := one.Name("a")
	if again := one.Name("a"); again != a || a == two.Name("a") || a == one.Name("b") {
		t.Error("names of scopes must last and differ")
	}
	e := textOnPath()
	before := draw(t, e)
	if draw(t, e) != before {
		t.Error("with a scope, two renderings must be equal")
	}
	e.Scope("")
	before = draw(t, e)
	if draw(t, e) == before {
		t.Error("without a scope, two renderings must differ")
	}
}

// TestConcurrentRender draws the same elements from many goroutines; the race detector looks on.
func TestConcurrentRender(t *testing.T) {
	e := gradients().Scope("")
	number := regexp.MustCompile(`s[0-9a-z]+-`)
	want := number.ReplaceAllString(draw(t, e), "")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 50 {
				var b bytes.Buffer
				if err := e.Render(context.Background(), &b); err != nil || number.ReplaceAllString(b.String(), "") != want {
					t.Errorf("%v: %s", err, b.String())
				}
			}
		})
	}
	all.Wait()
}

func TestNumbers(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 50: "50", 0.1 + 0.2: "0.3", 1.0 / 3: "0.33333334", -1e-12: "0", math.Copysign(0, -1): "0",
		1e6: "1000000", -2.5: "-2.5", 123456.789: "123456.79",
	} {
		if got := draw(t, svg.G().Opacity(v)); got != `<g opacity="`+want+`"></g>` {
			t.Errorf("%v: got %s, want %s", v, got, want)
		}
	}
}

func TestNamesForAll(t *testing.T) {
	for what, c := range map[string]struct {
		drawing *svg.Element
		want    string
	}{
		"decoration":    {box(), ` aria-hidden="true" focusable="false">`},
		"empty label":   {box().Label(""), ` aria-hidden="true" focusable="false">`},
		"image":         {box().Label("A"), ` role="img" fill="currentColor"><title>A</title></svg>`},
		"described":     {box().Label("A").Describe("B"), `<title>A</title><desc>B</desc></svg>`},
		"figure":        {box().Figure("A"), ` role="group" fill="currentColor"><title>A</title></svg>`},
		"named by hand": {box().Attr("aria-label", "A"), ` aria-label="A" fill="currentColor"></svg>`},
		"own colour":    {box().Fill(svg.None), ` fill="none" aria-hidden="true" focusable="false">`},
		"icon":          {box().Icon(), ` width="1em" height="1em" data-omg="icon" `},
	} {
		if got := draw(t, c.drawing); !strings.Contains(got, c.want) {
			t.Errorf("%s: got %s, want %s", what, got, c.want)
		}
	}
	if got := draw(t, svg.Spinner("")); strings.Contains(got, "role") {
		t.Error("a spinner without a label has nothing to say:", got)
	}
	if got := draw(t, svg.Progress(math.NaN(), "A")) + draw(t, svg.Progress(7, "A")); !strings.Contains(got, `"0"`) || !strings.Contains(got, `"100"`) {
		t.Error(got)
	}
}

func BenchmarkRender(b *testing.B) {
	e := gradients()
	b.ReportAllocs()
	for b.Loop() {
		e.Render(context.Background(), io.Discard)
	}
}

func BenchmarkBuildAndRender(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		chart().Render(context.Background(), io.Discard)
	}
}
