package dom

import "github.com/omg-go/omg/dom/internal/page"

// A MouseEvent says where a mouse or what stands for it is, and which buttons
// and keys are held. Positions are in CSS pixels.
//
//omg:js type
type MouseEvent struct{ Event }

// ClientX is the distance from the window's left edge.
//
//omg:js $0.clientX
func (e MouseEvent) ClientX() float64 { return number(page.Must(e.o).Get("clientX")) }

// ClientY is the distance from the window's top edge.
//
//omg:js $0.clientY
func (e MouseEvent) ClientY() float64 { return number(page.Must(e.o).Get("clientY")) }

// PageX is the distance from the document's left edge.
//
//omg:js $0.pageX
func (e MouseEvent) PageX() float64 { return number(page.Must(e.o).Get("pageX")) }

// PageY is the distance from the document's top edge.
//
//omg:js $0.pageY
func (e MouseEvent) PageY() float64 { return number(page.Must(e.o).Get("pageY")) }

// OffsetX is the distance from the target's left edge.
//
//omg:js $0.offsetX
func (e MouseEvent) OffsetX() float64 { return number(page.Must(e.o).Get("offsetX")) }

// OffsetY is the distance from the target's top edge.
//
//omg:js $0.offsetY
func (e MouseEvent) OffsetY() float64 { return number(page.Must(e.o).Get("offsetY")) }

// ScreenX is the distance from the screen's left edge.
//
//omg:js $0.screenX
func (e MouseEvent) ScreenX() float64 { return number(page.Must(e.o).Get("screenX")) }

// ScreenY is the distance from the screen's top edge.
//
//omg:js $0.screenY
func (e MouseEvent) ScreenY() float64 { return number(page.Must(e.o).Get("screenY")) }

// Button is the button that changed: 0 main, 1 middle, 2 secondary; -1 in a move
// of a pointer.
//
//omg:js $0.button
func (e MouseEvent) Button() int { return int(number(page.Must(e.o).Get("button"))) }

// Buttons are those held: 1 main, 2 secondary, 4 middle, added.
//
//omg:js $0.buttons
func (e MouseEvent) Buttons() int { return int(number(page.Must(e.o).Get("buttons"))) }

// Clicks counts the clicks that came in a row.
//
//omg:js $0.detail
func (e MouseEvent) Clicks() int { return int(number(page.Must(e.o).Get("detail"))) }

// Alt reports whether the key is held.
//
//omg:js $0.altKey
func (e MouseEvent) Alt() bool { return truth(page.Must(e.o).Get("altKey")) }

// Ctrl reports whether the key is held.
//
//omg:js $0.ctrlKey
func (e MouseEvent) Ctrl() bool { return truth(page.Must(e.o).Get("ctrlKey")) }

// Meta reports whether the key (⌘, Windows) is held.
//
//omg:js $0.metaKey
func (e MouseEvent) Meta() bool { return truth(page.Must(e.o).Get("metaKey")) }

// Shift reports whether the key is held.
//
//omg:js $0.shiftKey
func (e MouseEvent) Shift() bool { return truth(page.Must(e.o).Get("shiftKey")) }

// Related is the other element of mouseover, mouseout and their like: where the
// pointer comes from or goes to. It is zero if that is outside the page.
//
//omg:js $0.relatedTarget
func (e MouseEvent) Related() Element { return element(page.Must(e.o).Get("relatedTarget")) }

// A WheelEvent is a turn of a wheel, or two fingers on a touchpad.
//
//omg:js type
type WheelEvent struct{ MouseEvent }

// DeltaX is how far to scroll to the right, in the unit of [WheelEvent.DeltaMode].
//
//omg:js $0.deltaX
func (e WheelEvent) DeltaX() float64 { return number(page.Must(e.o).Get("deltaX")) }

// DeltaY is how far to scroll down.
//
//omg:js $0.deltaY
func (e WheelEvent) DeltaY() float64 { return number(page.Must(e.o).Get("deltaY")) }

// DeltaMode is the unit: 0 pixels, 1 lines, 2 pages.
//
//omg:js $0.deltaMode
func (e WheelEvent) DeltaMode() int { return int(number(page.Must(e.o).Get("deltaMode"))) }
