package widget

import (
	"encoding"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// decodeForm fills a T from what a form sent, name and value by name and value.
func decodeForm[T any](pairs [][2]string) (v T, invalid Invalid) {
	rv := reflect.ValueOf(&v).Elem()
	if rv.Kind() != reflect.Struct {
		panic(fmt.Sprintf("widget: Submit wants a struct, not %s", rv.Type()))
	}
	for f := range rv.Type().Fields() {
		if !f.IsExported() || f.Tag.Get("form") == "-" {
			continue
		}
		name := fieldName(f, pairs)
		if err := setForm(rv.FieldByIndex(f.Index), valuesOf(name, pairs)); err != nil {
			if invalid == nil {
				invalid = Invalid{}
			}
			invalid[name] = err.Error()
		}
	}
	return v, invalid
}

// fieldName returns the name in the form that f is filled from.
func fieldName(f reflect.StructField, pairs [][2]string) string {
	if tag, ok := f.Tag.Lookup("form"); ok {
		return tag
	}
	for _, p := range pairs {
		if strings.EqualFold(p[0], f.Name) {
			return p[0]
		}
	}
	return strings.ToLower(f.Name[:1]) + f.Name[1:]
}

func valuesOf(name string, pairs [][2]string) (values []string) {
	for _, p := range pairs {
		if p[0] == name {
			values = append(values, p[1])
		}
	}
	return values
}

// setForm sets one field. A field that the form did not send keeps its zero
// value: that is how boxes say no.
func setForm(v reflect.Value, values []string) error {
	if v.Kind() == reflect.Slice && v.Type().Elem().Kind() != reflect.Uint8 {
		list := reflect.MakeSlice(v.Type(), len(values), len(values))
		for i, text := range values {
			if err := setText(list.Index(i), text); err != nil {
				return err
			}
		}
		v.Set(list)
		return nil
	}
	if len(values) == 0 {
		return nil
	}
	return setText(v, values[len(values)-1])
}

// Messages for what cannot be decoded; an application may put its own words here
// when it starts.
var (
	WantNumber = "Please enter a number."
	WantWhole  = "Please enter a whole number."
	WantRange  = "This number is too large."
	WantDate   = "Please enter a date."
)

func setText(v reflect.Value, text string) error {
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok && v.Type() != timeType {
		return u.UnmarshalText([]byte(text))
	}
	if v.Kind() == reflect.String {
		v.SetString(text)
		return nil
	}
	if v.Kind() == reflect.Bool {
		v.SetBool(text != "" && text != "false" && text != "off" && text != "0")
		return nil
	}
	if text = strings.TrimSpace(text); text == "" {
		return nil
	}
	switch v.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return setInt(v, text)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return setUint(v, text)
	case reflect.Float32, reflect.Float64:
		return setFloat(v, text)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return setText(v.Elem(), text)
	}
	if v.Type() == timeType {
		return setTime(v, text)
	}
	panic(fmt.Sprintf("widget: a form cannot fill a %s", v.Type()))
}

var timeType = reflect.TypeFor[time.Time]()

func setInt(v reflect.Value, text string) error {
	n, err := strconv.ParseInt(text, 10, v.Type().Bits())
	if err != nil {
		return numberError(err, WantWhole)
	}
	v.SetInt(n)
	return nil
}

func setUint(v reflect.Value, text string) error {
	n, err := strconv.ParseUint(text, 10, v.Type().Bits())
	if err != nil {
		return numberError(err, WantWhole)
	}
	v.SetUint(n)
	return nil
}

func setFloat(v reflect.Value, text string) error {
	n, err := strconv.ParseFloat(text, v.Type().Bits())
	if err != nil || n != n {
		return numberError(err, WantNumber)
	}
	v.SetFloat(n)
	return nil
}

// message is an error whose text is for the user.
type message string

func (m message) Error() string { return string(m) }

func numberError(err error, want string) error {
	if e, ok := err.(*strconv.NumError); ok && e.Err == strconv.ErrRange {
		return message(WantRange)
	}
	return message(want)
}

// setTime reads what inputs of the types date, time, month and datetime-local
// send.
func setTime(v reflect.Value, text string) error {
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04", "2006-01-02T15:04:05", "15:04", "15:04:05", "2006-01", time.RFC3339} {
		if t, err := time.Parse(layout, text); err == nil {
			v.Set(reflect.ValueOf(t))
			return nil
		}
	}
	return message(WantDate)
}
