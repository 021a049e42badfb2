package svg

import "github.com/a-h/templ"

// foreign is HTML within a drawing.
type foreign struct{ templ.Component }

func (foreign) node() {}

// HTML returns a foreignObject, a rectangle of the drawing in which HTML stands. What c draws
// is not looked at: it is as trusted as the rest of the page.
func HTML(x, y, width, height float64, c templ.Component) *Element {
	return element("foreignObject", foreign{c}).
		numbers([]string{"x", "y", "width", "height"}, x, y, width, height)
}
