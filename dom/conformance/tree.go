package conformance

import (
	"context"
	"strconv"

	"github.com/omg-go/omg/dom"
)

//omg:browser
func tree() []Case {
	return []Case{
		{"text is escaped", func(_ context.Context, at dom.Element) string {
			at.SetText("<b>&\"'\u00a0é😀")
			return join(at.Text(), at.HTML())
		}},
		{"invalid UTF-8 is replaced", func(_ context.Context, at dom.Element) string {
			at.SetText("a\xffb\xe2\x82c")
			return at.Text()
		}},
		{"append, prepend, insert", func(_ context.Context, at dom.Element) string {
			b := add(at, "b")
			at.AppendText("t")
			at.Prepend(dom.Create("i"))
			at.Insert(dom.Create("u"), b.Node)
			at.AppendAll(dom.Create("p"), b)
			return at.HTML()
		}},
		{"move", func(_ context.Context, at dom.Element) string {
			b, u := add(at, "b"), add(at, "u")
			u.Move(b, dom.Node{})
			at.Move(dom.Create("i"), u.Node)
			return at.HTML()
		}},
		{"popover", func(_ context.Context, at dom.Element) string {
			p := add(at, "p")
			p.SetAttr("popover", "manual")
			p.ShowPopover()
			p.ShowPopover()
			open := p.PopoverOpen()
			p.HidePopover()
			p.HidePopover()
			return join(yes(open), yes(p.PopoverOpen()))
		}},
		{"no popover", func(_ context.Context, at dom.Element) string {
			at.ShowPopover()
			return "done"
		}},
		{"an empty text leaves no node", func(_ context.Context, at dom.Element) string {
			at.SetText("")
			return strconv.Itoa(len(at.Children()))
		}},
		{"into itself", func(_ context.Context, at dom.Element) string {
			add(at, "b").Append(at)
			return "done"
		}},
		{"null child", func(_ context.Context, at dom.Element) string {
			at.Append(dom.Element{})
			return "done"
		}},
		{"use of null", func(_ context.Context, _ dom.Element) string {
			dom.ByID("there is none").SetText("x")
			return "done"
		}},
		{"neighbours", func(_ context.Context, at dom.Element) string {
			at.AppendText("x")
			a, b := add(at, "a"), add(at, "b")
			return join(yes(at.First() == a), yes(at.Last() == b), yes(a.Next() == b), yes(b.Previous() == a), yes(b.Next().Exists()),
				yes(a.Parent() == at), strconv.Itoa(len(at.Children())), strconv.Itoa(len(at.Elements())))
		}},
		{"the same element", func(_ context.Context, at dom.Element) string {
			at.SetID("same")
			return join(yes(dom.ByID("same") == at), yes(dom.Find("#same") == at), yes(dom.Element{} == dom.ByID("other")))
		}},
		{"replace, clone", func(_ context.Context, at dom.Element) string {
			b := add(at, "b")
			b.SetAttr("x", "1")
			b.SetText("t")
			b.ReplaceWith(b.Clone(false))
			at.AppendNode(b.Clone(true))
			return join(at.HTML(), yes(b.Connected()))
		}},
		{"remove", func(_ context.Context, at dom.Element) string {
			b := add(at, "b")
			b.Remove()
			b.Remove()
			return join(yes(b.Connected()), yes(b.Parent().Exists()), yes(at.Contains(b.Node)))
		}},
		{"selectors", func(_ context.Context, at dom.Element) string {
			p := add(add(at, "section"), "p")
			p.AddClass("x")
			return join(strconv.Itoa(len(at.FindAll("section, p"))), yes(at.Find("section > .x:first-child") == p), yes(p.Closest("section").Exists()),
				yes(p.Closest("p") == p), yes(p.Matches("p:not(.x)")), yes(at.Find("table").Exists()))
		}},
		{"a selector that is none", func(_ context.Context, at dom.Element) string {
			at.Find("p[")
			return "done"
		}},
		{"a tag that is none", func(_ context.Context, at dom.Element) string {
			add(at, "1x")
			return "done"
		}},
		{"names know no case, SVG's do", func(_ context.Context, at dom.Element) string {
			add(at, "SPAN").SetAttr("DATA-x", "1")
			at.Append(dom.CreateSVG("linearGradient"))
			return join(at.First().Tag(), at.HTML())
		}},
		{"text of all below", func(_ context.Context, at dom.Element) string {
			at.AppendText("a")
			add(at, "b").SetText("c")
			return at.Text()
		}},
		{"a node that is no element", func(_ context.Context, at dom.Element) string {
			at.AppendText("a")
			return join(yes(at.Children()[0].Element().Exists()), at.Children()[0].Text(), yes(at.Children()[0].Parent() == at))
		}},
	}
}

