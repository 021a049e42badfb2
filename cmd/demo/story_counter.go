package main

import (
	"context"
	"net/http"

	"github.com/omg-go/omg/widget"
)

var _ = register(story{
	Name: "counter", Title: "Counter", Order: 10,
	Text: "A struct, a method, a button. Each tab has its own, and it survives a lost connection.",
	New:  func(*http.Request) widget.Widget { return &Counter{} },
})

// Counter counts clicks.
type Counter struct {
	widget.Base
	N int
}

// Increment is the handler of a button: when it returns, the widget is redrawn.
func (c *Counter) Increment(ctx context.Context) { c.N++ }

// Reset starts again.
func (c *Counter) Reset(ctx context.Context) { c.N = 0 }
