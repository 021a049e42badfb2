package dom

import (
	"strconv"

	"github.com/omg-go/omg/dom/internal/page"
)

// Of makes a value of the page from a Go value:
//
//	nil                            null
//	bool, string                   the same
//	ints, floats                   a number; of 64-bit ints the nearest
//	Value, Element, Node, Target, Event  what they stand for
//	[]any, []string, []float64, []int, []Value, []Element  a new array
//	map[string]any                 a new object
//	func()                         a function without arguments
//	func(Event)                    a handler
//
// It panics on anything else; for functions with arguments see [FuncOf].
//
//omg:browser
func Of(x any) Value {
	switch x := x.(type) {
	case nil:
		return Null()
	case Value:
		return x
	case string:
		return ofString(x)
	case bool:
		return ofBool(x)
	case int:
		return ofFloat(float64(x))
	case float64:
		return ofFloat(x)
	case Element:
		return x.raw()
	}
	return ofOther(x)
}

// ofOther has the kinds that are rarer.
//
//omg:browser
func ofOther(x any) Value {
	switch x := x.(type) {
	case Node:
		return x.raw()
	case Target:
		return x.raw()
	case Event:
		return x.raw()
	case func():
		return ofFunc(x)
	case func(Event):
		return ofHandler(x)
	case []any:
		return array(values(x))
	case []Value:
		return array(x)
	case []string:
		return arrayOf(x, ofString)
	case []float64:
		return arrayOf(x, ofFloat)
	case []int:
		return arrayOf(x, func(i int) Value { return ofFloat(float64(i)) })
	case []Element:
		return arrayOf(x, func(e Element) Value { return e.raw() })
	case map[string]any:
		o := NewObject()
		for name, v := range x {
			o.Set(name, v)
		}
		return o
	}
	return ofNumber(x)
}

//omg:browser
func ofNumber(x any) Value {
	switch x := x.(type) {
	case int8:
		return ofFloat(float64(x))
	case int16:
		return ofFloat(float64(x))
	case int32:
		return ofFloat(float64(x))
	case int64:
		return ofFloat(float64(x))
	case uint:
		return ofFloat(float64(x))
	case uint8:
		return ofFloat(float64(x))
	case uint16:
		return ofFloat(float64(x))
	case uint32:
		return ofFloat(float64(x))
	case uint64:
		return ofFloat(float64(x))
	case float32:
		return ofFloat(float64(x))
	}
	panic("dom: Of of a type that no page knows")
}

// values makes arguments.
//
//omg:browser
func values(args []any) []Value {
	all := make([]Value, len(args))
	for i, x := range args {
		all[i] = Of(x)
	}
	return all
}

//omg:browser
func arrayOf[T any](list []T, of func(T) Value) Value {
	all := make([]Value, len(list))
	for i, x := range list {
		all[i] = of(x)
	}
	return array(all)
}

// NewObject makes an empty object ({}).
//
//omg:js {}
func NewObject() Value { return Value{page.Current().NewObject()} }

// FuncOf makes a function of the page from a Go function, which gets what the
// page calls it with and what it calls it on, and returns what [Of] must know.
// A function that waits returns a promise to the page.
//
//omg:browser
func FuncOf(f func(this Value, args []Value) any) Value {
	return funcOf(func(this Value, args []Value) Value { return Of(f(this, args)) })
}

//omg:js (f=>function(...a){return f(this,a)})($0)
func funcOf(f func(this Value, args []Value) Value) Value {
	return Value{page.Current().NewFunction(func(this any, args []any) any {
		all := make([]Value, len(args))
		for i, v := range args {
			all[i] = Value{v}
		}
		return f(Value{this}, all).v
	})}
}

//omg:js $0
func ofString(s string) Value { return valueIn(page.Current().Valid(s)) }

//omg:js $0
func ofBool(b bool) Value { return valueIn(b) }

//omg:js $0
func ofFloat(f float64) Value { return valueIn(f) }

//omg:js $0
func ofFunc(f func()) Value { return Value{function(f)} }

//omg:js $0
func ofHandler(f func(Event)) Value {
	return Value{page.Current().NewFunction(func(_ any, args []any) any { f(Event{object(args[0])}); return nil })}
}

//omg:js $0
func array(all []Value) Value { return Value{page.Current().NewArray(plain(all))} }

// valueIn is v as a value, where there is a page.
func valueIn(v any) Value {
	page.Current()
	return Value{v}
}

func itoa(i int) string { return strconv.Itoa(i) }
