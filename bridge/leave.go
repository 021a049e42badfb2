package bridge

import (
	"errors"
	"time"
)

// gone ends a socket for which Read or Write failed, or that broke a rule.
func (l *link) gone(err error) {
	var b *Breach
	if errors.As(err, &b) && l.s.Load() != nil {
		l.s.Load().breach(b)
	}
	l.leave(l.hub.options.Limits.Retention)
}

// leave takes l off its session, which waits so long for the page to come back,
// and closes it. Where the session has ended, its end does that, with a farewell.
func (l *link) leave(wait time.Duration) {
	h := l.hub
	h.mu.Lock()
	delete(h.links, l)
	h.mu.Unlock()
	s := l.s.Load()
	if s == nil {
		l.drop()
		return
	}
	s.mu.Lock()
	if s.stream.link == l {
		s.stream.link = nil
		s.until = h.now.Load() + ticks(wait)
		if hook := h.options.Hooks.Lost; hook != nil {
			s.push(item{run: hook})
		}
	}
	ended := s.state == over
	s.mu.Unlock()
	if !ended {
		l.drop()
	}
	s.dispatch()
}
