package main

import (
	"net/http"
	"strconv"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/widget"
)

var _ = register(story{
	Name: "drag", Title: "Drag", Order: 58,
	Text: "The pointer is followed in the page, by Go. Arrow keys move the card too. The server hears nothing of it.",
	New:  func(*http.Request) widget.Widget { return &Drag{} },
})

// A place is where the card is, in pixels from where it was drawn.
//
//omg:browser
type place struct{ x, y float64 }

//omg:browser
func placeOf(card dom.Element) place {
	return place{dom.ParseFloat(card.Style("--x")), dom.ParseFloat(card.Style("--y"))}
}

// put moves the card, inside its table.
//
//omg:browser
func (p place) put(card dom.Element) {
	table := card.Parent()
	p.x = min(max(p.x, 0), float64(table.Width()-card.Width()))
	p.y = min(max(p.y, 0), float64(table.Height()-card.Height()))
	card.SetStyle("--x", strconv.Itoa(int(p.x)))
	card.SetStyle("--y", strconv.Itoa(int(p.y)))
}

// Follow moves the card with the pointer until that comes up.
//
//omg:browser
func Follow(e dom.Event) {
	card, start := e.Target().Closest("[data-card]"), e.Pointer()
	from := placeOf(card)
	card.CapturePointer(start.ID())
	stop := card.On("pointermove", func(e dom.Event) {
		now := e.Pointer()
		place{from.x + now.ClientX() - start.ClientX(), from.y + now.ClientY() - start.ClientY()}.put(card)
	})
	card.OnWith("lostpointercapture", dom.Options{Once: true}, func(dom.Event) { stop() })
}

// Nudge moves the card by the arrow keys, 8 pixels a press.
//
//omg:browser
func Nudge(e dom.Event) {
	step := map[string]place{"ArrowLeft": {-8, 0}, "ArrowRight": {8, 0}, "ArrowUp": {0, -8}, "ArrowDown": {0, 8}}
	by, ok := step[e.Keyboard().Key()]
	if !ok {
		return
	}
	e.PreventDefault()
	at := placeOf(e.Target())
	place{at.x + by.x, at.y + by.y}.put(e.Target())
}

var (
	follow = bridge.Proc1(Follow)
	nudge  = bridge.Proc1(Nudge)
)

// Drag is a card on a table.
type Drag struct{ widget.Base }
