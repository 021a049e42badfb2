package widget

import (
	"context"
	"fmt"
	"io"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/module"
)

// A Stylesheet is CSS of a widget's own. It is a component: where it is drawn
// stands a link to the file, so a page that shows no such widget fetches nothing.
// The link must be within the widget's root element, best as its first child.
//
//	//go:embed style.css
//	var css string
//
//	var style = widget.NewStylesheet("chart", css)
//
//	templ (c *Chart) Render() {
//		<figure data-omg="chart">
//			@style
//			…
//
// In a page that a browser loads, what follows the link is not shown before the
// file is there. What a patch brings shows at once: where that matters, keep it
// hidden until the link's load event.
//
// The file is minified and served under a hash of its content, for ever.
type Stylesheet struct{ sheet *module.Stylesheet }

// NewStylesheet registers CSS under name, for a package variable. It panics if
// the name is taken.
func NewStylesheet(name, css string) *Stylesheet {
	return &Stylesheet{module.NewStylesheet(name, css)}
}

// Render draws the link. Outside of a widget's drawing it fails with [ErrNoPage].
func (s *Stylesheet) Render(ctx context.Context, out io.Writer) error {
	d := drawingOf(ctx)
	if d == nil {
		return ErrNoPage
	}
	_, err := fmt.Fprintf(out, `<link rel="stylesheet" href="%s">`, templ.EscapeString(d.m.tree.options.Root+s.sheet.Path()))
	return err
}
