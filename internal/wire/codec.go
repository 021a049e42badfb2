package wire

import (
	"encoding"
	"reflect"
	"sync"
	"time"
)

// A codec writes and reads the values of one type. Both are given values of
// exactly that type; what dec is given can be set.
type codec struct {
	typ reflect.Type
	enc func(e *encoder, v reflect.Value) error
	dec func(d *decoder, v reflect.Value) error
}

// codecs caches the *codec, or the error, of each type that was asked for.
var codecs sync.Map

// codecFor returns t's codec, built when it is first asked for. Its error is
// the caller's own, to be put within a path.
func codecFor(t reflect.Type) (*codec, error) {
	known, ok := codecs.Load(t)
	if !ok {
		known = build(t)
	}
	if c, ok := known.(*codec); ok {
		return c, nil
	}
	refusal := *known.(*ValueError)
	return nil, &refusal
}

// build makes t's codec and those of all types within. They are published
// together, when all are good: a half of a recursive type is of no use.
func build(t reflect.Type) any {
	b := builder{}
	c, err := b.codec(t)
	if err != nil {
		known, _ := codecs.LoadOrStore(t, err)
		return known
	}
	for t, c := range b {
		codecs.LoadOrStore(t, c)
	}
	return c
}

// A builder holds the codecs of types that refer to one another; one that
// still lacks its functions closes a circle.
type builder map[reflect.Type]*codec

func (b builder) codec(t reflect.Type) (*codec, error) {
	if c := b[t]; c != nil {
		return c, nil
	}
	c := &codec{typ: t}
	b[t] = c
	if err := b.fill(c); err != nil {
		return nil, err
	}
	return c, nil
}

var (
	referenceType       = reflect.TypeFor[Reference]()
	timeType            = reflect.TypeFor[time.Time]()
	textMarshalerType   = reflect.TypeFor[encoding.TextMarshaler]()
	textUnmarshalerType = reflect.TypeFor[encoding.TextUnmarshaler]()
)

func (b builder) fill(c *codec) error {
	t := c.typ
	switch {
	case t.Kind() == reflect.Func || t.Implements(referenceType) && t.Kind() != reflect.Interface:
		c.enc, c.dec = encodeRef, decodeRef
		return nil
	case t == valueType:
		c.enc, c.dec = encodeValue, decodeLater
		return nil
	case t == timeType:
		c.enc, c.dec = encodeTime, decodeTime
		return nil
	case isBytes(t):
		c.enc, c.dec = encodeBytes, decodeBytes
		return nil
	}
	switch t.Kind() {
	case reflect.Slice, reflect.Array:
		return b.list(c)
	case reflect.Map:
		return b.mapping(c)
	case reflect.Struct:
		return b.structure(c)
	case reflect.Pointer:
		return b.pointer(c)
	case reflect.Interface:
		c.enc, c.dec = encodeInterface, decodeInterface
		return nil
	}
	return c.scalar()
}

// scalar gives c the functions of its kind, if that is a single token of JSON.
func (c *codec) scalar() error {
	switch c.typ.Kind() {
	case reflect.Bool:
		c.enc, c.dec = encodeBool, decodeBool
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		c.enc, c.dec = encodeInt, decodeInt
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		c.enc, c.dec = encodeUint, decodeUint
	case reflect.Float32, reflect.Float64:
		c.enc, c.dec = encodeFloat, decodeFloat
	case reflect.String:
		c.enc, c.dec = encodeString, decodeString
	default:
		return cannotCross(c.typ, "it means nothing to the other side")
	}
	return nil
}
