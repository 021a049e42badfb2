package memory

import (
	"runtime"
	"strings"
	"testing"
	"unicode/utf16"
)

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

// present panics if o is null: in a test as Go does for a nil pointer, and on a
// server with a message that says what went wrong.
func (o *Object) present() *Object {
	if o == nil {
		mustTest()
		panic(nilError("dom: " + caller() + ": the element, node or value is null"))
	}
	return o
}

// mustTest panics outside tests (rules §7.9). It names the function of package
// dom that was called.
func mustTest() {
	if !testing.Testing() {
		panic("dom: " + caller() + " was called on the server; package dom works in the page and in go test only." +
			" Mark the function that uses it //omg:browser and call it by a handle (bridge.Func0, …)")
	}
}

// caller is the function of package dom that was called from outside.
func caller() string {
	var pcs [64]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs[:])])
	const pkg = "/omg/dom."
	name := "a function of package dom"
	for {
		frame, more := frames.Next()
		_, fn, ours := strings.Cut(frame.Function, pkg)
		if ours {
			name = fn
		} else if !strings.Contains(frame.Function, "/omg/dom/internal/") {
			return name
		}
		if !more {
			return name
		}
	}
}

// nilError is a runtime error as a nil dereference is, with a better text.
type nilError string

func (e nilError) Error() string { return string(e) }

// RuntimeError makes nilError a [runtime.Error].
func (nilError) RuntimeError() {}

// ToObject is v as an object, so that its property name can be used. Null and
// undefined throw a TypeError, as in the page.
func ToObject(v any, name string) *Object {
	mustTest()
	switch v := v.(type) {
	case *Object:
		return v.present()
	case string:
		return letters(v)
	case bool, float64:
		return Current().object(objectClass, nil)
	}
	throw(Current(), "TypeError", "cannot read properties of "+Text(v)+" (reading '"+name+"')")
	return nil
}

// letters is a string as the array of its UTF-16 units, which is what a page
// lets one see of it.
func letters(s string) *Object {
	o := Current().array([]any{})
	for _, u := range utf16.Encode([]rune(s)) {
		o.elems = append(o.elems, string(rune(u)))
	}
	return o
}
