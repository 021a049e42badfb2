package figures

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/omg-go/omg/bench"
	"github.com/omg-go/omg/bench/chrome"
	"github.com/omg-go/omg/bench/floor"
)

const (
	nameRowsDOM   = "rows-dom-x"
	nameRowsPaint = "rows-paint-x"
)

// A visit performs each operation twice and takes the second time, but for
// runlots, which is too long to be warmed up. The run before the clear that is
// timed only fills the table.
var (
	rowsWarm  = []string{"run", "replace", "update", "select", "swaprows", "remove", "add", "clear"}
	rowsTimed = []string{"run", "replace", "update", "select", "swaprows", "remove", "add", untimed + "run", "clear", "runlots"}
)

const untimed = "~"

func rows() bench.Bench {
	const what = " of /bench/rows, geometric mean over nine operations, against plain JavaScript"
	return bench.Bench{
		Figures: []bench.Figure{
			{Name: nameRowsDOM, Goal: 5, What: "click to DOM" + what},
			{Name: nameRowsPaint, Goal: 1.15, What: "click to paint" + what},
		},
		Measure: measureRows,
	}
}

// took is what one operation took, in milliseconds.
type took struct{ DOM, Paint float64 }

func measureRows(ctx context.Context, rounds int) (bench.Readings, error) {
	ours, err := startDemo(ctx)
	if err != nil {
		return nil, err
	}
	defer ours.stop()
	raw, err := open(roleFloor)
	if err != nil {
		return nil, err
	}
	defer raw.Stop()
	return compareRowPages(ctx, rounds, ours.base+"/bench/rows", raw.base+floor.RowsPath)
}

// compareRowPages visits both pages in turn, each time in a new tab of the same
// browser.
func compareRowPages(ctx context.Context, rounds int, ours, floor string) (bench.Readings, error) {
	b, err := chrome.Start(ctx)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	urls, visits := [2]string{ours, floor}, [2]map[string][]took{{}, {}}
	for round := range rounds {
		for k := range urls {
			side := (round + k) % len(urls)
			if err := visitRows(b, urls[side], visits[side]); err != nil {
				return nil, err
			}
		}
	}
	return bench.Readings{
		nameRowsDOM:   compareBy(visits[0], visits[1], func(t took) float64 { return t.DOM }),
		nameRowsPaint: compareBy(visits[0], visits[1], func(t took) float64 { return t.Paint }),
	}, nil
}

// visitRows opens the page anew and adds what each operation took.
func visitRows(b *chrome.Browser, url string, into map[string][]took) error {
	p, err := b.Open(url)
	if err != nil {
		return err
	}
	defer p.Close()
	if err := ready(p); err != nil {
		return err
	}
	for _, op := range rowsWarm {
		if _, err := operate(p, op); err != nil {
			return err
		}
	}
	for _, op := range rowsTimed {
		name, skip := strings.CutPrefix(op, untimed)
		t, err := operate(p, name)
		if err != nil {
			return err
		}
		if !skip {
			into[op] = append(into[op], t)
		}
	}
	return nil
}

func operate(p *chrome.Page, op string) (t took, err error) {
	if err := p.Call(&t, "bench.operate", op); err != nil {
		return t, fmt.Errorf("%s: %w", op, err)
	}
	return t, nil
}

// step is the clock's: less than that is none.
const step = 0.005

func compareBy(ours, floor map[string][]took, of func(took) float64) bench.Reading {
	var ratios []float64
	var notes []string
	for _, op := range slices.Sorted(maps.Keys(ours)) {
		o, f := max(medianOf(ours[op], of), step), max(medianOf(floor[op], of), step)
		ratios = append(ratios, o/f)
		notes = append(notes, fmt.Sprintf("%s %.2f/%.2f ms", op, o, f))
	}
	return bench.Reading{Value: bench.GeoMean(ratios), Note: strings.Join(notes, ", ")}
}

func medianOf(all []took, of func(took) float64) float64 {
	values := make([]float64, len(all))
	for i, t := range all {
		values[i] = of(t)
	}
	return bench.Median(values)
}
