package bridge

import (
	"slices"
	"sync"

	"github.com/omg-go/omg/internal/wire"
)

// stream is a session's numbered frames in both directions. Session.mu guards it.
type stream struct {
	link      *link  // the socket, nil while the page is away
	attempt   uint64 // the highest that was accepted
	token     uint64 // number of the newest resume token
	before    uint64 // the one that the page came with
	ticket    string // with which the page came first, until it is confirmed
	confirmed bool   // the page has shown that it has the newest token
	connected bool   // once: there was a WELCOME

	handling bool          // messages of a frame are not all started or in line
	settled  chan struct{} // closed when they are, if somebody waits for that

	rx       uint64 // highest frame received
	acked    uint64 // of rx, what the page was told
	unsaid   int    // bytes received since then
	unheard  int32  // and messages that count against the page's rate
	asked    int32  // acknowledgements that the page owes for those alone that it got
	tx       uint64 // highest frame numbered
	written  uint64 // of tx, what this socket was given
	log      []entry
	inflight int // bytes that this socket was given and the page has not confirmed, as sent
	bytes    int // bytes in log
	patches  int // of them, of patches
	pending  box // what waits until frames may leave
	weighed  int // of pending, bytes that the hub knows of
	turn     box // what the running turn has to say
	rare     *rare
}

// rare is what a stream seldom has. It is made when it is needed and dropped when
// it is empty, as most sessions idle.
type rare struct {
	prelude   []byte   // what goes before all else in the next frame
	partial   []byte   // a message that comes in chunks
	cancelled []uint64 // calls that were, while their frames were in the log
}

// seldom returns st.rare, made if need be.
func (st *stream) seldom() *rare {
	if st.rare == nil {
		st.rare = new(rare)
	}
	return st.rare
}

// tidy drops st.rare if it is empty.
func (st *stream) tidy() {
	if r := st.rare; r != nil && r.prelude == nil && r.partial == nil && r.cancelled == nil {
		st.rare = nil
	}
}

// announces reports whether there is something that goes first in the next frame.
func (st *stream) announces() bool { return st.rare != nil && st.rare.prelude != nil }

// takePrelude returns what goes first in the next frame.
func (st *stream) takePrelude() (b []byte) {
	if st.rare != nil {
		b, st.rare.prelude = st.rare.prelude, nil
		st.tidy()
	}
	return b
}

// takeCancelled returns the calls that were cancelled, and forgets them.
func (st *stream) takeCancelled() (ids []uint64) {
	if st.rare != nil {
		ids, st.rare.cancelled = st.rare.cancelled, nil
		st.tidy()
	}
	return ids
}

// An entry is a frame that the page has not confirmed. Those of the log have
// consecutive numbers up to tx.
type entry struct {
	data    []byte
	patches []patch
	size    int // of data when it was written
}

// blocked reports whether nothing may be rendered: the page is away or its
// socket full.
func (st *stream) blocked(s *Session) bool {
	return st.link == nil || st.inflight > s.hub.options.Limits.Window || len(st.log) > fullFrames
}

// fullFrames counts like the window's bytes: a page that confirms nothing for so
// many frames does not read.
const fullFrames = 256

// first returns the number of the oldest frame in the log.
func (st *stream) first() uint64 { return st.tx + 1 - uint64(len(st.log)) }

// commit makes w's patches, what waits and what the turn says one frame. s.mu is
// held; send must follow.
func (s *Session) commit(w *Writer) {
	st := &s.stream
	defer s.weigh()
	if st.blocked(s) {
		st.turn.move(&st.pending)
		s.frame(w)
		return
	}
	s.frame(w, &st.pending, &st.turn)
}

// frame makes one frame of w's patches and the messages of the boxes, unless
// there are none. s.mu is held; send must follow.
func (s *Session) frame(w *Writer, boxes ...*box) {
	st := &s.stream
	size := len(w.buf)
	for _, b := range boxes {
		if !b.empty() {
			size += b.size() + b.count() // and the commas
		}
	}
	if size == 0 && !st.announces() {
		return
	}
	head, prelude := s.head(make([]byte, 0, 48)), st.takePrelude()
	shift := len(head) + len(prelude)
	data := make([]byte, 0, shift+size+1)
	data = append(append(append(data, head...), prelude...), w.buf...)
	for _, b := range boxes {
		data = b.appendTo(data)
	}
	data = append(data, ']')
	patches := slices.Clone(w.patches)
	for i := range patches {
		patches[i].off += shift
		patches[i].end += shift
	}
	s.enlog(entry{data: data, patches: patches, size: len(data)})
}

// head numbers the next frame and appends how it begins. s.mu is held.
func (s *Session) head(b []byte) []byte {
	st := &s.stream
	st.tx++
	st.acked, st.unsaid, st.unheard = st.rx, 0, 0
	b = wire.AppendUint(append(b, '['), st.tx)
	return wire.AppendUint(append(b, ','), st.rx)
}

