package memory

import (
	"strings"

	"golang.org/x/net/html"
)

// A Rect is where an element is, in pixels from the window's corner. A page in
// memory has no layout: what no test placed has the size of its inline style in
// pixels, at the corner, else none.
type Rect struct{ X, Y, Width, Height float64 }

// View is the size of the window.
var View = Rect{Width: 1024, Height: 768}

var rectClass = extend("DOMRect", objectClass)

func init() {
	size := getters{}
	for name, of := range map[string]func(Rect) float64{
		"Width": func(r Rect) float64 { return r.Width }, "Height": func(r Rect) float64 { return r.Height },
	} {
		for _, kind := range []string{"client", "offset", "scroll"} {
			size[kind+name] = func(o *Object) any { return of(o.page.rect(o.tree())) }
		}
	}
	elementClass.add(size, nil, nil)
	elementClass.add(getters{
		"offsetLeft": func(o *Object) any { return o.page.rect(o.tree()).X },
		"offsetTop":  func(o *Object) any { return o.page.rect(o.tree()).Y },
		"scrollLeft": func(o *Object) any { return o.page.scroll[o.tree()][0] },
		"scrollTop":  func(o *Object) any { return o.page.scroll[o.tree()][1] },
	}, setters{
		"scrollLeft": func(o *Object, v any) { o.page.scrollTo(o.tree(), Number(v), o.page.scroll[o.tree()][1]) },
		"scrollTop":  func(o *Object, v any) { o.page.scrollTo(o.tree(), o.page.scroll[o.tree()][0], Number(v)) },
	}, methods{
		"getBoundingClientRect": locked(func(o *Object, _ []any) any { return o.page.domRect(o.page.rect(o.tree())) }),
		"scrollIntoView":        locked(func(o *Object, _ []any) any { o.page.show(o.tree()); return nil }),
		"scrollTo":              locked(scrollTo),
		"setPointerCapture":     locked(func(*Object, []any) any { return nil }),
		"releasePointerCapture": locked(func(*Object, []any) any { return nil }),
		"checkVisibility":       locked(func(o *Object, _ []any) any { return o.page.shown(o.tree()) }),
	})
}

func (p *Page) domRect(r Rect) *Object {
	o := p.object(rectClass, nil)
	o.props = map[string]any{"x": r.X, "y": r.Y, "width": r.Width, "height": r.Height,
		"left": r.X, "top": r.Y, "right": r.X + r.Width, "bottom": r.Y + r.Height}
	return o
}

// shown reports whether n is in the document and no inline style or hidden
// attribute takes it or what it is in from view.
func (p *Page) shown(n *html.Node) bool {
	if !p.connected(n) {
		return false
	}
	for ; n != nil; n = n.Parent {
		if _, hidden := attribute(n, "hidden"); hidden || style(n, "display") == "none" {
			return false
		}
	}
	return true
}

func (p *Page) rect(n *html.Node) Rect {
	if !p.shown(n) {
		return Rect{}
	}
	if r, ok := p.rects[n]; ok {
		return r
	}
	if n.Data == "html" || n.Data == "body" {
		return View
	}
	return Rect{Width: pixels(style(n, "width")), Height: pixels(style(n, "height"))}
}

func pixels(css string) float64 {
	number, ok := strings.CutSuffix(css, "px")
	if f := parseNumber(number); ok && f == f {
		return f
	}
	return 0
}

// Place gives an element its size and position.
func (p *Page) Place(o *Object, r Rect) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.rects[o.tree()] = r
	p.resized()
}

// scrollTo scrolls n, for which scroll is fired later: at the document, whence it
// bubbles to the window, if it is the whole page.
func (p *Page) scrollTo(n *html.Node, left, top float64) {
	to := [2]float64{max(left, 0), max(top, 0)}
	if p.scroll[n] != to {
		p.scroll[n] = to
		if n.Data == "html" {
			n = p.tree
		}
		o := p.node(n)
		p.later(func() {
			e := p.NewEvent("scroll", nil)
			e.event().bubbles = n == p.tree
			o.Dispatch(e)
		})
	}
}

// show scrolls the page until n is at its top.
func (p *Page) show(n *html.Node) {
	delete(p.outOfView, n)
	root := find(p.tree, "html")
	p.scrollTo(root, p.scroll[root][0], p.rect(n).Y)
	p.reviewed()
}

func scrollTo(o *Object, args []any) any {
	left, top := Number(arg(args, 0)), Number(arg(args, 1))
	if to, ok := arg(args, 0).(*Object); ok {
		at := o.page.scroll[o.tree()]
		left, top = at[0], at[1]
		if v, ok := to.props["left"]; ok {
			left = Number(v)
		}
		if v, ok := to.props["top"]; ok {
			top = Number(v)
		}
	}
	o.page.scrollTo(o.tree(), left, top)
	return nil
}
