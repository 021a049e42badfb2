package dom_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/dom/domtest"
)

// U2: append, remove, parent, check, get by id.
func TestU2ElementsAreAppendedFoundAndRemoved(t *testing.T) {
	page := domtest.New(t, `<div id="a"><p>one</p></div>`)
	a := dom.ByID("a")
	b := dom.Create("B")
	equal(t, "tag", b.Tag(), "b")
	b.SetText(`<i>&"`)
	a.Append(b)
	a.AppendText("end")
	a.Prepend(dom.Create("hr"))
	equal(t, "HTML", page.HTML(), `<div id="a"><hr><p>one</p><b>&lt;i&gt;&amp;"</b>end</div>`)
	equal(t, "parent", b.Parent(), a)
	equal(t, "check", dom.ByID("a").Exists(), true)
	equal(t, "check for none", dom.ByID("none").Exists(), false)
	b.Remove()
	b.Remove()
	equal(t, "parent of a removed", b.Parent(), dom.Element{})
	equal(t, "connected", b.Connected(), false)
	dom.Append(b)
	equal(t, "last of the body", dom.Body().Last(), b)
}

// U2: the id of an element, a random one if it has none.
func TestU2EnsureID(t *testing.T) {
	page := domtest.New(t, `<p></p><p id="own"></p>`)
	all := dom.FindAll("p")
	equal(t, "own id", all[1].EnsureID(), "own")
	id := all[0].EnsureID()
	if !regexp.MustCompile(`^[a-z]{8}$`).MatchString(id) || dom.ByID(id) != all[0] || all[0].EnsureID() != id {
		t.Errorf("id %q in %s", id, page.HTML())
	}
}

func TestMovesAreOneStep(t *testing.T) {
	page := domtest.New(t, `<ul><li>a<li>b<li>c</ul>`)
	ul := page.Find("ul")
	ul.Insert(ul.Last(), ul.First().Node)
	equal(t, "text", ul.Text(), "cab")
	ul.Insert(ul.First(), dom.Node{})
	equal(t, "text", ul.Text(), "abc")
	ul.Insert(ul.First(), ul.First().Node)
	equal(t, "text", ul.Text(), "abc")
	if text := panics(t, func() { ul.First().Append(ul) }); !strings.Contains(text, "HierarchyRequestError") {
		t.Error(text)
	}
	ul.Clear()
	equal(t, "HTML", page.HTML(), "<ul></ul>")
}

func TestNeighbours(t *testing.T) {
	page := domtest.New(t, `<ul>x<li id=a>y<li id=b></ul>`)
	ul, a, b := page.Find("ul"), page.Find("#a"), page.Find("#b")
	equal(t, "first", ul.First(), a)
	equal(t, "last", ul.Last(), b)
	equal(t, "next", a.Next(), b)
	equal(t, "previous", b.Previous(), a)
	equal(t, "end", b.Next().Exists(), false)
	equal(t, "elements", len(ul.Elements()), 2)
	equal(t, "children", len(ul.Children()), 3)
	equal(t, "text node", ul.Children()[0].Element().Exists(), false)
	equal(t, "text of it", ul.Children()[0].Text(), "x")
	equal(t, "contains", ul.Contains(a.Node), true)
	equal(t, "contains not", a.Contains(ul.Node), false)
}

func TestSelectors(t *testing.T) {
	page := domtest.New(t, `<form><input name=a class="x y"><p><input name=b></p></form>`)
	form := page.Find("form")
	equal(t, "all", len(form.FindAll("input")), 2)
	equal(t, "one", form.Find("p > input").Attr("name"), "b")
	equal(t, "none", form.Find("form").Exists(), false)
	equal(t, "closest", form.Find("[name=b]").Closest("form"), form)
	equal(t, "closest is itself", form.Closest("form"), form)
	equal(t, "matches", form.Find(".x").Matches("input.y:not(.z)"), true)
	if text := panics(t, func() { dom.Find("[") }); !strings.Contains(text, "SyntaxError") {
		t.Error(text)
	}
}

func TestAttributesClassesStyles(t *testing.T) {
	page := domtest.New(t, `<p></p>`)
	p := page.Find("p")
	p.SetAttr("TITLE", `a"b`)
	p.SetData("item-id", "7")
	p.AddClass("on")
	p.AddClass("on")
	p.ToggleClass("off", true)
	p.RemoveClass("none")
	p.SetStyle("background-color", "red")
	p.SetStyle("--gap", "2px")
	p.SetStyle("color", "blue")
	p.SetStyle("color", "")
	equal(t, "HTML", page.HTML(), `<p title="a&quot;b" data-item-id="7" class="on off" style="background-color: red; --gap: 2px;"></p>`)
	equal(t, "attribute", p.Attr("title"), `a"b`)
	equal(t, "data", p.Data("item-id"), "7")
	equal(t, "class", p.Class("off"), true)
	equal(t, "style", p.Style("--gap"), "2px")
	equal(t, "names", strings.Join(p.Attrs(), " "), "title data-item-id class style")
	p.ToggleClass("off", false)
	equal(t, "classes", p.Classes(), "on")
	p.ToggleAttr("open", true)
	equal(t, "toggled", p.HasAttr("open"), true)
	p.RemoveAttr("open")
	equal(t, "removed", p.HasAttr("open"), false)
	p.SetHidden(true)
	equal(t, "hidden", p.Hidden() && p.HasAttr("hidden"), true)
	panics(t, func() { p.AddClass("two words") })
}

func TestCloneAndReplace(t *testing.T) {
	page := domtest.New(t, `<p class="x"><b>t</b></p>`)
	p := page.Find("p")
	deep, flat := p.Clone(true).Element(), p.Clone(false).Element()
	equal(t, "deep", deep.HTML(), p.HTML())
	equal(t, "flat", flat.HTML(), `<p class="x"></p>`)
	p.ReplaceWith(dom.NewText("gone"))
	equal(t, "replaced", page.HTML(), "gone")
}

func TestInvalidTextIsReplacedAsThePageDoes(t *testing.T) {
	page := domtest.New(t, `<p></p>`)
	page.Find("p").SetText("a\xff\xfeb")
	equal(t, "text", page.Find("p").Text(), "a\uFFFD\uFFFDb")
}

func TestNullElementPanicsByName(t *testing.T) {
	domtest.New(t, "")
	text := panics(t, func() { dom.ByID("none").SetText("x") })
	if !strings.Contains(text, "dom: Node.SetText") || !strings.Contains(text, "null") {
		t.Error(text)
	}
}
