// Package sample holds browser functions that are measured and run in tests.
package sample

import (
	"context"
	"fmt"
	"sort"
	"strings"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
)

// Handles.
var (
	Adder  = bridge.Func2(Add)
	Filter = bridge.Proc1(FilterNumber)
	Drags  = bridge.Proc1(MakeDraggable)
	Table  = bridge.Func4(ShowTable)
	Lookup = bridge.Func1E(Ask)
	Apply  = bridge.Func2E(apply)
	Shapes = bridge.Func1(shapes)
	Greets = bridge.Func1(Greet)
	Within = bridge.Func2E(AskWithin)
	Twice  = bridge.Func1(func(s string) string { return s + s })
)

// Greeting is what a page starts from: what the backend has.
//
//omg:browser
var Greeting = Hello{Words: []string{"hello"}}

// Hello is a greeting.
//
//omg:browser
type Hello struct {
	Words []string `json:"w"`
}

// Greet counts in the page only.
//
//omg:browser
func Greet(name string) string {
	Greeting.Words = append(Greeting.Words, name)
	return strings.Join(Greeting.Words, " ")
}

// Add is the smallest function.
//
//omg:browser
func Add(x, y int) int { return x + y }

// Weather is what the backend knows.
//
//omg:browser
type Weather struct {
	City string
	Temp float64
	Days []string
}

// Know is called by the page.
//
//omg:rpc
func Know(ctx context.Context, city string) (Weather, error) {
	if city == "" {
		return Weather{}, fmt.Errorf("no city")
	}
	return Weather{city, 21.5, []string{"Mon", "Tué"}}, nil
}

// Ask calls the backend from the page.
//
//omg:browser
func Ask(ctx context.Context, city string) (string, error) {
	w, err := Know(ctx, strings.TrimSpace(city))
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s: %.1f %s", w.City, w.Temp, strings.Join(w.Days, ",")), nil
}

// AskWithin gives up after a while.
//
//omg:browser
func AskWithin(ctx context.Context, city string, milliseconds int) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Duration(milliseconds)*time.Millisecond)
	defer cancel()
	return Ask(ctx, city)
}

// FilterNumber keeps digits and one dot with two decimals.
//
//omg:browser
func FilterNumber(in dom.Element) {
	var b strings.Builder
	dot, dec := false, 0
	for _, r := range in.Value() {
		switch {
		case r >= '0' && r <= '9':
			if dot {
				if dec == 2 {
					continue
				}
				dec++
			}
			b.WriteRune(r)
		case (r == '.' || r == ',') && !dot:
			dot = true
			b.WriteByte('.')
		}
	}
	if s := b.String(); s != in.Value() {
		in.SetValue(s)
	}
}

type drag struct {
	el             dom.Element
	x0, y0, dx, dy float64
	active         bool
}

//omg:browser
func clamp(v, lo, hi float64) float64 { return max(lo, min(v, hi)) }

//omg:browser
func (d *drag) move(ev dom.MouseEvent) {
	if !d.active {
		return
	}
	ev.PreventDefault()
	d.dx = clamp(ev.ClientX()-d.x0, 0, 800)
	d.dy = clamp(ev.ClientY()-d.y0, 0, 600)
	d.el.SetStyle("left", fmt.Sprintf("%dpx", int(d.dx)))
	d.el.SetStyle("top", fmt.Sprintf("%dpx", int(d.dy)))
}

// MakeDraggable lets the mouse move el.
//
//omg:browser
func MakeDraggable(el dom.Element) {
	d := &drag{el: el}
	el.On("mousedown", func(e dom.Event) {
		ev := e.Mouse()
		d.x0, d.y0 = ev.ClientX()-d.dx, ev.ClientY()-d.dy
		d.active = true
	})
}

type row struct {
	ID    int
	Name  string
	City  string
	Price float64
}

// ShowTable draws a filtered, sorted table and returns how many rows it has.
//
//omg:browser
func ShowTable(n int, query, key string, desc bool) int {
	var rows []row
	for i := range n {
		rows = append(rows, row{i, fmt.Sprint("Name", i*7919%1000), fmt.Sprint("City", i*31%97), float64(i*37%1000) / 3})
	}
	q := strings.ToLower(query)
	var view []*row
	for i := range rows {
		r := &rows[i]
		if q == "" || strings.Contains(strings.ToLower(r.Name), q) || strings.Contains(strings.ToLower(r.City), q) {
			view = append(view, r)
		}
	}
	less := map[string]func(a, b *row) bool{
		"id":    func(a, b *row) bool { return a.ID < b.ID },
		"name":  func(a, b *row) bool { return a.Name < b.Name },
		"city":  func(a, b *row) bool { return a.City < b.City },
		"price": func(a, b *row) bool { return a.Price < b.Price },
	}[key]
	sort.Slice(view, func(i, j int) bool {
		if desc {
			i, j = j, i
		}
		return less(view[i], view[j])
	})
	body := dom.ByID("tb")
	body.Clear()
	for _, r := range view {
		tr := dom.Create("tr")
		for _, s := range []string{fmt.Sprint(r.ID), r.Name, r.City, fmt.Sprintf("%.2f", r.Price)} {
			td := dom.Create("td")
			td.SetText(s)
			tr.Append(td)
		}
		body.Append(tr)
	}
	return len(view)
}

// apply calls a function of the backend, and passes one of the page to it.
//
//omg:browser
func apply(ctx context.Context, f func(ctx context.Context, n int, back func(int) int) (int, error), n int) (int, error) {
	r, err := f(ctx, n+1, func(x int) int { return x * 10 })
	if err != nil {
		return 0, fmt.Errorf("apply: %w", err)
	}
	return r, nil
}

// Shape crosses in both directions.
//
//omg:browser
type Shape struct {
	Name   string
	Big    int64 `json:"big"`
	When   time.Time
	Raw    []byte
	Parts  []*Shape
	Counts map[string]int
	Grid   [2]float64
	secret int
}

// shapes changes what it gets.
//
//omg:browser
func shapes(list []Shape) map[string]*Shape {
	out := map[string]*Shape{}
	for i := range list {
		s := &list[i]
		s.secret++
		s.Big++
		s.When = s.When.Add(time.Hour)
		s.Raw = append(s.Raw, 1)
		s.Counts["n"] += len(s.Name)
		out[s.Name] = s
	}
	return out
}
