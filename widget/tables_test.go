package widget_test

import (
	"fmt"

	"github.com/a-h/templ"

	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/widget/testdata/table"
)

func init() {
	widget.BenchPlain = func(n int) templ.Component { return table.Plain(table.Rows(n)) }
	widget.BenchFlat = func(n int) (widget.Widget, func(int)) {
		f := &table.Flat{Rows: table.Rows(n)}
		return f, func(i int) {
			f.Rows[n/2].Label = fmt.Sprint("changed ", i)
			f.Redraw()
		}
	}
	widget.BenchNested = func(n int) (widget.Widget, func(int) widget.Widget) {
		t := &table.Nested{}
		for _, r := range table.Rows(n) {
			t.Rows = append(t.Rows, &table.RowWidget{Row: *r})
		}
		return t, func(i int) widget.Widget {
			t.Rows[n/2].Label = fmt.Sprint("changed ", i)
			return t.Rows[n/2]
		}
	}
}
