package widget_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/omg-go/omg/widget/widgettest"
)

// canonical is HTML as widgettest tells it.
func canonical(t testing.TB, text string) string {
	t.Helper()
	nodes, err := html.ParseFragment(strings.NewReader(text), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, n := range nodes {
		if err := html.Render(&b, widgettest.Plain(n)); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// keyed lists the elements whose identity must survive: by the key that the test
// gave them along with a title.
func TestRandomTrees(t *testing.T) {
	for seed := range uint64(300) {
		r := newMaker(seed)
		s := newSheet(r.page())
		page := widgettest.Mount(t, s)
		if seed%2 == 1 {
			page.Tree().Production()
		}
		for step := range 8 {
			before := s.html
			s.html = r.page()
			s.Redraw()
			page.Flush()
			patches := page.Patches()
			if err := page.Err(); err != nil {
				t.Fatalf("seed %d step %d: %v\n%s", seed, step, err, s.html)
			}
			if got, want := page.HTML(), canonical(t, s.want()); got != want {
				t.Fatalf("seed %d step %d\nfrom %s\nto   %s\ngot  %s\nwant %s\npatches %s", seed, step, before, s.html, got, want, patches)
			}
			if patches != nil {
				sendsNothing(t, page, s)
			}
		}
		page.End()
	}
}

// A text that changed is what the next drawing is compared with.
func TestTextIsSentOnce(t *testing.T) {
	for _, html := range []string{"<p>1</p>", "<p>2</p>", "<p>2<b a=\"x\">3</b><i>4</i></p>", "<p>2<b a=\"x\">5</b><i>4</i></p>", "<p>6<b a=\"y\">5</b><i>7</i></p>"} {
		s := newSheet("<p>0<b a=\"x\">0</b><i>0</i></p>")
		page := widgettest.Mount(t, s)
		for _, next := range []string{html, strings.ReplaceAll(html, "5", "8"), html} {
			s.html = next
			s.Redraw()
			page.Flush()
			if got, want := page.HTML(), canonical(t, s.want()); got != want {
				t.Fatalf("got %s, want %s", got, want)
			}
			sendsNothing(t, page, s)
		}
	}
}

func TestKeyedItemsKeepTheirNodes(t *testing.T) {
	for seed := range uint64(200) {
		r := newMaker(seed)
		list := func() string {
			var b strings.Builder
			b.WriteString("<ul>")
			for _, k := range r.Perm(12)[:r.IntN(12)] {
				b.WriteString(`<li w-k="` + string(rune('a'+k)) + `" id="` + string(rune('a'+k)) + `">` + r.pick("x", "y") + `</li> `)
			}
			return b.String() + "</ul>"
		}
		s := newSheet(list())
		page := widgettest.Mount(t, s)
		for range 5 {
			was := byID(page)
			s.html = list()
			page.Do(func(context.Context) { s.Redraw() })
			for id, n := range byID(page) {
				if was[id] != nil && was[id] != n {
					t.Fatalf("seed %d: item %s is another node", seed, id)
				}
			}
		}
		page.End()
	}
}

func byID(page *widgettest.Page) map[string]*html.Node {
	nodes := map[string]*html.Node{}
	for n := range page.Body().Descendants() {
		for _, a := range n.Attr {
			if a.Key == "id" {
				nodes[a.Val] = n
			}
		}
	}
	return nodes
}

// Nodes that a script put anywhere never shift an address, and stay.
func TestForeignNodes(t *testing.T) {
	for seed := range uint64(200) {
		r := newMaker(seed)
		s := newSheet(r.page())
		page := widgettest.Mount(t, s)
		for range 5 {
			for _, n := range slices.Collect(page.Body().Descendants()) {
				if n.Type == html.ElementNode && n.Parent != page.Body() && r.IntN(3) == 0 && n.Parent.Data != "textarea" {
					mark := &html.Node{Type: html.ElementNode, Data: "mark"}
					page.Foreign(mark)
					n.Parent.InsertBefore(mark, n)
				}
			}
			s.html = r.page()
			s.Redraw()
			page.Flush()
			if got, want := strings.ReplaceAll(page.HTML(), "<mark></mark>", ""), canonical(t, s.want()); got != want {
				t.Fatalf("seed %d\ngot  %s\nwant %s\n%s", seed, got, want, page.Patches())
			}
		}
		page.End()
	}
}
