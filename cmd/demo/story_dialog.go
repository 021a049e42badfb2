package main

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dialog"
	"github.com/omg-go/omg/notify"
	"github.com/omg-go/omg/widget"
)

var _ = register(story{
	Name: "dialog", Title: "Dialogs", Order: 62,
	Text:   "A handler asks, waits and goes on with the answer. Escape, Enter and the focus work as people expect; a lost connection changes nothing.",
	States: append([]string{"closed"}, dialogNames()...),
	New:    func(r *http.Request) widget.Widget { return &Dialogs{State: r.FormValue("state")} },
})

// Dialogs shows one of each.
type Dialogs struct {
	widget.Base
	State string // the one that opens by itself
	Said  string // what came of the last
}

// Mount opens the dialog of the state, as the user would.
func (d *Dialogs) Mount(ctx context.Context) error {
	notify.Join(ctx, "dialogs")
	if show := dialogs[d.State].show; show != nil {
		bridge.Go(ctx, func(ctx context.Context) {
			said := show(ctx)
			bridge.Do(ctx, func(context.Context) error {
				d.Said = said
				d.Redraw()
				return nil
			})
		})
	}
	return nil
}

// A sample is a button and what it shows, which returns what came of that.
type sample struct {
	label string
	show  func(ctx context.Context) string
}

func dialogNames() []string {
	return []string{"alert", "confirm", "danger", "prompt", "form", "errors", "nested", "long", "side", "modeless", "busy", "everywhere"}
}

var dialogs = map[string]sample{
	"alert":      {"Alert", alert},
	"confirm":    {"Confirm", confirm},
	"danger":     {"Confirm what destroys", danger},
	"prompt":     {"Prompt", prompt},
	"form":       {"All kinds of lines", form},
	"errors":     {"Errors", failing},
	"nested":     {"Nested", nested},
	"long":       {"Long content", long},
	"side":       {"At the side", side},
	"modeless":   {"Modeless", modeless},
	"busy":       {"Busy", busy},
	"everywhere": {"In all pages", everywhere},
}

// outcome tells what came of a dialog.
func outcome(r dialog.Result, err error) string {
	switch {
	case errors.Is(err, dialog.ErrDismissed):
		return "Dismissed."
	case err != nil:
		return err.Error()
	}
	said := "You pressed " + r.Button + "."
	for _, v := range r.Values {
		said += " " + v.Key + ": " + v.Text + "."
	}
	return said
}

func alert(ctx context.Context) string {
	dialog.Alert(ctx, "Saved", "Your changes are safe. You can close this page.")
	return "You have seen it."
}

func confirm(ctx context.Context) string {
	yes, _ := dialog.Confirm(ctx, dialog.Modal{Header: "Publish this page?", Text: "Everybody will be able to read it."})
	return map[bool]string{true: "Published.", false: "Not published."}[yes]
}

func danger(ctx context.Context) string {
	yes, _ := dialog.Confirm(ctx, dialog.Modal{
		Header: "Delete 3 files?", Text: "They cannot be restored.", Danger: true,
		Buttons: []dialog.Button{{Label: "Cancel", Cancel: true}, {Label: "Delete", Variant: dialog.Danger}},
	})
	return map[bool]string{true: "Deleted.", false: "Kept."}[yes]
}

func prompt(ctx context.Context) string {
	name, err := dialog.Prompt(ctx, "Rename", dialog.Line{Label: "New name", Default: "report.txt", Required: true})
	if err != nil {
		return "Not renamed."
	}
	return "Renamed to " + name + "."
}

var kinds = dialog.Lines{
	{Key: "name", Label: "Name", Required: true, Autocomplete: "name", Placeholder: "Ada Lovelace"},
	{Key: "email", Label: "Email", Type: dialog.Email, Autocomplete: "email", Help: "For the receipt, and nothing else."},
	{Key: "secret", Label: "Password", Type: dialog.Password, Autocomplete: "new-password"},
	{Key: "seats", Label: "Seats", Type: dialog.Number, Min: "1", Max: "9", Default: "2"},
	{Key: "day", Label: "Day", Type: dialog.Date},
	{Key: "room", Label: "Room", Type: dialog.Select, Default: "hall", Options: []dialog.Option{{Value: "hall", Label: "Hall"}, {Value: "attic", Label: "Attic"}}},
	{Key: "pay", Label: "Payment", Type: dialog.Radio, Default: "card", Options: []dialog.Option{{Value: "card", Label: "Card"}, {Value: "cash", Label: "Cash"}}},
	{Key: "note", Label: "Note", Type: dialog.Area},
	{Label: "Extras", Type: dialog.Group, Lines: dialog.Lines{
		{Key: "tea", Label: "Tea", Type: dialog.Checkbox, Default: "on"},
		{Key: "news", Label: "Send me news", Type: dialog.Switch},
	}},
	{Key: "plan", Label: "Plan", Type: dialog.File},
	{Key: "code", Label: "Code", Default: "OMG-1", Disabled: true},
}

