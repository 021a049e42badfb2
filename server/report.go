package server

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"strings"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

//go:embed overlay.js
var overlaySource string

// overlay shows an error in the page it happened in.
var overlay = bridge.ImportProc1[string](bridge.Module("github.com/omg-go/omg/server/overlay", overlaySource), "show")

//go:embed notice.js
var noticeSource string

// notice tells a page's visitor that something went wrong.
var notice = bridge.ImportProc2[string, string](bridge.Module("github.com/omg-go/omg/server/notice", noticeSource), "show")

// report says what went wrong in a widget: to the program, else to the log; to
// the page that it did, and in development what, as nobody else sees it.
func (a *App) report(ctx context.Context, w widget.Widget, err error) {
	if a.opts.Error != nil {
		a.opts.Error(ctx, w, err)
	} else {
		a.opts.log().ErrorContext(ctx, "server: a widget failed", "widget", fmt.Sprintf("%T", w), "err", err)
	}
	if bridge.FromContext(ctx) == nil {
		return
	}
	// A page that is away or gone has no use for either.
	_ = notice.Go(bridge.OnlyIfHere(ctx), codeOf(err), messageOf(err))
	if a.opts.Development {
		text, name := err.Error(), fmt.Sprintf("%T: ", w)
		_ = overlay.Go(ctx, name+strings.TrimPrefix(text, name))
	}
}

// forVisitors returns the [bridge.UserError] in err. What a page answered to a
// call of the program is none.
func forVisitors(err error) (*bridge.CallError, bool) {
	var e *bridge.CallError
	return e, errors.As(err, &e) && e.Func == ""
}

// codeOf returns the code of err for the page.
func codeOf(err error) string {
	var p *widget.PanicError
	if e, ok := forVisitors(err); ok && e.Code != "" {
		return e.Code
	} else if errors.As(err, &p) {
		return "panic"
	}
	return "failed"
}

// messageOf returns what a visitor may read of err, often nothing.
func messageOf(err error) string {
	if e, ok := forVisitors(err); ok {
		return e.Message
	}
	return ""
}
