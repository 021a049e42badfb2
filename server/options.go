package server

import (
	"context"
	"log/slog"
	"net/http"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

// Options of an application. The zero value is good: each field says what it
// means then.
type Options struct {
	// Title of pages that set none.
	Title string
	// Lang is the language of the pages: "en".
	Lang string
	// Dir is the direction of their text, "rtl" or "auto": left to right.
	Dir string
	// Unstyled leaves package theme's stylesheet out.
	Unstyled bool

	// Prefix is the path below which a router sends requests here without
	// taking it off, "/app". By default the application has the whole path, as
	// with http.StripPrefix. Addresses in pages are relative, so what a proxy
	// in front takes off needs no option.
	Prefix string
	// Origins are those of other sites whose pages may open a socket here, like
	// "https://example.org". By default only the application's own.
	Origins []string
	// Hosts are the names, without port, that requests may come for. By default
	// any; with Development only this machine's, against sites that give their
	// own name its address.
	Hosts []string
	// Secret signs tickets. Processes that share visitors share it. By default
	// a new random one.
	Secret []byte

	// Keep lists the keys of the request's context whose values are in the
	// context of the page's session. By default none: a request's context ends
	// with the request, and routers use it again for others.
	Keep []any
	// Identity says who makes a request, for instance the id of the user that a
	// cookie proves. A session is continued only by who began it. By default
	// all are the same.
	Identity func(r *http.Request) string
	// Authorize is asked before each call that a page makes of a backend
	// function, in the session's turn; an error refuses the call. By default
	// all calls pass that the session was granted.
	Authorize func(ctx context.Context, name string) error

	// Policy has more sources for directives of the content policy:
	// {"frame-src": "https://www.youtube-nocookie.com"}.
	Policy map[string]string
	// Header is set on each page, over the defaults; an empty value takes a
	// default away.
	Header http.Header

	// Metrics says whether a request may read the counters, at /metrics in the
	// format of Prometheus. By default those may that come from this machine and
	// for it; others find nothing there.
	Metrics func(r *http.Request) bool
	// Development shows what visitors must not see: errors in pages, the wire
	// log, the debug page. Requests must then come for this machine, see Hosts.
	Development bool
	// Log gets what the server has to say. By default slog.Default().
	Log *slog.Logger
	// Error is told of what went wrong in a widget's handler or drawing. By
	// default it is logged. Either way the page says that something did, see
	// Shell.Failed; what, it says of a [bridge.UserError] only.
	Error func(ctx context.Context, w widget.Widget, err error)
	// Hooks are told of each session's life.
	Hooks bridge.Hooks
	// Limits bound what a page can cost.
	Limits bridge.Limits
	// Frame, if not nil, sees each frame sent to or received from a page. It
	// must not keep the bytes and must not wait.
	Frame func(s *bridge.Session, sent bool, frame []byte)
}

func (o *Options) log() *slog.Logger {
	if o.Log != nil {
		return o.Log
	}
	return slog.Default()
}

func (o *Options) lang() string {
	if o.Lang != "" {
		return o.Lang
	}
	return "en"
}
