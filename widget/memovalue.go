package widget

import (
	"hash/maphash"
	"math"
	"reflect"
)

// mixValue folds v into h. What v points to does not escape.
func mixValue(h uint64, v any) uint64 {
	switch v := v.(type) {
	case string:
		return mix(h, maphash.String(seed, v))
	case int:
		return mix(h, uint64(v))
	case bool:
		return mixBool(h, v)
	}
	return mixReflected(h, reflect.ValueOf(v))
}

func mixBool(h uint64, v bool) uint64 {
	if v {
		return mix(h, 1)
	}
	return mix(h, 0)
}

func mixReflected(h uint64, v reflect.Value) uint64 {
	switch v.Kind() {
	case reflect.String:
		return mix(h, maphash.String(seed, v.String()))
	case reflect.Bool:
		return mixBool(h, v.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return mix(h, uint64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return mix(h, v.Uint())
	case reflect.Float32, reflect.Float64:
		return mix(h, math.Float64bits(v.Float()))
	case reflect.Complex64, reflect.Complex128:
		return mix(mix(h, math.Float64bits(real(v.Complex()))), math.Float64bits(imag(v.Complex())))
	case reflect.Array, reflect.Slice:
		h = mix(h, uint64(v.Len()))
		for i := range v.Len() {
			h = mixReflected(h, v.Index(i))
		}
		return h
	case reflect.Struct:
		return mixStruct(h, v)
	}
	panic(unfit(v))
}

// mixStruct folds in the fields of a struct. Of the location of a time, to which
// it has a pointer, those are the names and offsets.
func mixStruct(h uint64, v reflect.Value) uint64 {
	n := v.NumField()
	if v.Type() == timeType {
		n--
		if location := v.Field(n); !location.IsNil() {
			h = mixReflected(h, location.Elem().Field(1))
		}
	}
	for i := range n {
		h = mixReflected(h, v.Field(i))
	}
	return h
}

func unfit(v reflect.Value) string {
	if !v.IsValid() {
		return "widget: Memo of nil: say what the item is drawn from"
	}
	return "widget: Memo of a value of type " + v.Type().String() + ": name the strings, numbers and booleans that the item is drawn from"
}
