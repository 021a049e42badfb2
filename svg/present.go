package svg

import (
	"fmt"
	"strings"
)

// Fill says what fills the shape, or those inside.
func (e *Element) Fill(p Paint) *Element { return e.setPaint("fill", p) }

// Stroke says what draws the outline.
func (e *Element) Stroke(p Paint) *Element { return e.setPaint("stroke", p) }

// StrokeWidth says how wide the outline is.
func (e *Element) StrokeWidth(w float64) *Element { return e.number("stroke-width", w) }

// Hairline keeps the outline's width whatever the size at which the drawing is shown.
func (e *Element) Hairline() *Element { return e.text("vector-effect", "non-scaling-stroke") }

// Opacity of the whole, from 0 to 1. Zero is invisible.
func (e *Element) Opacity(v float64) *Element { return e.number("opacity", v) }

// FillOpacity of what fills the shape.
func (e *Element) FillOpacity(v float64) *Element { return e.number("fill-opacity", v) }

// StrokeOpacity of the outline.
func (e *Element) StrokeOpacity(v float64) *Element { return e.number("stroke-opacity", v) }

// A LineCap is the form of an outline's ends.
//
//omg:browser
type LineCap string

//omg:browser
const (
	Butt      LineCap = "butt"
	RoundCap  LineCap = "round"
	SquareCap LineCap = "square"
)

// StrokeCap sets the form of the outline's ends.
func (e *Element) StrokeCap(c LineCap) *Element { return e.word("stroke-linecap", string(c)) }

// A LineJoin is the form of an outline's corners.
//
//omg:browser
type LineJoin string

//omg:browser
const (
	Miter     LineJoin = "miter"
	RoundJoin LineJoin = "round"
	Bevel     LineJoin = "bevel"
)

// StrokeJoin sets the form of the outline's corners.
func (e *Element) StrokeJoin(j LineJoin) *Element { return e.word("stroke-linejoin", string(j)) }

// Dash cuts the outline into dashes and gaps of these lengths, in turn.
func (e *Element) Dash(lengths ...float64) *Element {
	s, err := list(lengths...)
	if err != nil {
		return e.fail(fmt.Errorf("stroke-dasharray: %w", err))
	}
	return e.text("stroke-dasharray", s)
}

// DashOffset moves the dashes along the outline.
func (e *Element) DashOffset(v float64) *Element { return e.number("stroke-dashoffset", v) }

// EvenOdd leaves holes where outlines overlap.
func (e *Element) EvenOdd() *Element { return e.text("fill-rule", "evenodd") }

// An Anchor says which part of a text stands at its point.
//
//omg:browser
type Anchor string

//omg:browser
const (
	Start  Anchor = "start"
	Middle Anchor = "middle"
	End    Anchor = "end"
)

// Anchor sets which part of a text stands at its point.
func (e *Element) Anchor(a Anchor) *Element { return e.word("text-anchor", string(a)) }

// A Baseline says which height of a text stands at its point.
//
//omg:browser
type Baseline string

//omg:browser
const (
	Alphabetic Baseline = "alphabetic"
	Central    Baseline = "central"
	Hanging    Baseline = "hanging"
)

// Baseline sets which height of a text stands at its point.
func (e *Element) Baseline(b Baseline) *Element { return e.word("dominant-baseline", string(b)) }

// FontSize sets the size of text.
func (e *Element) FontSize(l Length) *Element { return e.length("font-size", l) }

// FontWeight sets the weight of text, from 1 to 1000; 400 is normal, 700 bold.
func (e *Element) FontWeight(w int) *Element { return e.number("font-weight", float64(w)) }

// FontFamily sets the font of text.
func (e *Element) FontFamily(name string) *Element { return e.word("font-family", name) }

// LetterSpacing adds room between letters.
func (e *Element) LetterSpacing(l Length) *Element { return e.length("letter-spacing", l) }

// Clip shows only what lies in a [ClipPath] of the same drawing.
func (e *Element) Clip(by *Element) *Element { return e.refer("clip-path", by, refURL) }

// Masked shows of the shape as much as a [Mask] of the same drawing is light.
func (e *Element) Masked(by *Element) *Element { return e.refer("mask", by, refURL) }

// Filtered passes the shape through a filter of the same drawing.
func (e *Element) Filtered(by *Element) *Element { return e.refer("filter", by, refURL) }

// Transform moves, turns or scales the shape, the last step first. For gradients and
// patterns it turns the paint.
func (e *Element) Transform(steps ...Transform) *Element {
	var all []string
	for _, s := range steps {
		if s.err != nil {
			return e.fail(fmt.Errorf("transform: %w", s.err))
		}
		all = append(all, s.text)
	}
	name := "transform"
	switch e.name {
	case "linearGradient", "radialGradient":
		name = "gradientTransform"
	case "pattern":
		name = "patternTransform"
	}
	return e.text(name, strings.Join(all, " "))
}

// A Transform is one step of [Element.Transform].
//
//omg:browser
type Transform struct {
	text string
	err  error
}

// Translate moves.
//
//omg:browser
func Translate(x, y float64) Transform { return transform("translate", x, y) }

// Rotate turns clockwise about the origin.
//
//omg:browser
func Rotate(degrees float64) Transform { return transform("rotate", degrees) }

// RotateAbout turns clockwise about a point.
//
//omg:browser
func RotateAbout(degrees, x, y float64) Transform { return transform("rotate", degrees, x, y) }

// Scale stretches from the origin.
//
//omg:browser
func Scale(x, y float64) Transform { return transform("scale", x, y) }

// SkewX leans along the x axis.
//
//omg:browser
func SkewX(degrees float64) Transform { return transform("skewX", degrees) }

// SkewY leans along the y axis.
//
//omg:browser
func SkewY(degrees float64) Transform { return transform("skewY", degrees) }

// Matrix does all of it at once.
//
//omg:browser
func Matrix(a, b, c, d, e, f float64) Transform { return transform("matrix", a, b, c, d, e, f) }

//omg:browser
func transform(name string, values ...float64) Transform {
	s, err := list(values...)
	return Transform{name + "(" + s + ")", err}
}

// word sets an attribute of ours to a value that may be anybody's.
func (e *Element) word(name, value string) *Element {
	if !harmlessValue(value) {
		return e
	}
	return e.text(name, value)
}
