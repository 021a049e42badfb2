package wire

import (
	"cmp"
	"reflect"
)

// orderOf returns the order in which keys of type t are written, so that the
// same map always gives the same bytes; nil if there can be no such keys.
func orderOf(t reflect.Type) func(a, b reflect.Value) int {
	switch k := t.Kind(); {
	case k == reflect.String:
		return func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) }
	case k == reflect.Float32, k == reflect.Float64:
		return func(a, b reflect.Value) int { return cmp.Compare(a.Float(), b.Float()) }
	case k == reflect.Bool:
		return func(a, b reflect.Value) int { return cmp.Compare(truth(a), truth(b)) }
	case k >= reflect.Int && k <= reflect.Int64:
		return func(a, b reflect.Value) int { return cmp.Compare(a.Int(), b.Int()) }
	case k >= reflect.Uint && k <= reflect.Uint64:
		return func(a, b reflect.Value) int { return cmp.Compare(a.Uint(), b.Uint()) }
	case k == reflect.Interface && t.NumMethod() == 0:
		return compareHeld
	}
	return nil
}

func truth(v reflect.Value) int {
	if v.Bool() {
		return 1
	}
	return 0
}

// compareHeld orders keys of several types by their kinds first.
func compareHeld(a, b reflect.Value) int {
	a, b = a.Elem(), b.Elem()
	if !a.IsValid() || !b.IsValid() || a.Kind() != b.Kind() {
		return cmp.Compare(a.Kind(), b.Kind())
	}
	if order := orderOf(a.Type()); order != nil {
		return order(a, b)
	}
	return 0
}

// checkKey refuses what an interface may hold and a key may not be.
func checkKey(k reflect.Value) error {
	if k.Kind() != reflect.Interface || !k.IsNil() && orderOf(k.Elem().Type()) != nil {
		return nil
	}
	return &ValueError{Want: "a string, number or bool as key", Got: "another"}
}
