package dom

import "github.com/omg-go/omg/dom/internal/page"

// An Event is what a handler gets. It is good while the handler runs, and what
// it says about the event itself also later.
//
//omg:js type
type Event struct{ o page.Object }

// Type is the event's name ("click").
//
//omg:js $0.type
func (e Event) Type() string { return text(page.Must(e.o).Get("type")) }

// Target is the element that the event happened to, zero if it was no element.
//
//omg:js $0.target?.nodeType==1?$0.target:null
func (e Event) Target() Element { return node(page.Must(e.o).Get("target")).Element() }

// Current is the element whose handler runs, zero if it is no element. It is
// zero after the handler first waited.
//
//omg:js $0.currentTarget?.nodeType==1?$0.currentTarget:null
func (e Event) Current() Element { return node(page.Must(e.o).Get("currentTarget")).Element() }

// PreventDefault keeps the browser from doing what it does on such an event. It
// has no effect after the handler first waited, nor in a passive handler.
//
//omg:js $0.preventDefault()
func (e Event) PreventDefault() { page.Must(e.o).Call("preventDefault") }

// Prevented reports whether PreventDefault was called, with effect.
//
//omg:js $0.defaultPrevented
func (e Event) Prevented() bool { return truth(page.Must(e.o).Get("defaultPrevented")) }

// Stop keeps the event from the handlers of other elements.
//
//omg:js $0.stopPropagation()
func (e Event) Stop() { page.Must(e.o).Call("stopPropagation") }

// StopNow keeps it from the other handlers of this element too.
//
//omg:js $0.stopImmediatePropagation()
func (e Event) StopNow() { page.Must(e.o).Call("stopImmediatePropagation") }

// Trusted reports whether the browser made the event, not a program.
//
//omg:js $0.isTrusted
func (e Event) Trusted() bool { return truth(page.Must(e.o).Get("isTrusted")) }

// Time is when it happened, in milliseconds of [Now]'s clock.
//
//omg:js $0.timeStamp
func (e Event) Time() float64 { return number(page.Must(e.o).Get("timeStamp")) }

// Detail is what the maker of a custom event put into it.
//
//omg:js $0.detail
func (e Event) Detail() Value { return Value{page.Must(e.o).Get("detail")} }

// raw is e for the escape hatch.
//
//omg:js $0
func (e Event) raw() Value { return valueOf(e.o) }

// EventOptions say what a made event is. The zero value does not bubble, cannot
// be prevented, and has no detail.
//
//omg:browser
type EventOptions struct {
	Bubbles    bool
	Cancelable bool
	Detail     Value
}

// NewEvent makes an event for [Target.Dispatch].
//
//omg:browser
func NewEvent(name string, o EventOptions) Event {
	return newEvent(name, o.Bubbles, o.Cancelable, o.Detail)
}

//omg:js new CustomEvent($0,{bubbles:$1,cancelable:$2,detail:$3})
func newEvent(name string, bubbles, cancelable bool, detail Value) Event {
	return Event{construct("CustomEvent", name, fields("bubbles", bubbles, "cancelable", cancelable, "detail", detail.v))}
}

// The methods below say which kind of event it is, as the page knows it by its
// name. In go test they panic if it is another kind.

// Mouse is e as an event of a mouse: click, mousedown, mousemove, …
//
//omg:js $0
func (e Event) Mouse() MouseEvent { return MouseEvent{e.kind("MouseEvent")} }

// Pointer is e as an event of a pointer: pointerdown, pointermove, …
//
//omg:js $0
func (e Event) Pointer() PointerEvent { return PointerEvent{MouseEvent{e.kind("PointerEvent")}} }

// Wheel is e as a turn of a wheel.
//
//omg:js $0
func (e Event) Wheel() WheelEvent { return WheelEvent{MouseEvent{e.kind("WheelEvent")}} }

// Drag is e as a step of drag and drop: dragstart, dragover, drop, …
//
//omg:js $0
func (e Event) Drag() DragEvent { return DragEvent{MouseEvent{e.kind("DragEvent")}} }

// Keyboard is e as keydown or keyup.
//
//omg:js $0
func (e Event) Keyboard() KeyboardEvent { return KeyboardEvent{e.kind("KeyboardEvent")} }

// Input is e as input or beforeinput.
//
//omg:js $0
func (e Event) Input() InputEvent { return InputEvent{e.kind("InputEvent")} }

// Touch is e as touchstart, touchmove, touchend or touchcancel.
//
//omg:js $0
func (e Event) Touch() TouchEvent { return TouchEvent{e.kind("TouchEvent")} }

// Focus is e as focus, blur, focusin or focusout.
//
//omg:js $0
func (e Event) Focus() FocusEvent { return FocusEvent{e.kind("FocusEvent")} }

// Submit is e as the submit of a form.
//
//omg:js $0
func (e Event) Submit() SubmitEvent { return SubmitEvent{e.kind("SubmitEvent")} }

func (e Event) kind(class string) Event {
	if !page.Must(e.o).Is(class) {
		panic("dom: " + e.Type() + " is no " + class)
	}
	return e
}
