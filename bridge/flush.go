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
	blocked := st.blocked(s)
	marked := t.marked
	if blocked {
		marked = 0
	}
	if marked == 0 && st.turn.empty() && (blocked || st.pending.empty() && !st.announces()) {
		s.mu.Unlock()
		return
	}
	t.marked &^= marked
	if marked == 0 {
		s.commit(new(Writer))
	} else {
		s.draw(r, marked)
	}
	s.sendNow()
}

// draw commits what the marked layers write. s.mu is held, but not meanwhile.
func (s *Session) draw(r *runner, marked marks) {
	w := writers.Get().(*Writer)
	w.s = s
	s.flushLayers(r, w, marked)
	if s.state != over {
		s.commit(w)
	}
	w.free()
}

func (s *Session) turnEnds(twins Twins) {
	defer s.recovered("TurnEnds")
	twins.TurnEnds()
}

// flushLayers flushes what is marked. s.mu is held, but not meanwhile.
func (s *Session) flushLayers(r *runner, w *Writer, marked marks) {
	twins, layers := s.twins, s.layers
	s.mu.Unlock()
	before := r.forbid
	r.forbid = "Render"
	if marked&markTwins != 0 && twins != nil {
		s.flushLayer(twins, w)
	}
	if marked&markLayers != 0 {
		for _, l := range layers {
			s.flushLayer(l, w)
		}
	}
	r.forbid = before
	s.mu.Lock()
}

// flushLayer takes back what l wrote if it panics.
func (s *Session) flushLayer(l Layer, w *Writer) {
	buf, patches := len(w.buf), len(w.patches)
	defer func() {
		if p := recover(); p != nil {
			s.panicked("Flush", p)
			w.buf, w.patches = w.buf[:buf], w.patches[:patches]
		}
	}()
	l.Flush(s.ctx, w)
}

func (w *Writer) free() {
	w.s, w.buf, w.patches = nil, w.buf[:0], w.patches[:0]
	if cap(w.buf) <= 64<<10 {
		writers.Put(w)
	}
}
