package figures

import (
	"context"
	"fmt"
	"slices"

	"github.com/omg-go/omg/bench"
	"github.com/omg-go/omg/bench/chrome"
)

const nameFlood = "notify-flood-latency-ms"

func flood() bench.Bench {
	return bench.Bench{
		Figures: []bench.Figure{{
			Name: nameFlood, Goal: 200,
			What: "click to paint while 10,000 notifications come within a second, the slowest of a visit, median of the visits",
		}},
		Measure: measureFlood,
	}
}

// visits are fewer than rounds: each takes seconds, and tells of forty clicks.
const floodVisits = 5

func measureFlood(ctx context.Context, rounds int) (bench.Readings, error) {
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
	var slowest, all []float64
	for range min(rounds, floodVisits) {
		ms, err := visitFlood(b, ours.base+"/story/notify")
		if err != nil {
			return nil, err
		}
		slowest = append(slowest, slices.Max(ms))
		all = append(all, ms...)
	}
	return bench.Readings{nameFlood: {
		Value: bench.Median(slowest),
		Note:  fmt.Sprintf("median of all clicks %.1f ms, slowest %.1f ms", bench.Median(all), slices.Max(all)),
	}}, nil
}

// visitFlood starts a flood and clicks through it. It returns what each click took
// to be painted, from the moment when the hand came down.
func visitFlood(b *chrome.Browser, url string) (ms []float64, err error) {
	p, err := b.Open(url)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	if err := ready(p); err != nil {
		return nil, err
	}
	if err := p.Front(); err != nil {
		return nil, err
	}
	err = p.Call(&ms, floodScript)
	return ms, err
}

// floodScript opens and closes the list of what is hidden, each 25 ms. What keeps
// the page from hearing of a click in time counts.
const floodScript = `async () => {
	const { wait, later, painted } = bench
	document.querySelector("#flood").click()
	await wait(() => document.querySelectorAll("[data-omg=notification][data-kind]").length > 3)
	const out = []
	for (let i = 0; i < 40; i++) {
		const due = performance.now() + 25
		await later(25)
		document.querySelector("[data-omg=notify] summary").click()
		await painted()
		out.push(performance.now() - due)
	}
	await wait(() => document.querySelector("[data-omg=notify-center] [data-part=badge]").textContent === "99+")
	if (document.querySelectorAll("[data-omg=notification][data-kind]").length > 20) throw new Error("too many notifications")
	return out
}`
