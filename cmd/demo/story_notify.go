package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/notify"
	"github.com/omg-go/omg/widget"
)

var _ = register(story{
	Name: "notify", Title: "Notifications", Order: 80,
	Text:   "They stay until they are closed, say what they have to say once, come again if you want, and keep working over a dialog.",
	States: []string{"empty", "kinds", "stack", "actions", "long", "busy", "dialog", "history"},
	New:    func(r *http.Request) widget.Widget { return &Notices{state: r.FormValue("state")} },
})

// Notices shows notifications of each sort.
type Notices struct {
	widget.Base
	Center notify.Center
	Answer string
	state  string
}

// Mount has the region ready before anything is shown in it, and opens with what
// the address asks for.
func (n *Notices) Mount(ctx context.Context) error {
	if err := notify.Ready(ctx, notify.Options{}); err != nil {
		return err
	}
	switch n.state {
	case "kinds":
		for _, k := range noticeKinds[:3] {
			say(k).show(ctx)
		}
	case "stack":
		for i := range 7 {
			notify.Show(ctx, notify.Note{Title: fmt.Sprintf("Letter %d of 7 has come", i+1)})
		}
	case "actions":
		n.Ask(ctx)
		say(notify.Error).show(ctx)
	case "long":
		notify.Show(ctx, notify.Note{Kind: notify.Warning, Title: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
			Text: "Its annual meeting, which had been moved from the second Thursday of the month to the third because of the holiday, " +
				"takes place in the small hall on the upper floor after all. Those who have already voted by letter need not come."})
	case "dialog":
		say(notify.Success).show(ctx)
		return pressed.Go(ctx, "#over")
	case "history":
		for _, k := range noticeKinds {
			say(k).show(ctx)
		}
		notify.Show(ctx, notify.Note{Title: "Ada invites you to a board", Text: "Analytical engines, 14 cards"})
		return pressed.Go(ctx, "[data-omg=notify-center] > button")
	case "busy":
		notify.Show(ctx, notify.Note{Kind: notify.Busy, Title: "Copying 2,416 pictures", Text: "About a minute is left."}).Progress(0.4)
	}
	return nil
}

var noticeKinds = []notify.Kind{notify.Info, notify.Success, notify.Warning, notify.Error}

// Press clicks something for the visitor.
//
//omg:browser
func Press(selector string) { dom.Find(selector).Click() }

var pressed = bridge.Proc1(Press)

// say shows a notification of its kind.
type say notify.Kind

func (s say) name() string {
	return map[notify.Kind]string{notify.Info: "Note", notify.Success: "Success", notify.Warning: "Warning", notify.Error: "Error"}[notify.Kind(s)]
}

func (s say) show(ctx context.Context) {
	text := map[notify.Kind]string{
		notify.Info:    "A new version is ready.",
		notify.Success: "All changes are saved.",
		notify.Warning: "Your storage is almost full.",
		notify.Error:   "The printer does not answer.",
	}[notify.Kind(s)]
	notify.Show(ctx, notify.Note{Kind: notify.Kind(s), Title: s.name(), Text: text})
}

// Ask shows one with actions.
func (n *Notices) Ask(ctx context.Context) {
	answer := func(say string) func(context.Context) error {
		return func(context.Context) error {
			n.Answer = say
			n.Redraw()
			return nil
		}
	}
	notify.Show(ctx, notify.Note{
		Key: "invitation", Title: "Ada invites you to a board", Text: "Analytical engines, 14 cards",
		Actions: []notify.Action{{Label: "Join", Do: answer("You joined.")}, {Label: "Not now", Do: answer("You did not join.")}},
	})
}

// Work shows how far something is, and how it ended.
func (n *Notices) Work(ctx context.Context) error {
	steps := notify.Steps{Busy: "Developing pictures", Done: "Pictures developed", Failed: "Pictures not developed"}
	return notify.Promise(ctx, steps, func(ctx context.Context, note *notify.Notification) error {
		for i := range 20 {
			note.Progress(float64(i) / 20)
			if !sleep(ctx, 100*time.Millisecond) {
				return ctx.Err()
			}
		}
		return nil
	})
}

// Remind shows one that comes back five seconds after it is closed, three times
// in all.
func (n *Notices) Remind(ctx context.Context) {
	left := 3
	notify.Show(ctx, notify.Note{
		Key: "reminder", Kind: notify.Warning, Title: "Stretch your legs", Text: "This comes again in five seconds, three times in all.",
		Period: 5 * time.Second,
		Check:  func(context.Context) (bool, error) { left--; return left > 0, nil },
	})
}

// Everyone shows one in all pages of this demo.
func (n *Notices) Everyone(ctx context.Context) {
	notify.Send(bridge.FromContext(ctx).Hub().Sessions(), notify.Note{Title: "Someone rang the bell", Text: "All who look at this demo see this, and each closes it for himself."})
}

// Flood shows ten thousand within a second.
func (n *Notices) Flood(ctx context.Context) {
	bridge.Go(ctx, func(ctx context.Context) {
		for i := range 10_000 {
			notify.Show(ctx, notify.Note{Title: fmt.Sprintf("Letter %d", i+1)})
			if i%100 == 99 && !sleep(ctx, 10*time.Millisecond) {
				return
			}
		}
	})
}

// sleep reports whether ctx let it sleep to the end.
func sleep(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}
