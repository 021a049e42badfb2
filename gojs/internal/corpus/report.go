package corpus

import (
	"fmt"
	"io"
)

// Report compares results with what is expected.
type Report struct {
	Passed, Total int
	// Broken differ though they are not on the list of failures; Fixed are on
	// it and pass.
	Broken, Fixed []Result
	Known         []Result
}

// Judge compares results with the kept outcomes.
func Judge(results []Result) Report {
	golden, failures := Golden(), Failures()
	rep := Report{Total: len(results)}
	for _, r := range results {
		good := r.Outcome == golden[r.Name]
		_, listed := failures[r.Name]
		switch {
		case good && listed:
			rep.Fixed = append(rep.Fixed, r)
		case !good && listed:
			rep.Known = append(rep.Known, r)
		case !good:
			rep.Broken = append(rep.Broken, r)
		}
		if good {
			rep.Passed++
		}
	}
	return rep
}

// OK reports whether the list of failures is right.
func (r Report) OK() bool { return len(r.Broken) == 0 && len(r.Fixed) == 0 }

// Print writes what changed and, last, "corpus: P of N pass".
func (r Report) Print(w io.Writer, verbose bool) {
	for _, b := range r.Broken {
		fmt.Fprintf(w, "DIFFERS %s (exit %d)\n", b.Name, b.Outcome.Exit)
		if verbose {
			fmt.Fprintln(w, b.Detail)
		}
	}
	for _, f := range r.Fixed {
		fmt.Fprintf(w, "PASSES NOW %s\n", f.Name)
	}
	fmt.Fprintf(w, "corpus: %d of %d pass\n", r.Passed, r.Total)
}
