package main

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"strconv"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/svg"
	"github.com/omg-go/omg/widget"
)

var _ = register(story{
	Name: "svg", Title: "SVG", Order: 74,
	Text: "Drawings are Go values: typed, nested, checked. The same function draws on the server and in the page. " +
		"Colours follow the theme, shapes can be buttons, and what is hostile is left out.",
	States: []string{"drawings", "page", "live", "waiting"},
	New: func(r *http.Request) widget.Widget {
		d := &Drawings{State: r.FormValue("state"), Visits: []float64{22, 38, 31, 54, 47, 69, 82}}
		if d.State == "" {
			d.State = "drawings"
		}
		return d
	},
})

// looks are the rules of spinners, icons and the focus on shapes.
var looks = widget.NewStylesheet("svg", svg.Stylesheet())

// RedCircle is the smallest drawing.
//
//omg:browser
func RedCircle() *svg.Element {
	return svg.New(svg.Box(0, 0, 100, 100), svg.Circle(50, 50, 50).Fill(svg.Color("red"))).Label("A red circle")
}

// Ring is ten circles that shrink and fade in turn, by SVG's own animation.
//
//omg:browser
func Ring() *svg.Element {
	const width, count = 20.0, 10
	r, rc := width/2, width/6
	ring := svg.New(svg.Box(0, 0, width, width)).Label("Loading")
	for i := range count {
		angle := float64(i) * 2 * math.Pi / count
		begin := time.Duration(count-i-1) * time.Second / count
		ring.Add(svg.Circle(r+(r-rc)*math.Cos(angle), r-(r-rc)*math.Sin(angle), 0).Add(
			svg.Animate("r", rc, rc*3/(count+2)).Begin(begin).Forever(),
			svg.Animate("fill-opacity", 1, 0).Begin(begin).Forever(),
		))
	}
	return ring
}

// Curved is text that runs along a path.
//
//omg:browser
func Curved() *svg.Element {
	curve := svg.Path(svg.M(10, 75).C(25, 5, 75, 5, 90, 75)).Fill(svg.None)
	return svg.New(svg.Box(0, 0, 100, 100),
		svg.Defs(curve),
		svg.Use(curve, 0, 6).Stroke(svg.Token("omg-color-accent")).StrokeWidth(2).StrokeCap(svg.RoundCap),
		svg.Text(0, 0, "").Anchor(svg.Middle).FontSize(svg.Units(11)).FontWeight(600).Add(
			svg.TextPath(curve, "The curved text!").StartOffset(svg.Percent(50)),
		),
	).Label("The curved text!")
}

// Sketch makes the three in the page.
//
//omg:browser
func Sketch(place dom.Element) {
	for _, e := range []*svg.Element{RedCircle(), Ring(), Curved()} {
		figure := dom.Create("figure")
		figure.Append(svg.Build(e))
		place.Append(figure)
	}
}

// Wait has a region of the page work for as long as its button says.
//
//omg:browser
func Wait(button dom.Element) {
	ms, _ := strconv.Atoi(button.Data("ms"))
	done := svg.Busy(button.Parent(), "Working…")
	dom.After(time.Duration(ms)*time.Millisecond, done)
}

var (
	sketch = bridge.Proc1(Sketch)
	wait   = bridge.Proc1(Wait)
)

// Drawings shows drawings.
type Drawings struct {
	widget.Base
	State  string
	Visits []float64
	Day    int
	ids    svg.Scope
}

// chart is a bar a day; each is a button.
func (d *Drawings) chart() *svg.Element {
	chart := svg.New(svg.Box(0, 0, 100, 70)).Figure("Visitors").Scope(d.ids.Name("chart"))
	for i, v := range d.Visits {
		name := fmt.Sprintf("%s: %.0f", time.Weekday((i+1)%7), v)
		bar := svg.Rect(4+float64(i)*13.5, 66-v*0.7, 10, v*0.7).Rounded(2).Fill(svg.Token("omg-color-accent")).Button(name)
		if i != d.Day {
			bar.Opacity(0.5)
		}
		pick := func(context.Context) { d.Day = i }
		chart.Add(bar.Attrs(d.Key(i)).Attrs(d.On(widget.Click(pick), widget.KeyDown(d.pick(i)).Keys("Enter", "Space").Prevent())))
	}
	return chart
}

func (d *Drawings) pick(i int) func(context.Context) {
	return func(context.Context) { d.Day = i }
}

// More makes one more visit on the day.
func (d *Drawings) More(context.Context) { d.Visits[d.Day] = min(d.Visits[d.Day]+4, 90) }
