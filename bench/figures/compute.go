package figures

import (
	"context"
	"fmt"

	"github.com/omg-go/omg/bench"
	"github.com/omg-go/omg/bench/chrome"
	"github.com/omg-go/omg/bench/floor"
)

// A loop is one function that both sides export, with arguments for which it
// takes some milliseconds.
type loop struct {
	pkg, function string // in Go, compiled for the page
	module        string // by hand
	args          []any
}

// here is the path of the packages whose functions are compiled.
const here = "github.com/omg-go/omg/bench/"

// A scan makes its slice once and reads it 50 times.
func computes(function string, args ...any) loop {
	return loop{here + "compute", function, floor.ComputeModule, args}
}

var (
	loopGCD     = computes("GCD", 200_000)
	loopHash    = computes("Hash", 5_000_000)
	loopInts    = computes("ScanInts", 100_000, 50)
	loopInt32s  = computes("ScanInt32s", 100_000, 50)
	loopFloats  = computes("ScanFloats", 100_000, 50)
	loopStrings = computes("ScanStrings", 100_000, 50)
	loopTable   = loop{here + "samples", "ShowTable", floor.TableModule, []any{1000, "1", "price", true}}
)

func runs(name string, goal float64, what string, l loop) bench.Bench {
	return bench.Bench{
		Figures: []bench.Figure{{Name: name, Goal: goal, What: what + " in Chromium, Go compiled for the page against JavaScript by hand"}},
		Measure: func(ctx context.Context, rounds int) (bench.Readings, error) {
			r, err := measureLoop(ctx, rounds, l)
			return bench.Readings{name: r}, err
		},
	}
}

func measureLoop(ctx context.Context, rounds int, l loop) (bench.Reading, error) {
	js, err := compile(l.pkg, l.function)
	if err != nil {
		return bench.Reading{}, err
	}
	const path = "/compiled.mjs"
	base, stop, err := serveWith(path, js)
	if err != nil {
		return bench.Reading{}, err
	}
	defer stop()
	b, err := chrome.Start(ctx)
	if err != nil {
		return bench.Reading{}, err
	}
	defer b.Close()
	p, err := b.Open(base + floor.TablePath)
	if err != nil {
		return bench.Reading{}, err
	}
	return compareLoops(ctx, rounds, p, l, path, l.function, l.module)
}

// compareLoops runs the exports of both modules in the page, in turn.
func compareLoops(ctx context.Context, rounds int, p *chrome.Page, l loop, ours, export, floor string) (bench.Reading, error) {
	sides := []bench.Side{once(p, ours, export, l.args), once(p, floor, l.function, l.args)}
	if _, err := bench.Interleave(ctx, 3, sides...); err != nil { // until both are optimised
		return bench.Reading{}, err
	}
	samples, err := bench.Interleave(ctx, rounds, sides...)
	if err != nil {
		return bench.Reading{}, err
	}
	return bench.Reading{
		Value: bench.Ratio(samples[0], samples[1]),
		Note:  fmt.Sprintf("median %.2f ms, floor %.2f ms", bench.Median(samples[0].All()), bench.Median(samples[1].All())),
	}, nil
}

// timeSome imports the module and returns the milliseconds of some calls of the
// export, with a pause between them in which what they left is collected.
const timeSome = `async (url, name, args) => {
	const f = (await import(url))[name];
	const out = [];
	for (let i = 0; i < 5; i++) {
		const start = performance.now();
		f(...args);
		out.push(performance.now() - start);
		await bench.later(1);
	}
	return out;
}`

func once(p *chrome.Page, url, export string, args []any) bench.Side {
	return func(context.Context) (ms []float64, err error) {
		err = p.Call(&ms, timeSome, url, export, args)
		return ms, err
	}
}
