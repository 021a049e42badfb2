package figures

import (
	"context"
	"fmt"
	"time"

	"github.com/omg-go/omg/bench"
	"github.com/omg-go/omg/bench/load"
)

// A round is a short block of calls, so that a burst of the machine's other
// work falls on both sides; there are blocksPerRound of them a round.
const (
	callsPerBlock  = 40
	blocksPerRound = 8
	settling       = 2 // first calls of a block, which find cold caches
	warmUp         = 500
)

func goCall(name string, size int, goal float64) bench.Bench {
	return bench.Bench{
		Figures: []bench.Figure{{
			Name: name, Goal: goal,
			What: fmt.Sprintf("call from a Go client, %d B on the wire, p10, against a raw gorilla echo", size),
		}},
		Measure: func(ctx context.Context, rounds int) (bench.Readings, error) {
			samples, err := measureCalls(ctx, size, rounds)
			if err != nil {
				return nil, err
			}
			return bench.Readings{name: roundTrip(samples[0], samples[1])}, nil
		},
	}
}

// roundTrip compares the tenth percentiles: the median flips with the cores on
// which the kernel happens to wake the two processes.
func roundTrip(ours, floor bench.Samples) bench.Reading {
	o, f := bench.Percentile(ours.All(), 0.1), bench.Percentile(floor.All(), 0.1)
	return bench.Reading{Value: o / f, Note: fmt.Sprintf("p10 %.1f µs, floor %.1f µs", o, f)}
}

func measureCalls(ctx context.Context, size, rounds int) ([]bench.Samples, error) {
	p, err := openPair()
	if err != nil {
		return nil, err
	}
	defer p.stop()
	ours, err := kinds[kindBare](p.ours.base, size)
	if err != nil {
		return nil, err
	}
	defer ours.Close()
	raw, err := load.Raw(p.floor.base, size)
	if err != nil {
		return nil, err
	}
	defer raw.Close()
	for _, c := range []load.Conn{ours, raw} {
		if _, err := timeCalls(c, warmUp); err != nil {
			return nil, err
		}
	}
	return bench.Interleave(ctx, rounds*blocksPerRound, block(ours), block(raw))
}

func block(c load.Conn) bench.Side {
	return func(context.Context) ([]float64, error) { return timeCalls(c, callsPerBlock) }
}

// timeCalls returns what each call took in microseconds.
func timeCalls(c load.Conn, n int) ([]float64, error) {
	samples := make([]float64, 0, n)
	for i := range n {
		start := time.Now()
		if err := c.Call(); err != nil {
			return nil, err
		}
		if i >= settling {
			samples = append(samples, float64(time.Since(start).Nanoseconds())/1e3)
		}
	}
	return samples, nil
}
