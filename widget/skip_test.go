package widget_test

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/widget/widgettest"
)

// ledger is a list of items with handlers and fields.
type ledger struct {
	scene
	items  []int
	labels map[int]string
	head   int // handlers before the list, which shift the ordinals
	class  string
	tag    string
	hit    string
	drawn  int
}

func newLedger() *ledger {
	l := &ledger{labels: map[int]string{}, tag: "ul"}
	for i := range 20 {
		l.items = append(l.items, i)
	}
	l.scene.draw = l.draw
	return l
}

func (l *ledger) draw(ctx context.Context, s *scene, w io.Writer) error {
	fmt.Fprintf(w, "<main class=%q>", l.class)
	for i := range l.head {
		io.WriteString(w, "<b")
		attrs(ctx, w, s.Key(fmt.Sprint("head", i)))
		attrs(ctx, w, s.On(widget.Click(func(context.Context) { l.hit = fmt.Sprint("head ", i) })))
		io.WriteString(w, "></b>")
	}
	fmt.Fprintf(w, "<%s>", l.tag)
	for _, i := range l.items {
		io.WriteString(w, "<li")
		attrs(ctx, w, s.Key(i))
		fmt.Fprintf(w, " id=\"i%d\"><b", i)
		version := l.drawn
		attrs(ctx, w, s.On(widget.Click(func(context.Context) { l.hit = fmt.Sprint(i, " ", version) })))
		fmt.Fprintf(w, ">%d</b><i>%s</i><u><s>x</s></u><input value=\"v\"", i, l.labels[i])
		attrs(ctx, w, s.On(widget.Change(func(context.Context, string) {})))
		io.WriteString(w, "></li>")
	}
	_, err := fmt.Fprintf(w, "</%s></main>", l.tag)
	return err
}

func (l *ledger) change(r *rand.Rand) {
	l.drawn++
	switch r.IntN(7) {
	case 0:
		l.head = r.IntN(3)
	case 1:
		l.class = fmt.Sprint("c", r.IntN(2))
	case 2:
		l.items = slices.Delete(l.items, 0, r.IntN(len(l.items)/2+1))
		l.items = append(l.items, 100+l.drawn, 200+l.drawn)
	case 3:
		i, j := r.IntN(len(l.items)), r.IntN(len(l.items))
		l.items[i], l.items[j] = l.items[j], l.items[i]
	case 4:
		l.tag = []string{"ul", "ol"}[r.IntN(2)]
	case 5:
		l.items = slices.Insert(l.items, r.IntN(len(l.items)), 300+l.drawn)
	}
	l.labels[l.items[r.IntN(len(l.items))]] = fmt.Sprint("label", l.drawn)
}

func TestItemsThatAreSkipped(t *testing.T) {
	skipped := 0
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 2))
		l := newLedger()
		page := widgettest.Mount(t, &l.scene)
		page.Tree().Production()
		for step := range 20 {
			l.change(r)
			l.Redraw()
			page.Flush()
			skipped += page.Tree().Skips()
			if err := page.Err(); err != nil {
				t.Fatal(err)
			}
			if got, want := page.HTML(), l.fresh(t); got != want {
				t.Fatalf("seed %d step %d\ngot  %s\nwant %s", seed, step, got, want)
			}
			i := l.items[r.IntN(len(l.items))]
			l.hit = ""
			version := l.drawn
			page.Click(fmt.Sprintf("#i%d b", i))
			if l.hit != fmt.Sprint(i, " ", version) {
				t.Fatalf("seed %d step %d: a click on %d reached %q, want version %d", seed, step, i, l.hit, version)
			}
		}
		page.End()
	}
	if skipped == 0 {
		t.Error("nothing was skipped")
	}
}

// fresh is what a page shows that draws the ledger for the first time.
func (l *ledger) fresh(t *testing.T) string {
	page := widgettest.New(t)
	other := &scene{draw: l.draw}
	if err := page.Start(other); err != nil {
		t.Fatal(err)
	}
	defer page.End()
	return strings.TrimSpace(page.HTML())
}

// What the user typed into an item counts, though the item is drawn as before.
func TestSkippedItemWithATypedField(t *testing.T) {
	l := newLedger()
	page := widgettest.Mount(t, &l.scene)
	page.Tree().Production()
	l.Redraw()
	page.Flush()
	if page.Tree().Skips() != 20 {
		t.Fatalf("%d items could be skipped, want 20", page.Tree().Skips())
	}
	page.Patches()
	page.Find("#i3 input")
	page.Type("#i3 input", "typed")
	if got := page.Attr("#i3 input", "value"); got != "v" {
		t.Errorf("the field shows %q, want what is drawn", got)
	}
}

// Two items with one key are all replaced in production, and the page is right.
func TestEqualKeysInProduction(t *testing.T) {
	items := []int{1, 2, 3}
	s := &scene{}
	s.draw = func(ctx context.Context, s *scene, w io.Writer) error {
		io.WriteString(w, "<ul>")
		for n, i := range items {
			io.WriteString(w, "<li")
			attrs(ctx, w, s.Key(i))
			fmt.Fprintf(w, "><b>%d</b><i>%d</i></li>", i, n)
		}
		_, err := io.WriteString(w, "</ul>")
		return err
	}
	page := widgettest.Mount(t, s)
	page.Tree().Production()
	r := rand.New(rand.NewPCG(1, 1))
	for range 50 {
		items = items[:0]
		for range r.IntN(8) {
			items = append(items, r.IntN(4))
		}
		s.Redraw()
		page.Flush()
		var want strings.Builder
		for n, i := range items {
			fmt.Fprintf(&want, "<li><b>%d</b><i>%d</i></li>", i, n)
		}
		if err := page.Err(); err != nil || page.HTML() != "<ul>"+want.String()+"</ul>" {
			t.Fatalf("%v: %v, got %s", items, err, page.HTML())
		}
	}
}
