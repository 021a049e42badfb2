package subject

import (
	"context"
	"slices"

	"github.com/omg-go/omg/bench/floor"
	"github.com/omg-go/omg/widget"
)

// Table draws the rows of the floor's table by itself: each row has a key and
// two handlers.
type Table struct {
	widget.Base
	Rows []*floor.Row
}

func (t *Table) choose(r *floor.Row) func(context.Context) {
	return func(context.Context) {
		for _, other := range t.Rows {
			other.Selected = other == r
		}
	}
}

func (t *Table) remove(r *floor.Row) func(context.Context) {
	return func(context.Context) {
		t.Rows = slices.DeleteFunc(t.Rows, func(other *floor.Row) bool { return other == r })
	}
}

// Still is the same table without handlers.
type Still struct {
	widget.Base
	Rows []*floor.Row
}

// Rows is a table of which each row is a widget.
type Rows struct {
	widget.Base
	Rows []*Row
}

// Row is one row of [Rows].
type Row struct {
	widget.Base
	*floor.Row
}

// NewRows makes a widget of each row.
func NewRows(rows []*floor.Row) *Rows {
	all := &Rows{}
	for _, r := range rows {
		all.Rows = append(all.Rows, &Row{Row: r})
	}
	return all
}

func (r *Row) choose(context.Context) { r.Selected = true }
