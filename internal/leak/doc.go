// Package leak fails the tests of a package that leave goroutines running.
//
//	func TestMain(m *testing.M) { leak.Main(m) }
//
// What a test has told to end may take its time to do so: half a second, as
// go.uber.org/goleak gives by itself, is too short where other test binaries have
// the processors. Here goroutines have half a minute, which costs nothing when they
// end at once.
package leak
