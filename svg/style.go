package svg

import _ "embed"

//go:embed svg.css
var stylesheet string

// Stylesheet returns the rules that the page needs for [Spinner], [Progress],
// [Element.Icon] and the focus on an [Element.Button]. They stand in the layer
// omg.widgets, use the theme's custom properties where there is a theme, and stand still
// where the system asks for less motion.
func Stylesheet() string { return stylesheet }
