package module

// A Function is a function that pages have, under the name of the Go function
// that it was made of or that stands for it.
type Function struct {
	Name      string   // "example.org/app.Add", as the runtime spells it
	Asset     *Asset   // the module that exports it
	Export    string   // its name there
	Signature string   // hash of its types, empty for a function that was written by hand
	RPCs      []string // the backend functions that its code may call
}

// Register adds what a generated file made. It panics if a name is taken.
func Register(functions ...Function) {
	for i := range functions {
		registry.addFunction(&functions[i])
	}
}

// Lookup returns the function of that name.
func Lookup(name string) (*Function, bool) {
	f := registry.lookup(name)
	return f, f != nil
}

// Functions returns all functions, in no order.
func Functions() []*Function { return registry.allFunctions() }

// Assets returns all modules, in no order.
func Assets() []*Asset { return registry.allAssets() }
