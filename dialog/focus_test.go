package dialog_test

import (
	"testing"

	"github.com/chromedp/chromedp/kb"

	"github.com/omg-go/omg/dialog"
)

// build puts elements of nobody's into the page: a button in a menu, and what
// closes that.
const build = `(() => {
	const make = (tag, props, ...kids) => { const e = Object.assign(document.createElement(tag), props); e.append(...kids); return e };
	document.querySelector("#play")?.remove();
	document.querySelector("main").append(make("div", { id: "play" },
		make("details", { open: true }, make("summary", { id: "summary", textContent: "Menu" }), make("button", { id: "inner", textContent: "In" })),
		make("button", { id: "plain", textContent: "Plain" })));
})()`

func TestDLG11FocusReturns(t *testing.T) {
	h, p := open(t, nil)
	for _, c := range []struct{ name, from, change, want string }{
		{"alive", "#plain", ``, "#plain"},
		{"removed", "#plain", `document.querySelector("#plain").remove()`, "h1"},
		{"replaced", "#plain", `document.querySelector("#plain").replaceWith(document.querySelector("#plain").cloneNode(true))`, "#plain"},
		{"disabled", "#plain", `document.querySelector("#plain").disabled = true`, "h1"},
		{"in a menu that closed", "#inner", `document.querySelector("details").open = false`, "#summary"},
		{"in a place that takes it", "#plain", `document.querySelector("#play").tabIndex = -1; document.querySelector("#plain").remove()`, "#play"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p.Run(build + `; document.querySelector("` + c.from + `").focus()`)
			h.background(dialog.Modal{Header: "h"})
			p.Wait(isOpen)
			p.Run(c.change)
			keys(p, kb.Escape)
			p.Wait(isClosed)
			focused(p, c.want)
		})
	}
}

// TestDLG12Enter also shows that an input method keeps its Enter.
func TestDLG12Enter(t *testing.T) {
	h, p := open(t, nil)
	m := dialog.Modal{Header: "h", Lines: dialog.Lines{{Key: "a"}, {Key: "b", Type: dialog.Area}}}
	h.click(p, m)
	p.Run(`document.querySelector("textarea").focus()`)
	keys(p, "x\ry")
	p.Wait(`document.querySelector("textarea").value === "x\ny"`)
	keys(p, kb.Enter, ctrl)
	p.WaitText("output", "ok a= b=x\ny")
	p.Wait(isClosed)
	h.click(p, m)
	compose(p, "か")
	process(p, "Enter")
	p.Run(`new Promise(requestAnimationFrame)`)
	p.Wait(isOpen)
	compose(p, "")
	keys(p, "z\r")
	p.WaitText("output", "ok a=z b=")
}

// TestDLG13EscapeOrder: what is innermost closes first.
func TestDLG13EscapeOrder(t *testing.T) {
	h, p := open(t, nil)
	h.click(p, dialog.Modal{Header: "h", Lines: dialog.Lines{{Key: "a"}}})
	p.Run(`(() => { const e = document.createElement("div"); e.popover = "auto"; e.id = "menu"; document.querySelector("dialog").append(e); e.showPopover() })()`)
	keys(p, kb.Escape)
	p.Wait(`!document.querySelector("#menu").matches(":popover-open")`)
	p.Wait(isOpen)
	compose(p, "か")
	process(p, "Escape")
	p.Run(`new Promise(requestAnimationFrame)`)
	p.Wait(isOpen)
	compose(p, "")
	keys(p, kb.Escape)
	p.Wait(isClosed)
}
