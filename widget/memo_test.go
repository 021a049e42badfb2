package widget_test

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/a-h/templ"

	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/widget/widgettest"
)

// notes is a list of items under Memo, with handlers and fields.
type notes struct {
	scene
	items []int
	text  map[int]string
	tag   string // of the list
	class string // of what it is in
	foot  int    // handlers behind the list
	hit   string
	drawn int // items that were drawn
}

func newNotes(n int) *notes {
	l := &notes{text: map[int]string{}, tag: "ul"}
	for i := range n {
		l.items = append(l.items, i)
	}
	l.scene.draw = l.draw
	return l
}

func (l *notes) draw(ctx context.Context, s *scene, w io.Writer) error {
	fmt.Fprintf(w, "<main class=%q><%s>", l.class, l.tag)
	for _, i := range l.items {
		item := templ.ComponentFunc(func(ctx context.Context, w io.Writer) error { l.drawn++; return l.item(ctx, s, w, i) })
		if err := s.Memo(i, l.text[i]).Render(templ.WithChildren(ctx, item), w); err != nil {
			return err
		}
	}
	fmt.Fprintf(w, "</%s>", l.tag)
	for i := range l.foot {
		io.WriteString(w, "<b")
		attrs(ctx, w, s.Key(fmt.Sprint("foot", i)))
		attrs(ctx, w, s.On(widget.Click(func(context.Context) { l.hit = fmt.Sprint("foot ", i) })))
		io.WriteString(w, "></b>")
	}
	_, err := io.WriteString(w, "</main>")
	return err
}

func (l *notes) item(ctx context.Context, s *scene, w io.Writer, i int) error {
	text := l.text[i]
	io.WriteString(w, "<li")
	attrs(ctx, w, s.Key(i))
	fmt.Fprintf(w, " id=\"i%d\"><b", i)
	attrs(ctx, w, s.On(widget.Click(func(context.Context) { l.hit = fmt.Sprint(i, " ", text) })))
	fmt.Fprintf(w, ">%d</b><i>%s</i><input value=\"v\"", i, text)
	attrs(ctx, w, s.On(widget.Change(func(context.Context, string) { l.hit = "field" })))
	_, err := io.WriteString(w, "></li>")
	return err
}

func (l *notes) change(r *rand.Rand, step int) {
	switch r.IntN(9) {
	case 0:
		l.foot = r.IntN(3)
	case 1:
		l.class = fmt.Sprint("c", r.IntN(2))
	case 2:
		from := r.IntN(len(l.items) / 2)
		l.items = slices.Delete(l.items, from, from+r.IntN(len(l.items)/2))
		l.items = append(l.items, 1000+step, 2000+step)
	case 3:
		i, j := r.IntN(len(l.items)), r.IntN(len(l.items))
		l.items[i], l.items[j] = l.items[j], l.items[i]
	case 4:
		l.tag = []string{"ul", "ol"}[r.IntN(2)]
	case 5:
		l.items = slices.Insert(l.items, r.IntN(len(l.items)), 3000+step)
	case 6:
		slices.Reverse(l.items)
	}
	l.text[l.items[r.IntN(len(l.items))]] = fmt.Sprint("text", step)
}

func TestMemo(t *testing.T) {
	drawn, shown := 0, 0
	for seed := range uint64(24) {
		r := rand.New(rand.NewPCG(seed, 3))
		l := newNotes(4 + int(seed%24))
		page := widgettest.Mount(t, &l.scene)
		page.Tree().Production()
		for step := range 25 {
			l.change(r, step)
			l.drawn = 0
			l.Redraw()
			page.Flush()
			drawn, shown = drawn+l.drawn, shown+len(l.items)
			if err := page.Err(); err != nil {
				t.Fatal(err)
			}
			if got, want := page.HTML(), l.fresh(t); got != want {
				t.Fatalf("seed %d step %d\ngot  %s\nwant %s", seed, step, got, want)
			}
			l.clickAll(t, page, seed, step)
			sendsNothing(t, page, l)
		}
		page.End()
	}
	if drawn > shown/2 {
		t.Errorf("%d of %d items were drawn", drawn, shown)
	}
}

// sendsNothing draws what did not change.
func sendsNothing(t *testing.T, page *widgettest.Page, w widget.Widget) {
	t.Helper()
	page.Patches()
	w.Redraw()
	page.Flush()
	if p := page.Patches(); len(p) > 0 {
		t.Fatalf("sent for no change: %s", p)
	}
}

