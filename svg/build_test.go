package svg_test

import (
	"context"
	"math"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/dom/domtest"
	"github.com/omg-go/omg/svg"
)

// TestBuildIsRender: what the page makes is what the server draws.
func TestBuildIsRender(t *testing.T) {
	page := domtest.New(t, `<main></main>`)
	for _, d := range drawings() {
		e, ok := d.component.(*svg.Element)
		if !ok || d.name == "html" {
			continue
		}
		e.Scope(d.name)
		var b strings.Builder
		if err := e.Render(context.Background(), &b); err != nil {
			t.Fatal(err)
		}
		main := page.Find("main")
		main.Clear()
		main.Append(svg.Build(e))
		drawn := domtest.New(t, `<main>`+b.String()+`</main>`).HTML()
		if got := main.HTML(); got != drawn {
			t.Errorf("%s: made\n%s\nnot\n%s", d.name, got, drawn)
		}
	}
}

func TestBuildPanics(t *testing.T) {
	domtest.New(t, "")
	defer func() {
		if r := recover(); r == nil || !strings.Contains(r.(string), "not a number") {
			t.Errorf("got %v", r)
		}
	}()
	svg.Build(svg.Circle(math.NaN(), 0, 1))
}

func TestSVG06BuiltIDsAreUnique(t *testing.T) {
	page := domtest.New(t, `<main></main>`)
	for range 20 {
		arc := svg.Path(svg.M(0, 0).L(9, 9))
		page.Find("main").Append(svg.Build(box(svg.Defs(arc), svg.Text(0, 0, "").Add(svg.TextPath(arc, "x")))))
	}
	ids := map[string]bool{}
	for _, p := range dom.FindAll("path") {
		ids[p.ID()] = true
		if n := len(dom.FindAll(`[href="#` + p.ID() + `"]`)); n != 1 {
			t.Errorf("%d texts on %s", n, p.ID())
		}
	}
	if len(ids) != 20 {
		t.Errorf("%d ids", len(ids))
	}
}

// TestBusy: what is quick shows no spinner, and what has shown one shows it for a while.
func TestBusy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		page := domtest.New(t, `<main></main>`)
		main := page.Find("main")
		spins := func() bool { synctest.Wait(); return main.Find("[role=status]").Exists() }
		done := svg.Busy(main, "Loading…")
		time.Sleep(190 * time.Millisecond)
		if spins() || main.Attr("aria-busy") != "true" {
			t.Error("a spinner, or not busy, at the start")
		}
		done()
		time.Sleep(time.Second)
		if spins() || main.HasAttr("aria-busy") {
			t.Error("a spinner, or busy, after it was quick")
		}
		done = svg.Busy(main, "Loading…")
		time.Sleep(250 * time.Millisecond)
		if !spins() {
			t.Error("no spinner")
		}
		done()
		time.Sleep(340 * time.Millisecond)
		if !spins() || main.HasAttr("aria-busy") {
			t.Error("it flickers, or is busy still")
		}
		time.Sleep(20 * time.Millisecond)
		if spins() {
			t.Error("a spinner for ever")
		}
		done()
	})
}
