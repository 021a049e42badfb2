package youtube

import "github.com/omg-go/omg/dom"

// A State is what a player does, as YouTube numbers it.
//
//omg:browser
type State int

const (
	Unstarted State = -1
	Ended     State = 0
	Playing   State = 1
	Paused    State = 2
	Buffering State = 3
	Cued      State = 5 // shows its first picture and waits
)

// String returns the state's name: "playing".
//
//omg:browser
func (s State) String() string {
	switch s {
	case Ended:
		return "ended"
	case Playing:
		return "playing"
	case Paused:
		return "paused"
	case Buffering:
		return "buffering"
	case Cued:
		return "cued"
	}
	return "unstarted"
}

// A Status is what a player says of itself. Times are in seconds.
//
//omg:browser
type Status struct {
	State    State
	Video    string  // its id
	Time     float64 // where it is
	Duration float64 // 0 until it is known
	Loaded   float64 // how much of it is there, from 0 to 1
	Volume   int     // from 0 to 100, also while it is muted
	Muted    bool
	Rate     float64 // of playback: 1 is as it was recorded
	Quality  string  // "hd720", "small", …
}

// An Event is what a player tells, with its status then.
//
//omg:browser
type Event struct {
	Name    string // "ready", "state", "quality", "rate", "error", "api", "blocked"
	Status  Status
	Code    Code     // of an error
	Modules []string // of an API change: the modules with options, as "captions"
}

// Heard returns what the event of a page-side handler tells.
//
//omg:browser
func Heard(e dom.Event) Event { return readEvent(e.Detail()) }

// readEvent makes an Event of what the frame page sent.
//
//omg:browser
func readEvent(v dom.Value) Event {
	e := Event{Name: v.Get("name").String(), Code: Code(v.Get("code").Int()), Status: readStatus(v.Get("status"))}
	modules := v.Get("modules")
	for i := range min(modules.Len(), 20) {
		e.Modules = append(e.Modules, modules.Index(i).String())
	}
	return e
}

//omg:browser
func readStatus(v dom.Value) Status {
	return Status{
		State: State(v.Get("state").Int()), Video: v.Get("video").String(),
		Time: v.Get("time").Float(), Duration: v.Get("duration").Float(), Loaded: v.Get("loaded").Float(),
		Volume: v.Get("volume").Int(), Muted: v.Get("muted").Bool(),
		Rate: v.Get("rate").Float(), Quality: v.Get("quality").String(),
	}
}
