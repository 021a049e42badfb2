// Package probe holds browser code for the tests of what crosses the border
// between server and page: how long a handler's context lives, functions as
// arguments, package variables, and what a page may call at all.
//
// Its widgets are plain: a button or field for each thing to try, and a list in
// which the code in the page notes what happened to it.
package probe
