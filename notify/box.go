package notify

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

// Bounds of what a session keeps.
const (
	maxDrawn = 20  // notifications in the page
	maxOpen  = 100 // that are open, but for errors
	maxPast  = 500 // in the history, but for errors that were not seen
)

// A flood draws burst times at once, then once each pace.
const (
	burst = 5
	pace  = 100 * time.Millisecond
)

// parting is how long one that closes stays in the page, to go gracefully.
const parting = 250 * time.Millisecond

// stale is how old what a page missed may be to be shown still.
const stale = 5 * time.Minute

// A box has the notifications of a session.
type box struct {
	session *bridge.Session

	mu      sync.Mutex
	region  *region
	centers map[*Center]struct{}
	options Options
	placing bool
	over    bool

	all    []*Notification // open, waiting, or closed a moment ago; newest first
	byKey  map[string]*Notification
	lastID int

	past   history
	voice  voice
	begun  time.Time   // when it was marked first of late
	marks  int         // how often since
	pacing *time.Timer // until it is marked again
}

var (
	boxes   bridge.Var[*box]
	boxesMu sync.Mutex // to read and set
)

// boxOf returns the box of ctx's session.
func boxOf(ctx context.Context) *box {
	s := bridge.FromContext(ctx)
	if s == nil {
		panic("notify: outside of a session")
	}
	return boxIn(s)
}

func boxIn(s *bridge.Session) *box {
	ctx := s.Context()
	boxesMu.Lock()
	defer boxesMu.Unlock()
	b := boxes.Value(ctx)
	if b == nil {
		b = &box{session: s, byKey: map[string]*Notification{}, centers: map[*Center]struct{}{}}
		b.region = &region{box: b}
		boxes.Set(ctx, b)
		s.OnEnd(func(context.Context) { b.end() })
	}
	return b
}

// end stops what would happen later.
func (b *box) end() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.over = true
	for _, n := range b.all {
		stop(n.reminder)
		if n.state != ended {
			n.state = ended
			close(n.done)
		}
	}
	b.all = nil
	stop(b.pacing)
	stop(b.voice.timer)
}

func stop(t *time.Timer) {
	if t != nil {
		t.Stop()
	}
}

// show shows a note, or changes the notification that has its key.
func (b *box) show(note Note) *Notification {
	note.check()
	b.mu.Lock()
	defer b.mu.Unlock()
	key := note.key()
	n := b.byKey[key]
	if n != nil && key != "" {
		same := n.note.say() == note.say()
		n.note = note
		if same {
			n.count++
		}
		b.reopen(n)
		return n
	}
	n = &Notification{box: b, note: note, key: key, count: 1, progress: -1}
	b.begin(n)
	return n
}

// rename has n found by what it says now. b.mu is held.
func (b *box) rename(n *Notification) {
	key := n.note.key()
	if key == n.key {
		return
	}
	if b.byKey[n.key] == n {
		delete(b.byKey, n.key)
	}
	if n.key = key; key != "" && n.state != ended {
		b.byKey[key] = n
	}
}

// begin makes n a notification of its own. b.mu is held.
func (b *box) begin(n *Notification) {
	b.lastID++
	n.id, n.done, n.state, n.made = b.lastID, make(chan struct{}), open, time.Now()
	if b.over {
		n.state = ended
		close(n.done)
		return
	}
	n.absent = b.session.Away()
	n.entry = &entry{Count: n.count, Time: n.made, New: true}
	n.entry.note(&n.note)
	b.past.add(n.entry)
	if n.key != "" {
		b.byKey[n.key] = n
	}
	b.all = slices.Insert(b.all, 0, n)
	b.appear(n)
	b.crowd()
}

// reopen brings n, with what it says now, before all others. b.mu is held.
func (b *box) reopen(n *Notification) {
	if n.state == ended {
		b.drop(n)
		b.begin(n)
		return
	}
	stop(n.reminder)
	n.entry.note(&n.note)
	n.entry.Count, n.entry.Time = n.count, time.Now()
	b.past.unseen(n.entry)
	if i := slices.Index(b.all, n); i > 0 {
		copy(b.all[1:], b.all[:i])
		b.all[0] = n
	}
	b.appear(n)
}

// appear shows n and says so. b.mu is held.
func (b *box) appear(n *Notification) {
	n.state, n.why = open, Open
	n.rounds++
	b.announce(n)
	b.place()
	b.changed()
}

// finish ends n. b.mu is held.
func (b *box) finish(n *Notification) {
	stop(n.reminder)
	n.state = ended
	close(n.done)
	if b.byKey[n.key] == n {
		delete(b.byKey, n.key)
	}
	if n.why == Crowded || n.why == Missed {
		b.drop(n)
		return
	}
	time.AfterFunc(parting, func() { b.part(n) })
}

// part takes what has closed out of the page.
func (b *box) part(n *Notification) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if n.state == ended {
		b.drop(n)
		b.changed()
	}
}

func (b *box) drop(n *Notification) {
	if i := slices.Index(b.all, n); i >= 0 {
		b.all = slices.Delete(b.all, i, i+1)
	}
}

// crowd closes the oldest when there are too many. b.mu is held.
func (b *box) crowd() {
	if len(b.all) <= maxOpen {
		return
	}
	for i := len(b.all) - 1; i >= maxDrawn; i-- {
		if n := b.all[i]; n.state == open && n.note.Kind != Error && n.note.Period == 0 {
			n.why = Crowded
			b.finish(n)
			return
		}
	}
}

// changed has the region and the centres drawn: now, or when the pace allows it.
// b.mu is held.
func (b *box) changed() {
	if b.pacing != nil || b.over {
		return
	}
	if time.Since(b.begun) > pace {
		b.begun, b.marks = time.Now(), 0
	}
	if b.marks++; b.marks > burst {
		b.pacing = time.AfterFunc(pace, b.paced)
		return
	}
	b.redraw()
}

func (b *box) paced() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.pacing = nil
	b.begun, b.marks = time.Now(), burst
	b.redraw()
}

func (b *box) redraw() {
	b.region.Redraw()
	for c := range b.centers {
		c.Redraw()
	}
}

// place puts the region into the page, if nothing has. b.mu is held.
func (b *box) place() {
	if b.placing || b.over {
		return
	}
	b.placing = true
	bridge.Go(b.session.Context(), func(ctx context.Context) {
		_ = bridge.Do(ctx, b.placed)
	})
}

// placed does it, in a turn.
func (b *box) placed(ctx context.Context) error {
	return widget.Place(ctx, "body", b.region)
}
