package main

import (
	"context"
	_ "embed"
	"net/http"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

var _ = register(story{
	Name: "calls", Title: "Calls both ways", Order: 50,
	Text: "The server calls a function of the page like any other; that function calls back while the handler waits.",
	New:  func(*http.Request) widget.Widget { return &Calls{} },
})

//go:embed story_calls.js
var script string

// The module's functions, and the backend function that its code may call.
var (
	browser = bridge.Module("demo/browser", script, "demo.Forecast")
	look    = bridge.Import0[Screen](browser, "look")
	report  = bridge.Import1[string, string](browser, "report")
)

func init() { bridge.RPC1F("demo.Forecast", Forecast) }

// Screen is what the page says of its window.
type Screen struct {
	Width, Height int
	Language      string
	Dark          bool
}

// Weather crosses to the page as an object.
type Weather struct {
	Sky     string
	Degrees float64
}

// Forecast is called by the page. The error's text is meant for users.
func Forecast(city string) (Weather, error) {
	known := map[string]Weather{"Oslo": {"Snow", -4}, "Lima": {"Sun", 22.5}, "Cork": {"Rain", 11}}
	w, ok := known[city]
	if !ok {
		return w, bridge.UserError("unknown", "Nobody knows the weather in "+city+".")
	}
	return w, nil
}

// Calls shows what the page answered, and how long it took.
type Calls struct {
	widget.Base
	Screen Screen
	Report string
	Took   time.Duration
}

// Look asks the page for its window.
func (c *Calls) Look(ctx context.Context) (err error) {
	defer c.measure(time.Now())
	c.Screen, err = look.Call(ctx)
	return err
}

// Ask has the page report on a city, for which it asks the server.
func (c *Calls) Ask(ctx context.Context, city string) {
	defer c.measure(time.Now())
	text, err := report.Call(ctx, city)
	if err != nil {
		text = err.Error()
	}
	c.Report = text
}

func (c *Calls) measure(start time.Time) { c.Took = time.Since(start) }
