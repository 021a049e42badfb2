package bridge

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
)

var (
	errExpired = errors.New("bridge: the page did not come back")
	errBudget  = errors.New("bridge: too much was kept for pages that are away")
)

// stuck is a turn that was held too long while somebody waited.
type stuck struct{ holder, waiter *runner }

// stuck returns what the watchdog is to report, once for each turn. s.mu is
// held.
func (s *Session) stuck(now uint32) *stuck {
	t := &s.turns
	if !t.held || t.warned || len(t.queue) == 0 || now-t.since < ticks(s.hub.options.Limits.Watchdog) {
		return nil
	}
	t.warned = true
	found := &stuck{holder: t.holder.Load()}
	for _, it := range t.queue {
		if it.waiter != nil {
			found.waiter = it.waiter.runner
			break
		}
	}
	return found
}

func (st *stuck) report(s *Session) {
	s.hub.counts.Stuck.Add(1)
	dump := make([]byte, 1<<20)
	dump = dump[:runtime.Stack(dump, true)]
	s.hub.options.Log.Error("bridge: a turn is held while others wait", "session", s.id[:6],
		"holder", st.holder.stack(string(dump)), "waiter", st.waiter.stack(string(dump)))
}

// stack finds r's goroutine in a dump of all: by the frame of handle, or of what
// else keeps a turn, whose receiver or argument r is.
func (r *runner) stack(dump string) string {
	if r == nil {
		return "none"
	}
	mark := fmt.Sprintf("%p", r)
	for trace := range strings.SplitSeq(dump, "\n\n") {
		for line := range strings.SplitSeq(trace, "\n") {
			if strings.Contains(line, "/bridge.") && strings.Contains(line, mark) {
				return trace
			}
		}
	}
	return "not found"
}
