package bridge

import (
	"sync"
)

var writers = sync.Pool{New: func() any { return new(Writer) }}

// flush sends what the turn of r, the calling goroutine's, has changed and said.
// Without the turn, which only the end of the session takes, it does nothing.
func (s *Session) flush(r *runner) {
	if r.turn != s {
		return
	}
	s.mu.Lock()
	if twins := s.twins; twins != nil {
		s.mu.Unlock()
		s.turnEnds(twins)
		s.mu.Lock()
	}
	st, t := &s.stream, &s.turns
	marked := t.marked && !st.blocked(s)
	if !marked && st.turn.empty() && (st.blocked(s) || st.pending.empty() && !st.announces()) {
		s.mu.Unlock()
		return
	}
	t.marked = t.marked && !marked
	s.mu.Unlock()
	w := writers.Get().(*Writer)
	w.s = s
	if marked {
		s.flushLayers(r, w)
	}
	s.mu.Lock()
	if s.state != over {
		s.commit(w)
	}
	s.mu.Unlock()
	w.free()
	s.send()
}

func (s *Session) turnEnds(twins Twins) {
	defer s.recovered("TurnEnds")
	twins.TurnEnds()
}

func (s *Session) flushLayers(r *runner, w *Writer) {
	before := r.forbid
	r.forbid = "Render"
	for l := range s.allLayers {
		s.flushLayer(l, w)
	}
	r.forbid = before
}

// flushLayer takes back what l wrote if it panics.
func (s *Session) flushLayer(l Layer, w *Writer) {
	buf, patches, done := len(w.buf), len(w.patches), false
	defer func() {
		if !done {
			w.buf, w.patches = w.buf[:buf], w.patches[:patches]
		}
	}()
	defer s.recovered("Flush")
	l.Flush(s.ctx, w)
	done = true
}

func (w *Writer) free() {
	w.s, w.buf, w.patches = nil, w.buf[:0], w.patches[:0]
	if cap(w.buf) <= 64<<10 {
		writers.Put(w)
	}
}
