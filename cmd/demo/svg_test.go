package main

import (
	"testing"

	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
)

// tree is a drawing without its ids.
const tree = `((s) => s.outerHTML.replace(/ id="[^"]*"/g, "").replace(/#[-\w]+/g, "#").replace(/ data-paused=""/g, ""))`

// TestSVG01InThePage: what the page makes of the three drawings is what the server draws,
// and they are what the browser takes for a circle, a ring and text on a path.
func TestSVG01InThePage(t *testing.T) {
	url := serve(t, server.Options{}) + "/story/svg?state="
	drawn := browsertest.Open(t, url+"drawings")
	want := browsertest.Eval[[]string](drawn, `[...document.querySelectorAll(".drawings svg")].map(`+tree+`)`)
	p := browsertest.Open(t, url+"page")
	p.Wait(`document.querySelectorAll("#made svg").length == 3`)
	got := browsertest.Eval[[]string](p, `[...document.querySelectorAll("#made svg")].map(`+tree+`)`)
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("made\n%s\nnot\n%s", got[i], want[i])
		}
	}
	for what, expression := range map[string]string{
		"the circle is red and touches its box": `(() => { const c = document.querySelector("#made circle"), b = c.getBBox();
			return getComputedStyle(c).fill == "rgb(255, 0, 0)" && b.x == 0 && b.width == 100 && b.height == 100 })()`,
		"ten circles shrink": `(() => { const s = document.querySelectorAll("#made svg")[1], c = s.querySelector("circle:last-child");
			s.pauseAnimations(); s.setCurrentTime(2); const r = c.r.animVal.value; s.setCurrentTime(2.5);
			return s.querySelectorAll("circle").length == 10 && Math.abs(r - 20 / 6) < .01 && c.r.animVal.value < r })()`,
		"the letters turn with the path": `(() => { const t = document.querySelector("#made text");
			const turn = (n) => (t.getRotationOfChar(n) + 540) % 360 - 180;
			return t.getNumberOfChars() == 16 && turn(0) < -30 && Math.abs(turn(8)) < 15 && turn(15) > 30 })()`,
	} {
		if !browsertest.Eval[bool](p, expression) {
			t.Errorf("not true: %s", what)
		}
	}
}

// TestSVG05CalmInThePage: SVG's own animation stands still for who asks for that.
func TestSVG05CalmInThePage(t *testing.T) {
	url := serve(t, server.Options{}) + "/story/svg?state="
	for _, state := range []string{"drawings", "page"} {
		p := browsertest.Open(t, url+state, browsertest.ReducedMotion())
		p.Wait(`[...document.querySelectorAll(".drawings svg")].some((s) => s.querySelector("animate") && s.animationsPaused())`)
	}
	moving := browsertest.Open(t, url+"drawings")
	moving.WaitConnected()
	moving.Wait(`(() => { const s = document.querySelector("#ring svg"); return !s.animationsPaused() && s.getCurrentTime() > 0 })()`)
}

// TestSVG07PatchKeepsTheClock: a patch changes attributes of a drawing that lives.
func TestSVG07PatchKeepsTheClock(t *testing.T) {
	p := browsertest.Open(t, serve(t, server.Options{})+"/story/svg?state=live")
	p.WaitConnected()
	p.Run(`window.chart = document.querySelector(".chart svg"); window.bar = chart.querySelector("rect");
		window.heightThen = bar.height.baseVal.value; window.timeThen = chart.getCurrentTime(); bar.focus()`)
	p.Run(`document.querySelector("#more").click()`)
	p.WaitText("#day", "Monday: 26 visitors")
	p.Wait(`document.querySelector(".chart svg") == chart && chart.querySelector("rect") == bar && bar.height.baseVal.value > heightThen
		&& chart.getCurrentTime() >= timeThen && document.activeElement == bar`)
	p.Run(`chart.querySelectorAll("rect")[2].focus()`)
	p.Run(`document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }))`)
	p.WaitText("#day", "Wednesday: 31 visitors")
}

// TestBusyRegion: a spinner for what is slow, none for what is quick.
func TestBusyRegion(t *testing.T) {
	p := browsertest.Open(t, serve(t, server.Options{})+"/story/svg?state=waiting")
	p.WaitConnected()
	p.Run(`window.busy = window.spun = false; new MutationObserver(() => {
		busy ||= document.querySelector("p:has(#slow)").ariaBusy == "true"
		spun ||= document.querySelector("p:has(#slow) [role=status]")?.textContent == "Working…"
	}).observe(document, { subtree: true, childList: true, attributes: true })`)
	p.Run(`document.querySelector("#slow").click()`)
	p.Wait(`busy && spun`)
	p.Axe()
	p.Wait(`!document.querySelector("p:has(#slow) [role=status], [aria-busy]")`)
}
