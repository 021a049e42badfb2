package dialog

import (
	"strconv"
	"time"
)

// Result is the answer of a dialog.
type Result struct {
	Button string // the Value of the button that was pressed
	Values        // what was entered, in the order of the lines
}

// Values are what was entered, one for each line, in their order.
type Values []Value

// Value is what was entered in one line.
type Value struct{ Key, Text string }

// Text returns what was entered in the line of that key, "" if there is none. Of
// several files it is the first.
func (v Values) Text(key string) string {
	for _, w := range v {
		if w.Key == key {
			return w.Text
		}
	}
	return ""
}

// All returns the names of all files of a line.
func (v Values) All(key string) (all []string) {
	for _, w := range v {
		if w.Key == key {
			all = append(all, w.Text)
		}
	}
	return all
}

// Bool reports whether the box of that key was checked.
func (v Values) Bool(key string) bool { return v.Text(key) != "" }

// Int returns what was entered as a whole number, 0 if it is none.
func (v Values) Int(key string) int {
	n, err := strconv.Atoi(v.Text(key))
	if err != nil {
		return 0
	}
	return n
}

// Float returns what was entered as a number, 0 if it is none.
func (v Values) Float(key string) float64 {
	n, err := strconv.ParseFloat(v.Text(key), 64)
	if err != nil {
		return 0
	}
	return n
}

// Time returns the date that was entered, in UTC, the zero time if there is none.
func (v Values) Time(key string) time.Time {
	t, _ := time.Parse(time.DateOnly, v.Text(key))
	return t
}

// read puts what a page sent, key by key, into the order of the fields. Keys
// that no field has are dropped.
func read(fields []*field, pairs []string) (values Values) {
	for _, f := range fields {
		found := false
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == f.Key && (!found || f.Type == File) {
				found = true
				values = append(values, Value{f.Key, pairs[i+1]})
			}
		}
		if !found {
			values = append(values, Value{Key: f.Key})
		}
	}
	return values
}
