package bench

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/omg-go/omg/bench/proc"
)

// maxTries is how often a figure that stays over its goal is measured.
const maxTries = 3

// Runner measures benches one after the other and tells how it goes on Out.
type Runner struct {
	Out     io.Writer
	Rounds  int           // rounds of each side a try
	Timeout time.Duration // of one try; 0 means none
}

// Run measures every bench, repeats those with a figure over its goal, and
// returns one result a figure, in order. A bench that fails marks its figures
// and the next one goes on.
func (r Runner) Run(ctx context.Context, benches []Bench) []Result {
	var all []Result
	for _, b := range benches {
		all = append(all, r.bench(ctx, b)...)
	}
	return all
}

func (r Runner) bench(ctx context.Context, b Bench) []Result {
	results := make([]Result, len(b.Figures))
	for i, f := range b.Figures {
		results[i].Figure = f
	}
	for try := 1; try <= maxTries; try++ {
		r.try(ctx, b, try, results)
		if settled(results) || ctx.Err() != nil {
			break
		}
	}
	return results
}

// try measures once and books what it found.
func (r Runner) try(ctx context.Context, b Bench, try int, results []Result) {
	if r.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, r.Timeout)
		defer cancel()
	}
	readings, err := b.Measure(ctx, r.Rounds)
	load := proc.Load()
	for i := range results {
		reading, found := readings[results[i].Name]
		results[i].book(reading, found, err)
		fmt.Fprintf(r.Out, "# %s try %d: %s (load %.2f)\n", results[i].Name, try, told(reading, results[i].Err), load)
	}
}

func told(reading Reading, err error) string {
	if err != nil {
		return err.Error()
	}
	return format(reading.Value) + ", " + reading.Note
}

// book adds one try. A try that failed leaves no value, and the last failure
// stays until a later try succeeds.
func (r *Result) book(reading Reading, found bool, err error) {
	if err == nil && !found {
		err = fmt.Errorf("bench: %s was not measured", r.Name)
	}
	if r.Err = err; err != nil {
		return
	}
	r.Tries = append(r.Tries, reading.Value)
	r.Value = Median(r.Tries)
}

// settled tells whether no figure needs another try. Of two tries there is no
// median, so the second is never the last.
func settled(results []Result) bool {
	for _, r := range results {
		if !r.OK() || len(r.Tries)%2 == 0 {
			return false
		}
	}
	return true
}

// Summary prints one line a figure: NAME VALUE GOAL ok|over.
func Summary(w io.Writer, results []Result) {
	for _, r := range results {
		fmt.Fprintln(w, r)
	}
}
