package bridge

import "time"

// A bucket counts what a page sends against its rate. Pages keep the same count
// and so never meet the end of it; because the network bunches what they send,
// they may owe a burst for a while.
type bucket struct {
	limits *Limits
	tokens float64
	last   time.Time
	since  time.Time // when the bucket ran dry, zero if it is not
}

// allows takes a token. It refuses when twice the burst is gone.
func (b *bucket) allows() bool {
	now := time.Now()
	if b.last.IsZero() {
		b.tokens, b.last = float64(b.limits.Burst), now
	}
	b.tokens += now.Sub(b.last).Seconds() * float64(b.limits.Rate)
	b.tokens = min(b.tokens, float64(b.limits.Burst))
	b.last = now
	if b.tokens >= 1 {
		b.since = time.Time{}
	} else if b.since.IsZero() {
		b.since = now
	}
	if b.tokens < float64(-b.limits.Burst) {
		return false
	}
	b.tokens--
	return true
}

// over reports whether the page has been over its rate for too long.
func (b *bucket) over() bool {
	return !b.since.IsZero() && b.last.Sub(b.since) > b.limits.Over
}