//omg:browser
func looks() []Case {
	return []Case{
		{"attributes", func(_ context.Context, at dom.Element) string {
			at.SetAttr("title", `"<>&`)
			at.SetData("item", "7")
			at.ToggleAttr("hidden", true)
			at.ToggleAttr("lang", false)
			return join(at.HTML(), at.Attr("title"), at.Data("item"), "["+at.Attr("none")+"]", yes(at.HasAttr("hidden")), yes(at.Hidden()), join(at.Attrs()...))
		}},
		{"an attribute name that is none", func(_ context.Context, at dom.Element) string {
			at.SetAttr("a b", "1")
			return "done"
		}},
		{"classes", func(_ context.Context, at dom.Element) string {
			at.SetAttr("class", " a  b a ")
			at.AddClass("b")
			at.AddClass("c")
			at.RemoveClass("a")
			at.ToggleClass("d", true)
			at.ToggleClass("c", false)
			return join(at.Classes(), yes(at.Class("d")), yes(at.Class("a")))
		}},
		{"the last class leaves the attribute", func(_ context.Context, at dom.Element) string {
			at.AddClass("a")
			at.RemoveClass("a")
			at.RemoveClass("b")
			return at.HTML()
		}},
		{"a class of two words", func(_ context.Context, at dom.Element) string {
			at.AddClass("a b")
			return "done"
		}},
		{"styles", func(_ context.Context, at dom.Element) string {
			at.SetStyle("color", "red")
			at.SetStyle("--gap", "2px")
			at.SetStyle("width", "10px")
			at.SetStyle("color", "blue")
			at.SetStyle("width", "")
			return join(at.HTML(), at.Style("color"), at.Style("--gap"), "["+at.Style("width")+"]")
		}},
		{"styles by property", func(_ context.Context, at dom.Element) string {
			at.SetProperty("style.backgroundColor", "red")
			return join(at.Style("background-color"), at.Property("style.backgroundColor").String(), at.Property("style.color").String())
		}},
		{"one class a rule", func(_ context.Context, at dom.Element) string {
			a, b := add(at, "b"), add(at, "b")
			class := a.AddStyle("position: relative; left: 7px")
			return join(yes(b.AddStyle("position: relative; left: 7px") == class), yes(b.AddStyle(":hover {left: 8px}") == class), yes(a.Class(class)))
		}},
		{"reflected properties", func(_ context.Context, at dom.Element) string {
			at.SetProperty("title", "t")
			at.SetProperty("className", "c")
			at.SetProperty("hidden", true)
			at.SetProperty("mine", 1)
			return join(at.HTML(), at.Property("mine").String(), yes(at.Property("none").IsUndefined()), at.Property("tabIndex").String())
		}},
		{"hidden things have no size", func(_ context.Context, at dom.Element) string {
			at.SetStyle("width", "40px")
			at.SetStyle("height", "20px")
			before := at.Rect()
			width := at.Width()
			at.SetHidden(true)
			return join(num(before.Width), num(before.Height), strconv.Itoa(width), num(at.Rect().Width), yes(at.Visible()))
		}},
	}
}

//omg:browser
func num(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }
