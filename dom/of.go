package dom

import (
	"reflect"
	"strconv"

	"github.com/omg-go/omg/dom/internal/page"
)

// Of makes a value of the page from a Go value:
//
//	nil                            null
//	bool, string                   the same
//	ints, floats                   a number; of 64-bit ints the nearest
//	Value, Element, Node, Target, Event  what they stand for
//	a slice of any of these, []any       a new array
//	a map with strings as keys           a new object
//	func()                         a function without arguments
//	func(Event)                    a handler
//
// It panics on anything else; for functions with arguments see [FuncOf].
//
//omg:js $0
func Of(x any) Value {
	switch x := x.(type) {
	case nil:
		return Null()
	case Value:
		return x
	case interface{ raw() Value }:
		return x.raw()
	case string:
		return valueIn(page.Current().Valid(x))
	case func():
		return nullOr(x == nil, func(...any) { x() })
	case func(Event):
		return nullOr(x == nil, func(args ...any) { x(Event{object(args[0])}) })
	}
	return ofKind(reflect.ValueOf(x))
}

// nullOr is null, or a function of the page.
func nullOr(null bool, f func(args ...any)) Value {
	if null {
		return Null()
	}
	return Value{page.Current().NewFunction(func(_ any, args []any) any { f(args...); return nil })}
}

// ofKind makes values of named types too, and of lists.
func ofKind(v reflect.Value) Value {
	switch {
	case v.Kind() == reflect.Bool:
		return valueIn(v.Bool())
	case v.CanInt():
		return valueIn(float64(v.Int()))
	case v.CanUint():
		return valueIn(float64(v.Uint()))
	case v.CanFloat():
		return valueIn(v.Float())
	case v.Kind() == reflect.String:
		return Of(v.String())
	case v.Kind() == reflect.Slice:
		return ofList(v)
	case v.Kind() == reflect.Map && v.Type().Key().Kind() == reflect.String:
		return ofMap(v)
	}
	panic("dom: Of of a type that no page knows")
}

func ofList(v reflect.Value) Value {
	all := make([]any, v.Len())
	for i := range all {
		all[i] = Of(v.Index(i).Interface()).v
	}
	return Value{page.Current().NewArray(all)}
}

func ofMap(v reflect.Value) Value {
	o := page.Current().NewObject()
	for pairs := v.MapRange(); pairs.Next(); {
		o.SetOwn(pairs.Key().String(), Of(pairs.Value().Interface()).v)
	}
	return Value{o}
}

// values makes arguments.
func values(args []any) []any {
	all := make([]any, len(args))
	for i, x := range args {
		all[i] = Of(x).v
	}
	return all
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

// valueIn is v as a value, where there is a page.
func valueIn(v any) Value {
	page.Current()
	return Value{v}
}

func itoa(i int) string { return strconv.Itoa(i) }
