package figures

import (
	"context"
	"fmt"

	"github.com/omg-go/omg/bench"
	"github.com/omg-go/omg/bench/chrome"
)

const (
	nameUp   = "counter-click-up-bytes"
	nameDown = "counter-click-down-bytes"
)

// Clicks are far apart, as a person's are, so that acks do not ride on the next
// click; the last acks are waited for.
const (
	countedClicks = 20
	countedPause  = 150  // ms
	lastAcks      = 2000 // ms
)

func clickBytes() bench.Bench {
	const what = " a click on /bench/counter, WebSocket payloads with all acks"
	return bench.Bench{
		Figures: []bench.Figure{
			{Name: nameUp, Goal: 32, What: "bytes up" + what},
			{Name: nameDown, Goal: 32, What: "bytes down" + what},
		},
		Measure: measureClickBytes,
	}
}

func measureClickBytes(ctx context.Context, _ int) (bench.Readings, error) {
	ours, err := startDemo(ctx)
	if err != nil {
		return nil, err
	}
	defer ours.stop()
	b, err := chrome.Start(ctx)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	p, err := b.Open(ours.base + "/bench/counter")
	if err != nil {
		return nil, err
	}
	if err := ready(p); err != nil {
		return nil, err
	}
	return countClicks(p)
}

func countClicks(p *chrome.Page) (bench.Readings, error) {
	traffic, err := p.Count()
	if err != nil {
		return nil, err
	}
	if err := p.Call(nil, "bench.clicks", countedClicks, countedPause); err != nil {
		return nil, err
	}
	if err := p.Call(nil, "bench.later", lastAcks); err != nil {
		return nil, err
	}
	note := fmt.Sprintf("%d clicks, %d B up, %d B down", countedClicks, traffic.Up(), traffic.Down())
	return bench.Readings{
		nameUp:   {Value: float64(traffic.Up()) / countedClicks, Note: note},
		nameDown: {Value: float64(traffic.Down()) / countedClicks, Note: note},
	}, nil
}
