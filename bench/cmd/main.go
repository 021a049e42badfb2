package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"regexp"
	"slices"
	"time"

	"github.com/omg-go/omg/bench"
	"github.com/omg-go/omg/bench/figures"
	"github.com/omg-go/omg/bench/proc"
)

// tryTimeout ends a measurement that hangs. The longest, of the rows, takes a
// few minutes on a busy machine.
const tryTimeout = 15 * time.Minute

func main() {
	proc.Main(figures.Roles())
	list := flag.Bool("list", false, "print the figures and leave")
	only := flag.String("only", "", "measure only figures whose name matches this regular expression")
	rounds := flag.Int("rounds", 15, "rounds of each side a try")
	flag.Parse()
	wanted, err := regexp.Compile(*only)
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench: -only:", err)
		os.Exit(2)
	}
	benches := bench.Select(figures.All(), wanted.MatchString)
	if *list {
		print(os.Stdout, benches)
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	r := bench.Runner{Out: os.Stdout, Rounds: *rounds, Timeout: tryTimeout}
	results := r.Run(ctx, benches)
	fmt.Println()
	bench.Summary(os.Stdout, results)
	if slices.ContainsFunc(results, func(r bench.Result) bool { return r.Err != nil }) {
		os.Exit(1)
	}
}

// print lists the figures with their goals.
func print(w io.Writer, benches []bench.Bench) {
	for _, b := range benches {
		for _, f := range b.Figures {
			fmt.Fprintf(w, "%-28s <= %-6g %s\n", f.Name, f.Goal, f.What)
		}
	}
}
