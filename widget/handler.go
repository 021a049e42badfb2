package widget

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
)

// Handler binds a function to one event of an element; [Base.On] draws it. It is
// made by [Click], [Input], [Submit] and the like, and refined by its methods,
// each of which returns a changed copy.
//
// What the handler changed is drawn when it ends. Handlers of one session never
// run at the same time. An error that a handler returns, or its
// panic, is reported to [Options.Error]. Package server then tells the page that
// something went wrong, and what only if it is a [bridge.UserError].
type Handler struct {
	fn    any
	keys  string
	ms    uint32
	flags flags
	event eventID
	wants byte
}

type flags uint8

const (
	prevent  flags = 1 << iota // "p" in what the page knows
	stop                       // "s"
	once                       // "o"
	passive                    // "c": listen without being able to prevent
	strict                     // "g"
	quiet                      // "n": do not send it
	debounce                   // "d", milliseconds
	throttle                   // "t", milliseconds
)

// Plain lists what any event can be bound to: functions that need no data of the
// event, and handles of functions that run in the page, without a round trip, and
// get the element, or the event if they take one.
type Plain interface {
	func(context.Context) | func(context.Context) error |
		bridge.Procedure0 | bridge.Procedure1[dom.Element] | bridge.Procedure1[dom.Event]
}

// Prevent keeps the browser from doing what it does by itself at this event.
func (h Handler) Prevent() Handler { h.flags |= prevent; return h }

// Stop keeps the event from reaching handlers of outer elements.
func (h Handler) Stop() Handler { h.flags |= stop; return h }

// Once lets the page send the event one time, until the element is drawn anew.
func (h Handler) Once() Handler { h.flags |= once; return h }

// Passive promises not to prevent the event, so that the browser need not wait
// before it scrolls.
func (h Handler) Passive() Handler { h.flags |= passive; return h }

// Strict drops an event that the page sent before it had the widget's newest
// drawing. Without it an event counts while its element is shown.
func (h Handler) Strict() Handler { h.flags |= strict; return h }

// Debounce sends only the last event of a series, d after it. A different event
// of the page sends it at once, so that their order holds.
func (h Handler) Debounce(d time.Duration) Handler {
	h.flags, h.ms = h.flags&^throttle|debounce, millis(d)
	return h
}

// Throttle sends the first event of a series at once, then the newest each d.
// Moves and scrolls are throttled to 60 a second by themselves.
func (h Handler) Throttle(d time.Duration) Handler {
	h.flags, h.ms = h.flags&^debounce|throttle, millis(d)
	return h
}

// Keys limits a key handler to these keys, by their names in KeyboardEvent.key
// ("Enter", "Escape", "a"), with modifiers in front: "Control+s". A space is
// "Space".
func (h Handler) Keys(names ...string) Handler {
	h.keys = strings.Join(names, " ")
	return h
}

func millis(d time.Duration) uint32 { return uint32(max(d.Milliseconds(), 1)) }

// spec returns what the page must know, which it finds behind the handler's id:
// a capital for what to send along, "p" to prevent, "d300" to delay, then keys,
// then the function if it runs in the page.
func (d *drawing) spec(h *Handler) string {
	switch {
	case h.plain():
		return ""
	case h.bare() && h.wants == wantsValue:
		return "V"
	}
	return string(d.appendSpec(nil, h))
}

func (d *drawing) appendSpec(b []byte, h *Handler) []byte {
	if h.wants != wantsNothing && h.wants != wantsPage {
		b = append(b, h.wants)
	}
	for i, letter := range "psocgn" {
		if h.flags&(1<<i) != 0 {
			b = append(b, byte(letter))
		}
	}
	switch {
	case h.flags&debounce != 0:
		b = strconv.AppendUint(append(b, 'd'), uint64(h.ms), 10)
	case h.flags&throttle != 0:
		b = strconv.AppendUint(append(b, 't'), uint64(h.ms), 10)
	}
	if _, ok := h.fn.(bridge.Procedure1[dom.Event]); ok {
		b = append(b, 'e') // the function gets the event, not the element
	}
	if f, ok := h.fn.(bridge.Callable); ok {
		b = d.appendFunction(b, f)
	}
	if h.keys != "" {
		b = append(append(b, ' '), h.keys...)
	}
	return b
}

// appendFunction names a function of the page: " @module.name".
func (d *drawing) appendFunction(b []byte, f bridge.Callable) []byte {
	number, name, err := d.m.tree.session.Function(f)
	if err != nil {
		panic(err)
	}
	b = strconv.AppendInt(append(b, " @"...), int64(number), 10)
	return append(append(b, '.'), name...)
}

// plain reports whether nothing stands behind the handler's id.
func (h *Handler) plain() bool { return h.wants == wantsNothing && h.bare() }

func (h *Handler) bare() bool { return h.flags == 0 && h.keys == "" }
