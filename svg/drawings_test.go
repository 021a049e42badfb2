package svg_test

import (
	"context"
	"io"
	"math"
	"testing"
	"time"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/svg"
)

// drawings are looked at in two ways: as text by TestGolden, as pictures by TestGallery.
func drawings() []drawing {
	return []drawing{
		{"circle", "The origin's circle", box(svg.Circle(50, 50, 50).Fill(svg.Color("red"))).Label("A red circle")},
		{"spinner", "The origin's spinner, by SVG's own animation", originSpinner()},
		{"textpath", "The origin's text on a path", textOnPath()},
		{"shapes", "Shapes", shapes()},
		{"curves", "Paths", curves()},
		{"gradients", "Gradients and a pattern", gradients()},
		{"clip", "Clipped, masked, blurred", clipped()},
		{"symbols", "One symbol, many uses", symbols()},
		{"text", "Text", texts()},
		{"chart", "A chart with a name and a description", chart()},
		{"map", "A figure with buttons", figure()},
		{"motion", "Along a path, turning, by values", motion()},
		{"html", "HTML inside", box(svg.HTML(10, 10, 80, 80, htmlBox)).Scope("html").Figure("HTML in a drawing")},
		{"link", "A link", box(svg.Link("/docs?a=1&b=2", svg.Rect(10, 30, 80, 40).Rounded(20).Fill(accent),
			svg.Text(50, 50, "Docs").Anchor(svg.Middle).Baseline(svg.Central).Fill(svg.Token("omg-color-on-accent")))).Figure("Navigation")},
		{"logo", "A file, cleaned and minified", logo()},
		{"dots", "Spinner", svg.Spinner("Loading…")},
		{"progress", "Progress", templ.Join(svg.Progress(0, "Upload"), svg.Progress(0.25, "Upload"),
			svg.Progress(0.66, "Upload"), svg.Progress(1, "Upload"))},
	}
}

type drawing struct {
	name, title string
	component   templ.Component
}

func TestGolden(t *testing.T) {
	for _, d := range drawings() {
		t.Run(d.name, func(t *testing.T) { golden(t, d.name, draw(t, d.component)) })
	}
}

var (
	accent = svg.Token("omg-color-accent")
	muted  = svg.Token("omg-color-muted")
	soft   = svg.Token("omg-color-accent-soft")
)

// originSpinner is the spinner of OMGlib's text: ten circles that shrink and fade in turn. Its
// colour is not fixed here, so that it can be seen on dark too.
func originSpinner() *svg.Element {
	const width, count = 20.0, 10
	r, rc := width/2, width/6
	e := svg.New(svg.Box(0, 0, width, width)).Label("Loading")
	for i := range count {
		angle := float64(i) * 2 * math.Pi / count
		begin := time.Duration(count-i-1) * time.Second / count
		e.Add(svg.Circle(r+(r-rc)*math.Cos(angle), r-(r-rc)*math.Sin(angle), 0).Add(
			svg.Animate("r", rc, rc*3/(count+2)).Begin(begin).Forever(),
			svg.Animate("fill-opacity", 1, 0).Begin(begin).Forever(),
		))
	}
	return e
}

func textOnPath() *svg.Element {
	curve := svg.Path(svg.M(10, 75).C(25, 5, 75, 5, 90, 75)).Fill(svg.None)
	return box(
		svg.Defs(curve),
		svg.Use(curve, 0, 6).Stroke(accent).StrokeWidth(2).StrokeCap(svg.RoundCap),
		svg.Text(0, 0, "").Add(
			svg.TextPath(curve, "The curved text!").StartOffset(svg.Percent(50)),
		).Anchor(svg.Middle).FontSize(svg.Units(11)).FontWeight(600),
	).Scope("curve").Label("The curved text!")
}

func shapes() *svg.Element {
	line := svg.G().Fill(svg.None).Stroke(svg.CurrentColor).StrokeWidth(3).StrokeJoin(svg.RoundJoin).StrokeCap(svg.RoundCap)
	return box(
		svg.Circle(20, 20, 12).Fill(accent),
		svg.Rect(40, 8, 24, 24).Rounded(6).Fill(accent).Opacity(0.7),
		svg.Ellipse(82, 20, 14, 9).Fill(accent).Opacity(0.4),
		line.Add(
			svg.Line(8, 46, 32, 58),
			svg.Polyline(svg.P(40, 58), svg.P(48, 46), svg.P(56, 58), svg.P(64, 46)),
			svg.Polygon(svg.P(82, 44), svg.P(94, 52), svg.P(89, 62), svg.P(75, 62), svg.P(70, 52)),
		),
		svg.Rect(8, 74, 84, 18).Rounded(9).Fill(svg.None).Stroke(muted).StrokeWidth(1.5).Dash(4, 3),
	)
}

func curves() *svg.Element {
	return box(
		svg.Path(svg.M(50, 86).C(20, 66, 6, 50, 6, 34).A(22, 22, 0, false, true, 50, 30).
			A(22, 22, 0, false, true, 94, 34).C(94, 50, 80, 66, 50, 86).Z()).Fill(svg.Color("#d6336c")),
		svg.Path(svg.M(18, 36).Q(22, 22, 34, 22)).Fill(svg.None).Stroke(svg.Color("white")).StrokeWidth(4).
			StrokeCap(svg.RoundCap).Opacity(0.6),
	).Label("A heart")
}

