package wire

import (
	"reflect"
	"strconv"
	"strings"
)

// A field is one that crosses.
type field struct {
	name  string
	index int
	codec *codec
	key   string // `"name":`, as it is written
}

// structure gives c the functions of a struct.
func (b builder) structure(c *codec) error {
	if reflect.PointerTo(c.typ).Implements(referenceType) {
		return cannotCross(c.typ, "it has an identity: pass a pointer to it")
	}
	shown := visible(c.typ)
	if len(shown) == 0 && c.typ.NumField() > 0 {
		if !marshalsText(c.typ) {
			return cannotCross(c.typ, "it exports no fields")
		}
		c.enc, c.dec = encodeTextMarshaler, decodeTextMarshaler
		return nil
	}
	fields := make([]field, len(shown))
	for i, f := range shown {
		if err := b.field(&fields[i], f); err != nil {
			return within("."+f.Name, err)
		}
		if fieldAt(fields[:i], fields[i].name) >= 0 {
			return cannotCross(c.typ, "two fields are called "+fields[i].name)
		}
	}
	c.enc = func(e *encoder, v reflect.Value) error { return encodeStruct(e, v, fields) }
	c.dec = func(d *decoder, v reflect.Value) error { return decodeStruct(d, v, fields) }
	return nil
}

// visible returns the fields of t that cross.
func visible(t reflect.Type) (fields []reflect.StructField) {
	for i := range t.NumField() {
		if f := t.Field(i); f.IsExported() && f.Tag.Get("json") != "-" {
			fields = append(fields, f)
		}
	}
	return fields
}

func (b builder) field(f *field, sf reflect.StructField) (err error) {
	f.name, f.index = fieldName(sf), sf.Index[0]
	if c := f.name[0]; c == '$' || c >= '0' && c <= '9' {
		// A dollar marks tags, and a page moves keys like "1" before all others.
		return cannotCross(sf.Type, "its field's name begins with "+string(c))
	}
	f.key = string(AppendString(nil, f.name)) + ":"
	f.codec, err = b.codec(sf.Type)
	return err
}

// fieldName is that of the json tag, so that types which serve HTTP too have
// the same names there.
func fieldName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if name == "" {
		return f.Name
	}
	return name
}

func fieldAt(fields []field, name string) int {
	for i := range fields {
		if fields[i].name == name {
			return i
		}
	}
	return -1
}

func encodeStruct(e *encoder, v reflect.Value, fields []field) error {
	if err := e.enter(); err != nil {
		return err
	}
	defer e.leave()
	e.b = append(e.b, '{')
	for i := range fields {
		f := &fields[i]
		if i > 0 {
			e.b = append(e.b, ',')
		}
		e.b = append(e.b, f.key...)
		if err := f.codec.enc(e, v.Field(f.index)); err != nil {
			return within("."+f.name, err)
		}
	}
	e.b = append(e.b, '}')
	return nil
}

func decodeStruct(d *decoder, v reflect.Value, fields []field) error {
	if d.data[d.pos] != '{' || d.tag() != 0 {
		return d.want(v.Type())
	}
	if err := d.enter(); err != nil {
		return err
	}
	defer d.leave()
	d.pos++
	seen := make([]bool, len(fields))
	for n := 0; !d.take('}'); n++ {
		if err := d.member(v, fields, seen, n); err != nil {
			return err
		}
		d.take(',')
	}
	for i, ok := range seen {
		if !ok {
			return &ValueError{Path: "." + fields[i].name, Want: fields[i].codec.typ.String(), Got: "nothing"}
		}
	}
	return nil
}

// member reads one key and its value. The n'th is expected to be the n'th
// field, as both sides write them in order; others are searched for.
func (d *decoder) member(v reflect.Value, fields []field, seen []bool, n int) error {
	i := n
	if n < len(fields) && d.follows(fields[n].key) {
		d.pos += len(fields[n].key)
	} else {
		name, ok := d.next().Text()
		d.pos++ // the colon
		if i = fieldAt(fields, name); !ok || i < 0 {
			return &ValueError{Path: "." + strconv.Quote(shorten(name)), Want: "no such field", Got: describe(d.peek())}
		}
	}
	f := &fields[i]
	if seen[i] {
		return &ValueError{Path: "." + f.name, Want: "the field once", Got: "it twice"}
	}
	seen[i] = true
	v.Field(f.index).SetZero()
	if err := d.value(f.codec, v.Field(f.index)); err != nil {
		return within("."+f.name, err)
	}
	return nil
}
