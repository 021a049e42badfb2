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
	registry.mu.RLock()
	defer registry.mu.RUnlock()
	f, ok := registry.functions[name]
	return f, ok
}

// Functions returns all functions, in no order.
func Functions() []*Function {
	registry.mu.RLock()
	defer registry.mu.RUnlock()
	all := make([]*Function, 0, len(registry.functions))
	for _, f := range registry.functions {
		all = append(all, f)
	}
	return all
}

// Assets returns all modules, in no order.
func Assets() []*Asset {
	registry.mu.RLock()
	defer registry.mu.RUnlock()
	all := make([]*Asset, 0, len(registry.assets))
	for _, a := range registry.assets {
		all = append(all, a)
	}
	return all
}
