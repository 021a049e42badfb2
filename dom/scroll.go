package dom

import "github.com/omg-go/omg/dom/internal/page"

// ScrollTop is how far the content of e is scrolled down.
//
//omg:js $0.scrollTop
func (e Element) ScrollTop() float64 { return number(page.Must(e.o).Get("scrollTop")) }

// ScrollLeft is how far the content of e is scrolled to the right.
//
//omg:js $0.scrollLeft
func (e Element) ScrollLeft() float64 { return number(page.Must(e.o).Get("scrollLeft")) }

// ScrollTo scrolls the content of e. A scroll event follows.
//
//omg:js $0.scrollTo({left:$1,top:$2})
func (e Element) ScrollTo(left, top float64) {
	page.Must(e.o).Call("scrollTo", fields("left", left, "top", top))
}

// ScrollHeight is the height of the content of e, also what is scrolled away.
//
//omg:js $0.scrollHeight
func (e Element) ScrollHeight() int { return int(number(page.Must(e.o).Get("scrollHeight"))) }

// ScrollWidth is the width of the content of e.
//
//omg:js $0.scrollWidth
func (e Element) ScrollWidth() int { return int(number(page.Must(e.o).Get("scrollWidth"))) }

// Reveal scrolls, where needed, until e is in view, and no further.
//
//omg:js $0.scrollIntoView({block:"nearest",inline:"nearest"})
func (e Element) Reveal() { page.Must(e.o).Call("scrollIntoView") }

// ScrollPage scrolls the page.
//
//omg:js scrollTo($0,$1)
func ScrollPage(left, top float64) { global().Call("scrollTo", left, top) }

// LockScroll keeps the user from scrolling the page until unlock is called. Locks
// nest: the page scrolls again when all are gone. Unlock may be called twice.
//
//omg:browser
func LockScroll() (unlock func()) {
	setLocks(locks() + 1)
	held := true
	return func() {
		if held {
			held = false
			setLocks(locks() - 1)
		}
	}
}

// The page counts the locks, on its root element.
//
//omg:browser
func locks() int { return Root().raw().Get("omgLocks").Int() }

//omg:browser
func setLocks(n int) {
	root := Root()
	root.raw().Set("omgLocks", n)
	if n == 0 {
		root.SetStyle("overflow", root.raw().Get("omgOverflow").String())
	} else if n == 1 && root.Style("overflow") != "hidden" {
		root.raw().Set("omgOverflow", root.Style("overflow"))
		root.SetStyle("overflow", "hidden")
	}
}
