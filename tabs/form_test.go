package tabs_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/tabs"
	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/widget/widgettest"
)

func three() *tabs.Form {
	return tabs.New("Letters",
		tabs.Tab{ID: "a", Title: "Aaa", Content: tabs.Text("first")},
		tabs.Tab{ID: "b", Title: "Bbb", Content: tabs.Text("second")},
		tabs.Tab{ID: "c", Title: "Ccc", Content: tabs.Text("third")},
	)
}

// row is what the row shows: titles, the selected one in brackets.
func row(p *widgettest.Page, f *tabs.Form) string {
	p.Flush()
	var all []string
	for _, t := range f.Tabs() {
		s := t.Title
		if p.Attr("[data-id='"+t.ID+"']", "aria-selected") == "true" {
			s = "[" + s + "]"
		}
		all = append(all, s)
	}
	return strings.Join(all, " ")
}

func TestOperations(t *testing.T) {
	f := three()
	p := widgettest.Mount(t, f)
	check := func(what string, err error, want string) {
		t.Helper()
		if err != nil {
			t.Errorf("%s: %v", what, err)
		}
		if got := row(p, f); got != want {
			t.Errorf("%s: %s, want %s", what, got, want)
		}
	}
	check("new", nil, "[Aaa] Bbb Ccc")
	p.Click("[data-id=c]")
	check("click", nil, "Aaa Bbb [Ccc]")
	p.Do(func(ctx context.Context) { check("select", f.Select(ctx, "b"), "Aaa [Bbb] Ccc") })
	check("add", f.Add(tabs.Tab{ID: "d", Title: "Ddd"}), "Aaa [Bbb] Ccc Ddd")
	check("insert", f.Insert(1, tabs.Tab{ID: "e", Title: "Eee"}), "Aaa Eee [Bbb] Ccc Ddd")
	check("rename", f.Rename("e", "Eh"), "Aaa Eh [Bbb] Ccc Ddd")
	check("move to the end", f.Move("a", 9), "Eh [Bbb] Ccc Ddd Aaa")
	check("move to the start", f.Move("d", -1), "Ddd Eh [Bbb] Ccc Aaa")
	check("disable", f.Enable("c", false), "Ddd Eh [Bbb] Ccc Aaa")
	if got := p.Attr("[data-id=c]", "aria-disabled"); got != "true" {
		t.Errorf("disabled: %q", got)
	}
	check("badge", f.SetBadge("c", "3"), "Ddd Eh [Bbb] Ccc Aaa")
	check("wrong", f.SetWrong("a", true), "Ddd Eh [Bbb] Ccc Aaa")
	if got := p.Text("[data-id=c]"); got != "Ccc 3" {
		t.Errorf("with a badge: %q", got)
	}
	p.Do(func(ctx context.Context) {
		if id := f.SelectWrong(ctx); id != "a" || f.Selected() != "a" {
			t.Errorf("selected the wrong %q", id)
		}
	})
}

func TestMistakes(t *testing.T) {
	f := three()
	p := widgettest.Mount(t, f)
	p.Do(func(ctx context.Context) {
		for what, err := range map[string]error{
			"select": f.Select(ctx, "x"), "remove": f.Remove(ctx, "x"), "discard": f.Discard(ctx, "x"), "reload": f.Reload(ctx, "x"),
			"rename": f.Rename("x", "X"), "move": f.Move("x", 1), "enable": f.Enable("x", true), "content": f.SetContent("x", tabs.Tab{}),
		} {
			var unknown *tabs.UnknownError
			if !errors.As(err, &unknown) || unknown.ID != "x" {
				t.Errorf("%s: got %v", what, err)
			}
		}
	})
	for _, tab := range []tabs.Tab{{ID: "a", Title: "Again"}, {ID: "n"}, {ID: "a b", Title: "Space"}, {ID: "#", Title: "Hash"}} {
		if err := f.Add(tab); err == nil {
			t.Errorf("no error for %+v", tab)
		}
	}
	for what, make := range map[string]func(){
		"no label": func() { tabs.New("") },
		"one ID":   func() { tabs.New("x", tabs.Tab{ID: "a", Title: "A"}, tabs.Tab{ID: "a", Title: "A"}) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("no panic for %s", what)
				}
			}()
			make()
		}()
	}
}

