package wire

import (
	"fmt"
	"reflect"
	"slices"
)

// mapping gives c the functions of a map. Its keys are of a kind that is equal
// to itself on both sides: an object as a key would be another one there.
func (b builder) mapping(c *codec) error {
	key, err := b.codec(c.typ.Key())
	if err != nil {
		return within("{}", err)
	}
	if orderOf(c.typ.Key()) == nil {
		return cannotCross(c.typ, "its keys are no strings, numbers or bools")
	}
	elem, err := b.codec(c.typ.Elem())
	if err != nil {
		return within("{}", err)
	}
	c.enc = func(e *encoder, v reflect.Value) error { return encodeMap(e, v, key, elem) }
	c.dec = func(d *decoder, v reflect.Value) error { return decodeMap(d, v, key, elem) }
	return nil
}

func encodeMap(e *encoder, v reflect.Value, key, elem *codec) error {
	if v.IsNil() {
		return e.null()
	}
	if err := e.enter(); err != nil {
		return err
	}
	defer e.leave()
	keys := v.MapKeys()
	slices.SortFunc(keys, orderOf(key.typ))
	e.b = append(e.b, `{"$m":[`...)
	for i, k := range keys {
		if i > 0 {
			e.b = append(e.b, ',')
		}
		if err := encodeEntry(e, k, v.MapIndex(k), key, elem); err != nil {
			return within(keyStep(k), err)
		}
	}
	e.b = append(e.b, `]}`...)
	return nil
}

func encodeEntry(e *encoder, k, v reflect.Value, key, elem *codec) error {
	e.b = append(e.b, '[')
	if err := checkKey(k); err != nil {
		return err
	}
	if err := key.enc(e, k); err != nil {
		return err
	}
	e.b = append(e.b, ',')
	if !v.IsValid() { // MapIndex finds no NaN
		return &ValueError{Want: "a key that can be found", Got: "NaN"}
	}
	if err := elem.enc(e, v); err != nil {
		return err
	}
	e.b = append(e.b, ']')
	return nil
}

func keyStep(k reflect.Value) string {
	if k.Kind() == reflect.String {
		return fmt.Sprintf("[%q]", shorten(k.String()))
	}
	return fmt.Sprintf("[%v]", k)
}

func decodeMap(d *decoder, v reflect.Value, key, elem *codec) error {
	if d.null() {
		v.SetZero()
		return nil
	}
	if d.tag() != 'm' {
		return d.want(v.Type())
	}
	d.pos += tagLen
	v.Set(reflect.MakeMap(v.Type()))
	if err := d.elements(v.Type(), func(int) error { return d.entry(v, key, elem) }); err != nil {
		return err
	}
	return d.end("}", "$m")
}

func (d *decoder) entry(m reflect.Value, key, elem *codec) error {
	if !d.take('[') || d.take(']') {
		return malformed("$m")
	}
	k := reflect.New(key.typ).Elem()
	if err := d.value(key, k); err != nil {
		return err
	}
	if err := checkKey(k); err != nil {
		return err
	}
	if m.MapIndex(k).IsValid() {
		return &ValueError{Want: "keys that differ", Got: "one twice"}
	}
	if !d.take(',') {
		return malformed("$m")
	}
	v := reflect.New(elem.typ).Elem()
	if err := d.value(elem, v); err != nil {
		return within(keyStep(k), err)
	}
	m.SetMapIndex(k, v)
	return d.end("]", "$m")
}
