package main

import (
	"context"
	"fmt"
	"net/http"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/mirror"
	"github.com/omg-go/omg/widget"
)

var _ = register(story{
	Name: "twin", Title: "An object with two lives", Order: 63,
	Text: "A slot of each kind, seen from both sides. Nothing flows by itself: an assignment changes one side, and SyncSlot brings the twin up to date.",
	New: func(*http.Request) widget.Widget {
		return &TwoLives{Lamp: &Lamp{Secret: "key", Watts: 40, Hue: 50, Label: "desk"}}
	},
})

// Lamp has a slot of each kind.
type Lamp struct {
	mirror.Object
	Secret string
	Hue    int    `omg:"browser"`
	Watts  int    `omg:"mirrored"`
	Label  string `omg:"mirrored,write"`
}

//omg:browser
var lamp *Lamp

// TakeLamp gives the page its twin.
//
//omg:browser
func TakeLamp(l *Lamp) string {
	lamp = l
	return LampText()
}

// LampText is the lamp as the page has it.
//
//omg:browser
func LampText() string {
	return fmt.Sprintf("Hue %d, Watts %d, Label %q", lamp.Hue, lamp.Watts, lamp.Label)
}

// TurnHue changes what only the twin has.
//
//omg:browser
func TurnHue() string {
	lamp.Hue += 30
	return LampText()
}

// BrightenThere assigns in the page: the original does not hear of it.
//
//omg:browser
func BrightenThere() string {
	lamp.Watts += 1000
	return LampText()
}

// PullWatts gets the value from the original.
//
//omg:browser
func PullWatts(ctx context.Context) (string, error) {
	err := mirror.SyncSlot(ctx, lamp, &lamp.Watts)
	return LampText(), err
}

// WriteLabel proposes a label from the page.
//
//omg:browser
func WriteLabel(ctx context.Context, in dom.Element) error {
	return mirror.SetSlot(ctx, lamp, &lamp.Label, in.Value())
}

var (
	takeLamp      = bridge.Func1(TakeLamp)
	lampText      = bridge.Func0(LampText)
	turnHue       = bridge.Func0(TurnHue)
	brightenThere = bridge.Func0(BrightenThere)
	pullWatts     = bridge.Func0E(PullWatts)
	writeLabel    = bridge.Proc1E(WriteLabel)
)

// TwoLives shows a lamp from both sides.
type TwoLives struct {
	widget.Base
	Lamp  *Lamp
	There string
}

// Mount watches the lamp, for labels that the page writes.
func (t *TwoLives) Mount(context.Context) error { t.Watch(t.Lamp); return nil }

// Send gives the page its twin, the same one each time.
func (t *TwoLives) Send(ctx context.Context) (err error) {
	t.There, err = takeLamp.Call(ctx, t.Lamp)
	return err
}

// Brighten changes the original alone.
func (t *TwoLives) Brighten(ctx context.Context) (err error) {
	t.Lamp.Update(ctx, func() { t.Lamp.Watts += 20 })
	t.There, err = lampText.Call(ctx)
	return err
}

// Sync sends the slot to all twins; the call after it sees the value.
func (t *TwoLives) Sync(ctx context.Context) (err error) {
	if err := mirror.SyncSlot(ctx, t.Lamp, &t.Lamp.Watts); err != nil {
		return err
	}
	t.There, err = lampText.Call(ctx)
	return err
}

// Turn changes what only the twin has.
func (t *TwoLives) Turn(ctx context.Context) (err error) {
	t.There, err = turnHue.Call(ctx)
	return err
}

// Assign changes the twin alone.
func (t *TwoLives) Assign(ctx context.Context) (err error) {
	t.There, err = brightenThere.Call(ctx)
	return err
}

// Pull has the page get the original's value.
func (t *TwoLives) Pull(ctx context.Context) (err error) {
	t.There, err = pullWatts.Call(ctx)
	return err
}
