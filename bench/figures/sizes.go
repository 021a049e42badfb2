package figures

import (
	"context"
	"fmt"

	"github.com/omg-go/omg/bench"
)

const (
	nameSmallest = "smallest-function-gzip-bytes"
	nameFilter   = "input-filter-gzip-bytes"
	nameSamples  = "three-samples-gzip-bytes"
)

func sizes() bench.Bench {
	return bench.Bench{
		Figures: []bench.Figure{
			{Name: nameSmallest, Goal: 300, What: "samples.Add compiled, with all that it needs but the page's runtime, minified, gzip -9"},
			{Name: nameFilter, Goal: 1300, What: "the same of samples.FilterNumber"},
			{Name: nameSamples, Goal: 6000, What: "the same of FilterNumber, MakeDraggable and ShowTable together"},
		},
		Measure: measureSizes,
	}
}

func measureSizes(context.Context, int) (bench.Readings, error) {
	readings := bench.Readings{}
	for name, functions := range map[string][]string{
		nameSmallest: {"Add"},
		nameFilter:   {"FilterNumber"},
		nameSamples:  {"FilterNumber", "MakeDraggable", "ShowTable"},
	} {
		js, err := compile(here+"samples", functions...)
		if err != nil {
			return nil, err
		}
		size, err := zipped(js)
		if err != nil {
			return nil, err
		}
		readings[name] = bench.Reading{Value: size, Note: fmt.Sprintf("%d bytes before gzip", len(js))}
	}
	return readings, nil
}
