package youtube

import (
	"context"

	"github.com/omg-go/omg/bridge"
)

// A command is something that a player is to do.
//
//omg:browser
type command struct {
	Do     string // a method of the player, or "open" and "destroy"
	Video  string
	Number float64
}

// Play plays. A browser may refuse to start a video with sound by itself: see
// [AutoplayBlocked].
func (p *Player) Play(ctx context.Context) error { return p.do(ctx, command{Do: "playVideo"}) }

// Pause pauses. A video that has ended stays so.
func (p *Player) Pause(ctx context.Context) error { return p.do(ctx, command{Do: "pauseVideo"}) }

// Stop stops loading; prefer [Player.Pause]. In which state the player is then is
// YouTube's choice, but it does not play.
func (p *Player) Stop(ctx context.Context) error { return p.do(ctx, command{Do: "stopVideo"}) }

// Seek goes to a place, in seconds. A player that is paused stays so; any other
// plays from there.
func (p *Player) Seek(ctx context.Context, seconds float64) error {
	return p.do(ctx, command{Do: "seekTo", Number: seconds})
}

// Mute turns the sound off.
func (p *Player) Mute(ctx context.Context) error { return p.do(ctx, command{Do: "mute"}) }

// Unmute turns the sound on again, as loud as it was.
func (p *Player) Unmute(ctx context.Context) error { return p.do(ctx, command{Do: "unMute"}) }

// SetVolume sets the volume, from 0 to 100.
func (p *Player) SetVolume(ctx context.Context, volume int) error {
	return p.do(ctx, command{Do: "setVolume", Number: float64(volume)})
}

// SetRate wishes for a rate of playback. The player takes one that it has;
// [RateChange] tells which.
func (p *Player) SetRate(ctx context.Context, rate float64) error {
	return p.do(ctx, command{Do: "setPlaybackRate", Number: rate})
}

// Load plays another video, from a place in seconds.
func (p *Player) Load(ctx context.Context, video string, seconds float64) error {
	p.Video = video
	return p.do(ctx, command{Do: "loadVideoById", Video: video, Number: seconds})
}

// Cue shows another video's first picture; nothing of it is loaded before it plays.
func (p *Player) Cue(ctx context.Context, video string, seconds float64) error {
	p.Video = video
	return p.do(ctx, command{Do: "cueVideoById", Video: video, Number: seconds})
}

// Next plays the next video of the playlist.
func (p *Player) Next(ctx context.Context) error { return p.do(ctx, command{Do: "nextVideo"}) }

// Previous plays the previous video of the playlist.
func (p *Player) Previous(ctx context.Context) error {
	return p.do(ctx, command{Do: "previousVideo"})
}

// Size gives the player another width and height in pixels. Zero for both is all
// the width there is, at 16:9.
func (p *Player) Size(_ context.Context, width, height int) error {
	p.Width, p.Height = width, height
	p.Redraw()
	return nil
}

// Open loads the player as if the visitor had pressed the button: from then on
// YouTube knows of the visit.
func (p *Player) Open(ctx context.Context) error { return p.do(ctx, command{Do: "open"}) }

// Destroy takes the player out of the page, and what it still had to do. The
// button is back, and a press on it makes a new one.
func (p *Player) Destroy(ctx context.Context) error { return p.do(ctx, command{Do: "destroy"}) }

// do has the page carry out c, after what it was told before. A player that is not
// in a page yet gets it when it is.
func (p *Player) do(ctx context.Context, c command) error {
	if p.home == nil {
		p.early = append(p.early, c)
		return nil
	}
	return performing.Go(ctx, p.id, c)
}

// Status asks the page how the player is. It gives the turn away. Of a player that
// was not opened it tells what the next one will play.
func (p *Player) Status(ctx context.Context) (Status, error) { return asking.Call(ctx, p.id) }

// State returns the state that the page told last.
func (p *Player) State() State {
	if p.home == nil {
		return Unstarted
	}
	return p.last.State
}

var (
	performing = bridge.Proc2(perform)
	asking     = bridge.Func1(ask)
	living     = bridge.Proc1C(live)
	pressing   = bridge.Proc1(press)
)
