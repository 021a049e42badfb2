// Package domtest makes a page in memory for tests of browser code, and does to
// it what a user would.
//
//	func TestCounter(t *testing.T) {
//		page := domtest.New(t, `<button>0</button>`)
//		button := page.Find("button")
//		Count(button)              // a function marked //omg:browser
//		page.Click(button)
//		if button.Text() != "1" {
//			t.Error(page.HTML())
//		}
//	}
//
// While the test runs, package dom means that page. A test that uses browser code
// without a page of its own imports this package all the same (import _), for an
// empty one.
//
// # What the page can do
//
// Elements, attributes, text, classes, inline styles and selectors are as in a
// browser. Events capture and bubble; a click checks boxes, submits forms, follows
// links to a hash; focus and the state of fields are kept. Microtasks run on a
// goroutine of the page. There is no layout, no cascade of styles, no network and no
// JavaScript: what depends on them is set by the test ([Page.Place],
// [Page.SetMedia], [Page.Script]).
//
// # Time and concurrency
//
// Timers are those of package time, and as in a page their callbacks run one after
// the other, in the order in which they are due. With testing/synctest they take no
// time:
//
//	synctest.Test(t, func(t *testing.T) {
//		page := domtest.New(t, `<p></p>`)
//		dom.After(time.Hour, func() { page.Find("p").SetText("late") })
//		page.Pass(time.Hour)
//		…
//
// A callback that uses what the test assigned after it started the timer (its own
// stop, say) is right in a page; for the race detector the test must use the page once
// between the assignment and the callback, as Pass does.
//
// Tests that run in parallel wait for each other while one has a page. A subtest
// may make its own; it has the name's meaning until it ends.
package domtest
