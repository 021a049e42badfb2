// Package gojs compiles Go to small, readable JavaScript.
//
//	//omg:browser
//	func Add(x, y int) int { return x + y }
//
//	var add = bridge.Func2(Add) // a handle: the backend calls add.Call(ctx, 1, 2)
//
// [Generate] finds the handles of a package, compiles the functions behind
// them with all that they reach, and writes what pages fetch into the package's
// *_omg.go file, which package module serves. It is a tool (omg generate); an
// application never links it. What is accepted, and each refusal with an
// example, is in docs/subset.md.
//
// # Phases
//
//	load      reads and type-checks packages, and notes what lowering asks for
//	lower     turns what the roots reach into symbols: one small function a construct
//	colour    decides, over the whole call graph, which functions wait
//	js        prints the symbols' trees
//	link      (here) picks the symbols that a set of roots needs, in order
//
// The border is watched while lowering: every name that browser code mentions
// is either marked, of the page (a template, //omg:js), an //omg:rpc function,
// or of the part of the standard library on natives' list. What is refused goes
// into a diag.List with position, code, advice and the calls that led there;
// nothing stops at the first.
//
// The code that compiled programs stand on is in runtime, JavaScript that is
// written by hand, and natives, the standard library's functions that are. All
// else of the library is compiled from Go's own source.
//
// # Waiting
//
// A function is asynchronous only if something in it may wait: a channel, a
// lock, a timer, a call of the backend. Functions that are passed as arguments
// or returned are followed to where they are called, so that a callback that
// waits makes its own callers wait and no others. [WhyAsync] explains.
//
// # Tests
//
// Go's own test programs run under node (internal/corpus, make corpus), random
// programs are compared with Go (internal/fuzz), package dom is compared with
// its page in memory in Chromium, and each refusal has a program in
// testdata/refused.
package gojs
