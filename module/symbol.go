package module

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
