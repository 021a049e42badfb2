package widget

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/a-h/templ"
	templruntime "github.com/a-h/templ/runtime"
)

// itemList draws items with a handler each, one list after the other.
type itemList struct {
	Base
	lists [][]string
}

func (l *itemList) Render() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		io.WriteString(w, "<ul>")
		for _, list := range l.lists {
			for _, item := range list {
				io.WriteString(w, "<li")
				templruntime.RenderAttributes(ctx, w, io.Discard, "li", l.Key(item))
				io.WriteString(w, "><b")
				templruntime.RenderAttributes(ctx, w, io.Discard, "b", l.On(Click(func(context.Context) {})))
				fmt.Fprintf(w, ">%s</b><i></i><u></u></li>\n", item)
			}
		}
		_, err := io.WriteString(w, "</ul>")
		return err
	})
}

// drawnItems returns what a drawing of the lists writes, by item, and how many of
// them need not be read.
func drawnItems(t *testing.T, tree *Tree, l *itemList, lists ...[]string) (items []string, skipped int) {
	t.Helper()
	l.lists = lists
	p := newPass(tree, t.Context())
	d := newDrawing(p, tree.root)
	if err := d.render(); err != nil {
		t.Fatal(err)
	}
	for i := range d.outline.nodes {
		if d.outline.nodes[i].skipped > 0 {
			skipped++
		}
	}
	text := strings.TrimSuffix(strings.TrimPrefix(d.buf.String(), "<ul>"), "\n</ul>")
	d.free()
	p.free()
	return strings.Split(text, "\n"), skipped
}

func TestItemsHaveTheSameBytesWhereverTheyStand(t *testing.T) {
	all := strings.Fields("a b c d e f g h i j k l")
	l := &itemList{lists: [][]string{all}}
	tree := production(t, l)
	defer tree.Ended(t.Context())
	before, skipped := drawnItems(t, tree, l, all)
	if skipped != len(all) {
		t.Errorf("%d items of the same drawing were skipped, want all", skipped)
	}
	after, skipped := drawnItems(t, tree, l, all[1:])
	if got, want := fmt.Sprint(after), fmt.Sprint(before[1:]); got != want {
		t.Errorf("without the first:\ngot  %s\nwant %s", got, want)
	}
	if skipped != len(all)-2 {
		t.Errorf("%d items were skipped when the first was gone, want all but the one that tells", skipped)
	}
}

// Two lists may have the same keys, but no two handlers one name.
func TestNamesAreUnique(t *testing.T) {
	l := &itemList{}
	tree := production(t, l)
	defer tree.Ended(t.Context())
	drawn, _ := drawnItems(t, tree, l, []string{"a", "b"}, []string{"a", "b"}, []string{"b"})
	seen := map[string]bool{}
	for _, item := range drawn {
		_, name, _ := strings.Cut(item, "w-click:")
		name, _, _ = strings.Cut(name, ">")
		if seen[name] || name == "" {
			t.Errorf("name %q of %s", name, item)
		}
		seen[name] = true
	}
	if len(seen) != 5 {
		t.Errorf("%d names, want 5", len(seen))
	}
}

func TestOrdinalsOfNames(t *testing.T) {
	var o outline
	o.ons = make([]Handler, 5)
	o.scopes.open(keyOf([]byte("a")), 2)
	o.scopes.list[0].count = 3
	name := string(appendName(nil, keyOf([]byte("a"))))
	for _, c := range []struct {
		drawn string
		n     int
		ok    bool
	}{
		{"0", 0, true}, {"4", 4, true}, {"5", 0, false}, {"-1", 0, false}, {"", 0, false}, {"x", 0, false},
		{name + "0", 2, true}, {name + "2", 4, true}, {name + "3", 0, false}, {name + "-1", 0, false}, {name, 0, false},
		{string(appendName(nil, keyOf([]byte("b")))) + "0", 0, false}, {".ÄÄÄÄÄÄ0", 0, false},
	} {
		n, ok := o.ordinal([]byte(c.drawn))
		if ok != c.ok || ok && n != c.n {
			t.Errorf("%q: %d, %t, want %d, %t", c.drawn, n, ok, c.n, c.ok)
		}
	}
}
