package module

import (
	"encoding/json"
	"fmt"
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
	// Value gives the value that the variable has on the backend when modules
	// are put together: it takes the place of $value$ in JS.
	Value func() any
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

// Add registers a unit, in init. Modules are put together of all units when one
// is asked for first, so that what several functions share exists once.
func Add(u Unit) {
	registry.mu.Lock()
	defer registry.mu.Unlock()
	registry.units = append(registry.units, u)
}

// text returns the code, with the backend's value if it wants one.
func (s *Symbol) text() string {
	if s.Value == nil {
		return s.JS
	}
	value, err := json.Marshal(s.Value())
	if err != nil {
		panic(fmt.Sprintf("module: %s: %v", s.Name, err))
	}
	return strings.Replace(s.JS, "$value$", string(value), 1)
}
