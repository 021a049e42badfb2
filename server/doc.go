// Package server serves pages of widgets, what they load, and their sockets, as
// one [http.Handler].
//
//	type Counter struct {
//		widget.Base
//		N int
//	}
//
//	func (c *Counter) Increment(ctx context.Context) { c.N++ }
//
//	func main() {
//		app := server.New(server.Options{Title: "Counter"})
//		app.Page("GET /", func(r *http.Request) (widget.Widget, error) { return &Counter{}, nil })
//		log.Fatal(app.ListenAndServe(":7500"))
//	}
//
// # Life of a page
//
// A GET calls the page's function, draws its widget into a document and sends
// that: it can be read without JavaScript. The drawing waits for the page's
// socket, 30 seconds at most and not as a session: only sockets count. With the
// document goes a signed ticket, good for one use by the same browser. When the
// page connects, it gets the waiting session, or, where that is gone or another
// visitor asks, one that the page's function makes again; then Mount runs.
//
// A socket that drops is no end: the page comes back, to the same session, within
// two minutes. A page that is loaded again is a new session.
//
// What a program keeps for a session is a [bridge.Var]; work that goes on in the
// background is started by [bridge.Go] and ends with the session; Options.Hooks
// are told when a page connects, is lost, comes back and has ended.
//
// # Where it can stand
//
// An [App] can be the whole server, by [App.ListenAndServe], or a handler below
// any path of any router, behind http.StripPrefix or with [Options].Prefix, and
// behind proxies. The addresses in its pages are relative, and X-Forwarded-Proto
// and X-Forwarded-Host are understood.
//
// # Own paths
//
// [App.Handle] adds files, downloads or an API beside the pages; [App.Page] may
// return no widget at all for a page that is only its [Shell].
//
// Two paths are the server's own beside those below _omg: /healthz, which answers
// 200 until the server is shut down, and /metrics, for Prometheus on this machine
// (see [Options].Metrics) unless the program has something there itself.
//
// # Security
//
// With no option set: a content policy without anything inline and with Trusted
// Types; sockets only from pages of the own origin, POSTs too; tickets and
// sessions bound to a cookie that scripts cannot read; limits on connections,
// headers, sockets, frames, rates. Which user a session belongs to is
// [Options].Identity and [Options].Keep, what he may call [Options].Authorize.
//
// Nothing of a request is kept for its session but what Keep names.
package server
