package dialog_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/omg-go/omg/notify"
)

func TestDLG31NotificationOverIt(t *testing.T) {
	h, p := open(t, nil)
	h.click(p, rename)
	keys(p, "typed")
	notify.Show(h.session(), notify.Note{Title: "During"})
	p.Wait(`document.querySelector("dialog:modal").textContent.includes("During")`)
	if nodes := tree(t, p); !strings.Contains(strings.Join(nodes, "\n"), "During") {
		t.Errorf("not in the accessibility tree:\n%s", strings.Join(nodes, "\n"))
	}
	const dismiss = `[...document.querySelectorAll("dialog [data-part=dismiss]")].find((e) => e.offsetWidth)`
	p.Do(chromedp.MouseClickXY(p.Middle(dismiss)))
	p.Wait(`!` + dismiss)
	p.Wait(isOpen)
	keys(p, kb.Escape)
	p.WaitText("output", "dismissed")
	p.Wait(isClosed)
}
