package dialog_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/a-h/templ"
	"github.com/chromedp/chromedp/kb"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dialog"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/widget"
)

// Filters that run in the page. A test has no compiled Go, so they are written by
// hand; the gallery's are Go.
var (
	page = bridge.Module("test/dialog", `export const upper = (s) => s.toUpperCase();
		export const group = (s) => s.replace(/\D/g, "").replace(/\B(?=(\d{3})+$)/g, " ");
		export const slow = (s) => new Promise((r) => setTimeout(r, 300, s + "!"));
		export const short = (s) => { if (s.length > 3) throw new Error("Too long.") };`)
	upper = bridge.Import1[string, string](page, "upper")
	group = bridge.Import1[string, string](page, "group")
	slow  = bridge.Import1[string, string](page, "slow")
	short = bridge.ImportProc1[string](page, "short")
)

// after is a filter of the server that takes so long, more or less.
func after(d, spread time.Duration, f func(string) string) func(context.Context, string) (string, error) {
	return func(ctx context.Context, s string) (string, error) {
		return f(s), bridge.Away(ctx, func() error {
			select {
			case <-time.After(d + time.Duration(rand.Int64N(int64(2*spread)+1)) - spread):
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	}
}

const caret = `document.activeElement.value.slice(0, document.activeElement.selectionStart) + "|" + document.activeElement.value.slice(document.activeElement.selectionStart)`

func caretIs(p *browsertest.Page, want string) { p.Wait(fmt.Sprintf(`(%s) === %q`, caret, want)) }

func TestDLG23FiltersOfThePage(t *testing.T) {
	h, p := open(t, nil)
	h.click(p, dialog.Modal{Header: "h", Lines: dialog.Lines{
		{Key: "upper", Filter: upper}, {Key: "group", Filter: group},
		{Key: "mail", Type: dialog.Email, Filter: upper}, {Key: "number", Type: dialog.Number, Filter: group},
	}})
	keys(p, "abcd")
	caretIs(p, "ABCD|")
	keys(p, kb.ArrowLeft+kb.ArrowLeft+"xy")
	caretIs(p, "ABXY|CD")
	for browsertest.Eval[string](p, `document.activeElement.value`) != "" { // what was there comes back, step by step
		keys(p, "z", ctrl)
	}
	keys(p, "done")
	keys(p, kb.Tab+"1234567")
	caretIs(p, "1 234 567|")
	keys(p, kb.ArrowLeft+kb.ArrowLeft+kb.ArrowLeft+"0")
	caretIs(p, "12 340 |567")
	keys(p, kb.Backspace+kb.Backspace)
	caretIs(p, "1 234| 567")
	keys(p, kb.Tab+"a@b.example")
	p.Wait(`document.activeElement.value === "A@B.EXAMPLE"`)
	keys(p, kb.Tab+"42")
	p.Wait(`document.activeElement.value === "42"`)
	keys(p, kb.Enter)
	p.WaitText("output", "ok upper=DONE group=1 234 567 mail=A@B.EXAMPLE number=42")
}

func TestDLG23FiltersOfTheServer(t *testing.T) {
	h, p := open(t, nil)
	for _, c := range []struct{ d, spread time.Duration }{{0, 0}, {300 * time.Millisecond, 250 * time.Millisecond}, {3 * time.Second, 0}} {
		if c.d > time.Second && os.Getenv("OMG_LONG") == "" {
			continue
		}
		t.Run(c.d.String(), func(t *testing.T) {
			h.click(p, dialog.Modal{Header: "h", Lines: dialog.Lines{{Key: "a", Filter: after(c.d, c.spread, strings.ToUpper)}}})
			for _, letter := range "abcdefgh" {
				keys(p, string(letter))
				p.Run(`new Promise((r) => setTimeout(r, 60))`)
			}
			caretIs(p, "ABCDEFGH|")
			keys(p, kb.Enter)
			p.WaitText("output", "ok a=ABCDEFGH")
			p.Wait(isClosed)
		})
	}
}

func TestDLG24Refused(t *testing.T) {
	h, p := open(t, nil)
	h.click(p, dialog.Modal{Header: "h", Lines: dialog.Lines{
		{Key: "page", Check: short},
		{Key: "server", Check: func(_ context.Context, s string) error {
			if s == "bad" {
				return errors.New("Not this one.")
			}
			return nil
		}},
		{Key: "required", Required: true},
	}})
	keys(p, "long")
	p.WaitText("[data-line='0'] [data-part=problem]", "Too long.")
	p.Wait(`(e => e.getAttribute("aria-invalid") === "true" && document.getElementById(e.getAttribute("aria-describedby")).textContent === "Too long.")(document.activeElement)`)
	keys(p, kb.Backspace)
	p.WaitText("[data-line='0'] [data-part=problem]", "")
	keys(p, kb.Tab+"bad")
	p.WaitText("[data-line='1'] [data-part=problem]", "Not this one.")
	keys(p, kb.Enter)
	p.WaitText("dialog [role=status]", "Fields that need attention: 2")
	focused(p, "[name=server]")
	p.Run(`document.querySelector("[name=server]").value = "bad"; document.querySelector("[name=server]").setCustomValidity(""); document.querySelector("[name=required]").value = "x"`)
	keys(p, kb.Enter) // what the page does not check any more, the server does
	p.WaitText("dialog [role=status]", "Fields that need attention: 1")
	p.WaitText("[data-line='1'] [data-part=problem]", "Not this one.")
	keys(p, kb.Backspace+kb.Enter)
	p.WaitText("output", "ok page=lon server=ba required=x")
}

func TestDLG25OKWhileAFilterRuns(t *testing.T) {
	h, p := open(t, nil)
	waits := dialog.Modal{Header: "h", Lines: dialog.Lines{{Key: "a", Filter: slow}, {Key: "b", Filter: after(200*time.Millisecond, 0, strings.ToUpper)}}}
	h.click(p, waits)
	keys(p, kb.Tab+"b"+kb.Tab+kb.Tab+kb.Tab+kb.Tab)
	p.Run(`document.querySelector("dialog input").focus()`)
	keys(p, "a\r")
	p.WaitText("output", "ok a=a! b=B")
	p.Wait(isClosed)
	h.click(p, waits)
	keys(p, "x"+kb.Escape)
	p.WaitText("output", "dismissed")
	p.Wait(isClosed)
	p.Run(`new Promise((r) => setTimeout(r, 400))`) // the filter answers nobody
	p.WaitText("output", "dismissed")
}

func TestDLG30TextIsText(t *testing.T) {
	const evil = `<img src=x onerror="window.evil=1">`
	h, p := open(t, nil)
	h.click(p, dialog.Modal{Header: evil, Text: evil, Lines: dialog.Lines{{Key: "a", Label: evil, Default: evil, Help: evil, Placeholder: evil}}, Buttons: []dialog.Button{{Label: evil, Value: "v"}}})
	for _, selector := range []string{"h2", "[data-part=text]", "label", "[data-part=help]", "[data-part=footer] button"} {
		if got := p.Text("dialog " + selector); got != evil {
			t.Errorf("%s: %q", selector, got)
		}
	}
	if p.Count("dialog img") > 0 || browsertest.Eval[bool](p, `"evil" in window`) {
		t.Error("a text became HTML")
	}
	p.Click("[data-part=footer] button")
	p.WaitText("output", "v a="+evil)
}

// TestDLG29Seed has the data that the origin's example gives.
func TestDLG29Seed(t *testing.T) {
	h, p := open(t, nil)
	h.click(p, dialog.Modal{Header: "Dialog header", Text: "Dialog text",
		Lines:   dialog.Lines{{Key: "line1", Label: "field 1"}, {Key: "line2", Label: "field 2", Default: "12345"}, {Key: "pass", Label: "Password:", Type: dialog.Password}},
		Buttons: []dialog.Button{{Label: "OK", Do: dialog.OK, KeepOpen: true}, {Label: "Cancel", Do: dialog.Close}},
	})
	p.Click("[data-index='1']")
	p.WaitText("output", "dismissed")
	p.Wait(isClosed)
	p.Click("#show")
	p.Wait(isOpen)
	p.Click("[data-index='0']")
	p.WaitText("output", "dismissed, OK line1= line2=12345 pass=")
	p.Wait(isClosed)
	m := dialog.Modal{Header: "Dialog header", Text: "Dialog text",
		Lines: dialog.Lines{{Key: "line1", Label: "field 1"}, {Key: "line2", Label: "field 2", Default: "12345"}, {Key: "pass", Label: "Password:", Type: dialog.Password}}}
	h.click(p, m)
	keys(p, "Text in the line 1"+kb.Tab+kb.Tab+"secret")
	var seen dialog.Values
	h.do(func(ctx context.Context) { seen, _ = dialog.Data(ctx) })
	if got, want := fmt.Sprint(seen), "[{line1 Text in the line 1} {line2 12345} {pass }]"; got != want {
		t.Errorf("data %s, want %s", got, want)
	}
	h.do(func(ctx context.Context) { dialog.OK(ctx) })
	p.WaitText("output", "ok line1=Text in the line 1 line2=12345 pass=secret")
	if browsertest.Eval[bool](p, `document.documentElement.outerHTML.includes("secret\"")`) {
		t.Error("the password is in an attribute")
	}
}

// A live body is redrawn while its dialog is open.
type live struct {
	widget.Base
	n atomic.Int32
}

func (l *live) Render() templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		_, err := fmt.Fprintf(w, `<div><p id="n">%d</p><label for="in">In</label><input id="in"></div>`, l.n.Load())
		return err
	})
}

func TestDLG19PatchWhileOpen(t *testing.T) {
	h, p := open(t, nil)
	body := &live{}
	h.click(p, dialog.Modal{Header: "h", Body: widget.Show(body), Lines: dialog.Lines{{Key: "a"}}})
	p.Type("#in", "typed")
	keys(p, kb.ArrowLeft+kb.ArrowLeft)
	compose(p, "か")
	body.n.Store(7)
	body.Redraw()
	p.WaitText("#n", "7")
	p.Wait(isOpen)
	focused(p, "#in")
	compose(p, "")
	caretIs(p, "typ|ed")
	p.Run(`document.querySelector("dialog").removeAttribute("open")`)
	p.WaitText("output", "dismissed")
	p.Wait(isClosed)
	p.Click("#show")
	p.Wait(isOpen) // the page is alive
	p.Run(`document.querySelector("dialog").remove()`)
	p.WaitText("output", "dismissed, dismissed")
	p.Click("#show")
	p.Wait(isOpen)
}
