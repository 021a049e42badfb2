package main

import (
	"context"
	"fmt"
	"net/http"
	"strconv"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/widget"
)

var _ = register(story{
	Name: "paint", Title: "A widget of the page", Order: 60,
	Text: "Its state and its drawing are Go in the page. The server gives it a place, and takes the place away again.",
	New:  func(*http.Request) widget.Widget { return &Paint{Shown: true} },
})

// A mixer is a widget of the page: three sliders and the colour that they make.
//
//omg:browser
type mixer struct {
	place    dom.Element
	patch    dom.Element
	channels [3]int
}

// A drawn is what can be drawn anew.
//
//omg:browser
type drawn interface{ draw() }

// build fills m's place. Whenever a slider moves, d is drawn: m itself, or what
// embeds it.
func (m *mixer) build(d drawn) {
	m.channels = [3]int{90, 60, 220}
	m.patch = dom.Create("div")
	m.patch.AddClass("patch")
	m.place.Append(m.patch)
	for i, name := range []string{"Red", "Green", "Blue"} {
		in := m.slider(name, m.channels[i])
		in.On("input", func(dom.Event) {
			m.channels[i], _ = strconv.Atoi(in.Value())
			d.draw()
		})
	}
	d.draw()
}

func (m *mixer) slider(name string, value int) dom.Element {
	label, in := dom.Create("label"), dom.Create("input")
	for attr, v := range map[string]string{"type": "range", "max": "255", "name": name} {
		in.SetAttr(attr, v)
	}
	in.SetValue(strconv.Itoa(value))
	label.AppendText(name + " ")
	label.Append(in)
	m.place.Append(label)
	return in
}

func (m *mixer) draw() { m.patch.SetStyle("background-color", m.hex()) }

func (m *mixer) hex() string {
	return fmt.Sprintf("#%02x%02x%02x", m.channels[0], m.channels[1], m.channels[2])
}

// A named mixer is a mixer that also says which colour that is: it draws what
// the embedded one draws, and more.
//
//omg:browser
type named struct {
	mixer
	name dom.Element
}

func (n *named) draw() {
	n.mixer.draw()
	n.name.SetText(n.hex())
}

// Mix runs when its element comes into the page. What it leaves behind
// says so when the element goes.
//
//omg:browser
func Mix(ctx context.Context, place dom.Element) {
	n := &named{mixer: mixer{place: place}, name: dom.Create("output")}
	n.build(n)
	place.Append(n.name)
	place.SetData("alive", "yes")
	context.AfterFunc(ctx, func() { place.SetData("alive", "no") })
	<-ctx.Done()
	place.SetData("alive", "no")
}

var mix = bridge.Proc1C(Mix)

// Paint has a place for a mixer.
type Paint struct {
	widget.Base
	Shown bool
	Drawn int
}

// Toggle takes the mixer away, or brings a new one.
func (p *Paint) Toggle(context.Context) { p.Shown = !p.Shown }

// Again draws what is round the mixer.
func (p *Paint) Again(context.Context) { p.Drawn++ }
