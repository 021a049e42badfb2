package main

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/notify"
	"github.com/omg-go/omg/widget"
)

var _ = register(story{
	Name: "notifylocal", Title: "Notifications of the page", Order: 81,
	Text:   "Made by Go in the page, which needs no server for it. The first one appears three times: close it, by its link or otherwise, and it is back after a moment.",
	States: []string{"thrice", "mixed", "none"},
	New:    func(r *http.Request) widget.Widget { return &Notes{state: r.FormValue("state")} },
})

// Thrice shows a notification that appears three times in all.
//
//omg:browser
func Thrice(period float64) {
	left := 3
	here := dom.Build("a", dom.Prop("href", "#"), dom.Words("here"))
	here.On("click", func(e dom.Event) {
		e.PreventDefault()
		dom.FindWidget(e, "[data-omg=notification]").Remove()
	})
	n := &notify.Local{
		Title:  "A notification of the page",
		Body:   dom.Build("p", dom.Words("Click "), dom.Inside(here), dom.Words(" and see what happens.")),
		Period: time.Duration(period * float64(time.Second)),
		Check: func() (bool, error) {
			left--
			dom.ByID("left").SetText(strconv.Itoa(left))
			return left > 0, nil
		},
	}
	n.Show()
}

// Again says the same each time, which is counted.
//
//omg:browser
func Again() {
	n := &notify.Local{Kind: notify.Success, Title: "Kept in this browser", Timeout: 5 * time.Second}
	n.Show()
}

// Count shows how far something is, and lets the user stop it.
//
//omg:browser
func Count() {
	n, done := &notify.Local{Kind: notify.Busy, Title: "Counting"}, 0
	var stop func()
	n.Actions = []notify.LocalAction{{Label: "Stop", Do: func() { stop() }}}
	n.Closed = func(notify.Reason) { stop() }
	n.Show()
	stop = dom.Every(100*time.Millisecond, func() {
		done++
		n.Text = strconv.Itoa(done) + " of 50"
		n.Progress(float64(done) / 50)
		if done == 50 {
			n.Close()
		}
	})
}

var (
	thrice = bridge.Proc1(Thrice)
	again  = bridge.Proc0(Again)
	count  = bridge.Proc0(Count)
)

// Notes has buttons that notify without the server.
type Notes struct {
	widget.Base
	Center notify.Center
	state  string
}

// Mount has the region ready for the page.
func (n *Notes) Mount(ctx context.Context) error {
	if err := notify.Ready(ctx, notify.Options{Position: notify.BottomEnd}); err != nil {
		return err
	}
	if n.state == "none" {
		return nil
	}
	if n.state == "mixed" {
		if err := again.Go(ctx); err != nil {
			return err
		}
		notify.Show(ctx, notify.Note{Title: "From the server", Text: "Both stand in one list."})
	}
	return thrice.Go(ctx, 5)
}

// Start shows it once more, with a shorter period.
func (n *Notes) Start(ctx context.Context) error { return thrice.Go(ctx, 2) }
