package probe_test

import (
	"strings"
	"testing"

	"github.com/omg-go/omg/cmd/demo/probe"
	"github.com/omg-go/omg/internal/browsertest"
)

// waits opens the page of handlers that wait at a gate.
func waits(t *testing.T) (*browsertest.Page, *probe.Gate) {
	t.Helper()
	gate := probe.NewGate()
	probe.Waiting = gate
	return open(t, "waits"), gate
}

func noted(p *browsertest.Page, line string) { p.Wait(has(line)) }

func has(line string) string {
	return `document.querySelector("#notes").textContent.includes("` + line + `. ")`
}

func fire(p *browsertest.Page, event, id string) {
	p.Run(`document.getElementById("` + id + `").dispatchEvent(new Event("` + event + `", { bubbles: true }))`)
}

// TestNewerEventCancels has a second event come while the handler of the first
// one waits for the server.
func TestNewerEventCancels(t *testing.T) {
	for _, event := range []string{"input", "change", "scroll"} {
		t.Run(event, func(t *testing.T) {
			p, gate := waits(t)
			fire(p, event, "field")
			noted(p, event+" field began")
			fire(p, event, "field")
			noted(p, event+" field canceled")
			if who := <-gate.Ended; who != event+" field" {
				t.Errorf("the server's side of %q ended", who)
			}
			noted(p, event+" field again canceled")
			gate.Open()
			noted(p, event+" field done")
			if got := p.Text("#notes"); strings.Count(got, "canceled") != 2 {
				t.Errorf("one run was to be cancelled: %s", got)
			}
		})
	}
}

// TestNotCancelled has events come that leave a run alone: a click after a
// click, another event of the element, the same event of another element, a
// drawing.
func TestNotCancelled(t *testing.T) {
	p, gate := waits(t)
	fire(p, "click", "field")
	fire(p, "click", "field")
	fire(p, "input", "field")
	fire(p, "change", "field")
	fire(p, "input", "other")
	p.Click("#again")
	p.WaitText("output", "1")
	gate.Open()
	noted(p, "input other done")
	p.Wait(`document.querySelector("#notes").textContent.split("click field done").length === 3`)
	noted(p, "input field done")
	noted(p, "change field done")
	if got := p.Text("#notes"); strings.Contains(got, "canceled") {
		t.Errorf("none was to be cancelled: %s", got)
	}
}

// TestGone takes away what handlers run for.
func TestGone(t *testing.T) {
	for name, id := range map[string]string{"element": "element", "key": "key1", "child": "child"} {
		t.Run(name, func(t *testing.T) {
			p, gate := waits(t)
			fire(p, "click", id)
			noted(p, "click "+id+" began")
			fire(p, "click", "key2")
			noted(p, "click key2 began")
			p.Click("#remove-" + name)
			noted(p, "click "+id+" canceled")
			noted(p, "click "+id+" again canceled")
			gate.Open()
			noted(p, "click key2 done")
		})
	}
}

// TestAppear says when a function of an element starts, and when its ctx ends.
func TestAppear(t *testing.T) {
	p, _ := waits(t)
	for _, id := range []string{"element", "key1", "key2", "child"} {
		noted(p, id+" stays")
	}
	p.Click("#again")
	p.WaitText("output", "1")
	if got := p.Text("#notes"); strings.Count(got, "stays") != 4 {
		t.Errorf("after a drawing: %s", got)
	}
	for name, id := range map[string]string{"element": "element", "key": "key1", "child": "child"} {
		p.Click("#remove-" + name)
		noted(p, id+" canceled")
	}
	if p.Run(`undefined`); strings.Contains(p.Text("#notes"), "key2 canceled") {
		t.Error("the ctx of an element that stays has ended")
	}
}
