package memory

// A class says what the objects of one kind can do. A name that a class does
// not have is looked up in its parent.
type class struct {
	name    string
	parent  *class
	getters getters
	setters setters
	methods methods

	// Of classes whose properties are not known beforehand (style, dataset,
	// storage): what get and set do with a name that no getter has. Methods win.
	lookup func(o *Object, name string) (v any, ok bool)
	assign func(o *Object, name string, v any)
}

type (
	// getters and setters run with the page's lock held.
	getters map[string]func(o *Object) any
	setters map[string]func(o *Object, v any)
	methods map[string]method
)

// A method runs with the page's lock held, unless it is free: those that
// dispatch events or call functions lock for themselves.
type method struct {
	run  func(o *Object, args []any) any
	free bool
}

// locked and free make methods.
func locked(run func(o *Object, args []any) any) method { return method{run, false} }
func free(run func(o *Object, args []any) any) method   { return method{run, true} }

// extend makes a class below parent, which is nil for the first.
func extend(name string, parent *class) *class {
	return &class{name: name, parent: parent, getters: getters{}, setters: setters{}, methods: methods{}}
}

// is reports whether c is other or below it.
func (c *class) is(other *class) bool {
	for ; c != nil; c = c.parent {
		if c == other {
			return true
		}
	}
	return false
}

func (c *class) getter(name string) func(*Object) any {
	for ; c != nil; c = c.parent {
		if f := c.getters[name]; f != nil {
			return f
		}
	}
	return nil
}

func (c *class) setter(name string) func(*Object, any) {
	for ; c != nil; c = c.parent {
		if f := c.setters[name]; f != nil {
			return f
		}
	}
	return nil
}

func (c *class) method(name string) (method, bool) {
	for ; c != nil; c = c.parent {
		if m, ok := c.methods[name]; ok {
			return m, true
		}
	}
	return method{}, false
}

// add puts entries into c. The tables are filled by init functions, since the
// functions in them refer to classes again.
func (c *class) add(g getters, s setters, m methods) {
	for name, f := range g {
		c.getters[name] = f
	}
	for name, f := range s {
		c.setters[name] = f
	}
	for name, f := range m {
		c.methods[name] = f
	}
}