// enlog keeps e until the page confirms it. s.mu is held.
func (s *Session) enlog(e entry) {
	st := &s.stream
	size := 0
	for _, p := range e.patches {
		size += p.end - p.off
	}
	for i := range e.patches {
		p := &e.patches[i]
		p.confirm = p.confirm || st.patches+size > s.hub.options.Limits.KeptPatch
	}
	if st.log == nil {
		st.log = logs.Get().(*[shortLog]entry)[:0]
	}
	st.log = append(st.log, e)
	st.patches += size
	s.account(len(e.data))
}

// A log that is empty has no memory between frames, as most are; short ones go
// round.
const shortLog = 1

var logs = sync.Pool{New: func() any { return new([shortLog]entry) }}

// freeLog drops the memory of the log if it is empty.
func (st *stream) freeLog() {
	if len(st.log) > 0 {
		return
	}
	if cap(st.log) == shortLog {
		logs.Put((*[shortLog]entry)(st.log[:shortLog]))
	}
	st.log = nil
}

// weigh has the hub know of what waits. s.mu is held.
func (s *Session) weigh() {
	st := &s.stream
	if n := st.pending.size(); n != st.weighed {
		s.hub.bytes.Add(int64(n - st.weighed))
		st.weighed = n
	}
}

// account notes that the log has grown or shrunk by n bytes.
func (s *Session) account(n int) {
	s.stream.bytes += n
	s.hub.bytes.Add(int64(n))
}

// confirm drops what the page has received. s.mu is held; dispatch must follow.
func (s *Session) confirm(ack uint64) error {
	st := &s.stream
	if ack > st.tx {
		return &Breach{"confirmed a frame that was never sent"}
	}
	if first := st.first(); first <= ack {
		gone := st.log[:ack+1-first]
		for i := range gone {
			s.forget(&gone[i], first+uint64(i) <= st.written)
		}
		st.log = slices.Delete(st.log, 0, len(gone))
	}
	if len(st.log) == 0 {
		st.takeCancelled()
	}
	s.queueFlush()
	return nil
}

// forget takes e out of the accounts.
func (s *Session) forget(e *entry, written bool) {
	st := &s.stream
	for _, p := range e.patches {
		st.patches -= p.end - p.off
	}
	if written {
		st.inflight -= e.size
	}
	s.account(-len(e.data))
}

// written notes that the socket was given e: what need not be kept of it goes.
// It returns the bytes to write. s.mu is held.
func (s *Session) wrote(e *entry) []byte {
	data := e.data
	e.size = len(data)
	s.stream.inflight += e.size
	s.void(e, func(p patch) bool { return p.confirm })
	return data
}

// void takes the patches that match out of e, whose number stays. The bytes of e
// are not changed: a socket may be writing them. s.mu is held.
func (s *Session) void(e *entry, match func(p patch) bool) {
	if !slices.ContainsFunc(e.patches, func(p patch) bool { return p.end > p.off && match(p) }) {
		return
	}
	old, at := e.data, 0
	kept := make([]byte, 0, len(old))
	for i := range e.patches {
		p := &e.patches[i]
		if p.off == p.end || !match(*p) {
			kept = append(kept, old[at:p.off]...)
			at = p.off
			p.off, p.end = shifted(p, len(kept)-at)
			continue
		}
		kept = append(kept, old[at:p.off-1]...) // with its comma
		at = p.end
		s.stream.patches -= p.end - p.off
		p.off, p.end = len(kept), len(kept)
	}
	e.data = slices.Clip(append(kept, old[at:]...))
	s.account(len(e.data) - len(old))
	s.hub.counts.Voided.Add(1)
}

func shifted(p *patch, by int) (off, end int) { return p.off + by, p.end + by }

// losses voids all that was written for owners of whom the page may miss
// something that is not kept, and returns them. s.mu is held.
func (s *Session) losses() []uint64 {
	var lost []uint64
	seen := map[uint64]bool{}
	for i := range s.stream.log {
		for _, p := range s.stream.log[i].patches {
			if p.confirm && !seen[p.owner] {
				seen[p.owner] = true
				lost = append(lost, p.owner)
			}
		}
	}
	for i := range s.stream.log {
		s.void(&s.stream.log[i], func(p patch) bool { return seen[p.owner] })
	}
	return lost
}

// room fails when so much is unconfirmed that nothing more is taken that need
// not be. s.mu is held.
func (s *Session) room() error {
	st, l := &s.stream, &s.hub.options.Limits
	if len(st.log)+st.pending.count()+st.turn.count() >= l.LogFrames ||
		st.bytes+st.pending.size()+st.turn.size() >= l.LogBytes {
		s.hub.counts.Refused.Add(1)
		return ErrLimit
	}
	return nil
}

// close ends the stream and returns its socket. s.mu is held.
func (s *Session) closeStream() *link {
	st := &s.stream
	l := st.link
	s.account(-st.bytes - st.weighed)
	*st = stream{attempt: st.attempt, token: st.token, ticket: st.ticket, connected: st.connected}
	return l
}
