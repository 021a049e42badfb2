package figures

import (
	"context"
	"fmt"

	"github.com/omg-go/omg/bench"
	"github.com/omg-go/omg/bench/chrome"
	"github.com/omg-go/omg/bench/floor"
	"github.com/omg-go/omg/bench/subject"
)

const pageCallBlock = 22

func pageCall(name string, size int) bench.Bench {
	return bench.Bench{
		Figures: []bench.Figure{{
			Name: name, Goal: 1.15,
			What: fmt.Sprintf("call from Chromium, %d B on the wire, p10, against a raw WebSocket echo", size),
		}},
		Measure: func(ctx context.Context, rounds int) (bench.Readings, error) {
			r, err := measurePageCalls(ctx, size, rounds)
			return bench.Readings{name: r}, err
		},
	}
}

// openRaw opens the floor's echo in the page that calls, so that both sides
// have the same renderer and the same server.
const openRaw = `(path, size) => new Promise((done) => {
	const echo = new WebSocket("ws://" + location.host + path);
	const text = "x".repeat(size);
	bench.raw = () => new Promise((answered) => { echo.onmessage = answered; echo.send(text); });
	echo.onopen = () => done();
})`

// timeIn times n calls one after the other, in microseconds.
const timeIn = `async (side, n, size) => {
	const out = [];
	for (let i = 0; i < n; i++) {
		const start = performance.now();
		await bench[side](size);
		out.push((performance.now() - start) * 1000);
	}
	return out;
}`

func measurePageCalls(ctx context.Context, size, rounds int) (bench.Reading, error) {
	server, err := open(roleSubject)
	if err != nil {
		return bench.Reading{}, err
	}
	defer server.Stop()
	b, err := chrome.Start(ctx)
	if err != nil {
		return bench.Reading{}, err
	}
	defer b.Close()
	p, err := openCaller(b, server.base, size)
	if err != nil {
		return bench.Reading{}, err
	}
	samples, err := bench.Interleave(ctx, rounds*blocksPerRound, inPage(p, "ours", size), inPage(p, "raw", size))
	if err != nil {
		return bench.Reading{}, err
	}
	return roundTrip(samples[0], samples[1]), nil
}

// inPage is the side that calls from the page.
func inPage(p *chrome.Page, side string, size int) bench.Side {
	return func(context.Context) ([]float64, error) {
		var took []float64
		if err := p.Call(&took, timeIn, side, pageCallBlock, size); err != nil {
			return nil, err
		}
		return took[settling:], nil
	}
}

// openCaller opens the page of the subject that can call the backend's echo and
// waits until it can.
func openCaller(b *chrome.Browser, base string, size int) (*chrome.Page, error) {
	p, err := b.Open(base + subject.CallPath)
	if err != nil {
		return nil, err
	}
	if err := ready(p); err != nil {
		return nil, err
	}
	if err := p.Call(nil, openRaw, floorBelow+floor.EchoPath, size); err != nil {
		return nil, err
	}
	return p, p.Call(nil, `() => { document.querySelector("button").click(); return bench.wait(() => bench.ours) }`)
}
