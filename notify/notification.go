package notify

import (
	"context"
	"time"

	"github.com/omg-go/omg/bridge"
)

// A Notification is one that was shown. Its methods are safe for concurrent use
// and never wait.
type Notification struct {
	box   *box
	id    int
	done  chan struct{}
	sent  *Sent // of many, nil if it is alone
	entry *entry

	// Guarded by the box.
	note     Note
	key      string
	count    int     // how often it was said
	progress float64 // how much is done, less than 0 for nobody knows
	made     time.Time
	absent   bool // it was made while the page was away, and not drawn yet
	state    state
	rounds   int // how often it appeared
	reminder *time.Timer
	why      Reason
}

// state is where a notification is in its life.
type state uint8

const (
	open    state = iota // it is shown, or would be if there was room
	waiting              // it is closed, and will come again
	ended
)

// Update changes what the notification says. change gets its Note and runs at
// once. A notification that has closed is shown again as a new one.
func (n *Notification) Update(change func(note *Note)) {
	n.box.mu.Lock()
	defer n.box.mu.Unlock()
	said := n.note.say()
	change(&n.note)
	n.note.check()
	n.box.rename(n)
	if n.state != open {
		n.box.reopen(n)
		return
	}
	n.entry.note(&n.note)
	if n.note.say() != said {
		n.box.announce(n)
	}
	n.box.changed()
}

// Progress shows how much is done, from 0 to 1. Less than 0 takes the bar away.
func (n *Notification) Progress(done float64) {
	n.box.mu.Lock()
	defer n.box.mu.Unlock()
	n.progress = min(done, 1)
	n.box.changed()
}

// Close takes the notification away; it does not come back by its Period.
func (n *Notification) Close() { n.close(Withdrawn) }

// Done returns a channel that is closed when the notification has closed for
// good. After an Update that shows it again it is another one.
func (n *Notification) Done() <-chan struct{} {
	n.box.mu.Lock()
	defer n.box.mu.Unlock()
	return n.done
}

// Reason returns why the notification closed last, [Open] while it has not.
func (n *Notification) Reason() Reason {
	n.box.mu.Lock()
	defer n.box.mu.Unlock()
	return n.why
}

// close closes the notification, unless it is closed. A reminder waits from now.
func (n *Notification) close(why Reason) {
	b := n.box
	b.mu.Lock()
	closed, sent := n.note.Closed, n.sent
	if n.state == ended || n.state == waiting && why.remembers() {
		b.mu.Unlock()
		return
	}
	n.why = why
	b.seen(n.entry, why)
	if why.remembers() && n.note.Period > 0 {
		b.postpone(n)
	} else {
		b.finish(n)
	}
	b.changed()
	b.mu.Unlock()
	if sent != nil && why.remembers() {
		sent.closed(n)
	}
	if closed != nil {
		bridge.Go(b.session.Context(), func(ctx context.Context) {
			_ = bridge.Do(ctx, func(ctx context.Context) error { closed(ctx, why); return nil })
		})
	}
}
