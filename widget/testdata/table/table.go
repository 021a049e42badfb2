package table

import (
	"context"
	"fmt"

	"github.com/omg-go/omg/widget"
)

// Row is a row of a table.
type Row struct {
	ID       int
	Label    string
	Selected bool
}

// Rows makes n rows.
func Rows(n int) []*Row {
	rows := make([]*Row, n)
	for i := range rows {
		rows[i] = &Row{ID: i + 1, Label: fmt.Sprintf("pretty red table %d", i)}
	}
	return rows
}

// Flat is a table whose rows are not widgets.
type Flat struct {
	widget.Base
	Rows []*Row
}

// Select selects a row.
func (f *Flat) Select(id int) {
	for _, r := range f.Rows {
		r.Selected = r.ID == id
	}
}

// Remove removes a row.
func (f *Flat) Remove(int) {}

// Nested is a table whose rows are widgets.
type Nested struct {
	widget.Base
	Rows []*RowWidget
}

// RowWidget is a row that is a widget.
type RowWidget struct {
	widget.Base
	Row
}

// Choose selects the row.
func (r *RowWidget) Choose(context.Context) { r.Selected = !r.Selected }

// Remove does nothing.
func (r *RowWidget) Remove(context.Context) {}
