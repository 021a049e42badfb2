package dom_test

import (
	"strings"
	"testing"

	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/dom/domtest"
)

// U1: properties, closures as handlers, dotted style paths, appended elements.
func TestU1Build(t *testing.T) {
	page := domtest.New(t, "")
	clicks := 0
	link := dom.Build("a", dom.Prop("href", "#here"), dom.Handle("click", func(dom.Event) { clicks++ }), dom.Words("here"))
	dom.Append(dom.Build("p",
		dom.Prop("style.color", "red"), dom.Prop("style.backgroundColor", "blue"),
		dom.With("DATA-X", "1"), dom.Words("Click "), dom.Inside(link, dom.Create("br")),
		dom.Prop("onclick", func(dom.Event) { clicks += 10 })))
	equal(t, "HTML", page.HTML(), `<p style="color: red; background-color: blue;" data-x="1">Click <a href="#here">here</a><br></p>`)
	page.Click(link)
	equal(t, "handlers", clicks, 11)
	equal(t, "followed", dom.Hash(), "#here")
}

// U1: one generated class a distinct rule.
func TestU1AddStyle(t *testing.T) {
	domtest.New(t, "")
	a, b, c := dom.Create("a"), dom.Create("a"), dom.Create("a")
	hover := a.AddStyle(":hover {background: #f0f0ff;}")
	equal(t, "same rule, same class", b.AddStyle(":hover {background: #f0f0ff;}"), hover)
	plain := dom.Build("p", dom.Styled("color: red; margin: .5em"))
	other := c.AddStyle("color: red")
	if hover == other || plain.Class(hover) || !a.Class(hover) || plain.Class(other) {
		t.Error("distinct rules share a class")
	}
	sheets := dom.Global().Get("document").Get("adoptedStyleSheets")
	equal(t, "sheets", sheets.Len(), 1)
	rules := sheets.Index(0).Get("cssRules")
	equal(t, "rules", rules.Len(), 3)
	equal(t, "first", rules.Index(0).Get("cssText").String(), "."+hover+":hover {background: #f0f0ff;}")
	if got := rules.Index(1).Get("cssText").String(); !strings.HasSuffix(got, "{color: red; margin: .5em}") {
		t.Error(got)
	}
}

func TestSVG(t *testing.T) {
	domtest.New(t, "")
	svg := dom.CreateSVG("linearGradient")
	svg.SetAttr("viewBox", "0 0 1 1")
	equal(t, "case is kept", svg.HTML(), `<linearGradient viewBox="0 0 1 1"></linearGradient>`)
	panics(t, func() { dom.Create("1x") })
}

func TestProperties(t *testing.T) {
	page := domtest.New(t, `<input value="x" required><video></video>`)
	in := page.Find("input")
	equal(t, "path", in.Property("validity.valid").Bool(), true)
	in.SetProperty("value", "")
	equal(t, "missing", in.Property("validity.valueMissing").Bool(), true)
	equal(t, "attribute stays", in.Attr("value"), "x")
	in.SetProperty("mine", []string{"a", "b"})
	equal(t, "own", in.Property("mine").Index(1).String(), "b")
	equal(t, "unknown", in.Property("nothing").IsUndefined(), true)
	// HTML as text does not get in: Trusted Types.
	if text := panics(t, func() { in.SetProperty("innerHTML", "<b>") }); !strings.Contains(text, "TrustedHTML") {
		t.Error(text)
	}
}
