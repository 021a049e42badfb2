package wire

import "reflect"

// pointer gives c the functions of a pointer: null, or what it points to.
func (b builder) pointer(c *codec) error {
	elem, err := b.codec(c.typ.Elem())
	if err != nil {
		return err
	}
	c.enc = func(e *encoder, v reflect.Value) error { return encodePointer(e, v, elem) }
	c.dec = func(d *decoder, v reflect.Value) error { return decodePointer(d, v, elem) }
	return nil
}

func encodePointer(e *encoder, v reflect.Value, elem *codec) error {
	if v.IsNil() {
		return e.null()
	}
	if elem.typ.Size() == 0 { // all such pointers may be equal, which means nothing
		return elem.enc(e, v.Elem())
	}
	i, met := e.seen.meet(v.UnsafePointer(), elem.typ, len(e.b))
	if met {
		e.b = appendReference(e.b, e.seen.refer(i))
		return nil
	}
	if err := elem.enc(e, v.Elem()); err != nil {
		return err
	}
	e.seen.end(i, len(e.b))
	return nil
}

func decodePointer(d *decoder, v reflect.Value, elem *codec) error {
	if d.null() {
		v.SetZero()
		return nil
	}
	p := reflect.New(elem.typ)
	if err := d.value(elem, p.Elem()); err != nil {
		return err
	}
	v.Set(p.Convert(v.Type()))
	return nil
}

// A definition is a shared value that was read, or is being read.
type definition struct {
	id      uint64
	pointer reflect.Value // to the value
	done    bool
}

// define reads {"$d":[id,value]} where c's type is declared. A pointer to the
// value is kept whatever is declared, so that references can share it.
func (d *decoder) define(c *codec, v reflect.Value) error {
	id, ok := d.head()
	if _, known := d.definition(id); !ok || known {
		return malformed("$d")
	}
	elem, isPointer := c, c.typ.Kind() == reflect.Pointer
	if isPointer {
		var err error
		if elem, err = codecFor(c.typ.Elem()); err != nil {
			return err
		}
	}
	p := reflect.New(elem.typ)
	i := len(d.defs)
	d.defs = append(d.defs, definition{id: id, pointer: p})
	if isPointer {
		v.Set(p.Convert(c.typ))
	}
	if err := d.value(elem, p.Elem()); err != nil {
		return err
	}
	if !isPointer {
		v.Set(p.Elem())
	}
	d.defs[i].done = true
	return d.end("]}", "$d")
}

// head steps over `{"$d":[id,`.
func (d *decoder) head() (id uint64, ok bool) {
	d.pos += tagLen
	if !d.take('[') || d.take(']') {
		return 0, false
	}
	id, ok = d.next().Uint()
	return id, ok && d.take(',')
}

func (d *decoder) definition(id uint64) (definition, bool) {
	for _, def := range d.defs {
		if def.id == id {
			return def, true
		}
	}
	return definition{}, false
}

// refer reads {"$r":id}. Where a pointer is declared it becomes that pointer;
// where the value itself is, a copy, and then the value must be complete: a
// value cannot contain itself.
func (d *decoder) refer(c *codec, v reflect.Value) error {
	inner, _ := d.tagged('r')
	id, ok := inner.Uint()
	def, known := d.definition(id)
	if !ok || !known {
		return &ValueError{Want: c.typ.String(), Got: "a reference to nothing before it"}
	}
	switch t := def.pointer.Type(); {
	case c.typ.Kind() == reflect.Pointer && c.typ.Elem() == t.Elem():
		v.Set(def.pointer.Convert(c.typ))
	case c.typ == t.Elem() && def.done:
		v.Set(def.pointer.Elem())
	case c.typ == t.Elem():
		return &ValueError{Want: c.typ.String(), Got: "a value that contains itself"}
	default:
		return &ValueError{Want: c.typ.String(), Got: "a reference to a " + t.Elem().String()}
	}
	return nil
}
