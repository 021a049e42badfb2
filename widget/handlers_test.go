package widget_test

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/widget/widgettest"
)

// A handler's id is its node's: an insert at the top changes no other row, and a
// click on what is gone reaches nobody.
func TestHandlersBelongToNodes(t *testing.T) {
	items := []int{1, 2, 3}
	s := &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
		io.WriteString(w, "<ul>")
		for _, i := range items {
			fmt.Fprint(w, "<li")
			attrs(ctx, w, s.Key(i))
			attrs(ctx, w, s.On(widget.Click(func(context.Context) { s.n = i })))
			fmt.Fprintf(w, ">%d</li>", i)
		}
		_, err := io.WriteString(w, "</ul>")
		return err
	}}
	page := widgettest.Mount(t, s)
	owner := map[string]string{}
	unique := func() {
		t.Helper()
		for n := range page.Count("li") {
			row := fmt.Sprintf("li:nth-child(%d)", n+1)
			id, item := page.Attr(row, "w-click"), page.Text(row)
			if had, known := owner[id]; known && had != item {
				t.Errorf("handler %s was that of item %s, and is that of item %s", id, had, item)
			}
			owner[id] = item
		}
	}
	unique()
	third := page.Attr("li:nth-child(3)", "w-click")
	items = []int{0, 1, 2, 3}
	s.Redraw()
	page.Flush()
	unique()
	if got := page.Attr("li:nth-child(4)", "w-click"); got != third {
		t.Errorf("id of the third row is %s now, was %s", got, third)
	}
	items = []int{0, 1, 2}
	s.Redraw()
	page.Flush()
	s.n = -1
	if err := page.Send("[0,1," + third + "]"); err != nil || s.n != -1 || page.Tree().Stale() != 1 {
		t.Errorf("stale click: %v, ran %d, stale %d", err, s.n, page.Tree().Stale())
	}
	items = []int{0, 1, 2, 4}
	s.Redraw()
	page.Flush()
	unique()
}

func TestStrictHandler(t *testing.T) {
	s := &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
		io.WriteString(w, "<p")
		attrs(ctx, w, s.On(widget.Click(s.count).Strict()))
		_, err := fmt.Fprintf(w, ">%d</p>", s.n)
		return err
	}}
	page := widgettest.Mount(t, s)
	id := strings.Fields(page.Attr("p", "w-click"))[0]
	for i, step := range []struct {
		seen, n int
	}{{0, 1}, {0, 1}, {1, 2}} {
		page.Send(fmt.Sprintf("[0,1,%s,%d]", id, step.seen))
		if s.n != step.n {
			t.Errorf("step %d: ran %d times, want %d", i, s.n, step.n)
		}
	}
}

func TestMessagesOfHostilePages(t *testing.T) {
	s := &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
		io.WriteString(w, "<input")
		attrs(ctx, w, s.On(widget.Input(func(context.Context, string) { s.n++ })))
		_, err := io.WriteString(w, ">")
		return err
	}}
	page := widgettest.Mount(t, s)
	for _, msg := range []string{
		`[0]`, `[0,"x"]`, `[0,1]`, `[0,-1,1]`, `[0,1,"1"]`, `[9]`, `[9,"x"]`,
		`[0,99,1]`, `[0,1,99]`, `[0,4294967297,1]`, `[0,1,4294967297]`,
		`[0,1,1]`, `[0,1,1,5,1]`, `[0,1,1,{"a":1},1]`, `[0,1,1,"x",-1]`, `[9,99]`, `[9,1]`,
	} {
		page.Send(msg)
		for page.Err() != nil {
		}
	}
}
