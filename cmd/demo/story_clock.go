package main

import (
	"context"
	"net/http"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

var _ = register(story{
	Name: "clock", Title: "Clock", Order: 30,
	Text: "The server pushes: a goroutine of the session marks the widget once a second, and the time crosses as one text.",
	New:  func(*http.Request) widget.Widget { return &Clock{} },
})

// Clock shows the server's time.
type Clock struct {
	widget.Base
	gone chan struct{}
}

// Mount runs once, when a page has the clock. What bridge.Go starts ends with
// the session; Unmount ends it sooner.
func (c *Clock) Mount(ctx context.Context) error {
	c.gone = make(chan struct{})
	bridge.Go(ctx, c.run)
	return nil
}

// Unmount stops the clock.
func (c *Clock) Unmount() { close(c.gone) }

func (c *Clock) run(ctx context.Context) {
	second := time.NewTicker(time.Second)
	defer second.Stop()
	for {
		select {
		case <-second.C:
			c.Redraw()
		case <-c.gone:
			return
		case <-ctx.Done():
			return
		}
	}
}
