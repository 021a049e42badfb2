package bridge

import "time"

// A bucket counts what a page sends against its rate. Pages keep the same count
// and so never meet the end of it; because the network bunches what they send,
// they may owe a burst for a while: of what they sent before no more is
// unconfirmed.
//
// What grows again is counted when it matters, from an eighth of the burst on:
// a bucket may so give an eighth more than it should, never less.
type bucket struct {
	spent float64 // tokens taken and not grown again; the zero bucket is full
	last  int64   // when that was, in ns
	dry   int64   // when it first refused, 0 if it is half full again
}

// started is from when buckets count.
var started = time.Now()

// allows takes a token. It refuses when twice the burst is gone.
func (b *bucket) allows(l *Limits) bool {
	burst := float64(l.Burst)
	if b.spent < burst/8 { // asking for the time takes longer than all else here
		b.spent++
		return true
	}
	now := int64(time.Since(started))
	grown := float64(now-b.last) * float64(l.Rate) / float64(time.Second)
	b.spent = max(0, b.spent-max(0, grown))
	b.last = now
	if b.spent <= burst-1 {
		b.dry = 0
	}
	if b.spent >= 2*burst {
		if b.dry == 0 {
			b.dry = now
		}
		return false
	}
	b.spent++
	return true
}

// over reports whether the page has been over its rate for too long.
func (b *bucket) over(l *Limits) bool { return b.dry != 0 && time.Duration(b.last-b.dry) > l.Over }
