package dialog_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/omg-go/omg/dialog"
	"github.com/omg-go/omg/internal/browsertest"
)

// compose has an input method compose a text; an empty one ends that.
func compose(p *browsertest.Page, text string) {
	p.Do(command(input.ImeSetComposition, input.ImeSetCompositionParams{Text: text, SelectionStart: int64(len([]rune(text))), SelectionEnd: int64(len([]rune(text)))}))
}

// process presses a key that the input method takes.
func process(p *browsertest.Page, key string) {
	p.Do(command(input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeRawKeyDown, Key: key, Code: key, WindowsVirtualKeyCode: 229}))
}

// beside presses the mouse beside the dialog.
func beside(p *browsertest.Page) { p.Do(chromedp.MouseClickXY(4, 4)) }

func TestDLG14NoDismiss(t *testing.T) {
	h, p := open(t, nil)
	h.click(p, dialog.Modal{Header: "h", NoDismiss: true, LightDismiss: true})
	for range 6 {
		keys(p, kb.Escape)
	}
	beside(p)
	p.Wait(isOpen)
	if n := p.Count("[data-part=close]"); n != 0 {
		t.Error("there is a close button")
	}
	p.Click("dialog [data-default]")
	p.WaitText("output", "ok")
}

// TestDLG15ConfirmDiscard: Escape asks, and what is forced can be taken back.
func TestDLG15ConfirmDiscard(t *testing.T) {
	h, p := open(t, nil)
	m := rename
	m.ConfirmDiscard = true
	h.click(p, m)
	keys(p, kb.Escape)
	p.WaitText("output", "dismissed") // nothing was typed
	h.click(p, m)
	keys(p, "precious")
	keys(p, kb.Escape)
	p.WaitText("dialog[role=alertdialog] h2", "Discard what you entered?")
	p.Wait(`document.activeElement.textContent.trim() === "Keep editing"`)
	p.Click("dialog[role=alertdialog] [data-cancel]")
	p.Wait(`!document.querySelector("dialog[role=alertdialog]")`)
	focused(p, "dialog input")
	for range 3 {
		keys(p, kb.Escape)
	}
	p.Run(`document.querySelector("dialog:not([role])").close()`) // as a browser may
	p.Click("[data-omg=bar] button")
	p.Wait(`document.querySelector("dialog:not([role]):modal input")?.value === "precious"`)
	p.Wait(`document.querySelectorAll("dialog").length === 1`)
	keys(p, kb.Enter)
	p.WaitText("output", "ok name=precious note=")
	p.Wait(`!document.querySelector("[data-omg=bar]")`)
}

func TestDLG16Nested(t *testing.T) {
	h, p := open(t, nil)
	var deeper func(level int) dialog.Modal
	deeper = func(level int) dialog.Modal {
		return dialog.Modal{Header: fmt.Sprint("Level ", level), Buttons: []dialog.Button{{Label: "Deeper", KeepOpen: true, Default: true, Do: func(ctx context.Context) error {
			_, err := dialog.Show(ctx, deeper(level+1))
			h.note(dialog.Result{Button: fmt.Sprint(level + 1)}, err)
			h.Redraw()
			return nil
		}}}}
	}
	descend := func() {
		h.click(p, deeper(1))
		for level := 2; level <= 3; level++ {
			keys(p, kb.Enter)
			p.Wait(fmt.Sprintf(`document.querySelectorAll("dialog:modal").length === %d && document.activeElement.closest("dialog")?.querySelector("h2").textContent === "Level %d"`, level, level))
		}
	}
	descend()
	for level := 2; level >= 1; level-- {
		keys(p, kb.Escape)
		p.Wait(fmt.Sprintf(`document.querySelectorAll("dialog").length === %d && document.activeElement.closest("dialog")?.querySelector("h2").textContent === "Level %d"`, level, level))
	}
	keys(p, kb.Escape)
	p.Wait(isClosed)
	focused(p, "#show")
	p.WaitText("output", "dismissed, dismissed, dismissed")
	descend()
	h.closeAll(p)
	p.WaitText("output", "dismissed, dismissed, dismissed")
	p.Click("#show")
	p.Wait(isOpen)
}

// closeAll has the server close the outermost dialog.
func (h *host) closeAll(p *browsertest.Page) {
	h.cancel()
	p.Wait(isClosed)
}

func TestDLG17QueueAndActivation(t *testing.T) {
	h, p := open(t, nil)
	h.background(dialog.Modal{Header: "First"})
	p.WaitText("dialog h2", "First")
	h.background(dialog.Modal{Header: "Second"})
	p.Wait(isOpen)
	if n := p.Count("dialog"); n != 1 {
		t.Errorf("%d dialogs at once", n)
	}
	keys(p, kb.Escape)
	p.WaitText("dialog:modal h2", "Second")
	p.Wait(`document.querySelectorAll("dialog").length === 1`)
	p.Click("dialog [data-part=close]")
	p.WaitText("output", "dismissed, dismissed")
}