func gradients() *svg.Element {
	sky := svg.LinearGradient(svg.Stop{Offset: 0, Color: "#1c3f6e"}, svg.Stop{Offset: 0.6, Color: "#e8825a"},
		svg.Stop{Offset: 1, Color: "#ffd98a"}).Transform(svg.Rotate(90))
	sun := svg.RadialGradient(svg.Stop{Offset: 0, Color: "#fff8dc"}, svg.Stop{Offset: 1, Color: "#ffc14d"})
	sea := svg.Pattern(svg.Box(0, 0, 12, 6), svg.Rect(0, 0, 12, 6).Fill(svg.Color("#1d4a66")),
		svg.Path(svg.M(0, 3).Q(3, 0, 6, 3).T(12, 3)).Fill(svg.None).Stroke(svg.Color("#5d9cb5")))
	return box(svg.Defs(sky, sun, sea),
		svg.Rect(0, 0, 100, 70).Fill(sky),
		svg.Circle(62, 54, 14).Fill(sun),
		svg.Rect(0, 64, 100, 36).Fill(sea),
	).Scope("dusk").Label("A sunset over the sea")
}

func clipped() *svg.Element {
	dome := svg.ClipPath(svg.Circle(20, 58, 15))
	fade := svg.LinearGradient(svg.Stop{Offset: 0, Color: "black"}, svg.Stop{Offset: 1, Color: "white"})
	mask := svg.Mask(svg.Rect(38, 40, 26, 26).Fill(fade))
	blur := svg.El("filter", svg.El("feGaussianBlur").Attr("stdDeviation", "2.5")).
		Attr("x", "-50%").Attr("y", "-50%").Attr("width", "200%").Attr("height", "200%")
	return box(svg.Defs(dome, fade, mask, blur),
		svg.Rect(0, 40, 40, 18).Fill(accent).Clip(dome),
		svg.Rect(38, 42, 25, 16).Rounded(3).Fill(accent).Masked(mask),
		svg.Circle(82, 50, 9).Fill(accent).Filtered(blur),
	).Scope("clip")
}

func symbols() *svg.Element {
	star := svg.Symbol(svg.Box(-10, -10, 20, 20),
		svg.Path(svg.M(0, -9).L(2.6, -3.2).L(9, -2.6).L(4.2, 1.8).L(5.6, 8).L(0, 4.7).L(-5.6, 8).L(-4.2, 1.8).L(-9, -2.6).L(-2.6, -3.2).Z()))
	row := svg.G(svg.Defs(star))
	for i := range 5 {
		use := svg.Use(star, float64(i)*20, 40).Attr("width", "20").Attr("height", "20")
		if i == 4 {
			use.Opacity(0.25)
		}
		row.Add(use)
	}
	return box(row.Fill(svg.Color("#e0a100"))).Scope("stars").Label("Four of five stars")
}

func texts() *svg.Element {
	return box(
		svg.Text(50, 26, "Ag").Anchor(svg.Middle).FontSize(svg.Units(28)).FontWeight(700),
		svg.Text(50, 52, "one ").Anchor(svg.Middle).FontSize(svg.Units(12)).Add(
			svg.TSpan("bold").FontWeight(700).Fill(accent), svg.Chars(" word")),
		svg.Text(50, 72, `<b>&"quoted"</b>`).Anchor(svg.Middle).FontSize(svg.Units(10)).FontFamily("monospace"),
		svg.Text(50, 90, "S P A C E D").Anchor(svg.Middle).FontSize(svg.Units(8)).LetterSpacing(svg.Units(1)).Fill(muted),
	).Label("Text")
}

func chart() *svg.Element {
	values := []float64{22, 38, 31, 54, 47, 69, 82}
	bars := svg.G().Fill(accent)
	for i, v := range values {
		bars.Add(svg.Rect(6+float64(i)*13, 92-v, 9, v).Rounded(2))
	}
	bars.Add(svg.Line(3, 92, 97, 92).Stroke(muted).Hairline())
	return box(bars).Label("Visitors a day").Describe("They rise from 22 on Monday to 82 on Sunday.")
}

func figure() *svg.Element {
	e := box(svg.Path(svg.D("M8 30 34 12 62 24 92 10V74L62 90 34 78 8 92Z")).Fill(soft).Stroke(muted).Hairline()).Figure("Cities")
	for _, c := range []struct {
		name string
		x, y float64
	}{{"Anna", 30, 40}, {"Berta", 58, 52}, {"Cäcilie & Co.", 74, 32}} {
		e.Add(svg.Circle(c.x, c.y, 6).Fill(accent).Button(c.name).Attr("data-city", c.name))
	}
	return e
}

func motion() *svg.Element {
	track := svg.Path(svg.M(20, 50).A(30, 30, 0, true, true, 20, 50.01).Z()).Fill(svg.None).Stroke(muted).Hairline()
	return box(track,
		svg.Circle(0, 0, 4).Fill(accent).Add(svg.AnimateMotion(track).Dur(4*time.Second).Forever()),
		svg.Rect(42, 42, 16, 16).Fill(accent).Add(
			svg.AnimateTransform("rotate", "0 50 50", "360 50 50").Dur(3*time.Second).Forever(),
			svg.Animate("rx", 0, 8, 0).Dur(3*time.Second).Times(2.5).Freeze(),
			svg.Set("fill-opacity", 0.5).Begin(time.Second))).Scope("motion")
}

var htmlBox = templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
	_, err := io.WriteString(w, `<p>HTML & <em>SVG</em></p>`)
	return err
})
