package youtube

import "github.com/omg-go/omg/dom"

// A Remote drives a player from code of the page. What it is told before the
// player is ready is done then, in order.
//
//omg:browser
type Remote struct{ p *player }

// Of returns the player that sent an event.
//
//omg:browser
func Of(e dom.Event) Remote { return At(e.Target()) }

// At returns the player that an element is in or has; see [Remote.Exists].
//
//omg:browser
func At(e dom.Element) Remote {
	for _, p := range all {
		if p.root.Contains(e.Node) || e.Contains(p.root.Node) {
			return Remote{p}
		}
	}
	return Remote{}
}

// Exists reports whether there is a player. The other methods panic if not.
//
//omg:browser
func (r Remote) Exists() bool { return r.p != nil }

// Status is how the player is.
//
//omg:browser
func (r Remote) Status() Status { return r.p.now() }

// Play plays.
//
//omg:browser
func (r Remote) Play() { r.p.do(command{Do: "playVideo"}) }

// Pause pauses.
//
//omg:browser
func (r Remote) Pause() { r.p.do(command{Do: "pauseVideo"}) }

// Stop stops loading.
//
//omg:browser
func (r Remote) Stop() { r.p.do(command{Do: "stopVideo"}) }

// Seek goes to a place, in seconds.
//
//omg:browser
func (r Remote) Seek(seconds float64) { r.p.do(command{Do: "seekTo", Number: seconds}) }

// Mute turns the sound off.
//
//omg:browser
func (r Remote) Mute() { r.p.do(command{Do: "mute"}) }

// Unmute turns it on again.
//
//omg:browser
func (r Remote) Unmute() { r.p.do(command{Do: "unMute"}) }

// SetVolume sets the volume, from 0 to 100.
//
//omg:browser
func (r Remote) SetVolume(volume int) { r.p.do(command{Do: "setVolume", Number: float64(volume)}) }

// SetRate wishes for a rate of playback.
//
//omg:browser
func (r Remote) SetRate(rate float64) { r.p.do(command{Do: "setPlaybackRate", Number: rate}) }

// Load plays another video, from a place in seconds.
//
//omg:browser
func (r Remote) Load(video string, seconds float64) {
	r.p.do(command{Do: "loadVideoById", Video: video, Number: seconds})
}

// Cue shows another video's first picture.
//
//omg:browser
func (r Remote) Cue(video string, seconds float64) {
	r.p.do(command{Do: "cueVideoById", Video: video, Number: seconds})
}

// Next plays the next video of the playlist.
//
//omg:browser
func (r Remote) Next() { r.p.do(command{Do: "nextVideo"}) }

// Previous plays the previous video of the playlist.
//
//omg:browser
func (r Remote) Previous() { r.p.do(command{Do: "previousVideo"}) }

// Open loads the player without a press on its button.
//
//omg:browser
func (r Remote) Open() { r.p.open(false) }

// Destroy takes the player out of the page; the button is back.
//
//omg:browser
func (r Remote) Destroy() { r.p.close() }
