package dialog_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/omg-go/omg/dialog"
	"github.com/omg-go/omg/internal/browsertest"
)

// keys presses keys, wherever the focus is.
func keys(p *browsertest.Page, text string, how ...chromedp.KeyOption) {
	p.Do(chromedp.KeyEvent(text, how...))
}

var shift, ctrl = chromedp.KeyModifiers(chromedp.ModifierShift), chromedp.KeyModifiers(chromedp.ModifierCtrl)

// stop names what has the focus: its id, data-part or text.
const stop = `(e => e === document.body ? "body" : e.dataset.part || e.name || e.textContent.trim() || e.id)(document.activeElement)`

// command is the step that sends one command of the protocol.
func command[P, R any](c cdp.Command[P, R], params P) browsertest.Action {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

var rename = dialog.Modal{Header: "Rename", Lines: dialog.Lines{{Key: "name", Label: "New name", Default: "draft"}, {Key: "note"}}}

// tree is what a screen reader has: "role name (description)" for each node.
func tree(t *testing.T, p *browsertest.Page) (nodes []string) {
	t.Helper()
	p.Do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		all, err := cdp.Call(ctx, target, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		if err != nil {
			return err
		}
		for _, n := range all.Nodes {
			if !n.Ignored {
				nodes = append(nodes, fmt.Sprintf("%s %s (%s)", plain(n.Role), plain(n.Name), plain(n.Description)))
			}
		}
		return nil
	}))
	return nodes
}

func plain(v *accessibility.Value) string {
	if v == nil {
		return ""
	}
	return strings.Trim(string(v.Value), `"`)
}

func has(nodes []string, node string) bool {
	return strings.Contains(strings.Join(nodes, "\n")+"\n", node+"\n")
}

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

// TestDLG01to04Roles also shows DLG-10.
func TestDLG01to04Roles(t *testing.T) {
	h, p := open(t, nil)
	for _, c := range []struct {
		name, want string
		m          dialog.Modal
	}{
		{"text", "dialog Note (Short and plain.)", dialog.Modal{Header: "Note", Text: "Short and plain."}},
		{"lines", "dialog Rename ()", rename},
		{"alert", "alertdialog Stop (" + "Really.)", dialog.Modal{Header: "Stop", Text: "Really.", Danger: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			h.click(p, c.m)
			nodes := tree(t, p)
			if !has(nodes, c.want) {
				t.Errorf("no %q in\n%s", c.want, strings.Join(nodes, "\n"))
			}
			if has(nodes, "button Show ()") || has(nodes, "textbox Other ()") {
				t.Error("the page behind is in the accessibility tree")
			}
			p.Run(`document.querySelector("#other").focus()`)
			if browsertest.Eval[bool](p, `document.activeElement.id === "other"`) {
				t.Error("the page behind takes the focus")
			}
			if browsertest.Eval[bool](p, `(r => document.elementFromPoint(r.x + 2, r.y + 2)?.id === "show")(document.querySelector("#show").getBoundingClientRect())`) {
				t.Error("the page behind can be clicked")
			}
			h.leave(p)
		})
	}
}

// TestDLG05Tab also shows DLG-06 and DLG-09.
func TestDLG05Tab(t *testing.T) {
	h, p := open(t, nil)
	h.click(p, rename)
	want := []string{"name", "note", "Cancel", "OK", "body", "close", "name"} // at body: the browser's own controls
	walk := func(want []string, how ...chromedp.KeyOption) {
		t.Helper()
		var got []string
		for i := range want {
			if i > 0 {
				keys(p, kb.Tab, how...)
			}
			at := browsertest.Eval[string](p, stop)
			got = append(got, at)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("stops %v, want %v", got, want)
		}
	}
	walk(want)
	walk([]string{"name", "close", "OK", "Cancel", "note", "name"}, shift)
	h.leave(p)
	wrapped := rename
	wrapped.WrapTab = true
	h.click(p, wrapped)
	walk([]string{"name", "note", "Cancel", "OK", "close", "name"})
	walk([]string{"name", "close", "OK"}, shift)
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

func TestDLG08FirstFocus(t *testing.T) {
	h, p := open(t, nil)
	lines := dialog.Lines{{Key: "a"}, {Key: "b"}}
	for _, c := range []struct {
		name, want string
		m          dialog.Modal
	}{
		{"line", "a", dialog.Modal{Header: "h", Lines: lines}},
		{"autofocus", "b", dialog.Modal{Header: "h", Lines: dialog.Lines{{Key: "a"}, {Key: "b", Autofocus: true}}}},
		{"long", "title", dialog.Modal{Header: "h", Lines: lines, Text: strings.Repeat("long ", 100)}},
		{"danger", "Cancel", dialog.Modal{Header: "h", Danger: true, Buttons: dialog.OKCancel}},
		{"text", "OK", dialog.Modal{Header: "h", Text: "t", Buttons: dialog.OKCancel}},
	} {
		t.Run(c.name, func(t *testing.T) {
			h.click(p, c.m)
			if got := browsertest.Eval[string](p, stop); got != c.want {
				t.Errorf("%q has the focus, want %q", got, c.want)
			}
			h.leave(p)
		})
	}
}
