package svg

// New returns a drawing, that is an svg element, which shows a part of its plane.
//
// It has no name yet and is hidden from who cannot see it: see [Element.Label] and
// [Element.Figure]. Unless [Element.Size] says otherwise it fills the width that it gets.
// Inside of another drawing it is a part of that.
//
//omg:browser
func New(box ViewBox, kids ...Node) *Element { return element("svg", kids...).viewBox(box) }

// Circle returns a circle.
//
//omg:browser
func Circle(cx, cy, r float64) *Element {
	return element("circle").numbers([]string{"cx", "cy", "r"}, cx, cy, r)
}

// Ellipse returns an ellipse.
//
//omg:browser
func Ellipse(cx, cy, rx, ry float64) *Element {
	return element("ellipse").numbers([]string{"cx", "cy", "rx", "ry"}, cx, cy, rx, ry)
}

// Rect returns a rectangle. See [Element.Rounded].
//
//omg:browser
func Rect(x, y, width, height float64) *Element {
	return element("rect").numbers([]string{"x", "y", "width", "height"}, x, y, width, height)
}

// Line returns a line; it needs a [Element.Stroke] to be seen.
//
//omg:browser
func Line(x1, y1, x2, y2 float64) *Element {
	return element("line").numbers([]string{"x1", "y1", "x2", "y2"}, x1, y1, x2, y2)
}

// Polyline returns lines from point to point.
//
//omg:browser
func Polyline(points ...Point) *Element { return element("polyline").points(points) }

// Polygon returns lines from point to point and back to the first.
//
//omg:browser
func Polygon(points ...Point) *Element { return element("polygon").points(points) }

// G returns a group. What is set on it holds for those inside that do not say otherwise.
//
//omg:browser
func G(kids ...Node) *Element { return element("g", kids...) }

// Text returns a line of text whose baseline begins at a point. [TSpan] and [TextPath]
// can be added.
//
//omg:browser
func Text(x, y float64, s string) *Element {
	return element("text", chars(s)...).numbers([]string{"x", "y"}, x, y)
}

// TSpan returns a part of a text that looks different.
//
//omg:browser
func TSpan(s string) *Element { return element("tspan", chars(s)...) }

// TextPath returns text that runs along a path or shape of the same drawing, where it
// stands inside of a [Text]. The shape need not be seen: it may be in [Defs].
//
//omg:browser
func TextPath(along *Element, s string) *Element {
	return element("textPath", chars(s)...).refer("href", along, refHash)
}

// StartOffset says where on its path a [TextPath] begins.
func (e *Element) StartOffset(l Length) *Element { return e.length("startOffset", l) }

//omg:browser
func chars(s string) []Node {
	if s == "" {
		return nil
	}
	return []Node{Chars(s)}
}

// Link returns an element that makes a link of what is inside. An address with a
// scheme other than http, https, mailto or tel is left out.
//
//omg:browser
func Link(href string, kids ...Node) *Element { return element("a", kids...).Attr("href", href) }

// Image returns a raster image. Of data: addresses those of images are allowed. Give it a
// name by [Element.Label].
//
//omg:browser
func Image(href string, x, y, width, height float64) *Element {
	return element("image").Attr("href", href).
		numbers([]string{"x", "y", "width", "height"}, x, y, width, height)
}

// Defs returns a place for what is only referred to.
//
//omg:browser
func Defs(kids ...Node) *Element { return element("defs", kids...) }

// Symbol returns a small drawing that [Use] shows.
//
//omg:browser
func Symbol(box ViewBox, kids ...Node) *Element { return element("symbol", kids...).viewBox(box) }

// Use shows an element of the same drawing once more, moved by x and y.
//
//omg:browser
func Use(what *Element, x, y float64) *Element {
	return element("use").refer("href", what, refHash).numbers([]string{"x", "y"}, x, y)
}

// Rounded rounds the corners of a [Rect].
func (e *Element) Rounded(radius float64) *Element { return e.number("rx", radius) }

// Size sets the width and height at which a drawing is shown. An icon beside text takes
// Em(1), Em(1).
func (e *Element) Size(width, height Length) *Element {
	return e.length("width", width).length("height", height)
}

// PathLength says how long the outline counts for dashes and offsets, in place of its real
// length: 100 makes them hundredths.
func (e *Element) PathLength(l float64) *Element { return e.number("pathLength", l) }
