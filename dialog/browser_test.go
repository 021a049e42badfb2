package dialog_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/omg-go/omg/dialog"
	"github.com/omg-go/omg/internal/browsertest"
)

// keys presses keys, wherever the focus is.
func keys(p *browsertest.Page, text string, how ...chromedp.KeyOption) {
	p.Do(chromedp.KeyEvent(text, how...))
}

var rename = dialog.Modal{Header: "Rename", Lines: dialog.Lines{{Key: "name", Label: "New name", Default: "draft"}, {Key: "note"}}}

func TestShowAndAnswer(t *testing.T) {
	_, p := open(t, shows(rename))
	p.Click("#show")
	p.Wait(isOpen)
	focused(p, "dialog input")
	p.Type("dialog input", "final\r")
	p.WaitText("output", "ok name=final note=")
	p.Wait(isClosed)
	focused(p, "#show")
}

func TestDLG07Escape(t *testing.T) {
	_, p := open(t, shows(rename))
	p.Click("#show")
	p.Wait(isOpen)
	keys(p, kb.Escape)
	p.WaitText("output", "dismissed")
	p.Wait(isClosed)
	focused(p, "#show")
}
