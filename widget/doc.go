// Package widget says what a widget is: a Go struct that embeds [Base], draws
// itself with templ and lives in one page.
//
//	type Counter struct {
//		widget.Base
//		N int
//	}
//
//	func (c *Counter) Increment(ctx context.Context) { c.N++ }
//
//	templ (c *Counter) Render() {
//		<p>
//			Clicked { c.N } times
//			<button { c.On(widget.Click(c.Increment))... }>+1</button>
//		</p>
//	}
//
// # Model
//
// Render draws one root element. A handler changes the struct's fields; when its
// turn ends the widget is drawn again, compared with the hashes kept from the
// last drawing, and what differs goes to the page as a patch. Other widgets are
// drawn again when [Base.Redraw] was called or when an object that they
// [Base.Watch] changed. A child widget is drawn by [Show] and is not entered when
// its parent is redrawn.
//
// Items of a list carry a key ([Base.Key]): then an item keeps its nodes, its
// handlers and what the user does in it, wherever it moves to. Those of a long list
// can say what they are drawn from ([Base.Memo]): then only those are drawn again of
// which that has changed.
//
// # Concurrency
//
// The fields of a widget belong to the turns of its session: handlers, Mount,
// Render and Unmount never run at the same time. Redraw may be called from any
// goroutine; it only marks. What sessions share is an object with a lock
// ([Shared]), never a widget.
//
// # Errors
//
// A drawing that fails (an error or a panic in Render, two roots, a function
// literal drawn twice under one key, HTML that a parser would rearrange, refused
// attributes) leaves the page as it was and is reported once to [Options.Error].
//
// # Security
//
// A handler can be called only while its node is shown. Event attributes
// (on…), srcdoc, base, meta refresh and URLs with javascript: or, outside
// images, data: are refused in each drawing.
//
// Embedding is not inheritance: in type Fancy struct{ Counter } the Render of
// Counter binds the methods of Counter.
package widget
