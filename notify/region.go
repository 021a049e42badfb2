package notify

import (
	"context"
	_ "embed"
	"fmt"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

//go:embed style.css
var css string

var style = widget.NewStylesheet("notify", css)

// Options say how a page shows its notifications.
type Options struct {
	Position Position
	// Key takes the keyboard to the newest notification, by its name in
	// KeyboardEvent.key: "F8" by default, "-" for none.
	Key string
}

// Position is where the page shows them, by the direction of its text.
type Position string

// The positions.
const (
	TopEnd       Position = "" // right in a page from left to right
	TopCenter    Position = "top center"
	TopStart     Position = "top start"
	BottomEnd    Position = "bottom end"
	BottomCenter Position = "bottom center"
	BottomStart  Position = "bottom start"
)

// Ready puts the empty region into the page of ctx's session, which then is there
// before anything is announced in it; screen readers like that, and browser-side
// [Local] needs it. Call it in the Mount of a page's widget, or for all pages:
//
//	server.Options{Hooks: bridge.Hooks{Connected: func(ctx context.Context) { notify.Ready(ctx, notify.Options{}) }}}
//
// Without it the region comes with the first notification. Ready of a page that
// has one changes its options.
func Ready(ctx context.Context, o Options) error {
	b := boxOf(ctx)
	b.mu.Lock()
	place := !b.placing
	b.placing, b.options = true, o
	b.changed()
	b.mu.Unlock()
	if !place {
		return nil
	}
	return bridge.Do(ctx, b.placed)
}

// A region shows the notifications of a session.
type region struct {
	widget.Base
	box *box
}

// A shown is one notification as it is drawn.
type shown struct {
	*Notification
	Note
	Count    int
	Progress float64
	Open     bool
	Round    string // another one each time it appears
}

// A view is what a region draws.
type view struct {
	Toasts         []shown
	More           int // that are hidden until the user wants them
	Polite, Urgent announcement
	Options
}

const shownAtOnce = 3

// view returns what is to be drawn by now.
func (b *box) view() view {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.miss()
	v := view{Polite: b.voice.polite, Urgent: b.voice.urgent, Options: b.options}
	openOnes := 0
	for _, n := range b.all {
		n.absent = false
		if n.state == open {
			openOnes++
		}
		if len(v.Toasts) < maxDrawn {
			v.Toasts = append(v.Toasts, n.shown())
		}
	}
	v.More = max(openOnes-shownAtOnce, 0)
	return v
}

func (n *Notification) shown() shown {
	return shown{Notification: n, Note: n.note, Count: n.count, Progress: n.progress, Open: n.state == open, Round: fmt.Sprint(n.id, ".", n.rounds)}
}

// miss closes what the page missed for too long, unless it wants an answer.
// b.mu is held.
func (b *box) miss() {
	for i := len(b.all) - 1; i >= 0; i-- {
		n := b.all[i]
		if n.absent && time.Since(n.made) > stale && n.note.Actions == nil && n.note.Period == 0 {
			n.why = Missed
			b.finish(n)
		}
	}
}

// closeAll closes what is open.
func (r *region) closeAll(context.Context) {
	r.box.mu.Lock()
	list := append([]*Notification(nil), r.box.all...)
	r.box.mu.Unlock()
	for _, n := range list {
		n.close(Dismissed)
	}
}

func (n *Notification) dismissed(context.Context) { n.close(Dismissed) }
func (n *Notification) timedOut(context.Context)  { n.close(TimedOut) }

// A press is one action of a notification.
type press struct {
	*Notification
	Action
}

func (p press) do(ctx context.Context) error {
	if p.Do != nil {
		if err := p.Do(ctx); err != nil {
			return err
		}
	}
	if !p.Keep {
		p.close(Acted)
	}
	return nil
}
