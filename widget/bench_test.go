package widget

import (
	"bytes"
	"context"
	"testing"

	"github.com/a-h/templ"

	"github.com/omg-go/omg/bridge"
)

// tables are made by the external tests, which can import what imports us.
var (
	BenchFlat   func(n int) (w Widget, change func(i int))
	BenchNested func(n int) (w Widget, change func(i int) Widget)
	BenchPlain  func(n int) templ.Component
)

type discard struct{ buf []byte }

func (d *discard) Patch(_ uint64, _ bool, write func([]byte) []byte) { d.buf = write(d.buf[:0]) }

// production attaches w as a program in production does.
func production(t testing.TB, w Widget) *Tree {
	t.Helper()
	s := bridge.NewSession(bridge.NewHub(bridge.Options{}), context.Background())
	tree, err := Attach(s, w, Options{})
	if err != nil {
		t.Fatal(err)
	}
	tree.options.Development = false
	tree.options.Error = func(_ context.Context, _ Widget, err error) { t.Error(err) }
	if _, err := tree.Draw(s.Context()); err != nil {
		t.Fatal(err)
	}
	if err := tree.Adopt(s.Context()); err != nil {
		t.Fatal(err)
	}
	tree.FlushTo(s.Context(), &discard{})
	return tree
}

func BenchmarkTable(b *testing.B) {
	var out bytes.Buffer
	w := &discard{}
	b.Run("templ", func(b *testing.B) {
		c := BenchPlain(1000)
		b.ReportAllocs()
		for b.Loop() {
			out.Reset()
			c.Render(context.Background(), &out)
		}
	})
	flat, change := BenchFlat(1000)
	tree := production(b, flat)
	b.Run("render", func(b *testing.B) {
		b.ReportAllocs()
		p := newPass(tree, context.Background())
		for b.Loop() {
			d := newDrawing(p, tree.root)
			if err := d.run(); err != nil {
				b.Fatal(err)
			}
			d.free()
		}
	})
	b.Run("render+diff", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			change(i)
			tree.FlushTo(context.Background(), w)
		}
		b.ReportMetric(float64(len(w.buf)), "wireB")
	})
	b.Run("scan", func(b *testing.B) {
		p := newPass(tree, context.Background())
		d := newDrawing(p, tree.root)
		if err := d.run(); err != nil {
			b.Fatal(err)
		}
		html := d.buf.Bytes()
		b.SetBytes(int64(len(html)))
		for b.Loop() {
			if err := d.outline.scan(html); err != nil {
				b.Fatal(err)
			}
		}
		d.free()
	})
}

func BenchmarkRow(b *testing.B) {
	w := &discard{}
	nested, change := BenchNested(1000)
	tree := production(b, nested)
	b.Run("render", func(b *testing.B) {
		row := change(0)
		m := row.base().at.Load()
		p := newPass(tree, context.Background())
		b.ReportAllocs()
		for b.Loop() {
			d := newDrawing(p, m)
			if err := d.run(); err != nil {
				b.Fatal(err)
			}
			d.free()
		}
	})
	b.Run("redraw", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			change(i).Redraw()
			tree.FlushTo(context.Background(), w)
		}
		b.ReportMetric(float64(len(w.buf)), "wireB")
	})
}
