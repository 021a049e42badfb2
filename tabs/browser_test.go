package tabs_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/tabs"
	"github.com/omg-go/omg/widget"
)

// letters are three tabs: in the first panel a field, in the second text, in the
// third a button.
func letters() *tabs.Form {
	return tabs.New("Letters",
		tabs.Tab{ID: "a", Title: "Aaa", Content: html(`<label>Name <input id="name"></label>`)},
		tabs.Tab{ID: "b", Title: "Bbb", Content: tabs.Text("second")},
		tabs.Tab{ID: "c", Title: "Ccc", Content: html(`<button id="go" type="button">Go</button>`)},
	)
}

func TestTAB01to08Roles(t *testing.T) {
	for name, f := range map[string]func() *tabs.Form{
		"plain":    letters,
		"closable": func() *tabs.Form { f := letters(); f.Add(tabs.Tab{ID: "d", Title: "D", Closable: true}); return f },
	} {
		t.Run(name, func(t *testing.T) {
			u := open(t, f)
			for what, expression := range map[string]string{
				"01 one tablist":             `document.querySelectorAll("[role=tablist]").length == 1`,
				"02 the tablist has a name":  `document.querySelector("[role=tablist]").ariaLabel == "Letters"`,
				"03 tabs are buttons":        `[...document.querySelectorAll("[role=tab]")].every((t) => t.localName == "button" && t.type == "button")`,
				"04 one is selected":         `document.querySelectorAll("[aria-selected=true]").length == 1 && document.querySelectorAll("[aria-selected]").length == document.querySelectorAll("[role=tab]").length`,
				"05 each controls its panel": `[...document.querySelectorAll("[role=tab]")].every((t) => document.getElementById(t.getAttribute("aria-controls")).role == "tabpanel")`,
				"06 panels are tabpanels":    `[...document.querySelectorAll("[data-part=panel]")].every((p) => p.role == "tabpanel")`,
				"07 panels are named":        `[...document.querySelectorAll("[role=tabpanel]")].every((p) => document.getElementById(p.getAttribute("aria-labelledby")).getAttribute("aria-controls") == p.id)`,
				"08 the panel is a stop":     `document.querySelectorAll("[role=tabpanel][tabindex='0']").length == 1`,
				"08 one tab is a stop":       `document.querySelectorAll("[role=tab][tabindex='0']").length == 1`,
			} {
				u.try(what, expression)
			}
			u.Axe()
		})
	}
}

// TestTAB08PanelsThatBeginWithAStop: of no panel a stop is made if each begins with one.
func TestTAB08PanelsThatBeginWithAStop(t *testing.T) {
	u := open(t, func() *tabs.Form {
		return tabs.New("x",
			tabs.Tab{ID: "a", Title: "A", Content: html(`<p><button type="button">one</button></p>`)},
			tabs.Tab{ID: "b", Title: "B", Content: html(`<a href="#x">two</a> text`)})
	})
	u.try("no panel is a stop", `document.querySelectorAll("[role=tabpanel][tabindex]").length == 0`)
	u.form.Add(tabs.Tab{ID: "c", Title: "C", Content: tabs.Text("text")})
	u.Wait(`document.querySelectorAll("[role=tabpanel]:not([hidden])[tabindex='0']").length == 1`)
}

func TestTAB09TabKey(t *testing.T) {
	u := open(t, letters)
	u.Click("[data-id=b]")
	u.shows("b")
	u.Run(`document.querySelector("#before").focus()`)
	u.tab()
	u.focus("[data-id=b]")
	u.tab()
	u.focus("[role=tabpanel]")
	u.tab()
	u.focus("#after")
	u.back()
	u.focus("[role=tabpanel]")
	u.back()
	u.focus("[data-id=b]")
	u.back()
	u.focus("#before")
}

func TestTAB10to13Arrows(t *testing.T) {
	u := open(t, letters)
	u.Run(`document.querySelector("[data-id=a]").focus()`)
	for _, step := range []struct{ key, want string }{
		{kb.ArrowRight, "b"}, {kb.ArrowRight, "c"}, {kb.ArrowRight, "a"},
		{kb.ArrowLeft, "c"}, {kb.ArrowLeft, "b"},
		{kb.Home, "a"}, {kb.End, "c"},
	} {
		u.press(step.key)
		u.focus("[data-id=" + step.want + "]")
		u.shows(step.want)
	}
}

