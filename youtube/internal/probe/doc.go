// Package probe has code of the page for the tests of package youtube.
package probe

import (
	"fmt"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/youtube"
)

// Note appends what a player told to the page's title.
//
//omg:browser
func Note(e dom.Event) {
	h := youtube.Heard(e)
	dom.SetTitle(dom.Title() + fmt.Sprintf(" %s:%d:%d:%d", h.Name, int(h.Status.State), int(h.Code), len(h.Modules)))
}

// Begin plays without sound.
//
//omg:browser
func Begin(e dom.Event) {
	p := youtube.Of(e)
	p.Mute()
	p.Play()
}

// Rest pauses what plays after a while.
//
//omg:browser
func Rest(e dom.Event) {
	if youtube.Heard(e).Status.State == youtube.Playing {
		dom.After(200*time.Millisecond, youtube.Of(e).Pause)
	}
}

// Drive does what the server asks by name.
//
//omg:browser
func Drive(what string) string {
	p := youtube.At(dom.Body())
	switch what {
	case "open":
		p.Open()
	case "volume":
		p.SetVolume(40)
		p.SetRate(2)
		p.Seek(3)
	case "cue":
		p.Cue("bbbbbbbbbbb", 0)
	case "load":
		p.Load("ccccccccccc", 1)
	case "sound":
		p.Unmute()
		p.Stop()
	case "destroy":
		p.Destroy()
	}
	s := p.Status()
	return fmt.Sprintf("%s %d", s.Video, s.Volume)
}

// Handles of them.
var (
	NoteIt  = bridge.Proc1(Note)
	BeginIt = bridge.Proc1(Begin)
	RestIt  = bridge.Proc1(Rest)
	DriveIt = bridge.Func1(Drive)
)
