package dialog_test

import (
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

// TestSafeArea: on a phone nothing of a dialog lies below what covers the edge.
func TestSafeArea(t *testing.T) {
	const covered = 34
	h, p := open(t, nil, browsertest.Size(320, 640), browsertest.SafeArea(0, 0, covered, 0))
	h.click(p, dialog.Modal{Header: "Phone", Lines: dialog.Lines{{Key: "name"}}})
	p.Wait(stands)
	bottom := browsertest.Eval[float64](p, `innerHeight - Math.max(...[...document.querySelectorAll("dialog button")].map((b) => b.getBoundingClientRect().bottom))`)
	if bottom < covered {
		t.Errorf("a button ends %g pixels above the edge, of which %d are covered", bottom, covered)
	}
	h.leave(p)
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
