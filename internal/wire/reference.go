package wire

import (
	"errors"
	"reflect"
)

var errNoHandles = errors.New("functions and references cannot cross here")

// isNil reports whether v is nil, of those kinds that can be.
func isNil(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Func, reflect.Pointer, reflect.Interface, reflect.Map, reflect.Slice:
		return v.IsNil()
	}
	return false
}

func encodeRef(e *encoder, v reflect.Value) error {
	if isNil(v) {
		return e.null()
	}
	if e.h == nil {
		return &ValueError{Err: errNoHandles}
	}
	ref, err := e.h.Export(v)
	if err != nil {
		return &ValueError{Err: err}
	}
	e.b = AppendRef(e.b, ref)
	return nil
}

func decodeRef(d *decoder, v reflect.Value) error {
	if d.null() {
		v.SetZero()
		return nil
	}
	ref, ok := ParseRef(d.peek())
	if !ok {
		return d.want(v.Type())
	}
	d.next()
	return d.importRef(ref, v)
}

func (d *decoder) importRef(ref Ref, v reflect.Value) error {
	if d.h == nil {
		return &ValueError{Err: errNoHandles}
	}
	got, err := d.h.Import(ref, v.Type())
	if err != nil {
		return &ValueError{Err: err}
	}
	if !got.IsValid() || !got.Type().AssignableTo(v.Type()) {
		return &ValueError{Want: v.Type().String(), Got: tagNames[byte(ref.Kind)]}
	}
	v.Set(got)
	return nil
}