// TestOnSelectRefuses: the page hears that its choice was answered, and what shows.
func TestOnSelectRefuses(t *testing.T) {
	f := three()
	var asked []string
	f.OnSelect = func(_ context.Context, old, new string) error {
		asked = append(asked, old+new)
		if new == "b" {
			return bridge.UserError("", "Not that one.")
		}
		return nil
	}
	p := widgettest.Mount(t, f)
	p.Click("[data-id=b]")
	if err := p.Err(); err == nil || !strings.Contains(err.Error(), "Not that one.") {
		t.Errorf("got %v", err)
	}
	if got := row(p, f); got != "[Aaa] Bbb Ccc" {
		t.Errorf("refused: %s", got)
	}
	if got := p.Attr("[data-omg=tabs]", "data-heard"); got != "1" {
		t.Errorf("answered %s clicks", got)
	}
	p.Click("[data-id=c]")
	p.Click("[data-id=c]")
	if got := row(p, f); got != "Aaa Bbb [Ccc]" || !slices.Equal(asked, []string{"ab", "ac"}) {
		t.Errorf("%s, asked %v", got, asked)
	}
}

func TestMovedByTheUser(t *testing.T) {
	f := three()
	f.Movable = true
	var moved []string
	f.OnMove = func(_ context.Context, id string, to int) { moved = append(moved, id+string(rune('0'+to))) }
	p := widgettest.Mount(t, f)
	p.Event("[data-id=a]", "change", "2", 0)
	if got := row(p, f); got != "Bbb Ccc [Aaa]" {
		t.Errorf("moved: %s", got)
	}
	p.Event("[data-id=a]", "change", "99", 0)
	p.Event("[data-id=a]", "change", "-7", 0)
	if got := row(p, f); got != "[Aaa] Bbb Ccc" {
		t.Errorf("moved beyond the ends: %s", got)
	}
	p.Event("[data-id=a]", "change", "here", 0)
	if p.Err() == nil {
		t.Error("no error for a place that is none")
	}
	if !slices.Equal(moved, []string{"a2", "a2", "a0"}) {
		t.Errorf("told %v", moved)
	}
}

// TestMovesLeavePanels: a move is one operation, and none of it touches a panel.
func TestMovesLeavePanels(t *testing.T) {
	f := three()
	p := widgettest.Mount(t, f)
	p.Patches()
	f.Move("c", 0)
	p.Flush()
	if got := p.Patches(); len(got) != 1 || strings.Count(got[0], `"m"`) != 1 || strings.Contains(got[0], `"i"`) {
		t.Errorf("patches %v", got)
	}
}

// counted is a widget that counts its lives.
type counted struct {
	widget.Base
	mounts, unmounts int
}

func (c *counted) Render() templ.Component     { return tabs.Text("alive") }
func (c *counted) Mount(context.Context) error { c.mounts++; return nil }
func (c *counted) Unmount()                    { c.unmounts++ }

func TestWidgetsInPanels(t *testing.T) {
	for _, only := range []bool{false, true} {
		c := &counted{}
		f := tabs.New("x", tabs.Tab{ID: "a", Title: "A", Content: widget.Show(c)}, tabs.Tab{ID: "b", Title: "B"})
		f.Only = only
		p := widgettest.Mount(t, f)
		for range 3 {
			p.Click("[data-id=b]")
			p.Click("[data-id=a]")
		}
		want := 1
		if only {
			want = 4
		}
		if c.mounts != want || c.unmounts != want-1 {
			t.Errorf("only %v: mounted %d times, unmounted %d times", only, c.mounts, c.unmounts)
		}
	}
}

func TestHostileTextIsText(t *testing.T) {
	const evil = `<img src=x onerror=alert(1)>`
	f := tabs.New(evil, tabs.Tab{ID: "a", Title: evil, Badge: evil, Closable: true, Content: tabs.Text(evil)})
	p := widgettest.Mount(t, f)
	if n := p.Count("img"); n != 0 {
		t.Errorf("%d images", n)
	}
	if got := p.Text("[data-part=panel]"); got != evil {
		t.Errorf("the panel says %q", got)
	}
}

func mount(t *testing.T, f *tabs.Form) *widgettest.Page { return widgettest.Mount(t, f) }
