package subject

import (
	"context"
	_ "embed"

	"github.com/omg-go/omg/bench/load"
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

//go:embed caller.js
var callerSource string

var (
	callerModule = bridge.Module("bench/caller", callerSource, load.EchoName)
	start        = bridge.ImportProc0(callerModule, "start")
)

// Caller is a page from which the backend can be called, once its button was
// clicked.
type Caller struct{ widget.Base }

// Start gives the page the module that calls.
func (c *Caller) Start(ctx context.Context) error { return start.Call(ctx) }