func TestDLG18Scroll(t *testing.T) {
	h, p := open(t, nil)
	p.Run(`document.querySelector("#tall").style.height = "3000px"`)
	width := browsertest.Eval[int](p, `document.documentElement.clientWidth`)
	h.click(p, dialog.Modal{Header: "h", Text: strings.Repeat("A long text.\n", 90), Buttons: []dialog.Button{{Label: "More", KeepOpen: true, Do: func(ctx context.Context) error {
		return dialog.Alert(ctx, "Inner", "")
	}}}})
	p.Do(command(input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseWheel, X: 5, Y: 300, DeltaX: 1, DeltaY: 400}))
	keys(p, kb.PageDown)
	focused(p, "[data-part=title]")
	p.Run(`document.querySelector("[data-part=body]").focus()`)
	keys(p, kb.PageDown)
	p.Wait(`document.querySelector("[data-part=body]").scrollTop > 0`)
	still := func() {
		t.Helper()
		if y := browsertest.Eval[int](p, `scrollY`); y != 0 {
			t.Errorf("the page behind scrolled to %d", y)
		}
		if w := browsertest.Eval[int](p, `document.documentElement.clientWidth`); w != width {
			t.Errorf("the page is %d wide, was %d", w, width)
		}
	}
	still()
	p.Click("[data-part=footer] button")
	p.WaitText("dialog:modal:last-of-type h2", "Inner")
	keys(p, kb.Escape)
	p.Wait(`document.querySelectorAll("dialog").length === 1`)
	p.Do(command(input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseWheel, X: 5, Y: 300, DeltaX: 1, DeltaY: 400}))
	p.Run(`new Promise(requestAnimationFrame)`)
	still()
	keys(p, kb.Escape)
	p.Wait(isClosed)
	p.Wait(`getComputedStyle(document.documentElement).overflowY !== "hidden"`)
}

func TestDLG20Backdrop(t *testing.T) {
	h, p := open(t, nil)
	h.click(p, dialog.Modal{Header: "h"})
	beside(p)
	p.Wait(isOpen) // not by default
	h.leave(p)
	h.click(p, dialog.Modal{Header: "h", LightDismiss: true})
	mouse := func(kind input.DispatchMouseEventType, x, y float64) {
		p.Do(command(input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: x, Y: y, Button: input.MouseButtonLeft, ClickCount: 1}))
	}
	p.Wait(stands)
	at := browsertest.Eval[[2]float64](p, `(r => [r.x + 30, r.y + 20])(document.querySelector("dialog").getBoundingClientRect())`)
	mouse(input.DispatchMouseEventTypeMousePressed, at[0], at[1])
	mouse(input.DispatchMouseEventTypeMouseReleased, 4, 4)
	p.Run(`new Promise(requestAnimationFrame)`)
	p.Wait(isOpen)
	beside(p)
	p.WaitText("output", "dismissed")
	p.Wait(isClosed)
}

func TestDLG21OneResult(t *testing.T) {
	h, p := open(t, nil)
	for _, act := range []string{
		`b => { b.click(); b.click() }`,
		`b => { b.form.requestSubmit(); b.click() }`,
	} {
		h.click(p, rename)
		p.Run(`(` + act + `)(document.querySelector("dialog [data-default]"))`)
		p.Wait(isClosed)
		p.WaitText("output", "ok name=draft note=")
	}
}

// TestDLG22TypingElsewhere: a dialog that the server opens takes no Enter that was
// meant for a field, and leaves the field's text alone.
func TestDLG22TypingElsewhere(t *testing.T) {
	h, p := open(t, nil)
	p.Run(`document.querySelector("#other").focus()`)
	keys(p, "hel")
	p.Run(`performance.now = () => 0`) // the dialog answers after half a second only
	h.background(dialog.Modal{Header: "Surprise", Lines: dialog.Lines{{Key: "a"}}})
	p.Wait(isOpen)
	keys(p, "lo\r ")
	focused(p, "[data-part=title]")
	p.Run(`document.querySelector("dialog [data-default]").click()`)
	p.Wait(isOpen)
	if got := browsertest.Eval[string](p, `document.querySelector("#other").value`); got != "hel" {
		t.Errorf("the field has %q", got)
	}
	keys(p, kb.Escape)
	p.WaitText("output", "dismissed")
	focused(p, "#other")
	keys(p, "p")
	p.Wait(`document.querySelector("#other").value === "help"`)
}

func TestRequestClose(t *testing.T) {
	h, p := open(t, nil)
	var reasons []string
	m := rename
	m.OnRequestClose = func(_ context.Context, why dialog.Reason) bool {
		reasons = append(reasons, string(why))
		return len(reasons) == 3
	}
	m.LightDismiss = true
	h.click(p, m)
	keys(p, kb.Escape)
	beside(p)
	p.Click("[data-part=close]")
	p.WaitText("output", "dismissed")
	h.do(func(context.Context) {
		if fmt.Sprint(reasons) != "[escape backdrop button]" {
			t.Errorf("reasons %v", reasons)
		}
	})
}
