package figures

import (
	"context"
	"fmt"

	"github.com/omg-go/omg/bench"
	"github.com/omg-go/omg/bench/chrome"
	"github.com/omg-go/omg/bench/floor"
)

const nameClick = "counter-click-dom-x"

const (
	clicksPerBlock = 12
	clickPause     = 4 // ms between clicks, so that none meets the work of the one before
)

func counter() bench.Bench {
	return bench.Bench{
		Figures: []bench.Figure{{
			Name: nameClick, Goal: 1.2,
			What: "click to DOM of /bench/counter, median, against a click by hand over a raw WebSocket",
		}},
		Measure: measureCounter,
	}
}

func measureCounter(ctx context.Context, rounds int) (bench.Readings, error) {
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
	return compareCounters(ctx, rounds, ours.base+"/bench/counter", raw.base+floor.CounterPath)
}

// compareCounters clicks in both pages in turn, in tabs of the same browser.
func compareCounters(ctx context.Context, rounds int, ours, floor string) (bench.Readings, error) {
	b, err := chrome.Start(ctx)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	sides, err := clickSides(b, ours, floor)
	if err != nil {
		return nil, err
	}
	samples, err := bench.Interleave(ctx, rounds, sides...)
	if err != nil {
		return nil, err
	}
	return bench.Readings{nameClick: {
		Value: bench.Ratio(samples[0], samples[1]),
		Note:  fmt.Sprintf("median %.2f ms, floor %.2f ms", bench.Median(samples[0].All()), bench.Median(samples[1].All())),
	}}, nil
}

// clickSides opens each address in a tab of its own. The tabs close with the
// browser.
func clickSides(b *chrome.Browser, urls ...string) ([]bench.Side, error) {
	var sides []bench.Side
	for _, url := range urls {
		p, err := b.Open(url)
		if err != nil {
			return nil, err
		}
		if err := ready(p); err != nil {
			return nil, err
		}
		sides = append(sides, func(context.Context) ([]float64, error) { return click(p) })
	}
	return sides, nil
}

// click clicks a block in the visible tab; the first clicks after the switch
// are not counted.
func click(p *chrome.Page) ([]float64, error) {
	if err := p.Front(); err != nil {
		return nil, err
	}
	var ms []float64
	if err := p.Call(&ms, "bench.clicks", clicksPerBlock, clickPause); err != nil {
		return nil, err
	}
	return ms[settling:], nil
}
