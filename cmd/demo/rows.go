package main

import (
	"context"
	"math/rand/v2"
	"slices"

	"github.com/omg-go/omg/widget"
)

// Row is a line of the table.
type Row struct {
	ID    int
	Label string
}

// Rows is the table of js-framework-benchmark.
type Rows struct {
	widget.Base
	List     []*Row
	Selected int
	last     int
}

func (t *Rows) make(n int) []*Row {
	rows := make([]*Row, n)
	for i := range rows {
		t.last++
		rows[i] = &Row{ID: t.last, Label: pick(adjectives) + " " + pick(colours) + " " + pick(nouns)}
	}
	return rows
}

// Run makes a thousand rows.
func (t *Rows) Run(ctx context.Context) { t.List, t.Selected = t.make(1000), 0 }

// RunLots makes ten thousand.
func (t *Rows) RunLots(ctx context.Context) { t.List, t.Selected = t.make(10_000), 0 }

// Add appends a thousand.
func (t *Rows) Add(ctx context.Context) { t.List = append(t.List, t.make(1000)...) }

// Update changes every tenth label.
func (t *Rows) Update(ctx context.Context) {
	for i := 0; i < len(t.List); i += 10 {
		t.List[i].Label += " !!!"
	}
}

// Clear removes all rows.
func (t *Rows) Clear(ctx context.Context) { t.List, t.Selected = nil, 0 }

// Swap changes the places of two rows.
func (t *Rows) Swap(ctx context.Context) {
	if len(t.List) > 998 {
		t.List[1], t.List[998] = t.List[998], t.List[1]
	}
}

// Select marks a row.
func (t *Rows) Select(id int) { t.Selected = id }

// Remove takes a row away.
func (t *Rows) Remove(id int) {
	t.List = slices.DeleteFunc(t.List, func(r *Row) bool { return r.ID == id })
}

func pick(words []string) string { return words[rand.IntN(len(words))] }

var (
	adjectives = []string{"pretty", "large", "big", "small", "tall", "short", "long", "handsome", "plain", "quaint", "clean", "elegant", "easy", "angry", "crazy", "helpful", "mushy", "odd", "unsightly", "adorable", "important", "inexpensive", "cheap", "expensive", "fancy"}
	colours    = []string{"red", "yellow", "blue", "green", "pink", "brown", "purple", "white", "black", "orange"}
	nouns      = []string{"table", "chair", "house", "bbq", "desk", "car", "pony", "cookie", "sandwich", "burger", "pizza", "mouse", "keyboard"}
)
