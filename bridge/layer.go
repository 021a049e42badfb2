package bridge

import (
	"context"

	"github.com/omg-go/omg/internal/wire"
)

// A Layer is what a package above the bridge keeps in a session to speak
// messages of its own kinds.
//
// Receive, Flush and Ended run in the session's turn, so never two at a time;
// Lost does not.
type Layer interface {
	// Kinds lists the message kinds that the layer receives.
	Kinds() []int
	// Receive handles one message. It runs as the start of a turn. m is valid
	// until Receive returns or waits. The error is a breach of protocol, which
	// ends the session.
	Receive(ctx context.Context, m wire.Message) error
	// Flush writes what changed. It runs after Mark, when the turn is given
	// away and when it ends, before that turn's calls; never while the page is
	// away or its socket full. Waiting is forbidden in it.
	Flush(ctx context.Context, w *Writer)
	// Lost says that what was written for owner may never have arrived and
	// will not be sent again: it is to be marked and sent whole. Lost must not
	// wait and may be called on any goroutine.
	Lost(owner uint64)
	// Ended is the session's last turn.
	Ended(ctx context.Context)
}

// A Coalescer is a [Layer] that lets a newer message take the place of an older
// one that has not started yet.
type Coalescer interface {
	Layer
	// Coalesce returns what m is about. If a start with the same key waits and
	// only such starts came after it, m takes its place. It must neither wait
	// nor use the session.
	Coalesce(m wire.Message) (key uint64, ok bool)
}

// A Writer takes the messages of one flush. It is valid during Flush.
type Writer struct {
	s       *Session
	buf     []byte
	patches []patch
}

// A patch is where in a frame an owner's message stands.
type patch struct {
	owner    uint64
	off, end int
	confirm  bool
}

// Patch appends the message that write appends to b, for owner. Its bytes are
// kept until the page confirms them; if the socket goes before, they are sent
// again.
//
// If confirm is set, or the session keeps too many such bytes, they are not
// kept; instead [Layer.Lost] is called for owner, and what else was written for
// it and is not confirmed is dropped with them.
func (w *Writer) Patch(owner uint64, confirm bool, write func(b []byte) []byte) {
	from := w.comma()
	w.buf = write(w.buf)
	if len(w.buf) == from {
		w.buf = w.buf[:max(0, from-1)]
		return
	}
	w.patches = append(w.patches, patch{owner, from, len(w.buf), confirm})
}

func (w *Writer) comma() int {
	w.buf = append(w.buf, ',')
	return len(w.buf)
}

// Function returns the number of the module and the name under which the page
// finds f, for use in a patch. See [Session.Function].
func (w *Writer) Function(f Callable) (number int, name string, err error) {
	return w.s.Function(f)
}

// Session returns the session that is flushed.
func (w *Writer) Session() *Session { return w.s }

// marks tell which layers have something to flush.
type marks uint8

const (
	markTwins marks = 1 << iota
	markLayers
)

// Mark says that a layer has something to flush: at the end of the running turn,
// else in a turn that is queued for it. It is safe from any goroutine.
func (s *Session) Mark() { s.mark(markTwins | markLayers) }

// MarkTwins is [Session.Mark] for the twins alone: the other layers need not look.
func (s *Session) MarkTwins() { s.mark(markTwins) }

func (s *Session) mark(which marks) {
	s.mu.Lock()
	s.turns.marked |= which
	if s.begins() {
		s.mu.Unlock()
		s.flushSoon()
		return
	}
	s.queueFlush()
	s.mu.Unlock()
	s.dispatch()
}

// begins takes the turn to flush if nobody has it or waits for it: what queueFlush and
// take do, without a queue. s.mu is held.
func (s *Session) begins() bool {
	t := &s.turns
	if t.held || t.closed || len(t.queue) > 0 || !s.toFlush() {
		return false
	}
	t.flushing = true
	t.hold(s.hub)
	return true
}
