package bus

import (
	"context"
	"errors"
	"iter"
	"time"
)

// Follow yields the events of a key or prefix as [Bus].Watch does, from the zero Rev,
// and goes on where a watch has to give up: it watches again when the engine lost
// its connection, and when it was away for too long it takes a new snapshot and yields a
// deletion for each key that went meanwhile. So the loop's body sees each key come,
// change and go, in that order, and never has to start over itself.
//
//	for e, err := range bus.Follow(ctx, b, "board.") {
//		if err != nil {
//			return err
//		}
//		…
//	}
//
// Synced comes after the first snapshot and after each return. Deletions of keys that
// were never yielded are left out. Follow keeps the names of the keys it has yielded.
//
// It ends without an error when ctx ends. The one error that it yields is the last
// thing it yields: [ErrClosed] or [ErrKey]; others it takes to be passing, and tries
// again after a pause that grows to five seconds.
func Follow(ctx context.Context, b Bus, prefix string) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		f := &follower{known: make(map[string]struct{}), yield: yield}
		for pause := firstPause; ctx.Err() == nil; pause = min(2*pause, longestPause) {
			if err := f.watch(ctx, b, prefix); err != nil {
				if errors.Is(err, ErrClosed) || errors.Is(err, ErrKey) {
					yield(Event{}, err)
					return
				}
			}
			if f.stopped {
				return
			}
			if f.moved {
				pause = firstPause
			}
			f.moved = false
			sleep(ctx, pause)
		}
	}
}

const (
	firstPause   = 50 * time.Millisecond
	longestPause = 5 * time.Second
)

// follower is the state that outlives a watch.
type follower struct {
	yield   func(Event, error) bool
	known   map[string]struct{} // keys that were yielded and not deleted
	unseen  map[string]struct{} // of those, what a new snapshot has not shown yet
	last    Rev
	moved   bool // the watch delivered something
	stopped bool // the loop was left
}

// watch yields from one watch until its channel closes.
func (f *follower) watch(ctx context.Context, b Bus, prefix string) error {
	events, err := b.Watch(ctx, prefix, f.last)
	if errors.Is(err, ErrCompacted) {
		f.startOver()
		events, err = b.Watch(ctx, prefix, Rev{})
	}
	if err != nil {
		return err
	}
	for e := range events {
		f.moved = true
		if !f.take(e) {
			f.stopped = true
			return nil
		}
	}
	return nil
}

func (f *follower) startOver() {
	f.last = Rev{}
	f.unseen = make(map[string]struct{}, len(f.known))
	for key := range f.known {
		f.unseen[key] = struct{}{}
	}
}

func (f *follower) take(e Event) bool {
	if e.Synced {
		return f.buryUnseen(e.Rev) && f.pass(e)
	}
	delete(f.unseen, e.Key)
	if !e.Deleted {
		f.known[e.Key] = struct{}{}
		return f.pass(e)
	}
	if _, ok := f.known[e.Key]; !ok {
		return true
	}
	delete(f.known, e.Key)
	return f.pass(e)
}

// buryUnseen yields the deletions that happened while nobody could tell of them.
func (f *follower) buryUnseen(rev Rev) bool {
	for key := range f.unseen {
		delete(f.known, key)
		if !f.yield(Event{Key: key, Rev: rev, Deleted: true}, nil) {
			return false
		}
	}
	f.unseen = nil
	return true
}

// pass remembers where to go on. Half a snapshot will do: it comes in the order of the
// revisions, so what lacks is newer than what came.
func (f *follower) pass(e Event) bool {
	f.last = e.Rev
	return f.yield(e, nil)
}

func sleep(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}
