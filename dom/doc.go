// Package dom has Go names for what a page offers: elements, events, timers,
// storage and the rest, and a way to any JavaScript value.
//
// It is for functions that run in the page, which are marked //omg:browser and
// compiled to JavaScript:
//
//	//omg:browser
//	func Greet(ctx context.Context, in dom.Element) error {
//		out := dom.ByID("greeting")
//		in.On("input", func(e dom.Event) {
//			out.SetText("Hello, " + in.Value())
//		})
//		dom.After(time.Second, func() { in.SetStyle("color", "green") })
//		return nil
//	}
//
// # Where it runs
//
// In the page, most calls become one expression of JavaScript: in.Value() is
// in.value. In go test the same calls work on a page in memory, which package
// domtest sets up; so browser code is tested, and debugged, as any Go is. On a
// server, outside tests, there is no page: every call panics and says so.
//
// # Elements and values
//
// The types of the page's own objects, as [Element] and [Event], are small
// values that refer to them: pass them as they are, compare them with ==. The zero
// value is null, and Exists is how to ask. [Value] is any value of JavaScript; its
// zero value is undefined.
//
// # Handlers
//
// A handler is a Go function. Whatever starts something returns a function that
// stops it:
//
//	stop := el.On("click", func(e dom.Event) { … })
//	defer stop()
//
// A handler may wait (for a call to the server, a timer, a channel): others run
// meanwhile. What must happen at once, as [Event.PreventDefault], comes first.
//
// The ctx of a handler ends when its element goes, and when a newer input, change or
// scroll of the same element comes. From then on whatever takes that ctx and waits
// returns its error at once; calls without a ctx go on doing what they say.
//
// # Concurrency
//
// A page runs one piece of code at a time, so there is nothing to lock. In go test,
// timers and goroutines are real ones: use testing/synctest, and synctest.Wait
// before looking at what they did.
//
// # Errors
//
// What is a mistake in the page (a selector that is none, use of a null element)
// panics. What may fail in a correct program returns an error, of type [Error]. [Try]
// turns the one into the other.
//
// # Directives
//
// A function of this package is either an intrinsic, whose //omg:js line is the
// JavaScript that a call becomes, or it is marked //omg:browser and compiled like any
// other. In that line $0 is the receiver of a method, or the first argument of a
// function, and $1 what follows. Only the Go of compiled functions is the same on both
// sides; the cases in package conformance, which run in memory and in a browser, hold
// the intrinsics to theirs.
package dom
