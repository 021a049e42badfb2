// Package module keeps what the page can be given: ES modules, and the functions
// that they export under Go names.
//
// Generated files register what a compiler made of browser-side Go; the bridge
// registers modules that are written by hand:
//
//	maths := module.New("maths", `export function add(x, y) { return x + y }`)
//	module.Register(module.Function{Name: "example.org/app.Add", Asset: maths, Export: "add"})
//
// # Order
//
// Everything registers while packages initialise, in any order; so nothing is
// looked up before a server starts. A name is registered once.
//
// # Concurrency
//
// All functions are safe for concurrent use. Assets do not change.
package module
