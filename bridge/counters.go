package bridge

import "sync/atomic"

// Counters count what happened in a hub since it was made. They only grow.
type Counters struct {
	Sockets  atomic.Int64 // accepted
	Resumed  atomic.Int64 // times that a page was welcome, the first included
	Received atomic.Int64 // bytes
	Sent     atomic.Int64 // bytes
	HandOffs atomic.Int64 // handlers that waited or ran long
	Merged   atomic.Int64 // messages that took the place of older ones
	Refused  atomic.Int64 // calls and messages beyond a limit or without a grant
	Breaches atomic.Int64 // sessions ended for breaking the protocol
	Panics   atomic.Int64
	Voided   atomic.Int64 // frames of which patches were not kept
	Thefts   atomic.Int64
	Expired  atomic.Int64 // sessions whose page did not come back
	Shed     atomic.Int64 // sessions that ended for the budget
	Silent   atomic.Int64 // sockets given up
	Stuck    atomic.Int64 // turns that the watchdog has reported
}

// Counters returns h's counters, which go on counting.
func (h *Hub) Counters() *Counters { return &h.counts }

// Load returns how much h holds now.
func (h *Hub) Load() Load {
	h.mu.Lock()
	defer h.mu.Unlock()
	return Load{Sessions: len(h.sessions), Sockets: len(h.links), LogBytes: h.bytes.Load()}
}

// A Load is what a hub holds at a moment.
type Load struct {
	Sessions int
	Sockets  int
	LogBytes int64
}
