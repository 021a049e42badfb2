package widget

import (
	"context"
	"time"
)

// Pointer is what a page says of a pointer, mouse or wheel event.
type Pointer struct {
	X, Y             float64 // in the viewport, CSS pixels
	OffsetX, OffsetY float64 // in the element that was hit
	DeltaX, DeltaY   float64 // of a wheel
	Button, Buttons  int     // as in MouseEvent
	Detail           int     // clicks in a row
	Modifiers
}

// Modifiers says which keys were held.
type Modifiers struct{ Alt, Control, Meta, Shift bool }

// Key is what a page says of a key event. Value is the text of the field, if
// the element has any.
type Key struct {
	Key, Code string
	Repeat    bool
	Value     string
	Modifiers
}

// Offset is what a page says of a scroll: the position and the room to scroll.
type Offset struct {
	Left, Top       float64
	MaxLeft, MaxTop float64
}

// Dropped is what a page says of a drop: the text that was dropped, the names of
// files, where. What was dragged comes from a text/plain item.
type Dropped struct {
	Text  string
	Files []string
	Pointer
}

// Intersection is what a page says when an element enters or leaves the viewport.
type Intersection struct {
	Visible bool
	Ratio   float64
}

// frameTime is how often events of a series are sent at most.
const frameTime = time.Second / 60

// pointerFunc and the like list what a handler of that kind of event can be.
type pointerFunc interface {
	Plain | func(context.Context, Pointer) | func(context.Context, Pointer) error
}

type keyFunc interface {
	Plain | func(context.Context, Key) | func(context.Context, Key) error
}

type valueFunc interface {
	Plain | func(context.Context, string) | func(context.Context, string) error |
		func(context.Context, bool) | func(context.Context, bool) error |
		func(context.Context, []string) | func(context.Context, []string) error
}

type offsetFunc interface {
	Plain | func(context.Context, Offset) | func(context.Context, Offset) error
}

type droppedFunc interface {
	Plain | func(context.Context, Dropped) | func(context.Context, Dropped) error
}

type intersectionFunc interface {
	Plain | func(context.Context, Intersection) | func(context.Context, Intersection) error
}

// Click handles a click, also one made with the keyboard.
func Click[F pointerFunc](f F) Handler { return bind(eventClick, f) }

// DoubleClick handles a double click.
func DoubleClick[F pointerFunc](f F) Handler { return bind(eventDoubleClick, f) }

// ContextMenu handles the wish for a context menu; use Prevent to show your own.
func ContextMenu[F pointerFunc](f F) Handler { return bind(eventContextMenu, f) }

// PointerDown handles a button or finger that goes down.
func PointerDown[F pointerFunc](f F) Handler { return bind(eventPointerDown, f) }

// PointerUp handles a button or finger that goes up.
func PointerUp[F pointerFunc](f F) Handler { return bind(eventPointerUp, f) }

// PointerMove handles moves, at most 60 a second.
func PointerMove[F pointerFunc](f F) Handler { return bind(eventPointerMove, f).Throttle(frameTime) }

// PointerEnter handles a pointer that comes over the element.
func PointerEnter[F pointerFunc](f F) Handler { return bind(eventPointerEnter, f) }

// PointerLeave handles a pointer that leaves the element.
func PointerLeave[F pointerFunc](f F) Handler { return bind(eventPointerLeave, f) }

// Wheel handles a turn of the wheel, at most 60 a second.
func Wheel[F pointerFunc](f F) Handler { return bind(eventWheel, f).Throttle(frameTime) }

// KeyDown handles a key that goes down; see [Handler.Keys].
func KeyDown[F keyFunc](f F) Handler { return bind(eventKeyDown, f) }

// KeyUp handles a key that goes up.
func KeyUp[F keyFunc](f F) Handler { return bind(eventKeyUp, f) }

// Input handles each change of a field while it is made. The function gets the
// value; of a checkbox a bool, of a select with many choices a []string.
func Input[F valueFunc](f F) Handler { return bind(eventInput, f) }

// Change handles a change of a field when it is finished; see [Input].
func Change[F valueFunc](f F) Handler { return bind(eventChange, f) }

// Focus handles that an element gets the focus.
func Focus[F Plain](f F) Handler { return bind(eventFocus, f) }

// Blur handles that an element loses the focus.
func Blur[F Plain](f F) Handler { return bind(eventBlur, f) }

// Scroll handles that an element is scrolled, at most 60 times a second.
func Scroll[F offsetFunc](f F) Handler { return bind(eventScroll, f).Throttle(frameTime) }

// DragStart handles that the element begins to be dragged.
func DragStart[F pointerFunc](f F) Handler { return bind(eventDragStart, f) }

// Drop handles something dropped on the element. It also lets things be dragged
// over it.
func Drop[F droppedFunc](f F) Handler { return bind(eventDrop, f).Prevent() }

// Toggle handles a details element or popover that opens or closes.
func Toggle[F Plain](f F) Handler { return bind(eventToggle, f) }

// Close handles a dialog that closes.
func Close[F Plain](f F) Handler { return bind(eventClose, f) }

// Intersect handles that the element enters or leaves the viewport.
func Intersect[F intersectionFunc](f F) Handler { return bind(eventIntersect, f) }

// Event handles an event of any other name, such as "ended" of a video or one
// that a custom element sends. It panics if name is not made of the letters a-z.
func Event[F Plain](name string, f F) Handler { return bind(eventOf(name), f) }
