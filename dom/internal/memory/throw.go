package memory

import "unicode/utf16"

// Thrown is what a throw of the page is in Go: the value of a panic. Package
// dom turns it into an error where a page's failure is to be expected.
type Thrown struct{ Value any }

func (t Thrown) Error() string { return "dom: thrown in the page: " + Text(t.Value) }

var errorClass = extend("Error", objectClass)

// NewError makes an Error object of the named kind.
func NewError(p *Page, name, message string) *Object {
	o := p.object(errorClass, nil)
	o.props = map[string]any{"name": name, "message": message}
	return o
}

// throw panics with an Error of the page. It needs no lock, and may be used
// with or without it.
func throw(p *Page, name, message string) {
	panic(Thrown{NewError(p, name, message)})
}

// errorText reads the properties without the lock: errors are made whole.
func errorText(o *Object) string {
	name, message := Text(o.props["name"]), Text(o.props["message"])
	if message == "" {
		return name
	}
	return name + ": " + message
}

// Attempt runs f and returns what it threw, undefined if it did not throw.
func Attempt(f func()) (thrown any) {
	defer func() {
		if r := recover(); r != nil {
			t, ok := r.(Thrown)
			if !ok {
				panic(r)
			}
			thrown = t.Value
		}
	}()
	f()
	return nil
}

// ToObject is v as an object, so that its property name can be used. Null and
// undefined throw a TypeError, as in the page.
func ToObject(v any, name string) *Object {
	switch v := v.(type) {
	case *Object:
		return v
	case string:
		return letters(v)
	case bool, float64:
		return here().object(objectClass, nil)
	}
	throw(here(), "TypeError", "cannot read properties of "+Text(v)+" (reading '"+name+"')")
	return nil
}

// letters is a string as the array of its UTF-16 units, which is what a page
// lets one see of it.
func letters(s string) *Object {
	o := here().array([]any{})
	for _, u := range utf16.Encode([]rune(s)) {
		o.elems = append(o.elems, string(rune(u)))
	}
	return o
}
