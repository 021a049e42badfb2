package widget

import (
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
)

var eventAppear = eventOf("appear")

// Appear has a function of the page run when the element comes into the page:
// with the first drawing that a page adopts, or when a patch brings it. So a
// widget lives in the page: the element gives its content away and the function
// fills it.
//
//	<div { w.Keep()... } { w.On(widget.Appear(chart))... }></div>
//
// The function's ctx ends when the element goes, not when the function returns:
// what it started is stopped by context.AfterFunc(ctx, …), or it waits for
// ctx.Done() itself. It runs again for an element that is drawn anew, as when the
// widget had to be sent whole, and with the next ctx when another function takes
// its place. On the server the same moments are Mount and Unmount.
func Appear[F bridge.Procedure0 | bridge.Procedure1[dom.Element]](f F) Handler {
	return bind(eventAppear, f)
}
