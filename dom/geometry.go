package dom

import "github.com/omg-go/omg/dom/internal/page"

// Sizes and positions are in CSS pixels. The page in the memory of go test has no
// layout: an element has the place that domtest's Place gave it, else the width
// and height of its inline style in pixels.

// A Rect is where something is, from the window's top left corner.
//
//omg:browser
type Rect struct{ X, Y, Width, Height float64 }

// Rect is where e is, its border included, as transforms leave it.
//
//omg:browser
func (e Element) Rect() Rect {
	r := e.rect()
	return Rect{r.x(), r.y(), r.width(), r.height()}
}

//omg:js type
type domRect struct{ o page.Object }

//omg:js $0.getBoundingClientRect()
func (e Element) rect() domRect { return domRect{object(page.Must(e.o).Call("getBoundingClientRect"))} }

//omg:js $0.x
func (r domRect) x() float64 { return number(page.Must(r.o).Get("x")) }

//omg:js $0.y
func (r domRect) y() float64 { return number(page.Must(r.o).Get("y")) }

//omg:js $0.width
func (r domRect) width() float64 { return number(page.Must(r.o).Get("width")) }

//omg:js $0.height
func (r domRect) height() float64 { return number(page.Must(r.o).Get("height")) }

// Width is the width inside e: with padding, without border and scroll bar.
//
//omg:js $0.clientWidth
func (e Element) Width() int { return int(number(page.Must(e.o).Get("clientWidth"))) }

// Height is the height inside e: with padding, without border and scroll bar.
//
//omg:js $0.clientHeight
func (e Element) Height() int { return int(number(page.Must(e.o).Get("clientHeight"))) }

// PageWidth is the width of the whole document, also what is scrolled away.
//
//omg:js document.documentElement.scrollWidth
func PageWidth() int { return int(number(global().Get("document.documentElement.scrollWidth"))) }

// PageHeight is the height of the whole document.
//
//omg:js document.documentElement.scrollHeight
func PageHeight() int { return int(number(global().Get("document.documentElement.scrollHeight"))) }

// VisibleWidth is the width of what the window shows, without a scroll bar.
//
//omg:js document.documentElement.clientWidth
func VisibleWidth() int { return int(number(global().Get("document.documentElement.clientWidth"))) }

// VisibleHeight is the height of what the window shows.
//
//omg:js document.documentElement.clientHeight
func VisibleHeight() int { return int(number(global().Get("document.documentElement.clientHeight"))) }

// VisibleLeft is how far the page is scrolled to the right.
//
//omg:js scrollX
func VisibleLeft() float64 { return number(global().Get("scrollX")) }

// VisibleTop is how far the page is scrolled down.
//
//omg:js scrollY
func VisibleTop() float64 { return number(global().Get("scrollY")) }

// Visible reports whether e is in the document and no style hides it or what it
// is in. It may still be scrolled away.
//
//omg:js $0.checkVisibility()
func (e Element) Visible() bool { return truth(page.Must(e.o).Call("checkVisibility")) }
