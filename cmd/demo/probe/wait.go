package probe

import (
	"context"
	"slices"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/widget"
)

// A Gate is what calls of [Hold] wait at.
type Gate struct {
	open  chan struct{}
	Ended chan string // tells whose wait was cancelled
}

// Waiting is the gate of the running test.
var Waiting *Gate

// NewGate returns a closed gate.
func NewGate() *Gate {
	return &Gate{open: make(chan struct{}), Ended: make(chan string, 100)}
}

// Open lets all pass.
func (g *Gate) Open() { close(g.open) }

// Hold returns when the gate is opened, or with ctx's error.
//
//omg:rpc
func Hold(ctx context.Context, who string) error {
	return bridge.Away(ctx, func() error {
		select {
		case <-Waiting.open:
			return nil
		case <-ctx.Done():
			Waiting.Ended <- who
			return ctx.Err()
		}
	})
}

// Wait is a handler that waits for the server, then tries once more.
//
//omg:browser
func Wait(ctx context.Context, e dom.Event) error {
	who := e.Type() + " " + e.Target().ID()
	note(who + " began")
	err := Hold(ctx, who)
	note(who + " " + ending(err))
	if err != nil {
		note(who + " again " + ending(Hold(ctx, who+" again")))
	}
	return err
}

// Stay waits for nothing but its own end.
//
//omg:browser
func Stay(ctx context.Context, el dom.Element) {
	id := el.ID()
	note(id + " stays")
	<-ctx.Done()
	note(id + " " + ending(ctx.Err()))
}

var (
	wait = bridge.Proc1E(Wait)
	stay = bridge.Proc1C(Stay)
)

// Waits shows elements with handlers that wait, and takes them away.
type Waits struct {
	widget.Base
	Element, Child bool
	Keys           []int
	Inner          *Inner
	Redraws        int
}

// NewWaits returns a page with all of them.
func NewWaits() *Waits {
	return &Waits{Element: true, Child: true, Keys: []int{1, 2}, Inner: &Inner{}}
}

// Inner is a widget in a widget.
type Inner struct{ widget.Base }

// RemoveElement takes one element away.
func (w *Waits) RemoveElement(context.Context) { w.Element = false }

// RemoveKey takes one of the keyed elements away.
func (w *Waits) RemoveKey(context.Context) { w.Keys = slices.Delete(w.Keys, 0, 1) }

// RemoveChild takes a widget away.
func (w *Waits) RemoveChild(context.Context) { w.Child = false }

// Again draws everything again and takes nothing away.
func (w *Waits) Again(context.Context) { w.Redraws++ }
