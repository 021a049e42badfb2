// Package memory is a page that lives in the memory of a Go program, for tests
// of browser code.
//
// It is a small object model with the names of the web platform: a page has a
// global [Object], an object has a class, and a class has getters, setters and
// methods. Package dom asks it by the very names that its JavaScript uses
// (Call("classList.add", "open")), and so does the escape hatch dom.Value.
// Nodes are those of golang.org/x/net/html, selectors are cascadia's.
//
// What it has no idea of, it does not pretend: there is no layout (an element
// has the size that a test gave it), no cascade of styles, no loading of
// anything. A property that no class knows is an own property of the object,
// undefined until set, as in JavaScript.
//
// # Concurrency
//
// Each operation holds the page's lock; handlers and callbacks run without it.
// An event's handlers run on the goroutine that dispatched it. Timers run on
// goroutines of their own, by package time, hence also under testing/synctest.
// What a page does in a microtask or a task of its own (observers, history,
// promises) runs on one goroutine, in order; [Page.Wait] waits for it.
package memory
