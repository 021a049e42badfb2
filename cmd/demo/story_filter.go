package main

import (
	"net/http"
	"strings"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/widget"
)

var _ = register(story{
	Name: "filter", Title: "Input filter", Order: 56,
	Text: "Every key is filtered in the page by Go. Stop the server and go on typing: nothing waits for it.",
	New:  func(*http.Request) widget.Widget { return &Filter{} },
})

// Money keeps what can be an amount: digits, and one point with two decimals.
//
//omg:browser
func Money(s string) string {
	var kept strings.Builder
	decimals := -1 // after the point; -1: there is none yet
	for _, r := range s {
		switch {
		case (r == '.' || r == ',') && decimals < 0:
			kept.WriteByte('.')
			decimals = 0
		case r < '0' || r > '9' || decimals == 2:
		default:
			kept.WriteRune(r)
			if decimals >= 0 {
				decimals++
			}
		}
	}
	return kept.String()
}

// FilterMoney is the handler. It runs in the page and gets the element.
//
//omg:browser
func FilterMoney(in dom.Element) {
	if s := Money(in.Value()); s != in.Value() {
		in.SetValue(s)
	}
}

var filterMoney = bridge.Proc1(FilterMoney)

// Filter is a form with an amount.
type Filter struct {
	widget.Base
	Paid string
}
