package notify

import "time"

// Announcements for those who hear the page: soon, one a second at most, many as
// one.
const (
	soon  = 200 * time.Millisecond // the region must be in the page before
	calm  = time.Second
	quiet = 5 * time.Second // then the text goes, for it is no part of the page
)

// A voice has two live regions: one waits for its turn and one interrupts.
type voice struct {
	polite, urgent announcement
	timer          *time.Timer
	last           time.Time
}

// An announcement is what one live region says, and will say.
type announcement struct {
	Text string
	Many int // instead of the text: so many
	next string
	news int
}

// announce has n said. b.mu is held.
func (b *box) announce(n *Notification) {
	a := &b.voice.polite
	if n.note.Kind == Error {
		a = &b.voice.urgent
	}
	a.next = n.note.say()
	a.news++
	if b.voice.polite.news+b.voice.urgent.news == 1 {
		b.speakIn(max(soon, calm-time.Since(b.voice.last)))
	}
}

// speakIn has speak run after d, and not before.
func (b *box) speakIn(d time.Duration) {
	stop(b.voice.timer)
	if !b.over {
		b.voice.timer = time.AfterFunc(d, b.speak)
	}
}

// speak says what is new, or is silent again.
func (b *box) speak() {
	b.mu.Lock()
	defer b.mu.Unlock()
	v := &b.voice
	if v.polite.news+v.urgent.news > 0 {
		v.last = time.Now()
		b.speakIn(quiet)
	}
	v.polite.turn()
	v.urgent.turn()
	b.changed()
}

// turn goes on to what is next.
func (a *announcement) turn() {
	was := *a
	*a = announcement{}
	switch {
	case was.news > 1:
		a.Many = was.news
	case was.news == 1:
		a.Text = was.next
	}
	if a.Text != "" && a.Text == was.Text {
		a.Text += "\u00a0" // or nothing would have changed
	}
}
