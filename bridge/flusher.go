package bridge

import (
	"runtime"
	"sync"
)

// Flushers are the goroutines on which turns run that were started for nothing
// but to flush: as many as there are processors, however many sessions something
// was marked in. A goroutine for each would grow a stack for each, which takes
// longer than to write what there is to say.
//
// A flusher that takes long, because its page's socket is full or a widget is
// slow to draw, is replaced by the hub's monitor as a reader is: see
// [runner.handOff].
type flushers struct {
	mu    sync.Mutex
	line  []*Session // whose turn was taken for it; those before first are gone
	first int
	n     int // goroutines that take from the line
	most  int
}

// longLine is how many sessions may wait in memory that is kept.
const longLine = 4 << 10

// flushSoon has a flusher run a turn of s, which has been taken.
func (s *Session) flushSoon() {
	f := &s.hub.flushers
	f.mu.Lock()
	defer f.mu.Unlock()
	f.line = append(f.line, s)
	if f.most == 0 {
		f.most = runtime.GOMAXPROCS(0)
	}
	if f.n < f.most {
		f.n++
		s.hub.startFlusher()
	}
}

func (h *Hub) startFlusher() {
	h.work.Add(1)
	go func() {
		defer h.work.Done()
		r := enter()
		defer r.leave()
		r.hub = h
		r.role.Store(running)
		h.monitored(r)
		defer h.unmonitored(r)
		for s := h.flushers.next(r); s != nil; s = h.flushers.next(r) {
			r.age.Store(0)
			s.run(r, item{flush: true})
		}
	}()
}

// next returns the session that r is to flush, nil if there is none or another
// goroutine is in r's place.
func (f *flushers) next(r *runner) *Session {
	f.mu.Lock()
	defer f.mu.Unlock()
	if r.role.Load() != running {
		return nil
	}
	if f.first < len(f.line) {
		s := f.line[f.first]
		f.line[f.first] = nil
		f.first++
		return s
	}
	if f.line, f.first = f.line[:0], 0; cap(f.line) > longLine {
		f.line = nil
	}
	if r.role.CompareAndSwap(running, stranger) {
		f.n--
	}
	return nil
}
