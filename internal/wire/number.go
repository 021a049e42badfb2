package wire

import (
	"math"
	"reflect"
	"strconv"
)

func appendBool(b []byte, v bool) []byte { return strconv.AppendBool(b, v) }

func appendInt(b []byte, n int64) []byte {
	if n >= -MaxInt && n <= MaxInt {
		return strconv.AppendInt(b, n, 10)
	}
	b = append(b, `{"$i":"`...)
	return append(strconv.AppendInt(b, n, 10), `"}`...)
}

func appendUint(b []byte, n uint64) []byte {
	if n <= MaxInt {
		return strconv.AppendUint(b, n, 10)
	}
	b = append(b, `{"$i":"`...)
	return append(strconv.AppendUint(b, n, 10), `"}`...)
}

func appendFloat(b []byte, f float64, bits int) []byte {
	switch {
	case math.IsNaN(f):
		return append(b, `{"$n":"NaN"}`...)
	case math.IsInf(f, 1):
		return append(b, `{"$n":"Inf"}`...)
	case math.IsInf(f, -1):
		return append(b, `{"$n":"-Inf"}`...)
	case f == 0 && math.Signbit(f):
		return append(b, `{"$n":"-0"}`...)
	}
	format := byte('f')
	if abs := math.Abs(f); abs != 0 && (abs < 1e-6 || abs >= 1e21) {
		format = 'e'
	}
	return strconv.AppendFloat(b, f, format, -1, bits)
}

func encodeBool(e *encoder, v reflect.Value) error {
	e.b = appendBool(e.b, v.Bool())
	return nil
}

func encodeInt(e *encoder, v reflect.Value) error {
	e.b = appendInt(e.b, v.Int())
	return nil
}

func encodeUint(e *encoder, v reflect.Value) error {
	e.b = appendUint(e.b, v.Uint())
	return nil
}

func encodeFloat(e *encoder, v reflect.Value) error {
	e.b = appendFloat(e.b, v.Float(), v.Type().Bits())
	return nil
}

func decodeBool(d *decoder, v reflect.Value) error {
	b, ok := d.peek().Bool()
	if !ok {
		return d.want(v.Type())
	}
	d.next()
	v.SetBool(b)
	return nil
}

func decodeInt(d *decoder, v reflect.Value) error {
	digits, err := d.integer(v.Type())
	if err != nil {
		return err
	}
	n, err := strconv.ParseInt(digits, 10, v.Type().Bits())
	if err != nil {
		return &ValueError{Want: v.Type().String(), Got: shorten(digits) + ", out of range"}
	}
	v.SetInt(n)
	return nil
}

func decodeUint(d *decoder, v reflect.Value) error {
	digits, err := d.integer(v.Type())
	if err != nil {
		return err
	}
	n, err := strconv.ParseUint(digits, 10, v.Type().Bits())
	if err != nil {
		return &ValueError{Want: v.Type().String(), Got: shorten(digits) + ", out of range"}
	}
	v.SetUint(n)
	return nil
}

// integer returns the digits of the integer at pos. A page's -0 is a 0 to
// JavaScript itself, so it is one here.
func (d *decoder) integer(t reflect.Type) (string, error) {
	switch d.tag() {
	case 'i':
		return d.bigInteger(t)
	case 'n':
		if special, _ := (&decoder{data: d.data, pos: d.pos}).tagged('n'); string(special) == `"-0"` {
			d.next()
			return "0", nil
		}
	}
	raw := d.peek()
	if raw[0] != '-' && (raw[0] < '0' || raw[0] > '9') {
		return "", d.want(t)
	}
	if _, ok := raw.Int(); !ok {
		return "", &ValueError{Want: t.String(), Got: shorten(string(raw)) + inexact(raw)}
	}
	return string(d.next()), nil
}

// inexact says what is wrong with a number that is no integer within ±2^53.
func inexact(raw Raw) string {
	for _, c := range raw {
		if c == '.' || c == 'e' || c == 'E' {
			return ", no integer"
		}
	}
	return ", a number beyond 2^53, which needs $i"
}

func (d *decoder) bigInteger(t reflect.Type) (string, error) {
	inner, ok := d.tagged('i')
	digits, isText := inner.Text()
	if !ok || !isText || !plainDigits(digits) {
		return "", &ValueError{Want: t.String(), Got: "a malformed $i"}
	}
	return digits, nil
}

// plainDigits keeps "+1", "01" and "1_000" out: a value has one spelling.
func plainDigits(s string) bool {
	if len(s) > 1 && s[0] == '-' && s[1] != '0' {
		s = s[1:]
	}
	for _, c := range s {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != "" && (s[0] != '0' || s == "0")
}

func decodeFloat(d *decoder, v reflect.Value) error {
	if d.tag() == 'n' {
		return d.special(v)
	}
	raw := d.peek()
	if raw[0] != '-' && (raw[0] < '0' || raw[0] > '9') {
		return d.want(v.Type())
	}
	f, err := strconv.ParseFloat(string(raw), v.Type().Bits())
	if err != nil {
		return &ValueError{Want: v.Type().String(), Got: shorten(string(raw)) + ", out of range"}
	}
	d.next()
	v.SetFloat(f)
	return nil
}

var specials = map[string]float64{
	`"NaN"`: math.NaN(), `"Inf"`: math.Inf(1), `"-Inf"`: math.Inf(-1), `"-0"`: math.Copysign(0, -1),
}

func (d *decoder) special(v reflect.Value) error {
	inner, ok := d.tagged('n')
	f, known := specials[string(inner)]
	if !ok || !known {
		return &ValueError{Want: v.Type().String(), Got: "a malformed $n"}
	}
	v.SetFloat(f)
	return nil
}

// shorten keeps what a page sent from filling the log.
func shorten(s string) string {
	if len(s) > 32 {
		return s[:32] + "…"
	}
	return s
}