func form(ctx context.Context) string {
	return outcome(dialog.Show(ctx, dialog.Modal{Header: "Book a table", Lines: kinds, ConfirmDiscard: true}))
}

// failing shows a dialog whose answer was refused.
func failing(ctx context.Context) string {
	m := dialog.Modal{
		Header: "Sign in",
		Lines: dialog.Lines{
			{Key: "user", Label: "User", Default: "ada", Autocomplete: "username"},
			{Key: "pass", Label: "Password", Type: dialog.Password, Help: "At least 8 characters."},
		},
		Validate: func(_ context.Context, v dialog.Values) error {
			return widget.Invalid{"user": "Nobody has this name.", "pass": "This password is too short."}
		},
	}
	bridge.Go(ctx, pressOK)
	return outcome(dialog.Show(ctx, m))
}

// pressOK presses OK as soon as there is a dialog.
func pressOK(ctx context.Context) {
	for ctx.Err() == nil && errors.Is(dialog.OK(ctx), dialog.ErrNone) {
		time.Sleep(10 * time.Millisecond)
	}
}

func nested(ctx context.Context) string {
	return outcome(dialog.Show(ctx, dialog.Modal{
		Header: "Export", Text: "All pages, as one file.",
		Buttons: []dialog.Button{
			{Label: "Cancel", Cancel: true},
			{Label: "Options…", KeepOpen: true, Do: func(ctx context.Context) error {
				_, err := dialog.Show(ctx, dialog.Modal{Header: "Options", Lines: dialog.Lines{{Key: "title", Label: "Title"}}})
				if errors.Is(err, dialog.ErrDismissed) {
					return nil
				}
				return err
			}},
			{Label: "Export", Value: "export", Variant: dialog.Primary},
		},
	}))
}

func long(ctx context.Context) string {
	text := strings.Repeat("The header and the buttons stay; only what is between them scrolls, by wheel, touch and keys.\n\n", 20)
	return outcome(dialog.Show(ctx, dialog.Modal{Header: "The terms, which are longer than anybody reads, and so is this header", Text: text, LightDismiss: true}))
}

func side(ctx context.Context) string {
	return outcome(dialog.Show(ctx, dialog.Modal{Header: "Filter", Side: dialog.End, LightDismiss: true, Lines: kinds[3:7]}))
}

func modeless(ctx context.Context) string {
	return outcome(dialog.Show(ctx, dialog.Modal{Header: "Find", Modeless: true, Lines: dialog.Lines{{Key: "what", Label: "Find in this page"}}}))
}

func busy(ctx context.Context) string {
	return outcome(dialog.Show(ctx, dialog.Modal{
		Header: "Send the report?", Text: "OK takes three seconds: it is busy meanwhile.",
		Validate: func(ctx context.Context, _ dialog.Values) error {
			return bridge.Away(ctx, func() error {
				select {
				case <-time.After(3 * time.Second):
					return nil
				case <-ctx.Done():
					return ctx.Err()
				}
			})
		},
	}))
}

func everywhere(ctx context.Context) string {
	r, by, err := dialog.Everywhere(ctx, notify.Group("dialogs"), dialog.Modal{
		Header: "Lunch?", Text: "All pages that show this story are asked. The first answer counts.",
		Buttons: []dialog.Button{{Label: "Salad", Value: "salad"}, {Label: "Pizza", Value: "pizza", Variant: dialog.Primary}},
	})
	if err == nil && by != bridge.FromContext(ctx) {
		return "Somebody else said " + r.Button + "."
	}
	return outcome(r, err)
}
