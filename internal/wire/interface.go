package wire

import (
	"reflect"
	"strconv"
)

func encodeInterface(e *encoder, v reflect.Value) error {
	if v.IsNil() {
		return e.null()
	}
	return e.any(v.Elem())
}

// decodeInterface reads what an interface can hold. The empty one takes the
// type that a value describes: bool, string, float64 (int64 or uint64 for $i),
// []byte, time.Time, []any, map[string]any for an object, map[any]any for a
// map. Any interface takes a reference that is imported as one.
func decodeInterface(d *decoder, v reflect.Value) error {
	if d.null() {
		v.SetZero()
		return nil
	}
	if tag := RefKind(d.tag()); tag == PageRef || tag == ServerRef || tag == MirrorRef {
		return decodeRef(d, v)
	}
	if v.NumMethod() > 0 {
		return d.want(v.Type())
	}
	t := d.guess()
	if t == anyObject {
		return d.anyObject(v)
	}
	c, err := codecFor(t)
	if err != nil {
		return err
	}
	held := reflect.New(c.typ).Elem()
	if err := c.dec(d, held); err != nil {
		return err
	}
	v.Set(held)
	return nil
}

// anyObject is what an interface holds of an object; a map of this type that
// Go declares is another thing, a $m.
var anyObject = reflect.TypeFor[map[string]any]()

// guess returns the type for the value at pos, which is not null.
func (d *decoder) guess() reflect.Type {
	switch d.data[d.pos] {
	case '"':
		return reflect.TypeFor[string]()
	case '[':
		return reflect.TypeFor[[]any]()
	case 't', 'f':
		return reflect.TypeFor[bool]()
	case '{':
		return d.guessTagged()
	}
	return reflect.TypeFor[float64]()
}

func (d *decoder) guessTagged() reflect.Type {
	switch d.tag() {
	case 'i':
		return d.guessInteger()
	case 'b':
		return reflect.TypeFor[[]byte]()
	case 't':
		return timeType
	case 'm':
		return reflect.TypeFor[map[any]any]()
	case 'n':
		return reflect.TypeFor[float64]()
	}
	return anyObject
}

func (d *decoder) guessInteger() reflect.Type {
	inner, _ := (&decoder{data: d.data, pos: d.pos}).tagged('i')
	if s, _ := inner.Text(); s != "" {
		if _, err := strconv.ParseInt(s, 10, 64); err != nil {
			return reflect.TypeFor[uint64]()
		}
	}
	return reflect.TypeFor[int64]()
}

// held reads the next value as an interface holds it.
func (d *decoder) held() (held any, err error) {
	err = d.into(&held)
	return held, err
}

func (d *decoder) anyObject(v reflect.Value) error {
	if d.tag() != 0 {
		return d.want(v.Type())
	}
	if err := d.enter(); err != nil {
		return err
	}
	defer d.leave()
	d.pos++
	object := map[string]any{}
	for !d.take('}') {
		if err := d.anyMember(object); err != nil {
			return err
		}
		d.take(',')
	}
	v.Set(reflect.ValueOf(object))
	return nil
}

func (d *decoder) anyMember(object map[string]any) error {
	name, ok := d.next().Text()
	if _, known := object[name]; !ok || known {
		return &ValueError{Path: "." + shorten(name), Want: "keys that differ", Got: "one twice"}
	}
	d.pos++ // the colon
	held, err := d.held()
	if err != nil {
		return within("."+shorten(name), err)
	}
	object[name] = held
	return nil
}
