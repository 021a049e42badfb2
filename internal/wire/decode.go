package wire

import (
	"reflect"
	"strconv"
)

// wantDepth spells [MaxDepth].
const wantDepth = "a value of at most 64 levels"

// A decoder reads the values of one message. data is known to be valid JSON,
// so that it asks only what stands there, never whether it is well formed.
type decoder struct {
	data  []byte
	pos   int
	h     Handles
	depth int
	defs  []definition
}

// into reads the next value into what p points to. p may be a [reflect.Value].
func (d *decoder) into(p any) error {
	if raw := d.peek(); intoPlain(p, raw) {
		d.pos += len(raw)
		return nil
	}
	return d.intoAny(p)
}

func (d *decoder) intoAny(p any) error {
	v, ok := p.(reflect.Value)
	if !ok {
		v = reflect.ValueOf(p)
	}
	if v.Kind() != reflect.Pointer || v.IsNil() {
		panic("wire: Decode into something that is no pointer")
	}
	c, err := codecFor(v.Type().Elem())
	if err != nil {
		return err
	}
	return d.value(c, v.Elem())
}

// intoPlain reads raw, if it is what calls are mostly made of, without
// reflection. It leaves all that is not plainly that to the codecs, errors above
// all.
func intoPlain(p any, raw Raw) (ok bool) {
	switch p := p.(type) {
	case *string:
		*p, ok = raw.Text()
	case *bool:
		*p, ok = raw.Bool()
	case *int64:
		*p, ok = raw.Int()
	case *int:
		var n int64
		n, ok = raw.Int()
		*p = int(n)
		ok = ok && int64(*p) == n
	}
	return ok
}

func (d *decoder) value(c *codec, v reflect.Value) error {
	if c.typ == valueType {
		return c.dec(d, v)
	}
	switch d.tag() {
	case 'd':
		return d.define(c, v)
	case 'r':
		return d.refer(c, v)
	}
	return c.dec(d, v)
}

// next returns the value at pos and steps over it.
func (d *decoder) next() Raw {
	raw := d.peek()
	d.pos += len(raw)
	return raw
}

func (d *decoder) peek() Raw { return d.data[d.pos:][:skip(d.data[d.pos:])] }

// take steps over c if it stands at pos.
func (d *decoder) take(c byte) bool {
	if d.data[d.pos] != c {
		return false
	}
	d.pos++
	return true
}

func (d *decoder) null() bool {
	if d.data[d.pos] != 'n' {
		return false
	}
	d.pos += len("null")
	return true
}

func (d *decoder) enter() error {
	if d.depth++; d.depth > MaxDepth {
		return &ValueError{Want: wantDepth, Got: "one nested deeper"}
	}
	return nil
}

func (d *decoder) leave() { d.depth-- }

// tagLen is the length of `{"$i":`.
const tagLen = 6

// tag returns the letter of the tagged value at pos, 0 if there is none.
func (d *decoder) tag() byte { return tagOf(d.data[d.pos:]) }

func tagOf(b []byte) byte {
	if len(b) > tagLen && b[0] == '{' && b[2] == '$' && b[1] == '"' && b[4] == '"' && b[5] == ':' {
		return b[3]
	}
	return 0
}

// tagged returns what the tag holds and steps over it, if the tag is letter.
func (d *decoder) tagged(letter byte) (Raw, bool) {
	if d.tag() != letter {
		return nil, false
	}
	raw := d.next()
	inner := raw[tagLen : len(raw)-1]
	return inner, len(inner) == skip(inner) // else there is a second key
}

// want refuses the value at pos.
func (d *decoder) want(t reflect.Type) error {
	return &ValueError{Want: t.String(), Got: describe(d.peek())}
}

var tagNames = map[byte]string{
	'i': "big integer", 'n': "special number", 'b': "bytes", 't': "time", 'm': "map", 'd': "shared value",
	'r': "shared value", 'p': "reference to the page's own", 's': "reference to the server's own", 'x': "mirrored object",
}

// describe names what raw is, for an error; a short number names itself.
func describe(raw Raw) string {
	switch raw[0] {
	case '"':
		return "string"
	case '[':
		return "array"
	case '{':
		if name := tagNames[tagOf(raw)]; name != "" {
			return name
		}
		return "object"
	case 't', 'f', 'n':
		return string(raw)
	}
	return "number"
}

func count(n int) string {
	if n == 1 {
		return "1 value"
	}
	return strconv.Itoa(n) + " values"
}

// follows reports whether text stands at pos.
func (d *decoder) follows(text string) bool {
	end := d.pos + len(text)
	return end <= len(d.data) && string(d.data[d.pos:end]) == text
}

// end steps over the brackets that close what is called name.
func (d *decoder) end(brackets, name string) error {
	if !d.follows(brackets) {
		return malformed(name)
	}
	d.pos += len(brackets)
	return nil
}

func malformed(name string) error {
	return &ValueError{Want: "a well-formed " + name, Got: "another"}
}
