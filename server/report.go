package server

import (
	"context"
	_ "embed"
	"fmt"
	"strings"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

//go:embed overlay.js
var overlaySource string

// overlay shows an error in the page it happened in.
var overlay = bridge.ImportProc1[string](bridge.Module("github.com/omg-go/omg/server/overlay", overlaySource), "show")

// report says what went wrong in a widget: to the program, else to the log; and
// in development to the page, which nobody else sees.
func (a *App) report(ctx context.Context, w widget.Widget, err error) {
	if a.opts.Error != nil {
		a.opts.Error(ctx, w, err)
	} else {
		a.opts.log().ErrorContext(ctx, "server: a widget failed", "widget", fmt.Sprintf("%T", w), "err", err)
	}
	if a.opts.Development && bridge.FromContext(ctx) != nil {
		text, name := err.Error(), fmt.Sprintf("%T: ", w)
		// A page that is away or gone has no use for it.
		_ = overlay.Go(ctx, name+strings.TrimPrefix(text, name))
	}
}