func TestTAB14Manual(t *testing.T) {
	u := open(t, func() *tabs.Form { f := letters(); f.Activation = tabs.Manual; return f })
	u.Run(`document.querySelector("[data-id=a]").focus()`)
	u.press(kb.ArrowRight)
	u.focus("[data-id=b]")
	u.shows("a")
	u.press(kb.Enter)
	u.shows("b")
	u.press(kb.ArrowRight)
	u.focus("[data-id=c]")
	u.press(" ")
	u.shows("c")
	// A focus that leaves without choosing comes back to the tab that shows.
	u.press(kb.Home)
	u.focus("[data-id=a]")
	u.tab()
	u.back()
	u.focus("[data-id=c]")
}

func TestTAB15UpAndDown(t *testing.T) {
	prevented := `window.prevented = null; addEventListener("keydown", (e) => { window.prevented = e.defaultPrevented })`
	u := open(t, letters)
	u.Run(prevented)
	u.Run(`document.querySelector("[data-id=a]").focus()`)
	for _, key := range []string{kb.ArrowDown, kb.ArrowUp} {
		u.press(key)
		u.Wait("window.prevented === false")
		u.focus("[data-id=a]")
		u.Run("window.prevented = null")
	}
	v := open(t, func() *tabs.Form { f := letters(); f.Vertical = true; return f })
	v.Run(prevented)
	v.try("its orientation is said", `document.querySelector("[role=tablist]").ariaOrientation == "vertical"`)
	v.Run(`document.querySelector("[data-id=a]").focus()`)
	v.press(kb.ArrowDown)
	v.Wait("window.prevented === true")
	v.shows("b")
	v.press(kb.ArrowUp)
	v.shows("a")
	v.press(kb.ArrowUp)
	v.shows("c")
	v.press(kb.ArrowRight)
	v.focus("[data-id=c]")
}

func TestTAB18RightToLeft(t *testing.T) {
	url, current := serve(t, letters)
	u := visit(t, url+"?dir=rtl", current)
	u.try("the first tab is at the right", `document.querySelector("[data-id=a]").getBoundingClientRect().x > document.querySelector("[data-id=b]").getBoundingClientRect().x`)
	u.Run(`document.querySelector("[data-id=a]").focus()`)
	u.press(kb.ArrowLeft)
	u.shows("b")
	u.press(kb.ArrowRight)
	u.shows("a")
	u.press(kb.ArrowRight)
	u.shows("c")
	u.press(kb.Home)
	u.shows("a")
	u.Axe()
}

func TestTAB19Disabled(t *testing.T) {
	u := open(t, func() *tabs.Form { f := letters(); f.Enable("b", false); return f })
	u.try("it is said", `document.querySelector("[data-id=b]").ariaDisabled == "true" && !document.querySelector("[data-id=b]").disabled`)
	u.Run(`document.querySelector("[data-id=a]").focus()`)
	u.press(kb.ArrowRight)
	u.focus("[data-id=b]")
	u.press(kb.Enter)
	u.press(" ")
	u.Do(chromedp.Click(chromedp.CSS("[data-id=b]")))
	u.shows("a")
	u.press(kb.ArrowRight)
	u.shows("c")
	u.form.Enable("b", true)
	u.Wait(`!document.querySelector("[data-id=b]").ariaDisabled`)
	u.Click("[data-id=b]")
	u.shows("b")
}

// closables are tabs that can be closed and moved, each with a field.
func closables() *tabs.Form {
	f := tabs.New("Papers")
	f.Movable = true
	for _, id := range []string{"a", "b", "c"} {
		f.Add(tabs.Tab{ID: id, Title: strings.ToUpper(id), Closable: true, Content: html(`<label>` + id + ` <input id="in-` + id + `"></label>`)})
	}
	return f
}

