package wire

import (
	"encoding"
	"encoding/base64"
	"reflect"
	"time"
	"unicode/utf8"
)

// appendText appends s, and reports false where s is no valid UTF-8: a value
// must arrive as it was sent or not at all.
func appendText(b []byte, s string) ([]byte, bool) {
	if !utf8.ValidString(s) {
		return b, false
	}
	return AppendString(b, s), true
}

func encodeString(e *encoder, v reflect.Value) (err error) {
	b, ok := appendText(e.b, v.String())
	if !ok {
		return &ValueError{Want: "valid UTF-8", Got: "a string with other bytes; send []byte"}
	}
	e.b = b
	return nil
}

func decodeString(d *decoder, v reflect.Value) error {
	if d.data[d.pos] != '"' {
		return d.want(v.Type())
	}
	s, ok := d.next().Text()
	if !ok {
		return &ValueError{Want: v.Type().String(), Got: "half of a surrogate pair"}
	}
	v.SetString(s)
	return nil
}

// isBytes reports whether t's values cross as $b: []byte, and [16]byte alike.
func isBytes(t reflect.Type) bool {
	return (t.Kind() == reflect.Slice || t.Kind() == reflect.Array) && t.Elem().Kind() == reflect.Uint8
}

func encodeBytes(e *encoder, v reflect.Value) error {
	if v.Kind() == reflect.Slice && v.IsNil() {
		return e.null()
	}
	e.b = append(e.b, `{"$b":"`...)
	e.b = base64.StdEncoding.AppendEncode(e.b, bytesOf(v))
	e.b = append(e.b, `"}`...)
	return nil
}

func bytesOf(v reflect.Value) []byte {
	if v.Kind() == reflect.Array && !v.CanAddr() {
		at := reflect.New(v.Type()).Elem()
		at.Set(v)
		v = at
	}
	return v.Bytes()
}

func decodeBytes(d *decoder, v reflect.Value) error {
	if v.Kind() == reflect.Slice && d.null() {
		v.SetZero()
		return nil
	}
	if d.tag() != 'b' {
		return d.want(v.Type())
	}
	inner, ok := d.tagged('b')
	text, isText := inner.Text()
	data, err := base64.StdEncoding.Strict().DecodeString(text)
	if !ok || !isText || err != nil {
		return &ValueError{Want: v.Type().String(), Got: "a malformed $b"}
	}
	return setBytes(v, data)
}

func setBytes(v reflect.Value, data []byte) error {
	if v.Kind() == reflect.Slice {
		v.SetBytes(data)
		return nil
	}
	if len(data) != v.Len() {
		return &ValueError{Want: v.Type().String(), Got: count(len(data))}
	}
	copy(v.Bytes(), data)
	return nil
}

func encodeTime(e *encoder, v reflect.Value) error {
	text, err := v.Interface().(time.Time).MarshalText()
	if err != nil {
		return &ValueError{Err: err}
	}
	e.b = append(e.b, `{"$t":"`...)
	e.b = append(e.b, text...)
	e.b = append(e.b, `"}`...)
	return nil
}

func decodeTime(d *decoder, v reflect.Value) error {
	if d.tag() != 't' {
		return d.want(v.Type())
	}
	inner, ok := d.tagged('t')
	text, isText := inner.Text()
	if !ok || !isText || v.Addr().Interface().(*time.Time).UnmarshalText([]byte(text)) != nil {
		return &ValueError{Want: v.Type().String(), Got: "a malformed $t"}
	}
	return nil
}

// marshalsText reports whether a struct that shows no fields has a text form.
func marshalsText(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(textMarshalerType) && p.Implements(textUnmarshalerType)
}

func encodeTextMarshaler(e *encoder, v reflect.Value) error {
	p := reflect.New(v.Type())
	p.Elem().Set(v)
	text, err := p.Interface().(encoding.TextMarshaler).MarshalText()
	if err != nil {
		return &ValueError{Err: err}
	}
	b, ok := appendText(e.b, string(text))
	if !ok {
		return &ValueError{Want: "valid UTF-8", Got: "a text form with other bytes"}
	}
	e.b = b
	return nil
}

func decodeTextMarshaler(d *decoder, v reflect.Value) error {
	if d.data[d.pos] != '"' {
		return d.want(v.Type())
	}
	s, ok := d.next().Text()
	if !ok {
		return &ValueError{Want: v.Type().String(), Got: "half of a surrogate pair"}
	}
	if err := v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(s)); err != nil {
		return &ValueError{Err: err}
	}
	return nil
}
