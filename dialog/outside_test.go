package dialog_test

import (
	"context"
	"testing"

	"github.com/a-h/templ"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dialog"
	"github.com/omg-go/omg/internal/browsertest"
)

// TestMediaStopsWithItsDialog: what plays in a dialog is silent when that has
// closed, also while the server cannot be told and the element stays.
func TestMediaStopsWithItsDialog(t *testing.T) {
	h, p, proxy := openCut(t, bridge.Limits{})
	h.click(p, dialog.Modal{Header: "Film", Body: film()})
	p.Run(playFilm)
	p.Wait(`!film.paused`)
	proxy.Refuse(true)
	proxy.Cut()
	p.Wait(isLost)
	p.Click("dialog [data-part=close]")
	p.Wait(`!document.querySelector("dialog[open]")`)
	p.Wait(`film.isConnected && film.paused`)
	proxy.Refuse(false)
	p.WaitText("output", "dismissed")
	p.Wait(isClosed)

	h.click(p, dialog.Modal{Header: "Film", Body: film()})
	p.Run(playFilm)
	p.Wait(`!film.paused`)
	h.leave(p)
	p.Wait(`film.paused`)
}

// TestPrints: a dialog that is open is printed as a block, without what lies
// between it and the page.
func TestPrints(t *testing.T) {
	h, p := open(t, nil)
	h.click(p, dialog.Modal{Header: "Bill", Lines: dialog.Lines{{Key: "name"}}})
	p.Wait(stands)
	p.Print()
	p.Screenshot("dialog-print")
	for what, true := range map[string]string{
		"a block":         `(s => s.position !== "fixed" && s.display === "block" && s.boxShadow === "none")(getComputedStyle(document.querySelector("dialog")))`,
		"nothing between": `getComputedStyle(document.querySelector("dialog"), "::backdrop").display === "none"`,
		"all of it":       `(b => b.scrollHeight <= b.clientHeight + 1)(document.querySelector("dialog"))`,
	} {
		if !browsertest.Eval[bool](p, true) {
			t.Errorf("not so on paper: %s", what)
		}
	}
	h.leave(p)
}

// TestSafeArea: on a phone nothing of a page, or of a dialog, lies below what covers
// an edge of the screen.
func TestSafeArea(t *testing.T) {
	h, p := open(t, nil, browsertest.Size(568, 320), browsertest.SafeArea(47, 44, 34, 44))
	lines := dialog.Lines{{Key: "name"}}
	clear := func(what string) {
		t.Helper()
		covered := browsertest.Eval[[]string](p, `[...document.querySelectorAll("main h1, main button, dialog :is(h2, button, input)")]
			.filter((e) => e.checkVisibility() && (r => r.left < 44 || r.top < (e.closest("dialog:not([data-side])") ? 0 : 47) || r.right > innerWidth - 44 || e.closest("dialog") && r.bottom > innerHeight - 34)(e.getBoundingClientRect()))
			.map((e) => e.localName + " " + JSON.stringify(e.getBoundingClientRect()))`)
		if len(covered) > 0 {
			t.Errorf("%s: covered: %q", what, covered)
		}
	}
	clear("page")
	for _, m := range []dialog.Modal{
		{Header: "Sheet", Lines: lines}, {Header: "Start", Side: dialog.Start, Lines: lines}, {Header: "End", Side: dialog.End, Lines: lines},
		{Header: "Beside", Modeless: true, Buttons: dialog.OKCancel},
	} {
		h.do(func(context.Context) { h.show, h.results = shows(m), nil })
		p.Click("#show")
		p.Wait(`document.querySelector("dialog")?.open`)
		p.Wait(stands)
		clear(m.Header)
		h.leave(p)
	}
}

// film is a video that needs no file: playFilm gives it a canvas to show.
func film() templ.Component { return templ.Raw(`<video id="film" muted></video>`) }

const playFilm = `(async () => {
	const canvas = document.createElement("canvas");
	canvas.getContext("2d").fillRect(0, 0, 9, 9);
	globalThis.film = document.querySelector("#film");
	film.srcObject = canvas.captureStream();
	await film.play();
})()`
