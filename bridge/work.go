package bridge

import "sync"

// work counts what runs for a hub. Unlike a [sync.WaitGroup] it may grow while
// somebody waits, as when a session ends on its own during [Hub.Shutdown].
type work struct {
	mu   sync.Mutex
	n    int
	idle chan struct{} // closed when n is 0, if somebody waits
}

// Add notes that n more run.
func (w *work) Add(n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.n += n
}

// Done notes that one of them has ended.
func (w *work) Done() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.n--; w.n == 0 && w.idle != nil {
		close(w.idle)
		w.idle = nil
	}
}

// Idle returns a channel that is closed as soon as nothing runs.
func (w *work) Idle() <-chan struct{} {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.idle == nil {
		w.idle = make(chan struct{})
	}
	idle := w.idle
	if w.n == 0 {
		close(idle)
		w.idle = nil
	}
	return idle
}
