package tabs_test

import (
	"testing"

	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/tabs"
)

// line is how wide what stands below the title of a tab is, and its colour.
const line = `(id => (s => s.borderBlockEndStyle === "none" ? "none" : s.borderBlockEndWidth + " " + s.borderBlockEndColor)
	(getComputedStyle(document.querySelector("[data-part=item]:has([data-id=" + id + "])"), "::after")))`

// system is a colour of the system, as styles are computed to.
const system = `(name => { const e = document.body.appendChild(document.createElement("i")); e.style.color = name;
	const c = getComputedStyle(e).color; e.remove(); return c })`

// TestForcedColors: where the system chooses the colours, the tab that shows can be
// told from the others by more than its colour, a disabled one is grey, and what is
// drawn elsewhere by backgrounds and shadows is still there.
func TestForcedColors(t *testing.T) {
	u := open(t, func() *tabs.Form {
		return tabs.New("Forced", tabs.Tab{ID: "a", Title: "A", Badge: "3", Content: tabs.Text("first")},
			tabs.Tab{ID: "b", Title: "B", Closable: true}, tabs.Tab{ID: "c", Title: "C", Disabled: true, Wrong: true})
	}, browsertest.ForcedColors(), browsertest.Dark())
	u.try("colours are the system's", `matchMedia("(forced-colors: active)").matches && getComputedStyle(document.body).backgroundColor === "rgb(0, 0, 0)"`)
	u.try("the tab that shows has a line", line+`("a") === "4px " + `+system+`("Highlight")`)
	u.try("no other has one", line+`("b") === "none" && `+line+`("c") === "none"`)
	u.try("disabled is grey", `getComputedStyle(document.querySelector("[data-id=c]")).color === `+system+`("GrayText")`)
	u.try("the cross is drawn by lines", `["::before", "::after"].every((at) => (s => s.borderInlineStartStyle === "solid" &&
		s.borderInlineStartColor !== `+system+`("ButtonFace") && s.borderInlineStartColor !== `+system+`("Canvas"))
		(getComputedStyle(document.querySelector("[data-part=close]"), at)))`)
	u.try("badges have an edge", `[...document.querySelectorAll("[data-part=badge], [data-part=wrong]")].every((e) =>
		(s => parseFloat(s.borderTopWidth) >= 1 && s.borderTopColor !== s.backgroundColor)(getComputedStyle(e)))`)
	u.Run(`document.querySelector("[data-id=a]").focus()`)
	u.press("\ue015")
	u.Page.Screenshot("tabs-forced")
}
