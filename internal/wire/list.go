package wire

import "reflect"

// list gives c the functions of a slice or an array.
func (b builder) list(c *codec) error {
	elem, err := b.codec(c.typ.Elem())
	if err != nil {
		return within("[]", err)
	}
	c.enc = func(e *encoder, v reflect.Value) error { return encodeList(e, v, elem) }
	c.dec = func(d *decoder, v reflect.Value) error { return decodeSlice(d, v, elem) }
	if c.typ.Kind() == reflect.Array {
		c.dec = func(d *decoder, v reflect.Value) error { return decodeArray(d, v, elem) }
	}
	return nil
}

func encodeList(e *encoder, v reflect.Value, elem *codec) error {
	if v.Kind() == reflect.Slice && v.IsNil() {
		return e.null()
	}
	if err := e.enter(); err != nil {
		return err
	}
	defer e.leave()
	e.b = append(e.b, '[')
	for i := range v.Len() {
		if i > 0 {
			e.b = append(e.b, ',')
		}
		if err := elem.enc(e, v.Index(i)); err != nil {
			return withinIndex(i, err)
		}
	}
	e.b = append(e.b, ']')
	return nil
}

func decodeSlice(d *decoder, v reflect.Value, elem *codec) error {
	if d.null() {
		v.SetZero()
		return nil
	}
	v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	return d.elements(v.Type(), func(i int) error {
		// Grown as it comes, what is allocated stays in proportion to that.
		v.Grow(1)
		v.SetLen(i + 1)
		return d.value(elem, v.Index(i))
	})
}

func decodeArray(d *decoder, v reflect.Value, elem *codec) error {
	n := 0
	err := d.elements(v.Type(), func(i int) error {
		if n++; n > v.Len() {
			return &ValueError{Want: "the end of " + v.Type().String(), Got: describe(d.peek())}
		}
		v.Index(i).SetZero()
		return d.value(elem, v.Index(i))
	})
	if err == nil && n < v.Len() {
		return &ValueError{Want: v.Type().String(), Got: count(n)}
	}
	return err
}

// elements calls read for each element of the array at pos.
func (d *decoder) elements(t reflect.Type, read func(i int) error) error {
	if d.data[d.pos] != '[' {
		return d.want(t)
	}
	if err := d.enter(); err != nil {
		return err
	}
	defer d.leave()
	d.pos++
	for i := 0; !d.take(']'); i++ {
		if err := read(i); err != nil {
			return withinIndex(i, err)
		}
		d.take(',')
	}
	return nil
}
