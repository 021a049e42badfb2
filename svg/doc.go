// Package svg draws: SVG elements as Go values that are templ components.
//
//	var sun = svg.New(svg.Box(0, 0, 100, 100)).Label("The sun").Add(
//		svg.Circle(50, 50, 30).Fill(svg.Color("gold")),
//	)
//
//	templ Weather(w *Forecast) {
//		<p>@sun { w.Text }</p>
//		@svg.New(svg.Box(0, 0, 200, 40)) {
//			for i, t := range w.Hours {
//				@svg.Rect(float64(i)*8, 40-t, 6, t).Fill(svg.Token("omg-color-accent"))
//			}
//		}
//	}
//
// # Model
//
// An [Element] has a name, attributes and what is inside. A function for each
// element makes one from what it cannot do without ([Circle], [Rect], [Path],
// [Text], [TextPath], …), methods add the rest and return the element: Fill, Stroke,
// Transform, Opacity. [El] and [Element.Attr] reach what has no function of its own.
// What is inside comes from Add, or between braces in a template, after what was added.
//
// Whatever cannot be drawn (a NaN, a reference to what is not there, an attribute
// with a wrong name) is an error of Render, which then writes nothing.
//
// # Names
//
// A drawing says nothing to who cannot see it, until it gets a name: by
// [Element.Label] it is an image, by [Element.Figure] a group whose parts can be
// reached, such as those with [Element.Button].
//
// # Colours
//
// What has no Fill takes the colour of the text around it, so that a drawing fits
// light and dark, and stays visible when the system forces its own colours. Prefer
// [CurrentColor] and [Token] to fixed colours.
//
// # Ids
//
// Elements refer to each other as values: a gradient is passed to Fill, a path to
// [TextPath]. Render invents the ids, which are different each time it runs, so that
// the same drawing may stand on a page many times. In a widget that is
// redrawn, give the drawing a name that lasts ([Scope], [Element.Scope]); else each
// redraw sends the new ids.
//
// # Motion
//
// [Spinner] and [Progress] move by the rules of [Stylesheet], which the page must have, and
// stand still where the system asks for less motion. Elements like [Animate] are
// SVG's own animation, which browsers run no matter what the system asks for, unless
// [Calm] stops it; use them for what somebody has asked to see.
//
// # In the page
//
// The same functions are browser-side Go: [Build] makes what they describe in the page,
// without the server.
//
//	//omg:browser
//	func Sketch(place dom.Element) {
//		curve := svg.Path(svg.M(10, 75).C(25, 5, 75, 5, 90, 75)).Fill(svg.None)
//		place.Append(svg.Build(svg.New(svg.Box(0, 0, 100, 100),
//			svg.Defs(curve),
//			svg.Text(0, 0, "").Add(svg.TextPath(curve, "The curved text!")),
//		)))
//	}
//
// [BuildSpinner] and [Busy] say there that something goes on.
//
// # Security
//
// Script, inline style and event attributes do not exist here: to name one is an
// error. Values are data and may be hostile: an address with a scheme such as
// javascript:, or a colour that loads something, is left out and the rest is drawn.
// [Parse] reads files of others by the same rules. Nothing needs more than the strict
// content policy.
//
// # Concurrency and ownership
//
// A drawing is built by one goroutine. After that it may be rendered by any number at
// once, and stand in any number of places.
package svg
