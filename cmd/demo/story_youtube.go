package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
	"github.com/omg-go/omg/youtube"
)

var _ = register(story{
	Name: "youtube", Title: "YouTube player", Order: 98,
	Text: "Nothing is asked of YouTube before you press play. Then the server mutes the player, plays, and pauses after ten seconds. " +
		"The other states load the player with the page.",
	States: []string{"facade", "playing", "paused", "ended", "blocked", "error", "fallback", "two"},
	New:    func(r *http.Request) widget.Widget { return newCinema(r.FormValue("state")) },
})

// playFor is how long the first example plays.
var playFor = 10 * time.Second

// A Cinema is a player and what it tells.
type Cinema struct {
	widget.Base
	Films []*youtube.Player
	Told  []string // on the server, newest first
}

const (
	lecture = "M7lc1UVf-VE" // of YouTube's own examples
	bunny   = "aqz-KE-bpKQ" // Big Buck Bunny, of the Blender Foundation
	nowhere = "xxxxxxxxxxx"
)

func newCinema(state string) *Cinema {
	film := &youtube.Player{Video: lecture, Title: "A talk about the player\u2019s interface", PauseHidden: true}
	c := &Cinema{Films: []*youtube.Player{film}}
	film.Handlers = []youtube.Handler{youtube.StateChange(c.note), youtube.Error(c.note), youtube.StateChange(bridge.Proc1(Shine))}
	film.Eager = state != "" && state != "facade"
	film.Settings = youtube.Settings{Muted: film.Eager, Autoplay: film.Eager}
	switch state {
	case "paused":
		film.Handlers = append(film.Handlers, once(youtube.Playing, film.Pause))
	case "ended":
		film.Handlers = append(film.Handlers, once(youtube.Playing, func(ctx context.Context) error { return film.Seek(ctx, 24*60*60) }))
	case "blocked":
		film.Video, film.Title = bunny, "Big Buck Bunny"
		film.Settings.Muted = false
	case "error":
		film.Video, film.Title = nowhere, "A video that is gone"
	case "fallback":
		film.Frame = "youtube/unreachable"
	case "two":
		c.Films = append(c.Films, &youtube.Player{Video: bunny, Title: "Big Buck Bunny, from its second minute", Settings: youtube.Settings{Start: 60}})
	case "", "facade":
		film.Handlers = append(film.Handlers, youtube.Ready(func(ctx context.Context, _ youtube.Event) error { return c.show(ctx, film) }))
	}
	return c
}

// show is the origin's example: mute, play, and pause after a while.
func (c *Cinema) show(ctx context.Context, film *youtube.Player) error {
	if err := film.Mute(ctx); err != nil {
		return err
	}
	bridge.Go(ctx, func(ctx context.Context) {
		select {
		case <-time.After(playFor):
			bridge.Do(ctx, film.Pause)
		case <-ctx.Done():
		}
	})
	return film.Play(ctx)
}

// once does something the first time that a player comes into a state.
func once(s youtube.State, f func(ctx context.Context) error) youtube.Handler {
	done := false
	return youtube.StateChange(func(ctx context.Context, e youtube.Event) error {
		if done || e.Status.State != s {
			return nil
		}
		done = true
		return f(ctx)
	})
}

// note keeps what the player told last.
func (c *Cinema) note(_ context.Context, e youtube.Event) {
	text := fmt.Sprintf("%s at %.1f s", e.Status.State, e.Status.Time)
	if e.Name == "error" {
		text = e.Code.Error()
	}
	c.Told = append([]string{text}, c.Told[:min(len(c.Told), 3)]...)
	c.Redraw()
}

// Shine runs in the page: the light beside the player is on while it plays.
//
//omg:browser
func Shine(e dom.Event) {
	playing := youtube.Heard(e).Status.State == youtube.Playing
	light := dom.Find("#light")
	light.SetText("The page says: " + map[bool]string{true: "it plays.", false: "it rests."}[playing])
}

// Rewind goes back to the start.
func (c *Cinema) Rewind(ctx context.Context) error { return c.Films[0].Seek(ctx, 0) }

// mountYouTube serves the frame pages: one of YouTube, or what stands in for it at
// address, and one whose script is never there.
func mountYouTube(app *server.App, address string) {
	o, gone := youtube.FrameOptions{}, youtube.FrameOptions{API: "https://youtube.invalid/iframe_api"}
	if address != "" {
		o = youtube.FrameOptions{API: address + "/iframe_api", Host: address}
		gone = youtube.FrameOptions{API: address + "/nowhere", Host: address}
	}
	app.Handle("GET /youtube/frame", youtube.Frame(o))
	app.Handle("GET /youtube/unreachable", youtube.Frame(gone))
}
