package subject

import (
	"context"

	"github.com/omg-go/omg/widget"
)

// Counter counts its clicks.
type Counter struct {
	widget.Base
	N int
}

// Increment is what a click does.
func (c *Counter) Increment(context.Context) { c.N++ }