// clickAll clicks on some items and on what is behind the list.
func (l *notes) clickAll(t *testing.T, page *widgettest.Page, seed uint64, step int) {
	t.Helper()
	click := func(selector, want string) {
		if page.Click(selector); l.hit != want {
			t.Fatalf("seed %d step %d: a click on %s reached %q, want %q", seed, step, selector, l.hit, want)
		}
	}
	for _, i := range []int{l.items[0], l.items[len(l.items)/2], l.items[len(l.items)-1]} {
		click(fmt.Sprintf("#i%d b", i), fmt.Sprint(i, " ", l.text[i]))
	}
	if l.foot > 0 {
		click("main>b", "foot 0")
	}
}

// fresh is what a page shows that draws the list for the first time.
func (l *notes) fresh(t *testing.T) string {
	page := widgettest.New(t)
	if err := page.Start(&scene{draw: l.draw}); err != nil {
		t.Fatal(err)
	}
	defer page.End()
	return strings.TrimSpace(page.HTML())
}

// What the user typed into an item counts, though its values are the same.
func TestMemoWithATypedField(t *testing.T) {
	l := newNotes(5)
	page := widgettest.Mount(t, &l.scene)
	page.Tree().Production()
	l.Redraw()
	page.Flush()
	if page.Type("#i3 input", "typed"); l.hit != "field" {
		t.Fatal("not heard")
	}
	if got := page.Attr("#i3 input", "value"); got != "v" {
		t.Errorf("the field shows %q, want what is drawn", got)
	}
}

// An item that shows a widget is drawn each time, wherever it stands.
func TestMemoOfWidgets(t *testing.T) {
	kids, order := []*scene{text("<b>0</b>"), text("<b>1</b>"), text("<b>2</b>")}, []int{0, 1, 2}
	s := &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
		io.WriteString(w, "<ul>")
		for _, i := range order {
			item := templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
				io.WriteString(w, "<li")
				attrs(ctx, w, s.Key(i))
				io.WriteString(w, ">")
				err := widget.Show(kids[i]).Render(ctx, w)
				io.WriteString(w, "</li>")
				return err
			})
			if err := s.Memo(i).Render(templ.WithChildren(ctx, item), w); err != nil {
				return err
			}
		}
		_, err := io.WriteString(w, "</ul>")
		return err
	}}
	for _, production := range []bool{false, true} {
		page := widgettest.Mount(t, s)
		if production {
			page.Tree().Production()
		}
		for _, order = range [][]int{{2, 0, 1}, {1, 2}, {1, 0, 2}} {
			s.Redraw()
			page.Flush()
			var got []string
			for _, part := range strings.Split(page.HTML(), "<b")[1:] {
				got = append(got, part[strings.Index(part, ">")+1:][:1])
			}
			if err := page.Err(); err != nil || strings.Join(got, "") != strings.Trim(strings.ReplaceAll(fmt.Sprint(order), " ", ""), "[]") {
				t.Errorf("%v: %v, got %s", order, err, page.HTML())
			}
		}
		page.End()
	}
}

