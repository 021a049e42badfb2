package youtube

import (
	"context"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/widget"
)

// A Handler binds a function to one kind of event of a player. A function of the
// server gets the Event; if it changes a widget, that has to be told by Redraw. A
// function of the page gets a [dom.Event]: [Heard] tells what it brings, [Of] who
// sent it.
type Handler struct {
	name   string
	server func(ctx context.Context, e Event) error
	page   widget.Handler
}

// Func lists what a handler can be.
type Func interface {
	func(context.Context, Event) | func(context.Context, Event) error | bridge.Procedure1[dom.Event]
}

// Ready handles that the player is there. What it was told before is done by then.
func Ready[F Func](f F) Handler { return bind("ready", f) }

// StateChange handles each change of the state. States come in no order to count on.
func StateChange[F Func](f F) Handler { return bind("state", f) }

// QualityChange handles that the video comes in another quality.
func QualityChange[F Func](f F) Handler { return bind("quality", f) }

// RateChange handles that the video plays faster or slower.
func RateChange[F Func](f F) Handler { return bind("rate", f) }

// Error handles an error, with its [Code]. The visitor has been told, and has a
// link to the video, when it comes. What no handler of the server hears is logged.
func Error[F Func](f F) Handler { return bind("error", f) }

// APIChange handles that the player has loaded a module with options, as for
// captions.
func APIChange[F Func](f F) Handler { return bind("api", f) }

// AutoplayBlocked handles that the browser did not let the video start by itself.
// The visitor sees a button for it.
func AutoplayBlocked[F Func](f F) Handler { return bind("blocked", f) }

func bind[F Func](name string, f F) Handler {
	switch f := any(f).(type) {
	case func(context.Context, Event):
		return Handler{name: name, server: func(ctx context.Context, e Event) error { f(ctx, e); return nil }}
	case func(context.Context, Event) error:
		return Handler{name: name, server: f}
	case bridge.Procedure1[dom.Event]:
		return Handler{name: name, page: widget.Event("youtube"+name, f)}
	}
	panic("youtube: unreachable")
}
