package figures

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"

	"github.com/omg-go/omg/bench"
	"github.com/omg-go/omg/client"
)

const nameRuntime = "runtime-gzip-bytes"

func runtimeSize() bench.Bench {
	return bench.Bench{
		Figures: []bench.Figure{{Name: nameRuntime, Goal: 5000, What: "the page's runtime, minified as it is served, gzip -9"}},
		Measure: func(context.Context, int) (bench.Readings, error) {
			js := client.JavaScript()
			size, err := zipped(js)
			return bench.Readings{nameRuntime: {Value: size, Note: fmt.Sprintf("%d bytes before gzip", len(js))}}, err
		},
	}
}

// zipped returns the size of text after gzip at its highest level.
func zipped(text string) (float64, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return 0, err
	}
	if _, err := w.Write([]byte(text)); err != nil {
		return 0, err
	}
	if err := w.Close(); err != nil {
		return 0, err
	}
	return float64(b.Len()), nil
}
