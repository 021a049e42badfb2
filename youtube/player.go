package youtube

import (
	"context"
	"errors"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

// A Player shows a video of YouTube: first a button that loads nothing from there,
// and when a visitor has pressed that, the player. Its fields are what it starts
// with; later changes go by its methods.
type Player struct {
	widget.Base

	Video string // the id of eleven characters
	Title string // of the video; button and frames are named after it

	// Poster is the address of a picture on your own server; by default there is
	// none.
	Poster string
	// Note is what stands below the button, by default that playing loads the
	// video from YouTube.
	Note string

	// Width and Height are pixels. By default it is as wide as there is room, at
	// 16:9. No player is smaller than 200 by 200, which YouTube asks for.
	Width, Height int

	Settings Settings
	Handlers []Handler

	// Remember offers the visitor to load videos with the page from now on, in this
	// browser; [Forget] takes that back.
	Remember bool
	// Eager loads the player with the page. YouTube learns of every visit then,
	// watched or not.
	Eager bool
	// PauseHidden pauses the player when nobody can see it: when its dialog closes
	// or the page goes to the background.
	PauseHidden bool

	// Frame is the path of the frame page, seen from the application's root, or
	// its address: "youtube/frame".
	Frame string
	// Patience is how long the player may take to come before the visitor gets a
	// link instead: 10 seconds.
	Patience time.Duration

	id    int
	home  *players
	early []command
	last  Status
}

// players are those of one session, by their ids.
type players struct{ byID map[int]*Player }

var (
	lastID atomic.Int64
	homes  bridge.Var[*players]
)

// Mount registers the player with its session.
func (p *Player) Mount(ctx context.Context) error {
	home := homes.Value(ctx)
	if home == nil {
		home = &players{byID: map[int]*Player{}}
		homes.Set(ctx, home)
	}
	home.byID[p.number()] = p
	p.home, p.last.State = home, Unstarted
	for _, c := range p.early {
		if err := p.do(ctx, c); err != nil {
			return err
		}
	}
	p.early = nil
	return nil
}

// Unmount takes it out of its session.
func (p *Player) Unmount() {
	if p.home != nil {
		delete(p.home.byID, p.id)
		p.home = nil
	}
}

// number is by what the page names p.
func (p *Player) number() int {
	if p.id == 0 {
		p.id = int(lastID.Add(1))
	}
	return p.id
}

// report is called by the page with each event of a player.
//
//omg:rpc
func report(ctx context.Context, id int, e Event) error {
	home := homes.Value(ctx)
	if home == nil || home.byID[id] == nil {
		return nil // it left the page meanwhile
	}
	return home.byID[id].hear(ctx, e)
}

// hear runs the handlers of an event.
func (p *Player) hear(ctx context.Context, e Event) error {
	p.last = e.Status
	var errs []error
	heard := false
	for _, h := range p.Handlers {
		if h.name == e.Name && h.server != nil {
			heard = true
			errs = append(errs, h.server(ctx, e))
		}
	}
	if e.Name == "error" && !heard {
		slog.WarnContext(ctx, "youtube: a player failed", "video", p.Video, "err", e.Code)
	}
	return errors.Join(errs...)
}

// pageHandlers are those that run in the page.
func (p *Player) pageHandlers() []widget.Handler {
	all := []widget.Handler{widget.Appear(living), widget.Click(pressing)}
	for _, h := range p.Handlers {
		if h.server == nil {
			all = append(all, h.page)
		}
	}
	return all
}