func TestTAB16Menu(t *testing.T) {
	u := open(t, closables)
	u.Run(`document.querySelector("[data-id=a]").focus()`)
	u.press(kb.F10, chromedp.KeyModifiers(chromedp.ModifierShift))
	u.focus("[data-do=close]")
	u.try("a menu with items", `document.querySelector("[role=menu]").matches(":popover-open") && document.querySelectorAll("[role=menu] > [role=menuitem]:not([hidden])").length == 3`)
	u.Axe()
	u.press(kb.ArrowDown)
	u.focus("[data-do=others]")
	u.press(kb.End)
	u.focus("[data-do=forward]") // the first cannot move back
	u.press(kb.ArrowDown)
	u.focus("[data-do=close]")
	u.press(kb.Escape)
	u.focus("[data-id=a]")
	u.Wait(`!document.querySelector("[role=menu]").matches(":popover-open")`)
	// To the right, by keys alone.
	u.press(kb.F10, chromedp.KeyModifiers(chromedp.ModifierShift))
	u.focus("[data-do=close]")
	u.press(kb.End)
	u.press(kb.Enter)
	u.Wait(order("b a c"))
	u.focus("[data-id=a]")
	// By the pointer: the others.
	u.mouse("[data-id=c]", chromedp.ButtonRight)
	u.Click("[data-do=others]")
	u.Wait(order("c"))
	u.shows("c")
}

// order is true when the row stands so.
func order(ids string) string {
	return fmt.Sprintf(`[...document.querySelectorAll("[data-part=list] [role=tab]")].map((t) => t.dataset.id).join(" ") === %q`, ids)
}

func TestTAB17Delete(t *testing.T) {
	u := open(t, closables)
	u.try("it is said", `document.querySelector("[data-id=b]").getAttribute("aria-keyshortcuts") == "Delete"`)
	u.try("so is the button", `[...document.querySelectorAll("[role=tab]")].every((t) => t.ariaActionsElements[0] == t.parentElement.querySelector("[data-part=close]"))`)
	u.Axe()
	u.try("close buttons have names and are no stops", `[...document.querySelectorAll("[data-part=close]")].map((b) => b.ariaLabel + b.tabIndex).join() == "Close A-1,Close B-1,Close C-1"`)
	u.Click("[data-id=b]")
	u.press(kb.Delete)
	u.Wait(order("a c"))
	u.shows("c")
	u.focus("[data-id=c]")
	u.Click("[data-part=item]:has([data-id=a]) [data-part=close]")
	u.Wait(order("c"))
	u.shows("c")
}

// TestMovesWhatCannotBeMoved: where the browser lacks moveBefore, a tab that has the
// focus keeps it, and frames go on.
func TestMovesWhatCannotBeMoved(t *testing.T) {
	u := open(t, func() *tabs.Form {
		f := closables()
		f.Add(tabs.Tab{ID: "d", Title: "D", Heading: html(`D <iframe title="d" hidden></iframe>`)})
		return f
	}, browsertest.Without("Element.prototype.moveBefore"))
	u.Run(`window.blurs = window.loads = 0; document.querySelector("[data-id=b]").focus();
		document.querySelector("[data-part=list]").addEventListener("focusout", () => blurs++);
		document.querySelector("iframe").addEventListener("load", () => loads++)`)
	for _, m := range []struct {
		id   string
		to   int
		want string
	}{{"b", 0, "b a c d"}, {"b", 3, "a c d b"}, {"b", 3, "a c d b"}, {"b", 1, "a b c d"}, {"", 0, ""}, {"d", 0, "d a b c"}, {"a", 3, "d b c a"}} {
		if m.id == "" {
			u.try("the focus is kept", `blurs == 0 && document.activeElement.matches("[data-id=b]")`)
			u.Run(`document.querySelector("#before").focus(); loads = 0`)
			continue
		}
		u.do(t, func(ctx context.Context) error { return u.form.Move(m.id, m.to) })
		u.Wait(order(m.want))
	}
	u.try("the frame goes on", `loads == 0`)
}

func TestTAB20RemoveActive(t *testing.T) {
	u := open(t, closables)
	remove := func(id string) { u.do(t, func(ctx context.Context) error { return u.form.Remove(ctx, id) }) }
	u.Click("[data-id=b]")
	u.shows("b")
	u.Run(`document.querySelector("#before").focus()`)
	remove("b")
	u.shows("c") // the next
	u.focus("#before")
	u.Run(`document.querySelector("#in-c").focus()`)
	remove("c")
	u.shows("a") // the one before
	u.focus("[data-id=a]")
}

