package dom

import "github.com/omg-go/omg/dom/internal/page"

// Focus gives e the focus, if it can have it.
//
//omg:js $0.focus()
func (e Element) Focus() { page.Must(e.o).Call("focus") }

// FocusStill is [Element.Focus] without scrolling to e.
//
//omg:js $0.focus({preventScroll:true})
func (e Element) FocusStill() { page.Must(e.o).Call("focus") }

// Blur takes the focus from e, if it has it.
//
//omg:js $0.blur()
func (e Element) Blur() { page.Must(e.o).Call("blur") }

// Focused reports whether e has the focus.
//
//omg:js document.activeElement===$0
func (e Element) Focused() bool {
	return global().Get("document.activeElement") == any(e.o)
}

// Active is the element with the focus, the body if no other has it.
//
//omg:js document.activeElement
func Active() Element { return element(global().Get("document.activeElement")) }

// PageFocused reports whether the page has the focus, or a frame in it: what the
// user types comes here.
//
//omg:js document.hasFocus()
func PageFocused() bool { return truth(global().Call("document.hasFocus")) }

// TabIndex is the element's place in the order of the tab key: -1 for one that
// it leaves out.
//
//omg:js $0.tabIndex
func (e Element) TabIndex() int { return int(number(page.Must(e.o).Get("tabIndex"))) }

// SetTabIndex makes e able to have the focus: 0 with the tab key, -1 only by
// [Element.Focus] and the mouse.
//
//omg:js $0.tabIndex=$1
func (e Element) SetTabIndex(i int) { page.Must(e.o).Set("tabIndex", i) }
