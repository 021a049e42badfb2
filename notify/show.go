package notify

import (
	"context"
	"iter"
	"sync"

	"github.com/omg-go/omg/bridge"
)

// Show shows a notification in the page of ctx's session. It never waits and is
// safe on any goroutine; the page has it at the end of the running turn, or soon.
// While the page is away it waits for it.
//
// Show panics if ctx has no session, the note says nothing, or it has more than
// two actions.
func Show(ctx context.Context, note Note) *Notification { return boxOf(ctx).show(note) }

// Send shows a notification in many sessions: those of a [Group], or all:
//
//	notify.Send(app.Hub().Sessions(), notify.Note{Title: "Back in five minutes"})
//
// Pages that connect later do not get it.
func Send(to iter.Seq[*bridge.Session], note Note) *Sent {
	note.check()
	sent := &Sent{}
	sent.mu.Lock()
	defer sent.mu.Unlock()
	for s := range to {
		n := boxIn(s).show(note)
		if note.Once {
			n.box.mu.Lock()
			n.sent = sent
			n.box.mu.Unlock()
		}
		sent.each = append(sent.each, n)
	}
	return sent
}

// Sent is a notification that was sent to many. Its methods do in every session
// what those of a [Notification] do in one.
type Sent struct {
	mu   sync.Mutex
	each []*Notification
}

// Each returns the notifications, one a session.
func (s *Sent) Each() []*Notification {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.each
}

// Update changes what the notification says, wherever it is still open.
func (s *Sent) Update(change func(note *Note)) {
	for _, n := range s.Each() {
		if n.Reason() == Open {
			n.Update(change)
		}
	}
}

// Progress shows how much is done.
func (s *Sent) Progress(done float64) {
	for _, n := range s.Each() {
		n.Progress(done)
	}
}

// Close takes the notification away everywhere.
func (s *Sent) Close() {
	for _, n := range s.Each() {
		n.Close()
	}
}

// closed closes the others, since a user has closed one.
func (s *Sent) closed(by *Notification) {
	for _, n := range s.Each() {
		if n != by {
			n.close(Elsewhere)
		}
	}
}
