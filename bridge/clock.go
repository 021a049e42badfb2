package bridge

import (
	"slices"
	"time"
)

// startClock starts the hub's clock if it stands. It goes as long as there is
// anything to watch. h.mu is held.
func (h *Hub) startClock() {
	if !h.ticking {
		h.ticking = true
		h.now.CompareAndSwap(0, 1) // 0 means never
		h.work.Add(1)
		go h.clock()
	}
}

func (h *Hub) clock() {
	defer h.work.Done()
	t := time.NewTicker(tick)
	defer t.Stop()
	for {
		select {
		case <-t.C:
		case <-h.stop:
			return
		}
		h.now.Add(1)
		for _, s := range h.snapshot() {
			s.tick()
		}
		for _, l := range h.openLinks() {
			l.tick()
		}
		h.shed()
		h.mu.Lock()
		if h.ticking = len(h.sessions)+len(h.links) > 0; !h.ticking {
			h.mu.Unlock()
			return
		}
		h.mu.Unlock()
	}
}

// tick looks after a session: one whose page stayed away ends, a turn that is
// held too long is reported.
func (s *Session) tick() {
	s.mu.Lock()
	now := s.hub.now.Load()
	expired := s.stream.link == nil && s.state == adopted && now >= s.until
	stuck := s.stuck(now)
	s.mu.Unlock()
	if expired {
		s.hub.counts.Expired.Add(1)
		s.End(errExpired)
	}
	if stuck != nil {
		stuck.report(s)
	}
}

// tick looks after a socket: one that does not say HELLO, is silent, or does not
// take what is written is given up; one that idles is pinged.
func (l *link) tick() {
	now, lim := l.hub.now.Load(), &l.hub.options.Limits
	s := l.s.Load()
	begun := l.pending.Load()
	switch {
	case s == nil && now-l.opened > ticks(lim.Handshake),
		now-l.heard.Load() > ticks(lim.Silence),
		begun != 0 && now-begun&^(1<<31) > ticks(lim.Write):
		l.hub.counts.Silent.Add(1)
		l.drop()
	case s != nil && begun == 0 && now-l.wrote.Load() >= ticks(lim.Ping):
		s.ping(l)
	}
}

// ping has the page answer, if it is there, by an acknowledgement of its own. It
// is one itself, which lets an idle page forget what it has sent.
func (s *Session) ping(l *link) {
	s.mu.Lock()
	if s.stream.link == l && l.control == nil {
		l.control = s.ack()
	}
	s.mu.Unlock()
	s.send()
}

// shed ends sessions whose pages are away, those first that have been for
// longest, until the logs are within their budget.
func (h *Hub) shed() {
	if h.bytes.Load() <= int64(h.options.Limits.Budget) {
		return
	}
	all := h.snapshot()
	ends := map[*Session]uint32{}
	for _, s := range all {
		s.mu.Lock()
		if s.stream.link == nil {
			ends[s] = s.until
		}
		s.mu.Unlock()
	}
	all = slices.DeleteFunc(all, func(s *Session) bool { _, ok := ends[s]; return !ok })
	slices.SortFunc(all, func(a, b *Session) int { return int(int32(ends[a] - ends[b])) })
	for _, s := range all {
		if h.bytes.Load() <= int64(h.options.Limits.Budget) {
			return
		}
		h.counts.Shed.Add(1)
		s.End(errBudget)
	}
}
