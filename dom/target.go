package dom

import "github.com/omg-go/omg/dom/internal/page"

// A Target is anything in the page that events happen to: a node, the window, a
// media query. Its zero value is null; two Targets are == if they are the same.
//
//omg:js type
type Target struct{ o page.Object }

// Options say how a handler listens. The zero value is what [Target.On] does.
//
//omg:browser
type Options struct {
	Capture bool // runs on the way down to the event's target, before others
	Once    bool // runs once and is removed
	Passive bool // promises never to call PreventDefault; scrolling need not wait for it
}

// On runs f for each event of the name ("click", "pointermove", …) that happens
// to t or bubbles up to it, until stop is called.
//
// Handlers run in the order of their adding. f may wait, but only what it does
// before it first waits can prevent what the browser does by itself. Stop may
// be called any time and more than once.
//
//omg:browser
func (t Target) On(name string, f func(e Event)) (stop func()) {
	return t.OnWith(name, Options{}, f)
}

// OnWith is [Target.On] with options.
//
//omg:browser
func (t Target) OnWith(name string, o Options, f func(e Event)) (stop func()) {
	c := newAbort()
	t.listen(name, f, o.Capture, o.Once, o.Passive, c)
	return c.abort
}

// Dispatch runs the handlers of an event at t, now: first those that capture
// from the window down, then those that bubble. It reports whether no handler
// prevented what follows.
//
//omg:js $0.dispatchEvent($1)
func (t Target) Dispatch(e Event) bool { return truth(page.Must(t.o).Call("dispatchEvent", e.o)) }

// raw is t for the escape hatch.
//
//omg:js $0
func (t Target) raw() Value { return valueOf(t.o) }

//omg:js $0.addEventListener($1,$2,{capture:$3,once:$4,passive:$5,signal:$6.signal})
func (t Target) listen(name string, f func(e Event), capture, once, passive bool, c abort) {
	handler := page.Current().NewFunction(func(_ any, args []any) any {
		f(Event{object(args[0])})
		return nil
	})
	page.Must(t.o).Call("addEventListener", name, handler,
		fields("capture", capture, "once", once, "passive", passive, "signal", page.Must(c.o).Get("signal")))
}

// An abort ends listeners.
//
//omg:js type
type abort struct{ o page.Object }

//omg:js new AbortController
func newAbort() abort { return abort{construct("AbortController")} }

//omg:js $0.abort()
func (c abort) abort() { page.Must(c.o).Call("abort") }

// Document is the page's document.
//
//omg:js document
func Document() Node { return node(global().Get("document")) }

// Window is the page's window.
//
//omg:js window
func Window() Target { return Target{global()} }

// OnPath runs f for an event that is named as a property of the global object
// is: "document.body.onmousemove", "onresize". It returns what removes f.
// Several handlers of one path all run, and none replaces the page's own.
//
// It panics if there is nothing at the path.
//
//omg:browser
func OnPath(path string, f func(e Event)) (stop func()) {
	at := Window()
	for {
		name, rest, more := cut(path, '.')
		if !more {
			return at.On(trimOn(name), f)
		}
		at, path = at.raw().Get(name).Target(), rest
	}
}

// cut splits s at the first c.
//
//omg:browser
func cut(s string, c byte) (before, after string, found bool) {
	for i := 0; i < len(s); i++ {
		if s[i] == c {
			return s[:i], s[i+1:], true
		}
	}
	return s, "", false
}

//omg:browser
func trimOn(name string) string {
	if len(name) > 2 && name[:2] == "on" {
		return name[2:]
	}
	return name
}
