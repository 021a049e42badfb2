package module

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
)

// appendLiteral writes v as JavaScript, as it would be once it had crossed the
// wire: a Map for a map, a Date for a time, a bigint for 64 bits.
func appendLiteral(b []byte, v reflect.Value) ([]byte, error) {
	if t, ok := v.Interface().(time.Time); ok {
		return fmt.Appendf(b, "new Date(%d)", t.UnixMilli()), nil
	}
	switch v.Kind() {
	case reflect.Bool:
		return strconv.AppendBool(b, v.Bool()), nil
	case reflect.Int64:
		return append(strconv.AppendInt(b, v.Int(), 10), 'n'), nil
	case reflect.Uint64:
		return append(strconv.AppendUint(b, v.Uint(), 10), 'n'), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32:
		return strconv.AppendInt(b, v.Int(), 10), within53(v.Int() > maxInt || v.Int() < -maxInt)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uintptr:
		return strconv.AppendUint(b, v.Uint(), 10), within53(v.Uint() > maxInt)
	case reflect.Float32, reflect.Float64:
		return appendFloat(b, v.Float()), nil
	case reflect.String:
		return appendText(b, v.String()), nil
	case reflect.Slice, reflect.Array:
		return appendList(b, v)
	case reflect.Map:
		return appendMap(b, v)
	case reflect.Struct:
		return appendStruct(b, v)
	}
	return nil, fmt.Errorf("a %s cannot be in a page", v.Type())
}

const maxInt = 1<<53 - 1

func within53(beyond bool) error {
	if beyond {
		return fmt.Errorf("an int beyond 53 bits, which no page holds")
	}
	return nil
}

func appendFloat(b []byte, f float64) []byte {
	switch {
	case f != f:
		return append(b, "NaN"...)
	case math.IsInf(f, 1):
		return append(b, "Infinity"...)
	case math.IsInf(f, -1):
		return append(b, "-Infinity"...)
	}
	return strconv.AppendFloat(b, f, 'g', -1, 64)
}

// appendText writes a string; bytes that are no UTF-8 become U+FFFD, as they do
// on the wire.
func appendText(b []byte, s string) []byte {
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	e.Encode(s)
	return append(b, bytes.TrimSpace(text.Bytes())...)
}

func appendList(b []byte, v reflect.Value) (_ []byte, err error) {
	if v.Kind() == reflect.Slice && v.IsNil() {
		return append(b, "null"...), nil
	}
	isBytes := v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8
	if isBytes {
		b = append(b, "Uint8Array.from("...)
	}
	b = append(b, '[')
	for i := range v.Len() {
		if i > 0 {
			b = append(b, ',')
		}
		if b, err = appendLiteral(b, v.Index(i)); err != nil {
			return nil, fmt.Errorf("[%d]: %w", i, err)
		}
	}
	if b = append(b, ']'); isBytes {
		b = append(b, ')')
	}
	return b, nil
}

// appendMap writes the pairs in order, so that the same map is the same text.
func appendMap(b []byte, v reflect.Value) (_ []byte, err error) {
	if v.IsNil() {
		return append(b, "null"...), nil
	}
	var pairs []string
	for it := v.MapRange(); it.Next(); {
		pair := []byte{'['}
		if pair, err = appendLiteral(pair, it.Key()); err != nil {
			return nil, err
		}
		if pair, err = appendLiteral(append(pair, ','), it.Value()); err != nil {
			return nil, fmt.Errorf("[%v]: %w", it.Key(), err)
		}
		pairs = append(pairs, string(append(pair, ']')))
	}
	slices.Sort(pairs)
	return append(b, "new Map(["+strings.Join(pairs, ",")+"])"...), nil
}

func appendStruct(b []byte, v reflect.Value) (_ []byte, err error) {
	b = append(b, '{')
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.IsExported() || name == "-" {
			continue
		}
		if name == "" {
			name = f.Name
		}
		if b[len(b)-1] != '{' {
			b = append(b, ',')
		}
		b = append(appendText(append(b, '['), name), "]:"...) // computed, since "__proto__": is something else
		if b, err = appendLiteral(b, v.Field(i)); err != nil {
			return nil, fmt.Errorf(".%s: %w", f.Name, err)
		}
	}
	return append(b, '}'), nil
}
