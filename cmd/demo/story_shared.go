package main

import (
	"context"
	"net/http"

	"github.com/omg-go/omg/widget"
)

var _ = register(story{
	Name: "shared", Title: "Shared counter", Order: 40,
	Text: "One object, watched by a widget in every tab. Open this page twice and count.",
	New:  func(*http.Request) widget.Widget { return &Tally{All: &everyone} },
})

// Total is what all tabs share. Shared is its lock and knows who watches.
type Total struct {
	widget.Shared
	N int
}

var everyone Total

// Add changes the total; whoever watches it is redrawn.
func (t *Total) Add(ctx context.Context, n int) error {
	return t.Update(ctx, func() { t.N += n })
}

// Tally shows the total, and what this tab added to it.
type Tally struct {
	widget.Base
	All  *Total
	Mine int
}

// Mount begins to watch.
func (t *Tally) Mount(ctx context.Context) error {
	t.Watch(t.All)
	return nil
}

// Add counts one more, here and for all.
func (t *Tally) Add(ctx context.Context) error {
	t.Mine++
	return t.All.Add(ctx, 1)
}
