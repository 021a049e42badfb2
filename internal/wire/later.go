package wire

import "reflect"

// A Value is one that has crossed and was not read yet: for an argument whose
// type another argument tells. It holds no references.
//
//omg:js type
type Value struct{ raw Raw }

var valueType = reflect.TypeFor[Value]()

// Decode reads v into what into points to, strictly; see [Decode].
func (v Value) Decode(into any) error { return Decode(v.raw, into, nil) }

func encodeValue(e *encoder, v reflect.Value) error {
	raw := v.Field(0).Bytes()
	if len(raw) == 0 {
		return e.null()
	}
	e.b = append(e.b, raw...)
	return nil
}

func decodeLater(d *decoder, v reflect.Value) error {
	raw := d.next()
	for range Refs(raw) {
		return &ValueError{Want: "a plain value", Got: "one that holds references"}
	}
	v.Set(reflect.ValueOf(Value{append(Raw(nil), raw...)}))
	return nil
}
