package subject

import (
	"context"
	"net/http"

	"github.com/omg-go/omg/bench/load"
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

// Paths of the pages.
const (
	BarePath    = "/bare"    // without a widget
	CounterPath = "/counter" // with a [Counter]
	CallPath    = "/call"    // with a [Caller]
)

// perSecond is how many messages a second a client may send: more than any
// figure needs. It is the only limit that is not the default.
const perSecond = 1_000_000

func init() {
	bridge.RPC1(load.EchoName, func(text string) string { return text })
}

// Handler serves the pages. If callable is set, each of them may call the
// backend's echo from the start, without having been given a module that does.
func Handler(callable bool) http.Handler {
	o := server.Options{Title: "bench", Limits: bridge.Limits{Rate: perSecond, Burst: perSecond}}
	if callable {
		o.Hooks.Connected = func(ctx context.Context) { bridge.FromContext(ctx).Grant(load.EchoName) }
	}
	app := server.New(o)
	app.Page(BarePath, func(*http.Request) (widget.Widget, error) { return nil, nil })
	app.Page(CounterPath, func(*http.Request) (widget.Widget, error) { return &Counter{}, nil })
	app.Page(CallPath, func(*http.Request) (widget.Widget, error) { return &Caller{}, nil })
	return app
}
