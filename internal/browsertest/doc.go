// Package browsertest drives headless Chromium in tests of any package.
//
//	func TestCounter(t *testing.T) {
//		p := browsertest.Open(t, server.URL)
//		p.Click("button")
//		p.WaitText("p", "Clicked 1 times")
//	}
//
//	func TestMain(m *testing.M) { browsertest.Main(m) }
//
// One browser serves a test binary, started by the first [Open] and stopped by
// [Main]. Each Open has cookies and storage of its own; [Page.Tab] opens a second
// tab that shares them.
//
// # Waiting
//
// Nothing sleeps. [Page.Wait] takes a JavaScript expression and returns when it
// is true; after two minutes the test fails, with what the page showed then.
//
// # What fails a test
//
// A message on the console (an error or a warning), an uncaught exception, a
// violation of the content policy, a resource that did not load, a request to
// another origin than the page's; with [KeepsFocus], a focus that got lost. A test that provokes one says so with
// [Page.Expect]; one that has a second server, with [Foreign].
//
// # Screenshots
//
// With OMG_SCREENSHOTS=dir in the environment, [Page.Screenshot] writes pictures
// there, and so does each test that fails.
package browsertest