func TestTAB21RemoveLast(t *testing.T) {
	u := open(t, func() *tabs.Form { return tabs.New("x", tabs.Tab{ID: "a", Title: "A", Closable: true}) })
	u.Run(`document.querySelector("[data-id=a]").focus()`)
	u.press(kb.Delete)
	u.focus("[data-part=empty]")
	u.WaitText("[data-part=empty]", "Nothing is open.")
	u.Axe()
	u.form.Add(tabs.Tab{ID: "a", Title: "Again", Content: tabs.Text("new")}) // T9: nothing of the old one
	u.shows("a")
	u.WaitText("[role=tabpanel]", "new")
}

// TestTAB22WhileTyping: what happens to other tabs leaves alone who types, and frames.
func TestTAB22WhileTyping(t *testing.T) {
	u := open(t, func() *tabs.Form {
		f := closables()
		f.Add(tabs.Tab{ID: "d", Title: "D", Content: html(`<iframe title="frame" src="about:blank"></iframe>`)})
		return f
	})
	u.Click("[data-id=d]")
	u.shows("d")
	u.Run(`document.querySelector("iframe").contentWindow.mark = 1`)
	u.Click("[data-id=b]")
	u.shows("b")
	u.Type("#in-b", "hello")
	u.Run(`document.querySelector("#in-b").setSelectionRange(1, 3)`)
	u.do(t, func(ctx context.Context) error {
		return errors.Join(u.form.Remove(ctx, "a"), u.form.Rename("c", "See"), u.form.Move("d", 0), u.form.Rename("b", "Be"))
	})
	u.Wait(order("d b c"))
	u.try("the caret", `(({ id, selectionStart, selectionEnd, value }) => id == "in-b" && selectionStart == 1 && selectionEnd == 3 && value == "hello")(document.activeElement)`)
	u.try("the frame is the same", `document.querySelector("iframe").contentWindow.mark == 1`)
	u.shows("b")
}

// TestTAB22Unsaved: what is typed is not removed without being asked, and can be had
// back.
func TestTAB22Unsaved(t *testing.T) {
	u := open(t, closables)
	u.Type("#in-a", "draft")
	u.do(t, func(ctx context.Context) error {
		var unsaved *tabs.UnsavedError
		if err := u.form.Remove(ctx, "a"); !errors.As(err, &unsaved) {
			t.Errorf("removing: %v", err)
		}
		return u.form.Remove(ctx, "b")
	})
	u.Wait(order("a c"))
	u.Run(`document.querySelector("[data-id=a]").focus()`)
	u.press(kb.Delete)
	u.Wait(order("c"))
	u.Wait(`document.querySelector("[data-part=notice]").textContent.includes("A was closed with unsaved changes.")`)
	u.Axe()
	u.Click("[data-part=undo]")
	u.Wait(order("a c"))
	u.shows("a")
	u.Wait(`document.querySelector("#in-a").value == "draft"`)
}

func TestTAB23StateIsKept(t *testing.T) {
	u := open(t, closables)
	u.Type("#in-a", "kept")
	u.Run(`(async () => { for (let i = 0; i < 100; i++) {
		document.querySelector(i % 2 ? "[data-id=a]" : "[data-id=b]").click()
		if (i % 25 == 24) await new Promise((done) => setTimeout(done, 400)) // within the rate that is allowed
	} })()`)
	u.shows("a")
	u.try("the text", `document.querySelector("#in-a").value == "kept"`)
}

func TestTAB26Nested(t *testing.T) {
	u := open(t, func() *tabs.Form {
		inner := tabs.New("Inner", tabs.Tab{ID: "x", Title: "X"}, tabs.Tab{ID: "y", Title: "Y"})
		return tabs.New("Outer", tabs.Tab{ID: "a", Title: "A", Content: widget.Show(inner)}, tabs.Tab{ID: "b", Title: "B"})
	})
	u.Wait(`document.querySelectorAll("[data-omg=tabs][data-more]").length == 2`)
	u.Axe()
	u.Run(`document.querySelector("[data-id=x]").focus()`)
	u.press(kb.ArrowRight)
	u.focus("[data-id=y]")
	u.Wait(`document.querySelector("[data-id=y]").ariaSelected == "true"`)
	u.press(kb.ArrowRight)
	u.focus("[data-id=x]")
	u.shows("a")
	u.Run(`document.querySelector("[data-id=a]").focus()`)
	u.press(kb.ArrowRight)
	u.shows("b")
	u.try("the inner one stays", `document.querySelector("[data-id=x]").ariaSelected == "true" || document.querySelector("[data-id=y]").ariaSelected == "true"`)
}
