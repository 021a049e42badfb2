package main

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
)

// most is more stops than a page of the gallery has.
const most = 200

// walker helps a test to walk by keyboard.
const walker = `window.walk = {
	// name is how a golden file has an element: what it is and what it says.
	name(e) {
		const by = document.getElementById(e.getAttribute("aria-labelledby"))?.textContent, title = e.querySelector("title")?.textContent
		const says = e.getAttribute("aria-label") ?? by ?? title ?? e.labels?.[0]?.innerText ?? (e.innerText || e.title || e.name || e.id)
		const kind = e.getAttribute("role") ?? (e.localName === "input" ? "input " + e.type : e.localName)
		return kind + ": " + says.trim().replace(/\d+/g, "N").replace(/\s+/g, " ").slice(0, 60)
	},
	// ring says what is wrong with how an element shows that it has the focus.
	ring(e) {
		if (e.localName === "iframe" || e.localName === "dialog") return ""
		for (let at = e; at && at !== document.body; at = at.parentElement) {
			const s = getComputedStyle(at)
			if (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2) return ""
		}
		return "no ring"
	},
	// seen waits until an element has been scrolled to.
	seen: (e) => new Promise((done) => {
		const o = new IntersectionObserver(([entry]) => {
			if (!entry.isIntersecting) return
			o.disconnect()
			done()
		})
		o.observe(e)
	}),
	stops: [],
	async step() {
		const e = document.activeElement
		if (!e || e === document.body || e === document.documentElement) return "end"
		// Frames, and fields of dates and times, have stops of their own inside.
		if (e === this.stops.at(-1) && /^(iframe|date|time|month|week|datetime-local)$/.test(e.type ?? e.localName)) return "again"
		if (this.stops.includes(e)) return e === this.stops[0] ? "end" : "trap: " + this.name(e)
		const before = this.stops.at(-1)
		this.stops.push(e)
		if (before && before.isConnected && !(before.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)) return "order: " + this.name(e)
		await this.seen(e)
		// Notifications come and go with time: they are walked through and not recorded.
		return this.ring(e) || (e.closest("[data-omg=notification]") ? "passing" : "ok " + this.name(e))
	},
}`

// tab presses Tab and says where that led.
func tab(p *browsertest.Page) string {
	p.Do(chromedp.KeyEvent(kb.Tab))
	return browsertest.Eval[string](p, "walk.step()")
}

// order walks from where the focus is to the end, and returns what it met.
func order(t *testing.T, p *browsertest.Page) (met []string) {
	t.Helper()
	for range most {
		switch at := tab(p); {
		case at == "end":
			return met
		case at == "again", at == "passing":
		case strings.HasPrefix(at, "ok "):
			met = append(met, at[3:])
		default:
			t.Errorf("after %q: %s", last(met), at)
			return met
		}
	}
	t.Errorf("no end after %d stops", most)
	return met
}

func last(met []string) string {
	if len(met) == 0 {
		return "the start"
	}
	return met[len(met)-1]
}

var update = flag.Bool("update", false, "write the golden files anew")

// TestKeyboardWalk visits each story with keys alone: by the skip link into the
// content, through all that can be reached there, and out again. What it meets is
// in testdata/tab.
func TestKeyboardWalk(t *testing.T) {
	url := serve(t, server.Options{})
	for _, path := range walks() {
		name := strings.NewReplacer("/", "-", "?state=", "-").Replace(strings.TrimPrefix(path, "/story/"))
		t.Run(name, func(t *testing.T) {
			p := visit(t, url, path, sightAt("wide", "light", "ltr"))
			p.Run(walker)
			met := escape(t, p)
			skip(t, p)
			same(t, name, append(met, order(t, p)...))
		})
	}
}

// walks are the stories, and in a long run all of their states.
func walks() (all []string) {
	for _, path := range paths() {
		if strings.HasPrefix(path, "/story/") && (os.Getenv("OMG_LONG") != "" || !strings.Contains(path, "?")) {
			all = append(all, path)
		}
	}
	return all
}

// escape walks through an open dialog, which keeps the focus, and leaves it.
func escape(t *testing.T, p *browsertest.Page) (met []string) {
	t.Helper()
	for range 5 {
		if !browsertest.Eval[bool](p, `document.querySelector(":modal") !== null`) {
			return met
		}
		met = append(append(met, order(t, p)...), "Escape")
		p.Run(`walk.modal = [...document.querySelectorAll(":modal")].at(-1); walk.stops = []`) // its value is what comes over
		p.Do(chromedp.KeyEvent(kb.Escape))
		p.Wait(`!walk.modal.isConnected || !walk.modal.matches(":modal")`)
	}
	t.Error("Escape does not step out")
	return met
}

// skip takes the skip link, which the first Tab of a page reaches.
func skip(t *testing.T, p *browsertest.Page) {
	t.Helper()
	p.Run(`document.activeElement.blur(); document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute("tabindex"); walk.stops = []`)
	if at := tab(p); at != "ok a: Skip to the content" {
		t.Fatalf("the first Tab leads to %q", at)
	}
	p.Do(chromedp.KeyEvent(kb.Enter))
	p.Wait(`location.hash === "#main"`)
}

// same compares the stops with those that were approved.
func same(t *testing.T, name string, met []string) {
	t.Helper()
	file := filepath.Join("testdata", "tab", name+".txt")
	got := strings.Join(met, "\n") + "\n"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || got != string(want) {
		t.Errorf("the Tab order of %s changed (go test ./cmd/demo -run KeyboardWalk -update approves it): %v\ngot\n%swant\n%s", name, err, got, want)
	}
}
