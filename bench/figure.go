package bench

import (
	"context"
	"fmt"
)

// Figure is one number that the project promises to stay below. Its name ends
// in the unit: x for a ratio, bytes for bytes.
type Figure struct {
	Name string
	Goal float64
	What string // one line: what is compared with what
}

// Reading is what one try found for a figure. Note holds what the value was
// computed from, for the reader of the tries.
type Reading struct {
	Value float64
	Note  string
}

// Readings holds one try's readings by the names of the figures.
type Readings map[string]Reading

// Bench measures figures that come out of one run.
type Bench struct {
	Figures []Figure
	Measure func(ctx context.Context, rounds int) (Readings, error)
}

// Result is a figure with all its tries and what they come to.
type Result struct {
	Figure
	Tries []float64
	Value float64 // median of the tries
	Err   error   // it could not be measured; Value then means nothing
}

// OK tells whether the figure was measured and is within its goal.
func (r Result) OK() bool { return r.Err == nil && r.Value <= r.Goal }

// String is the figure's line in the summary: NAME VALUE GOAL ok|over.
func (r Result) String() string {
	value, verdict := format(r.Value), "over"
	if r.Err != nil {
		value = "-"
	} else if r.OK() {
		verdict = "ok"
	}
	return fmt.Sprintf("%s %s %s %s", r.Name, value, format(r.Goal), verdict)
}

// format prints sizes whole and ratios with two decimals.
func format(v float64) string {
	if v >= 100 {
		return fmt.Sprintf("%.0f", v)
	}
	return fmt.Sprintf("%.2f", v)
}

// only keeps the figures of b that are wanted.
func (b Bench) only(wanted func(name string) bool) []Figure {
	var kept []Figure
	for _, f := range b.Figures {
		if wanted(f.Name) {
			kept = append(kept, f)
		}
	}
	return kept
}

// Select returns the benches with the figures whose names are wanted, in order.
func Select(benches []Bench, wanted func(name string) bool) []Bench {
	var out []Bench
	for _, b := range benches {
		if kept := b.only(wanted); len(kept) > 0 {
			out = append(out, Bench{Figures: kept, Measure: b.Measure})
		}
	}
	return out
}
