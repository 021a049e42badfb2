// Package module keeps what the page can be given: ES modules, and the functions
// that they export under Go names.
//
// Generated files register what a compiler made of browser-side Go; the bridge
// registers modules that are written by hand:
//
//	maths := module.New("maths", `export function add(x, y) { return x + y }`)
//	module.Register(module.Function{Name: "example.org/app.Add", Asset: maths, Export: "add"})
//
// # Compiled code
//
// A generated file brings a [Unit]: symbols, and which of them pages call. The
// modules are put together when one is asked for first: symbols that are
// reached by the same set of functions share a module, and so do small sets whose
// functions are mostly the same. What several functions need exists once; what
// runs when its module is there reaches no page that does not need it. A module's
// address holds the hash of its text, which names the addresses of what it imports.
//
// In the page the symbols of a module have short names; the generated file has
// those of the compiler.
//
// # Values
//
// A variable that is marked for the browser is fetched as a module of its own, which
// exports the value that the backend has then. It has one address whatever the
// value is, and browsers ask at each load whether theirs is good: were the value
// part of the code's hash, a page that fetches more code after a change would get
// the variable twice. [Update] changes such variables, [Compute] gives each page a
// value of its own.
//
// # Order
//
// Everything registers while packages initialise, in any order; so nothing is
// looked up before a server starts. A name is registered once.
//
// # Concurrency
//
// All functions are safe for concurrent use. Assets do not change, but for what a
// live one serves.
package module
