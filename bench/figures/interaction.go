package figures

import (
	"context"
	"fmt"
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
			What: "interaction to next paint of each click and key in dialogs, tabs, notifications and a live drawing, the slowest of a visit, median of the visits",
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
	var slowest []float64
	var worst interacted
	count := 0
	for range min(rounds, interactionVisits) {
		one, n, err := visitAll(b, ours.base)
		if err != nil {
			return nil, err
		}
		slowest, count = append(slowest, one.Took), n
		if one.Took > worst.Took {
			worst = one
		}
	}
	return bench.Readings{nameInteraction: {
		Value: bench.Median(slowest),
		Note:  fmt.Sprintf("%d interactions a visit, the slowest of all %.0f ms: %s", count, worst.Took, worst.What),
	}}, nil
}

// interacted is what one interaction took, as far as browsers tell: in steps of
// 8 ms, and 16 at least.
type interacted struct {
	Took float64
	What string
}

// visitAll does all walks and returns the slowest interaction, and how many there
// were.
func visitAll(b *chrome.Browser, base string) (slowest interacted, count int, err error) {
	for story, steps := range walks {
		all, err := walk(b, base+"/story/"+story, steps)
		if err != nil {
			return slowest, 0, fmt.Errorf("figures: %s: %w", story, err)
		}
		count += len(steps)
		for _, one := range all {
			if one.Took > slowest.Took {
				slowest = interacted{one.Took, story + ": " + one.What}
			}
		}
	}
	return slowest, count, nil
}

// walk does the steps in a page, and returns what each interaction took.
func walk(b *chrome.Browser, url string, steps []string) (all []interacted, err error) {
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
		if keys, is := strings.CutPrefix(step, "key "); is {
			err = p.Press(keys)
		} else {
			err = p.Click(step)
		}
		if err != nil {
			return nil, fmt.Errorf("%q: %w", step, err)
		}
		if err := p.Call(nil, "bench.later", 200); err != nil {
			return nil, err
		}
	}
	err = p.Call(&all, interactions, len(steps))
	return all, err
}

// noteInteractions has the browser tell of interactions from now on.
const noteInteractions = `() => {
	window.took = new Map()
	window.before = performance.interactionCount
	new PerformanceObserver((list) => {
		for (const e of list.getEntries()) {
			if (!e.interactionId) continue
			const was = took.get(e.interactionId)
			if (!was || was.Took < e.duration) took.set(e.interactionId, { Took: e.duration, What: e.name + " " + (e.target?.id || e.target?.dataset?.part || e.target?.localName) })
		}
	}).observe({ type: "event", durationThreshold: 16 })
}`

// interactions is what was noted. That the browser took each step for one is
// checked, else the figure would be good for nothing.
const interactions = `async (steps) => {
	await bench.painted()
	await bench.later(100)
	const count = performance.interactionCount - before
	if (count < steps) throw new Error("only " + count + " interactions of " + steps)
	return [...took.values()]
}`
