package notify

import (
	"context"
	_ "embed"
	"fmt"
	"time"

	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/words"
)

//go:embed center.css
var centerCSS string

var centerStyle = widget.NewStylesheet("notify/center", centerCSS)

// A Center is a button that counts the notifications which the user has not seen,
// and the list of all that there were. What a page showed for a moment, or had no
// room for, is found there. Show one in the header of a page:
//
//	@widget.Show(&p.Notifications)
type Center struct {
	widget.Base
	box   *box
	looks int // how often it was opened
	since int // the last entry that was known when it was opened
	known int // the last entry that the user can know
	pages int // of the history, that the user asked for
}

const perPage = 20

// Mount has the centre follow its session.
func (c *Center) Mount(ctx context.Context) error {
	c.box = boxOf(ctx)
	c.box.mu.Lock()
	defer c.box.mu.Unlock()
	c.box.centers[c] = struct{}{}
	return nil
}

// Unmount ends that.
func (c *Center) Unmount() {
	c.box.mu.Lock()
	defer c.box.mu.Unlock()
	delete(c.box.centers, c)
}

// Unseen returns how many notifications of ctx's session the user has not seen.
func Unseen(ctx context.Context) int {
	b := boxOf(ctx)
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.past.news
}

// look runs when the user opens or closes the list.
func (c *Center) look(context.Context) {
	c.box.mu.Lock()
	defer c.box.mu.Unlock()
	c.looks++
	c.since, c.known, c.pages = c.known, c.box.past.lastID, 1
	c.box.past.seenAll()
}

func (c *Center) older(context.Context) { c.pages++ }

func (c *Center) clear(context.Context) {
	c.box.mu.Lock()
	defer c.box.mu.Unlock()
	c.box.past.clear()
}

// A report is what a centre draws.
type report struct {
	News    int
	Entries []entry // newest first; New is that it came since the user looked last
	Older   int     // that can be shown
	Lost    int     // that are gone
}

func (c *Center) report() (r report) {
	if c.box == nil {
		return r
	}
	c.box.mu.Lock()
	defer c.box.mu.Unlock()
	h := &c.box.past
	r.News, r.Lost = h.news, h.lost
	if c.looks == 0 {
		return r // nobody can see it
	}
	for i := len(h.list) - 1; i >= 0; i-- {
		if len(r.Entries) == c.pages*perPage {
			r.Older = i + 1
			break
		}
		e := *h.list[i]
		e.New = e.ID > c.since
		r.Entries = append(r.Entries, e)
	}
	return r
}

// badge is the count as it fits on a button.
func badge(n int) string {
	if n > 99 {
		return "99+"
	}
	return fmt.Sprint(n)
}

// ago says how long something is past.
func ago(ctx context.Context, t time.Time) string {
	switch d := time.Since(t); {
	case d < time.Minute:
		return words.In(ctx, "just now")
	case d < time.Hour:
		return fmt.Sprintf(words.In(ctx, "%d min ago"), int(d.Minutes()))
	case d < 24*time.Hour:
		return fmt.Sprintf(words.In(ctx, "%d h ago"), int(d.Hours()))
	}
	return t.Format(time.DateOnly)
}

func (c *Center) label(ctx context.Context, news int) string {
	if news == 0 {
		return words.In(ctx, "Notifications")
	}
	return fmt.Sprintf(words.In(ctx, "Notifications, %d new"), news)
}
