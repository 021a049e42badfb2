package wire

import (
	"reflect"
	"sync"
)

// An encoder writes the values of one message.
type encoder struct {
	b     []byte
	h     Handles
	depth int
	seen  sharing
}

var encoders = sync.Pool{New: func() any { return new(encoder) }}

func newEncoder(b []byte, h Handles) *encoder {
	e := encoders.Get().(*encoder)
	e.b, e.h = b, h
	return e
}

func (e *encoder) free() {
	e.b, e.h, e.depth = nil, nil, 0
	e.seen.reset()
	encoders.Put(e)
}

// finish returns what was written, with the pointers that occurred more than
// once defined where they occurred first.
func (e *encoder) finish() []byte { return e.seen.define(e.b) }

func (e *encoder) any(v any) error {
	rv, ok := v.(reflect.Value)
	if !ok {
		rv = reflect.ValueOf(v)
	}
	if !rv.IsValid() {
		e.b = append(e.b, "null"...)
		return nil
	}
	c, err := codecFor(rv.Type())
	if err != nil {
		return err
	}
	return c.enc(e, rv)
}

// enter goes into a struct, list or map; leave comes out of it.
func (e *encoder) enter() error {
	if e.depth++; e.depth > MaxDepth {
		return &ValueError{Want: wantDepth, Got: "one nested deeper, or a cycle"}
	}
	return nil
}

func (e *encoder) leave() { e.depth-- }

func (e *encoder) null() error {
	e.b = append(e.b, "null"...)
	return nil
}

// appendPlain appends what calls are mostly made of without reflection.
func appendPlain(b []byte, v any) ([]byte, bool) {
	switch v := v.(type) {
	case nil:
		return append(b, "null"...), true
	case bool:
		return appendBool(b, v), true
	case int:
		return appendInt(b, int64(v)), true
	case int64:
		return appendInt(b, v), true
	case float64:
		return appendFloat(b, v, 64), true
	case string:
		return appendText(b, v)
	}
	return b, false
}
