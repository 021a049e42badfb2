package samples

import (
	"fmt"
	"sort"
	"strings"

	"github.com/omg-go/omg/dom"
)

// Row is one row of a [Table].
//
//omg:browser
type Row struct {
	ID    int
	Name  string
	City  string
	Price float64
}

// Table shows those of its rows that a visitor asks for, in the order asked for.
//
//omg:browser
type Table struct {
	rows []Row
	body dom.Element
}

// Show fills the body with the rows in which the query occurs, ordered by key,
// and returns their number.
//
//omg:browser
func (t *Table) Show(query, key string, desc bool) int {
	view := t.matching(strings.ToLower(query))
	less := order(key)
	sort.Slice(view, func(i, j int) bool {
		if desc {
			i, j = j, i
		}
		return less(view[i], view[j])
	})
	t.body.Clear()
	for _, r := range view {
		t.body.Append(r.draw())
	}
	return len(view)
}

//omg:browser
func (t *Table) matching(query string) []*Row {
	var view []*Row
	for i := range t.rows {
		r := &t.rows[i]
		if strings.Contains(strings.ToLower(r.Name), query) || strings.Contains(strings.ToLower(r.City), query) {
			view = append(view, r)
		}
	}
	return view
}

//omg:browser
func order(key string) func(a, b *Row) bool {
	switch key {
	case "name":
		return func(a, b *Row) bool { return a.Name < b.Name }
	case "city":
		return func(a, b *Row) bool { return a.City < b.City }
	case "price":
		return func(a, b *Row) bool { return a.Price < b.Price }
	}
	return func(a, b *Row) bool { return a.ID < b.ID }
}

//omg:browser
func (r *Row) draw() dom.Element {
	tr := dom.Create("tr")
	for _, text := range []string{fmt.Sprint(r.ID), r.Name, r.City, fmt.Sprintf("%.2f", r.Price)} {
		td := dom.Create("td")
		td.SetText(text)
		tr.Append(td)
	}
	return tr
}

// ShowTable makes a table of n rows in the element with the id "rows" and shows
// what was asked for.
//
//omg:browser
func ShowTable(n int, query, key string, desc bool) int {
	t := &Table{body: dom.ByID("rows")}
	for i := range n {
		t.rows = append(t.rows, Row{
			ID: i, Name: fmt.Sprint("Name", i*7919%1000), City: fmt.Sprint("City", i*31%97), Price: float64(i*37%1000) / 3,
		})
	}
	return t.Show(query, key, desc)
}
