package diag

import (
	"fmt"
	"go/token"
	"sort"
	"strings"
)

// Code names a kind of refusal. Codes are stable: they never change meaning.
type Code int

// String returns the code as it is printed, such as OMG0012.
func (c Code) String() string { return fmt.Sprintf("OMG%04d", int(c)) }

// Diagnostic is one refusal.
type Diagnostic struct {
	Pos  token.Position
	Code Code
	// Message says what is wrong, Hint what to write instead.
	Message string
	Hint    string
	// Chain leads from the marked function to the place, outermost first.
	Chain []string
}

// Error returns "file:line:col: OMG0012: message (hint)" and the chain below it.
func (d Diagnostic) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s: %s", d.Pos, d.Code, d.Message)
	if d.Hint != "" {
		b.WriteString("; " + d.Hint)
	}
	for _, c := range d.Chain {
		b.WriteString("\n\t" + c)
	}
	return b.String()
}

// List is every refusal of one compilation.
type List []Diagnostic

// Error returns the diagnostics, one after the other.
func (l List) Error() string {
	lines := make([]string, len(l))
	for i, d := range l {
		lines[i] = d.Error()
	}
	return strings.Join(lines, "\n")
}

// Add appends d unless the same is there already.
func (l *List) Add(d Diagnostic) {
	for _, old := range *l {
		if old.Pos == d.Pos && old.Code == d.Code && old.Message == d.Message {
			return
		}
	}
	*l = append(*l, d)
}

// Err returns the list sorted by position, or nil if it is empty.
func (l List) Err() error {
	if len(l) == 0 {
		return nil
	}
	sort.SliceStable(l, func(i, j int) bool { return before(l[i].Pos, l[j].Pos) })
	return l
}

func before(a, b token.Position) bool {
	if a.Filename != b.Filename {
		return a.Filename < b.Filename
	}
	if a.Line != b.Line {
		return a.Line < b.Line
	}
	return a.Column < b.Column
}
