package dom

import (
	"math"

	"github.com/omg-go/omg/dom/internal/page"
)

// A Value is any value of JavaScript: the way to everything that this package
// has no name for. Its zero value is undefined.
//
// Values are == as JavaScript's === says, but NaN, and what [FuncOf] makes, is
// only equal to itself. What a method throws in the page is a panic; [Try] makes
// it an error.
//
//omg:js type undefined
type Value struct{ v any }

// Global is the page's global object: Global().Get("YT") is the variable YT.
//
//omg:js globalThis
func Global() Value { return Value{global()} }

// Null is JavaScript's null.
//
//omg:js null
func Null() Value { return valueIn(page.Null) }

// Get is a property. It panics on undefined and null.
//
//omg:js $0[$1]
func (v Value) Get(name string) Value { return Value{v.object(name).Own(name)} }

// Index is an element of an array, undefined beyond its end.
//
//omg:js $0[$1]
func (v Value) Index(i int) Value { return Value{v.object("").Own(itoa(i))} }

// Len is the length of an array or of a string, in JavaScript's units.
//
//omg:js $0.length
func (v Value) Len() int { return int(number(v.object("length").Own("length"))) }

// Keys are the names of the object's own properties.
//
//omg:js Object.keys($0)
func (v Value) Keys() []string { return v.object("").Keys() }

// Delete removes a property.
//
//omg:js delete $0[$1]
func (v Value) Delete(name string) { v.object(name).Delete(name) }

// Set gives a property a value, which [Of] must know.
//
//omg:js $0[$1]=$2
func (v Value) Set(name string, x any) { v.object(name).SetOwn(name, Of(x).v) }

// SetIndex gives an element of an array a value, which [Of] must know.
//
//omg:js $0[$1]=$2
func (v Value) SetIndex(i int, x any) { v.object("").SetOwn(itoa(i), Of(x).v) }

// Call calls a method with arguments that [Of] must know.
//
//omg:js $0[$1]($...)
func (v Value) Call(name string, args ...any) Value {
	return Value{v.object(name).CallOwn(name, values(args)...)}
}

// Invoke calls v itself, which must be a function.
//
//omg:js $0($...)
func (v Value) Invoke(args ...any) Value { return Value{v.object("").Invoke(nil, values(args)...)} }

// New makes a new object, of which v is the constructor.
//
//omg:js new $0($...)
func (v Value) New(args ...any) Value { return Value{v.object("").New(values(args)...)} }

// IsUndefined reports whether v is undefined, as a property is that is not there.
//
//omg:js $0===undefined
func (v Value) IsUndefined() bool { return v.v == nil }

// IsNull reports whether v is null.
//
//omg:js $0===null
func (v Value) IsNull() bool { return v.v == page.Null }

// Type is what typeof says: "undefined", "object", "boolean", "number",
// "string", "function", …
//
//omg:js typeof $0
func (v Value) Type() string { return page.Current().TypeOf(v.v) }

// String is v as JavaScript would print it: the text of a string, else what
// String(v) makes of it. It does not panic on undefined and null.
//
//omg:js String($0)
func (v Value) String() string { return page.Current().Text(v.v) }

// Float is v as a number: NaN if it is none.
//
//omg:js Number($0)
func (v Value) Float() float64 { return page.Current().Number(v.v) }

// Int is v as a number without its fraction: 0 if it is none.
//
//omg:js Math.trunc(Number($0))||0
func (v Value) Int() int {
	f := math.Trunc(page.Current().Number(v.v))
	if math.IsNaN(f) {
		return 0
	}
	return int(f)
}

// Bool is v as a condition: false for undefined, null, 0, NaN and "".
//
//omg:js !!$0
func (v Value) Bool() bool { return page.Current().Truth(v.v) }

// Target is v as something that events happen to. It panics in go test, if it is
// not an object.
//
//omg:js $0
func (v Value) Target() Target { return Target{v.object("")} }

// Element is v as an element, zero if it is none.
//
//omg:js $0?.nodeType==1?$0:null
func (v Value) Element() Element {
	o, _ := v.v.(page.Object)
	return Node{Target{o}}.Element()
}

// object is v as an object, or the panic that a page would make.
func (v Value) object(name string) page.Object { return page.Current().ToObject(v.v, name) }

func valueOf(o page.Object) Value { return Value{page.Value(o)} }
