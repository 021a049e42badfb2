package svg

import "fmt"

// Paint is what an area or a line is filled with: a [Color], or a gradient or pattern of
// the same drawing.
//
//omg:browser
type Paint interface{ paint(name string) attribute }

// A Color as CSS writes it: "red", "#505050", "rgb(0 0 0 / 50%)". One that is no colour
// draws black or nothing, as browsers will; one that would load something is left out.
//
//omg:browser
type Color string

//omg:browser
const (
	// CurrentColor is the colour of the text around the drawing.
	CurrentColor Color = "currentColor"
	// None leaves the area or the line out.
	None Color = "none"
)

// RGB returns a colour from its parts.
//
//omg:browser
func RGB(red, green, blue uint8) Color { return Color(fmt.Sprintf("#%02x%02x%02x", red, green, blue)) }

// Token returns the colour that a custom property of the stylesheet holds, named without
// its dashes: Token("omg-color-accent").
//
//omg:browser
func Token(name string) Color { return Color("var(--" + name + ")") }

func (c Color) paint(name string) attribute { return attribute{name: name, value: string(c)} }

// servers are the elements that can be a Paint.
//
//omg:browser
var servers = set("linearGradient radialGradient pattern")

func (e *Element) paint(name string) attribute {
	return attribute{name: name, kind: refURL, ref: e}
}

func (e *Element) setPaint(name string, p Paint) *Element {
	a := p.paint(name)
	if a.ref != nil && !servers[a.ref.name] {
		return e.fail(fmt.Errorf("%s: <%s> is neither a gradient nor a pattern", name, a.ref.name))
	}
	if a.ref == nil && !harmlessValue(a.value) {
		return e
	}
	return e.set(a)
}

// A Stop is a place in a gradient, from 0 to 1, and the colour that it has there.
//
//omg:browser
type Stop struct {
	Offset float64
	Color  Color
}

// LinearGradient returns a [Paint] that changes from left to right of what it fills, or as
// [Element.Transform] turns it. Put it into [Defs] of the drawing.
//
//omg:browser
func LinearGradient(stops ...Stop) *Element { return gradient("linearGradient", stops) }

// RadialGradient returns a [Paint] that changes from the middle outwards.
//
//omg:browser
func RadialGradient(stops ...Stop) *Element { return gradient("radialGradient", stops) }

//omg:browser
func gradient(name string, stops []Stop) *Element {
	e := element(name)
	for _, s := range stops {
		e.Add(element("stop").number("offset", s.Offset).setPaint("stop-color", s.Color))
	}
	return e
}

// Pattern returns a [Paint] that repeats what is inside, tile by tile.
//
//omg:browser
func Pattern(tile ViewBox, kids ...Node) *Element {
	return element("pattern", kids...).text("patternUnits", "userSpaceOnUse").
		numbers([]string{"x", "y", "width", "height"}, tile.X, tile.Y, tile.Width, tile.Height)
}

// ClipPath returns an outline for [Element.Clip].
//
//omg:browser
func ClipPath(kids ...Node) *Element { return element("clipPath", kids...) }

// Mask returns a mask for [Element.Masked].
//
//omg:browser
func Mask(kids ...Node) *Element { return element("mask", kids...) }
