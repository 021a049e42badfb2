package notify

import (
	"context"

	"github.com/omg-go/omg/dom"
)

// A told is what the page tells of a notification of its own, for the history.
//
//omg:browser
type told struct {
	N     int // its number in the page
	Kind  Kind
	Title string
	Text  string
	Count int
	Age   int  // in milliseconds
	Seen  bool // the user has closed it
}

//omg:browser
var (
	untold    []told // oldest first
	telling   bool
	lastLocal int
)

// tell has the server know what l says by now: soon, many as one, and when there is
// a connection.
//
//omg:browser
//omg:unchecked
func (l *Local) tell(seen bool) {
	if l.number == 0 {
		lastLocal++
		l.number, l.since = lastLocal, dom.Now()
	}
	now := told{l.number, l.Kind, l.Title, l.Text, l.count, int(dom.Now() - l.since), seen}
	for i := range untold {
		if untold[i].N == l.number {
			untold[i] = now
			return
		}
	}
	if untold = append(untold, now); len(untold) > maxQueue {
		untold = untold[1:]
	}
	if !telling {
		telling = true
		dom.After(soon, tellAll)
	}
}

//omg:browser
func tellAll() {
	for len(untold) > 0 {
		news := untold
		untold = nil
		if keep(context.Background(), news) != nil {
			break // the session is over, and its history with it
		}
	}
	telling = false
}
