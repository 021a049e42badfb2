package samples_test

import (
	"strings"
	"testing"

	"github.com/omg-go/omg/bench/samples"
	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/dom/domtest"
)

func TestShowTableSortsAndFilters(t *testing.T) {
	p := domtest.New(t, `<table><tbody id="rows"></tbody></table>`)
	if n := samples.ShowTable(1000, "city1", "price", true); n == 0 || n == 1000 {
		t.Errorf("%d rows match", n)
	}
	rows := dom.FindAll("#rows tr")
	for _, i := range []int{0, len(rows) - 1} {
		if cells := rows[i].Elements(); !strings.HasPrefix(cells[2].Text(), "City1") {
			t.Errorf("row %d is %s", i, rows[i].Text())
		}
	}
	if first := p.Find("#rows tr td:last-child").Text(); first != "331.67" {
		t.Errorf("the first price is %s", first)
	}
}

func TestFilterNumberKeepsAPrice(t *testing.T) {
	p := domtest.New(t, `<input id="in">`)
	in := p.Find("#in")
	in.On("input", samples.FilterNumber)
	for typed, want := range map[string]string{"12a": "12", "1,2345": "1.23", "..5": ".5", "": ""} {
		in.SetValue(typed)
		in.Dispatch(dom.NewEvent("input", dom.EventOptions{Bubbles: true}))
		if got := in.Value(); got != want {
			t.Errorf("typed %q, got %q, want %q", typed, got, want)
		}
	}
}
