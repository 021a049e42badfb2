package tabs_test

import (
	"strings"
	"testing"

	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/dom/domtest"
	"github.com/omg-go/omg/tabs"
)

// A builder makes a form in a page, and has each step be a task of the page, as
// browser code is.
type builder struct {
	*domtest.Page
	f *tabs.PageForm
	t *testing.T
}

func built(t *testing.T) *builder {
	b := &builder{Page: domtest.New(t, `<main></main>`), t: t}
	b.Task(func() {
		b.f = tabs.Build(tabs.PageOptions{Label: "Shapes", Movable: true},
			tabs.PageTab{ID: "a", Title: "A", Content: dom.Build("p", dom.Words("first"))},
			tabs.PageTab{ID: "b", Title: "B", Disabled: true},
			tabs.PageTab{ID: "c", Title: "C", Closable: true})
		b.Find("main").Append(b.f.Element())
	})
	t.Cleanup(func() { b.Task(b.f.Stop) })
	return b
}

// step takes a step, after which the row is want.
func (b *builder) step(what, want string, do func(f *tabs.PageForm)) {
	b.t.Helper()
	b.Task(func() { do(b.f) })
	b.Task(func() {
		if got := inPage(b.f); got != want {
			b.t.Errorf("%s: %s, want %s", what, got, want)
		}
	})
}

// click clicks something of the form, as a user does.
func (b *builder) click(what, selector, want string) {
	b.t.Helper()
	b.step(what, want, func(f *tabs.PageForm) { f.Element().Find(selector).Click() })
}

// inPage is what the row shows: IDs, the one that shows in brackets.
func inPage(f *tabs.PageForm) string {
	var all []string
	for _, t := range f.Element().FindAll("[role=tab]") {
		id := t.Data("id")
		panel := f.Element().Find("#" + t.Attr("aria-controls"))
		if on := t.Attr("aria-selected") == "true"; on != !panel.HasAttr("hidden") {
			id += "?"
		} else if on {
			id = "[" + id + "]"
		}
		all = append(all, id)
	}
	return strings.Join(all, " ")
}

func TestBuild(t *testing.T) {
	b := built(t)
	b.step("built", "[a] b c", func(*tabs.PageForm) {})
	b.step("selected", "a b [c]", func(f *tabs.PageForm) { f.Select("c") })
	b.step("enabled", "a b [c]", func(f *tabs.PageForm) { f.Enable("b", true) })
	b.step("removed", "a [b]", func(f *tabs.PageForm) { f.Remove("c") })
	b.step("added", "a [b] d", func(f *tabs.PageForm) { f.Add(tabs.PageTab{Title: "d"}) })
	b.step("inserted", "e a [b] d", func(f *tabs.PageForm) { f.Insert(0, tabs.PageTab{ID: "e", Title: "E"}) })
	b.step("taken", "e a [b] d", func(f *tabs.PageForm) { f.Add(tabs.PageTab{ID: "e", Title: "taken"}) })
	b.step("moved on", "a [b] e d", func(f *tabs.PageForm) { f.Move("e", 2) })
	b.step("moved back", "d a [b] e", func(f *tabs.PageForm) { f.Move("d", 0) })
	b.step("renamed", "d a [b] e", func(f *tabs.PageForm) { f.Rename("a", "Ah") })
	if got := b.Find("[data-id=a]").Text(); got != "Ah" {
		t.Errorf("renamed to %q", got)
	}
	b.step("emptied", "", func(f *tabs.PageForm) {
		for _, id := range []string{"a", "b", "d", "e", "x"} {
			f.Remove(id)
		}
		if f.Selected() != "" {
			t.Errorf("%q shows", f.Selected())
		}
	})
	b.step("filled again", "[z]", func(f *tabs.PageForm) { f.Add(tabs.PageTab{ID: "z", Title: "Z"}) })
}

func TestBuildAsks(t *testing.T) {
	b := built(t)
	var log []string
	b.f.OnSelect = func(old, new string) bool { log = append(log, old+new); return new != "a" }
	b.f.OnClose = func(id string) bool { log = append(log, "close "+id); return len(log) > 3 }
	b.click("chosen", "[data-id=c]", "a b [c]")
	b.click("disabled", "[data-id=b]", "a b [c]")
	b.click("refused", "[data-id=a]", "a b [c]")
	b.click("not closed", "[data-part=close]", "a b [c]")
	b.click("closed", "[data-part=close]", "[a] b")
	if got := strings.Join(log, ", "); got != "ac, ca, close c, close c" {
		t.Errorf("asked %s", got)
	}
}
