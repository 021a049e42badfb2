package widget_test

import (
	"context"
	"fmt"
	"io"
	"testing"

	"github.com/a-h/templ"

	"github.com/omg-go/omg/widget"
)

// shelf is a list of forms that hold lists, each item of which has a handler. A
// field in each form has the name of a property that the page could use.
type shelf struct {
	desk
	boxes []int // how many things are in each
}

func (s *shelf) Render() templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		item := func(tag, key string) {
			io.WriteString(w, "<"+tag)
			attrs(ctx, w, s.Key(key))
			attrs(ctx, w, s.On(widget.Click(func(context.Context) { s.note("%s", key) }).Stop()))
			io.WriteString(w, ">"+key)
		}
		io.WriteString(w, "<main>")
		for i, things := range s.boxes {
			item("form", fmt.Sprint("box", i))
			for j := range things {
				item("b", fmt.Sprintf("thing%d-%d", i, j))
				io.WriteString(w, "</b>")
			}
			io.WriteString(w, `<input name="w"><input name="shift"></form>`)
		}
		_, err := io.WriteString(w, "</main>")
		return err
	})
}

// Handlers of items that the page copied are each item's own, within copies too.
// A copy that a script makes has none.
func TestChromiumCopies(t *testing.T) {
	s := &shelf{}
	tb := openTab(t, s, `globalThis.click = (...places) => { let e = document.querySelector('main'); for (const i of places) e = e.children[i]; e.click(); return '' }`)
	show := func(boxes ...int) {
		s.boxes = boxes
		tb.redraw(s)
	}
	click := func(places, want string) {
		t.Helper()
		tb.eval("click(" + places + ")")
		if want == "" {
			tb.sync()
			return
		}
		s.await(tb, want)
	}
	show(2, 2, 2, 2, 2)
	click("0", "box0")
	click("3", "box3")
	click("4, 1", "thing4-1")
	show(2, 7, 2, 2, 2)
	click("1, 1", "thing1-1")
	click("1, 6", "thing1-6")
	click("1", "box1")
	tb.eval(`(() => {
		const e = document.querySelector('main'), box = e.children[1];
		e.append(box.cloneNode(true));
		box.append(box.children[6].cloneNode(true)); // behind the two fields
		return '';
	})()`)
	click("5", "")
	click("5, 6", "")
	click("1, 9", "box1") // it is in the box
	click("2", "box2")
	if len(tb.errs) > 0 || tb.tree.Reports() > 0 || tb.tree.Stale() > 0 {
		t.Error(tb.errs, tb.tree.Reports(), tb.tree.Stale())
	}
}
