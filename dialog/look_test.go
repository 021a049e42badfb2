package dialog_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/omg-go/omg/dialog"
	"github.com/omg-go/omg/internal/browsertest"
)

// stands tells whether nothing moves any more.
const stands = `document.getAnimations().every((a) => a.playState === "finished")`

// TestDLG32Small: on small windows, and on large ones that are zoomed, all buttons
// are there and the lines scroll by key.
func TestDLG32Small(t *testing.T) {
	h, p := open(t, nil)
	m := dialog.Modal{Header: "Twenty lines"}
	for i := range 20 {
		m.Lines = append(m.Lines, dialog.Line{Key: fmt.Sprint("line", i), Help: "Some help."})
	}
	for _, size := range [][2]int64{{320, 640}, {640, 360}, {320, 256}, {568, 320}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			p.Do(chromedp.EmulateViewport(size[0], size[1]))
			h.click(p, m)
			p.Wait(stands)
			out := browsertest.Eval[[]string](p, `[...document.querySelectorAll("dialog, [data-part=header] *, [data-part=footer] button")]
				.filter((e) => (r => r.left < 0 || r.top < 0 || r.right > innerWidth + 0.5 || r.bottom > innerHeight + 0.5)(e.getBoundingClientRect())).map((e) => e.textContent || e.dataset.part)`)
			if len(out) > 0 {
				t.Errorf("out of the window: %q", out)
			}
			if got := browsertest.Eval[int](p, `document.documentElement.scrollWidth - innerWidth`); got > 0 {
				t.Errorf("%d pixels too wide", got)
			}
			p.Run(`document.querySelector("[data-part=body]").focus()`)
			keys(p, kb.End)
			p.Wait(`(b => b.scrollTop > 0 && b.scrollTop + b.clientHeight > b.scrollHeight - 2)(document.querySelector("[data-part=body]"))`)
			h.leave(p)
		})
	}
}

// TestDLG33Settings: right to left, reduced motion and forced colours are looked at
// in the pictures of the gallery; here is what can be measured.
func TestDLG33Settings(t *testing.T) {
	h, p := open(t, nil, browsertest.ReducedMotion())
	p.Run(`document.documentElement.dir = "rtl"`)
	h.click(p, dialog.Modal{Header: "h", Side: dialog.Start, Lines: dialog.Lines{{Key: "a", Type: dialog.Password}}})
	p.Wait(`document.querySelector("dialog").getAnimations().every((a) => a.effect.getTiming().duration <= 1)`)
	if !browsertest.Eval[bool](p, `(r => Math.abs(r.right - document.documentElement.getBoundingClientRect().right) < 20)(document.querySelector("dialog").getBoundingClientRect())`) {
		t.Error("the start is not at the right")
	}
	if !browsertest.Eval[bool](p, `(x => x("[data-part=close]") < x("h2") && x("[data-part=reveal]") < x("label"))(s => document.querySelector("dialog " + s).getBoundingClientRect().right)`) {
		t.Error("buttons are not at the left")
	}
	p.Axe()
	h.leave(p)
}
