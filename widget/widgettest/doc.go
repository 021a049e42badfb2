// Package widgettest drives widgets without a browser, in microseconds.
//
//	func TestCounter(t *testing.T) {
//		page := widgettest.Mount(t, &Counter{})
//		page.Click("button")
//		if got := page.Text("p"); got != "Clicked 1 times" {
//			t.Errorf("got %q", got)
//		}
//	}
//
// A [Page] draws the widget as a GET does, adopts it, and from then on applies
// patches to a tree of its own, by the same rules as the runtime in a browser:
// so a test sees what a user would, and [Page.Patches] what was sent for it.
//
// What goes wrong in a handler or a drawing fails the test, unless it is taken by
// [Page.Err].
package widgettest
