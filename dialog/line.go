package dialog

import (
	"fmt"
	"regexp"

	"github.com/a-h/templ"
)

// Lines are what a dialog asks for, in order.
type Lines []Line

// Line is one thing to enter. Its key names it in the result.
type Line struct {
	Key     string
	Label   string // empty: the key
	Default string // of a box, "on" is checked
	Type    Type

	// Filter sees the text while it is typed, returns what is to stand there
	// instead, and may refuse it by an error, which the user reads. It runs in
	// the page if it is a bridge.Function1[string, string], else it is a
	// func(string) string or func(context.Context, string) (string, error) and
	// runs on the server. Before an answer counts it runs on the server once more.
	Filter any

	// Check refuses a text by an error and changes nothing: in the page a
	// bridge.Procedure1[string], here a func(string) error or a
	// func(context.Context, string) error.
	Check any

	Required       bool
	Pattern        string // a regular expression for the whole text
	Min, Max, Step string // of numbers and dates
	MaxLength      int    // in characters

	Help         string
	Placeholder  string
	Autocomplete string // "current-password", "email", …; by default "off"
	Autofocus    bool   // gets the focus first
	Disabled     bool   // shows its default, and answers with it

	Options []Option        // of Select and Radio
	Lines   Lines           // of Group
	Body    templ.Component // of Custom: it has a control whose name is the key
}

// Option is one of those that Select and Radio offer.
type Option struct {
	Value string
	Label string // empty: the value
}

// Type is the kind of a line.
type Type string

// Kinds of lines. The zero value is a line of text.
const (
	Text     Type = ""
	Password Type = "password"
	Email    Type = "email"
	URL      Type = "url"
	Tel      Type = "tel"
	Number   Type = "number"
	Date     Type = "date"
	Area     Type = "textarea"
	Select   Type = "select"
	Radio    Type = "radio"
	Checkbox Type = "checkbox" // answers "on" or ""
	Switch   Type = "switch"   // too
	File     Type = "file"     // answers with the names of files
	Hidden   Type = "hidden"
	Group    Type = "group" // of Lines, under one label
	Custom   Type = "custom"
)

// field is a line with what the box makes of it.
type field struct {
	Line
	index   int
	filter  check
	check   check
	pattern *regexp.Regexp
}

// fields lists those lines that have a value, those in groups too.
func (l Lines) fields() (list []*field) {
	seen := map[string]bool{}
	l.each(func(line Line) {
		if line.Key == "" || seen[line.Key] {
			panic(fmt.Sprintf("dialog: line %q: a line needs a key of its own, and %q is taken or empty", line.Label, line.Key))
		}
		seen[line.Key] = true
		list = append(list, newField(line, len(list)))
	})
	return list
}

func (l Lines) each(f func(Line)) {
	for _, line := range l {
		if line.Type == Group {
			line.Lines.each(f)
		} else {
			f(line)
		}
	}
}

func newField(line Line, index int) *field {
	f := &field{Line: line, index: index, filter: checkOf(line.Key, "Filter", line.Filter), check: checkOf(line.Key, "Check", line.Check)}
	if line.Pattern != "" {
		re, err := regexp.Compile("^(?:" + line.Pattern + ")$")
		if err != nil {
			panic(fmt.Sprintf("dialog: line %q: Pattern: %v", line.Key, err))
		}
		f.pattern = re
	}
	return f
}

func (l Line) label() string {
	if l.Label != "" {
		return l.Label
	}
	return l.Key
}

// boxed reports whether the label stands beside the control.
func (l Line) boxed() bool { return l.Type == Checkbox || l.Type == Switch }

// typed reports whether text is typed into the line.
func (l Line) typed() bool {
	switch l.Type {
	case Text, Password, Email, URL, Tel, Number, Date, Area:
		return true
	}
	return false
}

func (o Option) label() string {
	if o.Label != "" {
		return o.Label
	}
	return o.Value
}
