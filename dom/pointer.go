package dom

import "github.com/omg-go/omg/dom/internal/page"

// A PointerEvent is a [MouseEvent] of any pointing device: mouse, pen, finger.
//
//omg:js type
type PointerEvent struct{ MouseEvent }

// ID tells the pointers that are down at the same time apart.
//
//omg:js $0.pointerId
func (e PointerEvent) ID() int { return int(number(page.Must(e.o).Get("pointerId"))) }

// Device is "mouse", "pen", "touch", or "" if unknown.
//
//omg:js $0.pointerType
func (e PointerEvent) Device() string { return text(page.Must(e.o).Get("pointerType")) }

// Primary reports whether it is the first of several fingers, or the only one.
//
//omg:js $0.isPrimary
func (e PointerEvent) Primary() bool { return truth(page.Must(e.o).Get("isPrimary")) }

// Pressure is between 0 and 1; a device that cannot tell has 0.5 while down.
//
//omg:js $0.pressure
func (e PointerEvent) Pressure() float64 { return number(page.Must(e.o).Get("pressure")) }

// Width is the width of what touches, in pixels.
//
//omg:js $0.width
func (e PointerEvent) Width() float64 { return number(page.Must(e.o).Get("width")) }

// Height is the height of what touches, in pixels.
//
//omg:js $0.height
func (e PointerEvent) Height() float64 { return number(page.Must(e.o).Get("height")) }

// CapturePointer makes e the target of all further events of a pointer until it
// is released or comes up. The pointer must be down, else it panics.
//
//omg:js $0.setPointerCapture($1)
func (e Element) CapturePointer(id int) { page.Must(e.o).Call("setPointerCapture", id) }

// ReleasePointer ends [Element.CapturePointer].
//
//omg:js $0.releasePointerCapture($1)
func (e Element) ReleasePointer(id int) { page.Must(e.o).Call("releasePointerCapture", id) }

// A TouchEvent has the fingers that touch the screen. [PointerEvent] is simpler.
//
//omg:js type
type TouchEvent struct{ Event }

// Touches are all fingers on the screen.
//
//omg:js Array.from($0.touches)
func (e TouchEvent) Touches() []Touch { return touches(page.Must(e.o).Get("touches")) }

// Changed are the fingers that the event is about.
//
//omg:js Array.from($0.changedTouches)
func (e TouchEvent) Changed() []Touch { return touches(page.Must(e.o).Get("changedTouches")) }

// A Touch is one finger.
//
//omg:js type
type Touch struct{ o page.Object }

// ID tells fingers apart while they are down.
//
//omg:js $0.identifier
func (t Touch) ID() int { return int(number(page.Must(t.o).Get("identifier"))) }

// ClientX is the distance from the window's left edge.
//
//omg:js $0.clientX
func (t Touch) ClientX() float64 { return number(page.Must(t.o).Get("clientX")) }

// ClientY is the distance from the window's top edge.
//
//omg:js $0.clientY
func (t Touch) ClientY() float64 { return number(page.Must(t.o).Get("clientY")) }

// Element is the element on which the finger came down.
//
//omg:js $0.target
func (t Touch) Element() Element { return element(page.Must(t.o).Get("target")) }

func touches(v any) []Touch {
	var all []Touch
	for _, e := range elements(v) {
		all = append(all, Touch{e.o})
	}
	return all
}
