package figures

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/chromedp/chromedp/kb"

	"github.com/omg-go/omg/bench"
	"github.com/omg-go/omg/bench/chrome"
)

const nameInteraction = "widget-interaction-inp-ms"

// interaction measures what browsers call Interaction to Next Paint, by their own
// Event Timing: real input, with all that the page does before it paints.
func interaction() bench.Bench {
	return bench.Bench{
		Figures: []bench.Figure{{
			Name: nameInteraction, Goal: 200,
			What: "interaction to next paint of each click and key in dialogs, tabs, notifications and a live drawing, median of the visits for each, the slowest of them",
		}},
		Measure: measureInteraction,
	}
}

// walks are what a visit does in stories of the gallery: it clicks what can be
// seen, and presses keys where the step begins with "key ".
var walks = map[string][]string{
	"dialog": {
		"#prompt", "key a", "key " + kb.Enter, "#confirm", "dialog [data-default]", "#nested", "dialog [data-default]", "key " + kb.Escape,
		"#form", "dialog [data-part=reveal]", "dialog [role=switch]", "dialog [data-part=close]",
	},
	"tabs?state=documents": {
		"[role=tab]:not([aria-selected=true])", "key " + kb.ArrowRight, "key " + kb.Home, "[role=tablist] ~ * [data-part=close]",
	},
	"tabs?state=many": {"[data-part=forward]", "[role=tab][aria-selected=true]", "key " + kb.End},
	"notify": {
		"#action", "[data-omg=notification] [data-part=dismiss]", "#work", "[data-omg=notify-center] button", "key " + kb.Escape,
	},
	"svg?state=live": {"[role=button]"},
}

const interactionVisits = 5

func measureInteraction(ctx context.Context, rounds int) (bench.Readings, error) {
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
	var slowest float64
	var where string
	count := 0
	for story, steps := range walks {
		each, err := visits(b, ours.base+"/story/"+story, steps, min(rounds, interactionVisits))
		if err != nil {
			return nil, fmt.Errorf("figures: %s: %w", story, err)
		}
		for i, ms := range each {
			count++
			if ms >= slowest {
				slowest, where = ms, story+" "+strconv.Quote(steps[i])
			}
		}
	}
	return bench.Readings{nameInteraction: {Value: slowest, Note: fmt.Sprintf("of %d interactions the slowest is %s", count, where)}}, nil
}

// visits does a walk several times and returns the median of what each step took.
func visits(b *chrome.Browser, url string, steps []string, times int) (each []float64, err error) {
	took := make([][]float64, len(steps))
	for range times {
		all, err := walk(b, url, steps)
		if err != nil {
			return nil, err
		}
		for i, ms := range all {
			took[i] = append(took[i], ms)
		}
	}
	for _, ms := range took {
		each = append(each, bench.Median(ms))
	}
	return each, nil
}

// walk does the steps in a page, and returns what each of them took, in
// milliseconds as far as browsers tell: in steps of 8, and 16 at least.
func walk(b *chrome.Browser, url string, steps []string) (took []float64, err error) {
	p, err := b.Open(url)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	if err := ready(p); err != nil {
		return nil, err
	}
	if err := p.Call(nil, noteInteractions); err != nil {
		return nil, err
	}
	for _, step := range steps {
		ms, err := interact(p, step)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", step, err)
		}
		took = append(took, ms)
	}
	return took, nil
}

// interact does one step.
func interact(p *chrome.Page, step string) (ms float64, err error) {
	if keys, is := strings.CutPrefix(step, "key "); is {
		err = p.Press(keys)
	} else {
		err = p.Click(step)
	}
	if err != nil {
		return 0, err
	}
	err = p.Call(&ms, tookInteraction)
	return ms, err
}

// noteInteractions has the browser tell of interactions from now on.
const noteInteractions = `() => {
	window.took = 16
	window.known = performance.interactionCount
	new PerformanceObserver((list) => {
		for (const e of list.getEntries()) if (e.interactionId) took = Math.max(took, e.duration)
	}).observe({ type: "event", durationThreshold: 16 })
}`

// tookInteraction is what the step before took. That the browser took it for an
// interaction is checked, else the figure would be good for nothing.
const tookInteraction = `async () => {
	await bench.painted()
	await bench.later(150)
	if (performance.interactionCount === known) throw new Error("no interaction")
	const ms = took
	took = 16
	known = performance.interactionCount
	return ms
}`
