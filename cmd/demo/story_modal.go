package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dialog"
	"github.com/omg-go/omg/widget"
)

var _ = register(story{
	Name: "modal", Title: "Filters on both sides", Order: 64,
	Text:   "The first line is filtered in the page at every key, the second by the server a moment later. Both are checked again before OK counts.",
	States: []string{"closed", "open"},
	New:    func(r *http.Request) widget.Widget { return &Modal{Open: r.FormValue("state") == "open"} },
})

// Upcase runs in the page at every key, and here before the answer counts.
//
//omg:browser
func Upcase(s string) string { return strings.ToUpper(s) }

var upcase = bridge.Func1(Upcase)

// Group runs here, while the user types: 1234567 is 1 234 567.
func Group(_ context.Context, s string) (string, error) {
	digits := strings.ReplaceAll(s, " ", "")
	var groups strings.Builder
	for i, r := range digits {
		if r < '0' || r > '9' {
			return "", errors.New("Please enter digits only.")
		}
		if i > 0 && (len(digits)-i)%3 == 0 {
			groups.WriteByte(' ')
		}
		groups.WriteRune(r)
	}
	return groups.String(), nil
}

// Modal shows a dialog with a filter on each side and a password.
type Modal struct {
	widget.Base
	Open bool
	Said string
}

// Mount opens it, if the address says so.
func (m *Modal) Mount(ctx context.Context) error {
	if m.Open {
		bridge.Go(ctx, m.show)
	}
	return nil
}

// Show asks and goes on with the answer.
func (m *Modal) Show(ctx context.Context) {
	r, err := dialog.Show(ctx, dialog.Modal{
		Header: "Dialog header",
		Text:   "Dialog text",
		Lines: dialog.Lines{
			{Key: "line1", Label: "Capitals, in the page", Filter: upcase},
			{Key: "line2", Label: "Digits, by the server", Default: "12 345", Filter: Group},
			{Key: "pass", Label: "Password", Type: dialog.Password},
		},
		Buttons: dialog.OKCancel,
	})
	m.Said = "Dismissed."
	if err == nil {
		m.Said = fmt.Sprintf("%s, %s, and a password of %d letters", r.Text("line1"), r.Text("line2"), len(r.Text("pass")))
	}
}

func (m *Modal) show(ctx context.Context) {
	m.Show(ctx)
	m.Redraw()
}
