package svg

import (
	"context"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
)

// Calm has the drawings in an element of the page stand still while the system asks for
// less motion, which browsers do not do by themselves with [Animate] and the like:
//
//	<figure { w.On(widget.Appear(svg.Calm))... }>
//
// Drawings that [Build] makes do so without it, if the system asks when they are made.
var Calm = bridge.Proc1C(KeepCalm)

// reduced asks whether things shall not move.
//
//omg:browser
const reduced = "(prefers-reduced-motion: reduce)"

// KeepCalm is what [Calm] runs in the page, until ctx ends.
//
//omg:browser
func KeepCalm(ctx context.Context, in dom.Element) {
	context.AfterFunc(ctx, dom.OnMedia(reduced, func(still bool) {
		for _, e := range in.FindAll("svg") {
			if still {
				pause(e)
			} else {
				unpause(e)
			}
		}
	}))
}

// pause stops the animations of a drawing where they are after a second: most have
// begun by then.
//
//omg:js ($0.setCurrentTime(1),$0.pauseAnimations())
func pause(e dom.Element) { e.SetData("paused", "") }

//omg:js $0.unpauseAnimations()
func unpause(e dom.Element) { e.RemoveAttr("data-paused") }
