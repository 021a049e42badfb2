//go:build !race

// In a page these tests run in one task. In memory an observer is told by a
// goroutine of its own while the test goes on changing the page, which no page
// does and the race detector rightly reports.

package tabs_test

import (
	"strings"
	"testing"

	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/dom/domtest"
	"github.com/omg-go/omg/tabs"
)

func built(t *testing.T) (*domtest.Page, *tabs.PageForm) {
	p := domtest.New(t, `<main></main>`)
	f := tabs.Build(tabs.PageOptions{Label: "Shapes", Movable: true},
		tabs.PageTab{ID: "a", Title: "A", Content: dom.Build("p", dom.Words("first"))},
		tabs.PageTab{ID: "b", Title: "B", Disabled: true},
		tabs.PageTab{ID: "c", Title: "C", Closable: true})
	t.Cleanup(f.Stop)
	p.Find("main").Append(f.Element())
	p.Wait()
	return p, f
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
	p, f := built(t)
	check := func(what, want string) {
		t.Helper()
		p.Wait()
		if got := inPage(f); got != want {
			t.Errorf("%s: %s, want %s", what, got, want)
		}
	}
	check("built", "[a] b c")
	f.Select("c")
	p.Wait()
	check("selected", "a b [c]")
	f.Enable("b", true)
	p.Wait()
	f.Remove("c")
	p.Wait()
	check("removed", "a [b]")
	f.Add(tabs.PageTab{Title: "d"})
	p.Wait()
	f.Insert(0, tabs.PageTab{ID: "e", Title: "E"})
	p.Wait()
	f.Add(tabs.PageTab{ID: "e", Title: "taken"})
	p.Wait()
	check("added", "e a [b] d")
	f.Move("e", 2)
	p.Wait()
	check("moved on", "a [b] e d")
	f.Move("d", 0)
	p.Wait()
	check("moved back", "d a [b] e")
	f.Rename("a", "Ah")
	p.Wait()
	if got := p.Find("[data-id=a]").Text(); got != "Ah" {
		t.Errorf("renamed to %q", got)
	}
	for _, id := range []string{"a", "b", "d", "e", "x"} {
		f.Remove(id)
		p.Wait()
	}
	check("emptied", "")
	if f.Selected() != "" {
		t.Errorf("%q shows", f.Selected())
	}
	f.Add(tabs.PageTab{ID: "z", Title: "Z"})
	p.Wait()
	check("filled again", "[z]")
}

func TestBuildAsks(t *testing.T) {
	p, f := built(t)
	var log []string
	f.OnSelect = func(old, new string) bool { log = append(log, old+new); return new != "a" }
	f.OnClose = func(id string) bool { log = append(log, "close "+id); return len(log) > 3 }
	p.Find("[data-id=c]").Click()
	p.Wait()
	p.Find("[data-id=b]").Click() // disabled
	p.Wait()
	p.Find("[data-id=a]").Click()
	p.Wait()
	p.Find("[data-part=close]").Click()
	p.Wait()
	if got := inPage(f); got != "a b [c]" {
		t.Errorf("refused: %s", got)
	}
	p.Find("[data-part=close]").Click()
	p.Wait()
	if got := inPage(f) + ", " + strings.Join(log, ", "); got != "[a] b, ac, ca, close c, close c" {
		t.Errorf("got %s", got)
	}
}
