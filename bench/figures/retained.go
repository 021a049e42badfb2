package figures

import (
	"context"
	"fmt"
	"runtime"

	"github.com/omg-go/omg/bench"
	"github.com/omg-go/omg/bench/floor"
	"github.com/omg-go/omg/bench/subject"
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

const (
	nameElement = "retained-element-bytes"
	nameHandler = "retained-handler-bytes"
)

// The table has its two outer elements and eight a row, of which two have a
// handler.
const (
	tableElements = 2 + 8*tableRows
	tableHandlers = 2 * tableRows
)

func retained() bench.Bench {
	return bench.Bench{
		Figures: []bench.Figure{
			{Name: nameElement, Goal: 32, What: "heap that a session keeps an element of a keyed table of 1,000 rows, without handlers"},
			{Name: nameHandler, Goal: 64, What: "heap that a session keeps more for each handler of the same table, its closure included"},
		},
		Measure: measureRetained,
	}
}

func measureRetained(_ context.Context, rounds int) (bench.Readings, error) {
	rows := floor.Rows(tableRows, 1) // the program's own state is shared and so does not count
	var sizes [3]float64
	for i, widget := range []func() widget.Widget{
		func() widget.Widget { return &subject.Counter{} },
		func() widget.Widget { return &subject.Still{Rows: rows} },
		func() widget.Widget { return &subject.Table{Rows: rows} },
	} {
		size, err := heapOf(rounds, widget)
		if err != nil {
			return nil, err
		}
		sizes[i] = size
	}
	element := (sizes[1] - sizes[0]) / tableElements
	handler := (sizes[2] - sizes[1]) / tableHandlers
	note := fmt.Sprintf("a session of %.0f bytes with a counter, %.0f with the table, %.0f with handlers in it", sizes[0], sizes[1], sizes[2])
	return bench.Readings{nameElement: {Value: element, Note: note}, nameHandler: {Value: handler, Note: note}}, nil
}

// heapOf returns the heap bytes that a page with the widget keeps: of n pages,
// after each was redrawn once. One more comes before them, as what the process
// needs to draw such a widget is no session's.
func heapOf(n int, make func() widget.Widget) (float64, error) {
	hub := bridge.NewHub(bridge.Options{})
	var pages []*subject.Page
	defer func() {
		for _, p := range pages {
			p.Close()
		}
	}()
	var before uint64
	for i := range n + 1 {
		if i == 1 {
			before = heap()
		}
		w := make()
		p, err := subject.Open(hub, w)
		if err != nil {
			return 0, err
		}
		pages = append(pages, p)
		if err := p.Change(w, func() {}); err != nil {
			return 0, err
		}
	}
	return float64(int64(heap())-int64(before)) / float64(n), nil
}

// heap collects, twice because of pools, and returns what is left.
func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
