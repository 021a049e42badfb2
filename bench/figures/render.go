package figures

import (
	"bytes"
	"context"
	"fmt"
	"time"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/bench"
	"github.com/omg-go/omg/bench/floor"
	"github.com/omg-go/omg/bench/subject"
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

const (
	nameRender = "render-diff-1000-rows-x"
	nameDirty  = "dirty-row-of-1000-x"
	tableRows  = 1000
)

func render() bench.Bench {
	return bench.Bench{
		Figures: []bench.Figure{{
			Name: nameRender, Goal: 1.4,
			What: "redraw of a table of 1,000 rows of which one changed (render, diff, operations) against templ's render of the plain table",
		}},
		Measure: func(ctx context.Context, rounds int) (bench.Readings, error) {
			rows := floor.Rows(tableRows, 1)
			w := &subject.Table{Rows: rows}
			change := func(i int) { rows[500].Label = fmt.Sprint("label ", i) }
			r, err := compareDrawing(ctx, rounds, 10, w, w, change, floor.Table(floor.Rows(tableRows, 1)))
			return bench.Readings{nameRender: r}, err
		},
	}
}

func dirtyRow() bench.Bench {
	return bench.Bench{
		Figures: []bench.Figure{{
			Name: nameDirty, Goal: 3,
			What: "redraw of one row widget of 1,000 (mark, render, diff, operations) against templ's render of one plain row",
		}},
		Measure: func(ctx context.Context, rounds int) (bench.Readings, error) {
			w := subject.NewRows(floor.Rows(tableRows, 1))
			row := w.Rows[500]
			change := func(i int) { row.Label = labels[i%len(labels)] }
			r, err := compareDrawing(ctx, rounds, 200, w, row, change, floor.TableRow(floor.Rows(1, 1)[0]))
			return bench.Readings{nameDirty: r}, err
		},
	}
}

// labels are made beforehand: one row takes less time than it takes to format one.
var labels = []string{"plain green table", "large red chair", "odd blue sandwich"}

// compareDrawing changes the widget times a round, in a session with root whose
// page takes all it gets, and lets templ render the floor as often.
func compareDrawing(ctx context.Context, rounds, times int, root, changed widget.Widget, change func(i int), floor templ.Component) (bench.Reading, error) {
	p, err := subject.Open(bridge.NewHub(bridge.Options{}), root)
	if err != nil {
		return bench.Reading{}, err
	}
	defer p.Close()
	sides := []bench.Side{redraws(p, times, changed, change), renders(times, floor)}
	if _, err := bench.Interleave(ctx, 2, sides...); err != nil { // pools fill
		return bench.Reading{}, err
	}
	samples, err := bench.Interleave(ctx, rounds, sides...)
	if err != nil {
		return bench.Reading{}, err
	}
	ours, raw := bench.Median(samples[0].All()), bench.Median(samples[1].All())
	return bench.Reading{Value: bench.Ratio(samples[0], samples[1]), Note: fmt.Sprintf("median %.1f µs, floor %.1f µs", ours, raw)}, nil
}

// redraws returns the microseconds of each redraw. A change in a turn of its own
// comes first, which fails if nothing was written: then the others are none.
func redraws(p *subject.Page, times int, w widget.Widget, change func(i int)) bench.Side {
	n := 0
	next := func(int) { n++; change(n) }
	return func(context.Context) ([]float64, error) {
		before, _ := p.Written()
		if err := p.Change(w, func() { next(0) }); err != nil {
			return nil, err
		}
		if after, _ := p.Written(); after == before {
			return nil, fmt.Errorf("figures: a change was not written")
		}
		p.Confirm()
		took, err := p.Redraws(w, times, next)
		samples := make([]float64, len(took))
		for i, d := range took {
			samples[i] = float64(d.Nanoseconds()) / 1e3
		}
		return samples, err
	}
}

// renders returns the microseconds of each render into a buffer that is used
// again.
func renders(times int, c templ.Component) bench.Side {
	var out bytes.Buffer
	return func(ctx context.Context) ([]float64, error) {
		return timed(times, func() error {
			out.Reset()
			return c.Render(ctx, &out)
		})
	}
}

func timed(times int, f func() error) ([]float64, error) {
	samples := make([]float64, times)
	for i := range samples {
		start := time.Now()
		if err := f(); err != nil {
			return nil, err
		}
		samples[i] = float64(time.Since(start).Nanoseconds()) / 1e3
	}
	return samples, nil
}
