package memory

import (
	"time"
)

var (
	eventClass       = extend("Event", objectClass)
	customEventClass = extend("CustomEvent", eventClass)
	uiEventClass     = extend("UIEvent", eventClass)
	mouseClass       = extend("MouseEvent", uiEventClass)
	pointerClass     = extend("PointerEvent", mouseClass)
	wheelClass       = extend("WheelEvent", mouseClass)
	dragClass        = extend("DragEvent", mouseClass)
	keyboardClass    = extend("KeyboardEvent", uiEventClass)
	inputClass       = extend("InputEvent", uiEventClass)
	focusClass       = extend("FocusEvent", uiEventClass)
	touchClass       = extend("TouchEvent", uiEventClass)
	submitClass      = extend("SubmitEvent", eventClass)
)

// event is the state of an Event object.
type event struct {
	name                string
	bubbles, cancelable bool
	target, current     *Object
	prevented           bool
	stopped, stoppedNow bool
	passive             bool // the running listener is
	trusted             bool
	at                  time.Time
}

// kinds is the class that a page gives an event of the name.
var kinds = map[string]*class{}

// defaults is what an event of the name is by default: whether it bubbles, and
// whether it can be cancelled.
var defaults = map[string][2]bool{}

func init() {
	for list, c := range map[string]*class{
		"click dblclick mousedown mouseup mousemove mouseover mouseout mouseenter mouseleave contextmenu auxclick":                              mouseClass,
		"pointerdown pointerup pointermove pointerover pointerout pointerenter pointerleave pointercancel gotpointercapture lostpointercapture": pointerClass,
		"wheel": wheelClass,
		"drag dragstart dragend dragenter dragleave dragover drop": dragClass,
		"keydown keyup keypress":                                   keyboardClass,
		"input beforeinput":                                        inputClass,
		"focus blur focusin focusout":                              focusClass,
		"touchstart touchend touchmove touchcancel":                touchClass,
		"submit": submitClass,
	} {
		for name := range words(list) {
			kinds[name] = c
			defaults[name] = [2]bool{true, true}
		}
	}
	for name := range words("focus blur mouseenter mouseleave pointerenter pointerleave") {
		defaults[name] = [2]bool{false, false}
	}
	for name := range words("focusin focusout input change") {
		defaults[name] = [2]bool{true, false}
	}
	defaults["reset"] = [2]bool{true, true}
	defaults["invalid"] = [2]bool{false, true}
	defaults["beforeunload"] = [2]bool{false, true}
	eventClass.add(getters{
		"type":             func(o *Object) any { return o.event().name },
		"bubbles":          func(o *Object) any { return o.event().bubbles },
		"cancelable":       func(o *Object) any { return o.event().cancelable },
		"defaultPrevented": func(o *Object) any { return o.event().prevented },
		"isTrusted":        func(o *Object) any { return o.event().trusted },
		"target":           func(o *Object) any { return Value(o.event().target) },
		"currentTarget":    func(o *Object) any { return Value(o.event().current) },
		"timeStamp":        func(o *Object) any { return o.page.since(o.event().at) },
	}, nil, methods{
		"preventDefault": locked(func(o *Object, _ []any) any {
			e := o.event()
			e.prevented = e.prevented || e.cancelable && !e.passive
			return nil
		}),
		"stopPropagation":          locked(func(o *Object, _ []any) any { o.event().stopped = true; return nil }),
		"stopImmediatePropagation": locked(func(o *Object, _ []any) any { o.event().stopped, o.event().stoppedNow = true, true; return nil }),
	})
	keyboardClass.add(nil, nil, methods{"getModifierState": locked(func(o *Object, args []any) any {
		return Truth(o.props[map[string]string{"Alt": "altKey", "Control": "ctrlKey", "Meta": "metaKey", "Shift": "shiftKey"}[Text(arg(args, 0))]])
	})})
}

func (o *Object) event() *event { return o.data.(*event) }

// NewEvent makes an event with the class, the bubbling and the fields that a
// page gives one of its name. Fields that are not given are zero.
func (p *Page) NewEvent(name string, fields map[string]any) *Object {
	c, ok := kinds[name]
	if !ok {
		c = eventClass
	}
	d := defaults[name]
	return p.newEvent(c, &event{name: name, bubbles: d[0], cancelable: d[1], trusted: true}, fields)
}

func (p *Page) newEvent(c *class, e *event, fields map[string]any) *Object {
	e.at = time.Now()
	o := p.object(c, e)
	o.props = zeroFields(p, c)
	for name, v := range fields {
		o.props[name] = Value(v)
	}
	alias(o, "pageX", "clientX")
	alias(o, "pageY", "clientY")
	return o
}

// alias gives a field the value of another where it is not set.
func alias(o *Object, name, from string) {
	if _, ok := o.props[name]; !ok && o.class.is(mouseClass) {
		o.props[name] = o.props[from]
	}
}

func zeroFields(p *Page, c *class) map[string]any {
	zero := map[string]any{}
	set := func(of *class, v any, names ...string) {
		for _, name := range names {
			if c.is(of) {
				zero[name] = v
			}
		}
	}
	set(mouseClass, 0.0, "clientX", "clientY", "screenX", "screenY", "offsetX", "offsetY", "movementX", "movementY", "button", "buttons", "detail")
	set(mouseClass, false, "altKey", "ctrlKey", "metaKey", "shiftKey")
	set(mouseClass, Null, "relatedTarget")
	set(pointerClass, 0.0, "pressure", "tiltX", "tiltY")
	set(pointerClass, 1.0, "pointerId", "width", "height")
	set(pointerClass, "mouse", "pointerType")
	set(pointerClass, true, "isPrimary")
	set(wheelClass, 0.0, "deltaX", "deltaY", "deltaZ", "deltaMode")
	set(keyboardClass, "", "key", "code")
	set(keyboardClass, false, "altKey", "ctrlKey", "metaKey", "shiftKey", "repeat", "isComposing")
	set(keyboardClass, 0.0, "location")
	set(inputClass, Null, "data")
	set(inputClass, "", "inputType")
	set(inputClass, false, "isComposing")
	set(focusClass, Null, "relatedTarget")
	set(submitClass, Null, "submitter")
	set(touchClass, p.array(nil), "touches", "targetTouches", "changedTouches")
	set(touchClass, false, "altKey", "ctrlKey", "metaKey", "shiftKey")
	set(customEventClass, Null, "detail")
	if c.is(dragClass) {
		zero["dataTransfer"] = newTransfer(p)
	}
	return zero
}

// constructed makes an event as `new Event(name, init)` does: nothing bubbles
// or can be cancelled that init does not say.
func (p *Page) constructed(c *class, args []any) *Object {
	fields := map[string]any{}
	if init, ok := arg(args, 1).(*Object); ok {
		for name, v := range init.props {
			fields[name] = v
		}
	}
	e := &event{name: Text(arg(args, 0)), bubbles: Truth(fields["bubbles"]), cancelable: Truth(fields["cancelable"])}
	delete(fields, "bubbles")
	delete(fields, "cancelable")
	return p.newEvent(c, e, fields)
}
