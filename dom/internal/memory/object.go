package memory

import (
	"slices"
	"strconv"
	"strings"

	"github.com/omg-go/omg/dom/internal/page"
)

// An Object is a [page.Object]. It belongs to one page for ever.
type Object struct {
	page      *Page
	class     *class
	data      any // what the class keeps: a node, an event, …
	props     map[string]any
	keys      []string // of props, in the order of their making
	elems     []any    // of an array
	call      func(this any, args []any) any
	listeners []*listener
}

var _ page.Object = (*Object)(nil)

var (
	objectClass   = extend("Object", nil)
	arrayClass    = extend("Array", objectClass)
	functionClass = extend("Function", objectClass)
)

func (p *Page) object(c *class, data any) *Object {
	return &Object{page: p, class: c, data: data}
}

func (p *Page) array(elems []any) *Object {
	o := p.object(arrayClass, nil)
	o.elems = elems
	return o
}

func (p *Page) function(f func(this any, args []any) any) *Object {
	o := p.object(functionClass, nil)
	o.call = f
	return o
}

// Get is the value of the property at path. On the way there, undefined throws
// a TypeError, as in the page.
func (o *Object) Get(path string) any {
	o, name := o.walk(path)
	return o.property(name)
}

// Set gives the property at path a value. Setters of the class come first.
func (o *Object) Set(path string, v any) {
	v = Value(v)
	o, name := o.walk(path)
	o.page.mu.Lock()
	defer o.page.mu.Unlock()
	o.put(name, v)
}

// Call calls the method at path.
func (o *Object) Call(path string, args ...any) any {
	o, name := o.walk(path)
	for i := range args {
		args[i] = Value(args[i])
	}
	return o.invoke(name, args)
}

// Own is Get for one name, which may have dots in it.
func (o *Object) Own(name string) any { return o.property(name) }

// SetOwn is Set for one name.
func (o *Object) SetOwn(name string, v any) {
	v = Value(v)
	o.page.mu.Lock()
	defer o.page.mu.Unlock()
	o.put(name, v)
}

// CallOwn is Call for one name.
func (o *Object) CallOwn(name string, args ...any) any {
	for i := range args {
		args[i] = Value(args[i])
	}
	return o.invoke(name, args)
}

// Invoke calls o itself, which must be a function.
func (o *Object) Invoke(this any, args ...any) any {
	if o.call == nil {
		throw(o.page, "TypeError", o.text()+" is not a function")
	}
	return o.call(this, args)
}

// New calls o as a constructor.
func (o *Object) New(args ...any) any {
	this := o.page.object(objectClass, nil)
	if made, ok := o.Invoke(this, args...).(*Object); ok {
		return made
	}
	return this
}

// Keys are the names of the own properties, in the order of their making.
func (o *Object) Keys() []string {
	o.page.mu.Lock()
	defer o.page.mu.Unlock()
	return slices.Clone(o.keys)
}

// Is reports whether o is of the named class or of one below it.
func (o *Object) Is(name string) bool {
	if o == nil {
		return false
	}
	for c := o.class; c != nil; c = c.parent {
		if c.name == name {
			return true
		}
	}
	return false
}

// walk goes along path up to its last name.
func (o *Object) walk(path string) (*Object, string) {
	for {
		name, rest, found := strings.Cut(path, ".")
		if !found {
			return o, name
		}
		next, ok := o.property(name).(*Object)
		if !ok {
			throw(o.page, "TypeError", "cannot read properties of "+Text(o.property(name))+" (reading '"+rest+"')")
		}
		o, path = next, rest
	}
}

func (o *Object) property(name string) any {
	o.page.mu.Lock()
	defer o.page.mu.Unlock()
	if get := o.class.getter(name); get != nil {
		return get(o)
	}
	if i, err := strconv.Atoi(name); err == nil && o.elems != nil {
		return arg(o.elems, i)
	}
	if v, ok := o.props[name]; ok {
		return v
	}
	if o.class.lookup != nil {
		if v, ok := o.class.lookup(o, name); ok {
			return v
		}
	}
	if _, ok := o.class.method(name); ok {
		return o.page.function(func(this any, args []any) any { return this.(*Object).invoke(name, args) })
	}
	return nil
}

// put sets a property, with the lock held.
func (o *Object) put(name string, v any) {
	if set := o.class.setter(name); set != nil {
		set(o, v)
		return
	}
	if o.class.getter(name) != nil {
		return // read only: JavaScript's sloppy mode keeps silent, strict mode throws
	}
	if o.class.assign != nil {
		o.class.assign(o, name, v)
		return
	}
	if i, err := strconv.Atoi(name); err == nil && o.class.is(arrayClass) && i >= 0 {
		for len(o.elems) <= i {
			o.elems = append(o.elems, nil)
		}
		o.elems[i] = v
		return
	}
	if o.props == nil {
		o.props = map[string]any{}
	}
	if _, ok := o.props[name]; !ok {
		o.keys = append(o.keys, name)
	}
	o.props[name] = v
}

func (o *Object) invoke(name string, args []any) any {
	if own, ok := o.own(name).(*Object); ok {
		return own.Invoke(o, args...)
	}
	m, ok := o.class.method(name)
	if !ok {
		throw(o.page, "TypeError", o.text()+"."+name+" is not a function")
	}
	if !m.free {
		o.page.mu.Lock()
		defer o.page.mu.Unlock()
	}
	return m.run(o, args)
}

func (o *Object) own(name string) any {
	o.page.mu.Lock()
	defer o.page.mu.Unlock()
	return o.props[name]
}

// Delete removes an own property.
func (o *Object) Delete(name string) {
	o.page.mu.Lock()
	defer o.page.mu.Unlock()
	delete(o.props, name)
	o.keys = slices.DeleteFunc(o.keys, func(k string) bool { return k == name })
}

func (o *Object) text() string {
	switch {
	case o.call != nil:
		return "function"
	case o.class == arrayClass:
		parts := make([]string, len(o.elems))
		for i, e := range o.elems {
			if !absent(e) {
				parts[i] = Text(e)
			}
		}
		return strings.Join(parts, ",")
	case o.class.is(errorClass):
		return errorText(o)
	}
	return "[object " + o.class.name + "]"
}

func init() {
	arrayClass.add(getters{
		"length": func(o *Object) any { return float64(len(o.elems)) },
	}, nil, methods{
		"push": locked(func(o *Object, args []any) any {
			o.elems = append(o.elems, args...)
			return float64(len(o.elems))
		}),
	})
}
