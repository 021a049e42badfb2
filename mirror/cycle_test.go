package mirror_test

import (
	"sync"
	"sync/atomic"
	"testing"
)

// TestReferencesWhileTheyChange sends two objects that refer to each other, each
// first to some pages, while somebody changes them: loading one that another brings
// must not wait for a lock while it holds one, since a writer that waits keeps
// readers out.
func TestReferencesWhileTheyChange(t *testing.T) {
	hub := newHub(t)
	there, back := &Thing{}, &Thing{}
	there.Peer, back.Peer = back, there
	var done atomic.Bool
	var readers, writers sync.WaitGroup
	for _, first := range []*Thing{there, back} {
		writers.Go(func() {
			for !done.Load() {
				first.Update(t.Context(), func() { first.Mood = "changing" })
			}
		})
		readers.Go(func() {
			for range 200 {
				p := open(t, hub)
				if err := take.Go(p.Session().Context(), first); err != nil {
					t.Error(err)
				}
				p.Close()
			}
		})
	}
	readers.Wait()
	done.Store(true)
	writers.Wait()
}
