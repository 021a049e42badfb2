package widget_test

import (
	"context"
	"errors"
	"io"
	"testing"

	"github.com/omg-go/omg/internal/wire"
	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/widget/widgettest"
)

// hears is a widget with handlers of every kind of data.
func hears() *scene {
	return &scene{draw: func(ctx context.Context, s *scene, w io.Writer) error {
		at := func(h ...widget.Handler) { attrs(ctx, w, s.On(h...)) }
		io.WriteString(w, "<form")
		at(widget.Submit(func(context.Context, struct {
			Name  string
			Count *int
			On    bool
		}) error {
			s.n++
			return nil
		}))
		io.WriteString(w, "><input")
		at(widget.Input(func(context.Context, string) { s.n++ }), widget.KeyDown(func(context.Context, widget.Key) { s.n++ }),
			widget.Change(func(context.Context, bool) { s.n++ }))
		io.WriteString(w, "><select multiple")
		at(widget.Change(func(context.Context, []string) { s.n++ }))
		io.WriteString(w, "></select><i")
		at(widget.Drop(func(context.Context, widget.Dropped) { s.n++ }), widget.PointerMove(func(context.Context, widget.Pointer) { s.n++ }),
			widget.Scroll(func(context.Context, widget.Offset) { s.n++ }), widget.Intersect(func(context.Context, widget.Intersection) { s.n++ }))
		io.WriteString(w, "></i><b")
		at(widget.Click(s.count).Strict())
		_, err := io.WriteString(w, "></b></form>")
		return err
	}}
}

// FuzzReceive checks that no message of a page, hostile as it may be, makes the
// tree panic or a drawing fail.
func FuzzReceive(f *testing.F) {
	for _, s := range []string{
		`[0,1,1,[["Name","x"],["Count","7"],["On","on"]]]`, `[0,1,2,"x",1]`, `[0,1,3,["a",0],"x",1]`, `[0,1,4,true,1]`, `[0,1,5,["a","b"],1]`,
		`[0,1,6,"text",[["f",1,"t"]],[1,2,3,4,0]]`, `[0,1,7,[1,2,0,0,0]]`, `[0,1,8,[1,2]]`, `[0,1,9,[true,0.5]]`, `[0,1,10,0]`,
		`[9,1]`, `[9,2]`, `[0]`, `[0,4294967297,1]`, `[0,1,2,{"$n":"NaN"},-1]`, `[0,1,2,"x",18446744073709551615]`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, msg string) {
		frame, err := wire.ScanFrame([]byte("[1,0," + msg + "]"))
		if err != nil {
			return // the bridge's
		}
		s := hears()
		page := widgettest.Mount(t, s)
		for m, ok := frame.Next(); ok; m, ok = frame.Next() {
			if k := m.Kind(); k != 0 && k != 9 {
				continue
			}
			page.Tree().Coalesce(m)
			page.Send(string(m))
			for err := page.Err(); err != nil; err = page.Err() {
				if p := (*widget.PanicError)(nil); errors.As(err, &p) {
					t.Fatalf("%s: %v", m, err)
				}
			}
		}
		s.Redraw()
		page.Flush()
		if err := page.Err(); err != nil {
			t.Fatalf("%s: then the drawing fails: %v", msg, err)
		}
	})
}
