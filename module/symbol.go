package module

import (
	"runtime"
	"strings"
)

// A Symbol is one piece of compiled code: a function, a class, a variable. The
// same symbol may come with several units; it exists once in a page.
type Symbol struct {
	Name string
	JS   string   // statements at the top level of a module
	Deps []string // names of the symbols that it mentions
	// When names two symbols that must both be there before this one is wanted:
	// a type, and the name of a method that is called on values of any type.
	When [2]string
	// Order sorts the symbols of a module by kind and, for initialisers, in the
	// order in which Go runs them.
	Order string
	// Var points to the variable of the backend from whose value the page starts;
	// it is read when a page fetches it, and takes the place of $value$ in JS.
	Var any
	// Calls are the backend functions that the code names.
	Calls []string
}

// Compiled is a Go function as the page calls it.
type Compiled struct {
	Name      string // "example.org/app.Add", as the runtime spells it
	Symbol    string // the symbol to call, exported by that name
	Signature string // hash of its types
}

// A Unit is what one generated file brings.
type Unit struct {
	Package   string
	Symbols   []Symbol
	Functions []Compiled
}

// Add registers a unit, in init of the package that it belongs to. Modules are
// put together of all units when one is asked for first, so that what several
// functions share exists once.
//
// A unit names its package by the import path. The runtime calls the one that
// the program was built of "main", whatever its path: Add sees that by its
// caller, so Lookup finds functions of that package by both names.
func Add(u Unit) {
	main := callerIsMain()
	registry.mu.Lock()
	defer registry.mu.Unlock()
	registry.units = append(registry.units, u)
	if main {
		registry.main = u.Package
	}
}

// callerIsMain tells whether Add was called by the program's main package. In a
// test of that package it is not: there the package goes by its path.
func callerIsMain() bool {
	pc, _, _, _ := runtime.Caller(2)
	f := runtime.FuncForPC(pc)
	return f != nil && strings.HasPrefix(f.Name(), "main.")
}

// text returns the code. The value of a variable is imported.
func (s *Symbol) text() string {
	if s.Var == nil {
		return s.JS
	}
	return strings.Replace(s.JS, "$value$", valueOf(s.Name), 1)
}
