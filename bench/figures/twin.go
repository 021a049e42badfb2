package figures

import (
	"context"
	"fmt"

	"github.com/omg-go/omg/bench"
	"github.com/omg-go/omg/bench/subject"
	"github.com/omg-go/omg/bridge"
)

const (
	twins    = 20_000
	nameTwin = "twin-bytes"
)

func twin() bench.Bench {
	return bench.Bench{
		Figures: []bench.Figure{{
			Name: nameTwin, Goal: 256,
			What: "heap that a session keeps for a twin, beyond the object: of 20,000 in a second page",
		}},
		Measure: measureTwin,
	}
}

// measureTwin gives the same objects to two pages. What an object has of its own
// as soon as it has twins is there when the second gets them.
func measureTwin(context.Context, int) (bench.Readings, error) {
	hub := bridge.NewHub(bridge.Options{})
	boards := make([]*subject.Board, twins)
	for i := range boards {
		boards[i] = &subject.Board{}
	}
	var sizes [2]float64
	for i := range sizes {
		p, err := subject.Open(hub, &subject.Counter{})
		if err != nil {
			return nil, err
		}
		defer p.Close()
		before := heap()
		for _, b := range boards {
			if err := p.Take(b); err != nil {
				return nil, err
			}
		}
		p.Settle()
		sizes[i] = float64(int64(heap())-int64(before)) / twins
	}
	return bench.Readings{nameTwin: {
		Value: sizes[1],
		Note:  fmt.Sprintf("%.0f bytes in the first page, with what an object has once it has twins", sizes[0]),
	}}, nil
}
