package page

import (
	"runtime"
	"strings"
)

// An Object is an object of the page: a node, an event, an array, a function.
// A nil Object stands for null.
//
// Values of the page are nil (undefined), [Null], bool, float64, string and
// Object; arguments may also be int.
type Object interface {
	// Get, Set and Call take dotted paths: Get("location.hash").
	Get(path string) any
	Set(path string, v any)
	Call(path string, args ...any) any
	// Own, SetOwn and CallOwn take one name, which may have dots in it.
	Own(name string) any
	SetOwn(name string, v any)
	CallOwn(name string, args ...any) any
	Delete(name string)
	// Keys are the names of the own properties, in the order of their making.
	Keys() []string
	// Invoke and New call the object itself, as a function and a constructor.
	Invoke(this any, args ...any) any
	New(args ...any) any
	// Is reports whether the object is of the named class or one below it.
	Is(class string) bool
}

// An Engine makes pages and knows JavaScript's conversions.
type Engine interface {
	Global() Object
	NewObject() Object
	NewArray(elems []any) Object
	NewFunction(f func(this any, args []any) any) Object
	// Yield says that the running callback is about to wait for another.
	Yield()
	NewPromise() (o Object, resolve, reject func(v any))
	// ToObject is v as an object whose property is asked for. It throws for
	// undefined and null.
	ToObject(v any, property string) Object
	// Attempt runs f and returns what it threw, undefined if it did not.
	Attempt(f func()) (thrown any)
	Text(v any) string
	Number(v any) float64
	Truth(v any) bool
	TypeOf(v any) string
	// Valid is s as text that went into the page and came out.
	Valid(s string) string
}

type null struct{}

// Null is JavaScript's null; undefined is nil.
var Null any = null{}

var engine Engine

// Use makes e the engine. Package memory calls it when it is linked into a test.
func Use(e Engine) { engine = e }

// Current is the engine. Without one it panics and says why there is none
// (rules §7.9).
func Current() Engine {
	if engine == nil {
		panic("dom: " + caller() + " was called outside the page. On a server there is none: mark the function that uses it" +
			" //omg:browser and call it by a handle (bridge.Func0, …). A test makes one with domtest.New")
	}
	return engine
}

// Must is o, or a panic if that is null: with Go's own error where there is a
// page, else with the message of [Current].
func Must(o Object) Object {
	if o == nil {
		Current()
		panic(nilError("dom: " + caller() + ": the element, event or value is null"))
	}
	return o
}

// Value is o as a value of the page.
func Value(o Object) any {
	if o == nil {
		return Null
	}
	return o
}

// caller is the function of package dom that was called from outside.
func caller() string {
	var pcs [64]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs[:])])
	name := "a function of package dom"
	for {
		frame, more := frames.Next()
		if _, fn, ours := strings.Cut(frame.Function, "/omg/dom."); ours {
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