// nested draws lists under Memo, the items of which are under Memo.
func nested(text map[int]string, drawn *int) *scene {
	return &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
		memo := func(ctx context.Context, w io.Writer, key any, tag string, content func(context.Context, io.Writer) error, values ...any) error {
			item := templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
				io.WriteString(w, "<"+tag)
				attrs(ctx, w, s.Key(key))
				io.WriteString(w, ">")
				err := content(ctx, w)
				io.WriteString(w, "</"+tag+">")
				return err
			})
			return s.Memo(key, values...).Render(templ.WithChildren(ctx, item), w)
		}
		io.WriteString(w, "<main>")
		for list := range 3 {
			err := memo(ctx, w, fmt.Sprint("list", list), "ul", func(ctx context.Context, w io.Writer) error {
				for i := list * 4; i < list*4+4; i++ {
					err := memo(ctx, w, i, "li", func(_ context.Context, w io.Writer) error {
						*drawn++
						_, err := io.WriteString(w, "<b>"+text[i]+"</b>")
						return err
					}, text[i])
					if err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
		_, err := io.WriteString(w, "</main>")
		return err
	}}
}

// An item that holds items of another Memo is drawn each time, those are not.
func TestMemoInMemo(t *testing.T) {
	text, drawn := map[int]string{}, 0
	s := nested(text, &drawn)
	page := widgettest.Mount(t, s)
	page.Tree().Production()
	s.Redraw()
	page.Flush()
	for step := range 20 {
		text[step*7%12] = fmt.Sprint("text", step)
		drawn = 0
		s.Redraw()
		page.Flush()
		if want := fmt.Sprintf("<b>text%d</b>", step); page.Err() != nil || !strings.Contains(page.HTML(), want) {
			t.Fatalf("step %d: %s", step, page.HTML())
		}
		if drawn != 1 && step > 0 {
			t.Errorf("step %d: %d items were drawn, want 1", step, drawn)
		}
	}
}

// Items with one key are drawn each time, and the page is right.
func TestMemoOfEqualKeys(t *testing.T) {
	l := newNotes(6)
	page := widgettest.Mount(t, &l.scene)
	page.Tree().Production()
	for _, items := range [][]int{{1, 1, 2}, {2, 1, 1}, {1, 2}, {1, 1, 1}, {1, 1, 1}, {}} {
		l.items = items
		l.Redraw()
		page.Flush()
		if err := page.Err(); err != nil {
			t.Fatal(err)
		}
		if got, n := page.HTML(), strings.Count(page.HTML(), "<li"); n != len(items) {
			t.Fatalf("%v: %s", items, got)
		}
	}
}

func TestMemoInDevelopment(t *testing.T) {
	item := func(key any, html string) func(context.Context, *scene, io.Writer) error {
		return func(ctx context.Context, s *scene, w io.Writer) error {
			io.WriteString(w, "<ul>")
			content := templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
				io.WriteString(w, "<li")
				attrs(ctx, w, s.Key(key))
				_, err := io.WriteString(w, html)
				return err
			})
			err := s.Memo("a", 1).Render(templ.WithChildren(ctx, content), w)
			io.WriteString(w, "</ul>")
			return err
		}
	}
	for _, c := range []struct{ name, want string }{
		{"two elements", "must hold one element"},
		{"blank", "must hold one element"},
		{"another key", "must hold one element"},
		{"drawn differently", "drawn differently"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := &scene{draw: item("a", ">1</li>")}
			page := widgettest.Mount(t, s)
			switch c.name {
			case "two elements":
				s.draw = item("a", ">1</li><li>2</li>")
			case "blank":
				s.draw = item("a", ">1</li> ")
			case "another key":
				s.draw = item("b", ">1</li>")
			case "drawn differently":
				s.draw = item("a", ">2</li>")
			}
			s.Redraw()
			page.Flush()
			if err := page.Err(); err == nil || !strings.Contains(err.Error(), "Memo(a)") || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestMemoValues(t *testing.T) {
	type size struct{ w, h int }
	type named string
	type row struct {
		at   time.Time
		tags []string
		size
	}
	at := time.Date(2026, 1, 2, 3, 4, 5, 6, time.UTC)
	base := row{at, []string{"a", "b"}, size{1, 2}}
	changed := func(f func(*row)) row {
		r := base
		r.tags = slices.Clone(base.tags)
		f(&r)
		return r
	}
	for _, c := range []struct {
		a, b any
		same bool
	}{
		{"a", "a", true}, {"a", "b", false}, {named("a"), named("b"), false},
		{1, 1, true}, {1, 2, false}, {int8(1), int8(2), false}, {uint(1), uint(2), false},
		{true, false, false}, {1.5, 1.5, true}, {1.5, 2.5, false}, {float32(1), float32(2), false}, {1i, 2i, false},
		{at, at, true}, {at, at.Add(1), false}, {at, at.In(time.FixedZone("", 3600)), false},
		{at.In(time.FixedZone("", 7200)), at.In(time.FixedZone("", 3600)), false},
		{[]string{"ab", "c"}, []string{"a", "bc"}, false}, {[2]int{1, 2}, [2]int{1, 3}, false}, {[]int{}, []int{0}, false},
		{base, changed(func(*row) {}), true},
		{base, changed(func(r *row) { r.tags[1] = "c" }), false},
		{base, changed(func(r *row) { r.h = 3 }), false},
		{base, changed(func(r *row) { r.at = at.Add(time.Second) }), false},
	} {
		if same := widget.MemoValue(c.a) == widget.MemoValue(c.b); same != c.same {
			t.Errorf("%#v and %#v: the same: %v, want %v", c.a, c.b, same, c.same)
		}
	}
	for _, v := range []any{nil, new(int), func() {}, map[string]int{}, make(chan int), struct{ p *int }{}} {
		if said := panics(func() { widget.MemoValue(v) }); !strings.Contains(said, "widget: Memo of ") {
			t.Errorf("%T: %q", v, said)
		}
	}
}

func panics(f func()) (said string) {
	defer func() { said = fmt.Sprint(recover()) }()
	f()
	return ""
}
