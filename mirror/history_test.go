package mirror_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/mirror"
)

// TestHistories lets 2 to 50 pages come, go, lose what is on the way and come back,
// and the server restart, while objects change, and compares what all of them
// believe in the end with the originals: 100,000 steps, or with the race detector,
// which takes ten times as long, some of them, if not OMG_LONG=1. OMG_SEED
// repeats one.
func TestHistories(t *testing.T) {
	steps, rounds := 5000, 20
	if racing && os.Getenv("OMG_LONG") == "" {
		steps, rounds = 400, 5
	}
	seed := uint64(time.Now().UnixNano())
	if s, err := strconv.ParseUint(os.Getenv("OMG_SEED"), 10, 64); err == nil {
		seed, rounds = s, 1
	}
	for i := range rounds {
		t.Run(fmt.Sprint(seed+uint64(i)), func(t *testing.T) {
			t.Logf("OMG_SEED=%d", seed+uint64(i))
			h := newHistory(t, seed+uint64(i))
			for range steps {
				h.step()
			}
			h.settle()
		})
	}
}

type history struct {
	t       *testing.T
	random  *rand.Rand
	hub     *bridge.Hub
	objects []*Thing
	changes []int // notices, by object
	pages   []*historyPage
	n       int
}

// historyPage is a page, and what it was sent.
type historyPage struct {
	*page
	away bool
	ids  map[int]uint64 // of its twins, by object
	base map[int]int    // notices before the twin was made
}

func newHistory(t *testing.T, seed uint64) *history {
	h := &history{t: t, random: rand.New(rand.NewPCG(seed, 1)), hub: newHub(t)}
	for range 1 + h.random.IntN(8) {
		h.objects = append(h.objects, &Thing{Mood: "start"})
	}
	h.changes = make([]int, len(h.objects))
	for range 2 + h.random.IntN(49) {
		h.pages = append(h.pages, h.newPage())
	}
	return h
}

func (h *history) newPage() *historyPage {
	return &historyPage{page: open(h.t, h.hub), ids: map[int]uint64{}, base: map[int]int{}}
}

func (h *history) step() {
	h.n++
	ctx, i, k := context.Background(), h.random.IntN(len(h.pages)), h.random.IntN(len(h.objects))
	p, o := h.pages[i], h.objects[k]
	if h.random.IntN(300) == 0 {
		h.restart()
		return
	}
	switch h.random.IntN(20) {
	case 0:
		if !p.away {
			p.Cut()
			p.away = true
		}
	case 1, 2:
		h.comeBack(p)
	case 3: // the page is loaded anew
		p.Close()
		h.pages[i] = h.newPage()
	case 4, 5, 6:
		h.send(p, k)
	case 7:
		mirror.Release(p.Session().Context(), o)
		delete(p.ids, k)
	case 8, 9:
		h.changes[k]++
		mirror.Notify(ctx, o)
	case 10:
		bridge.Do(p.Session().Context(), func(ctx context.Context) error {
			h.change(ctx, o)
			h.change(ctx, o)
			return nil
		})
	case 11:
		o.Update(ctx, func() { o.Peer = h.objects[h.random.IntN(len(h.objects))] })
		mirror.SyncSlot(ctx, o, &o.Peer)
	default:
		h.change(ctx, o)
	}
}

// restart ends all sessions: the pages are loaded anew, from another server. The
// objects are what it has stored.
func (h *history) restart() {
	h.hub.Shutdown(context.Background())
	h.hub = newHub(h.t)
	for i, p := range h.pages {
		p.Close()
		h.pages[i] = h.newPage()
	}
}

func (h *history) change(ctx context.Context, o *Thing) {
	h.n++
	o.Update(ctx, func() { o.Mood = fmt.Sprint("mood ", h.n) })
	mirror.SyncSlot(ctx, o, &o.Mood)
}

func (h *history) comeBack(p *historyPage) {
	if p.away {
		p.Resume()
		p.away = false
	}
}

func (h *history) send(p *historyPage, k int) {
	send(h.t, p.page, h.objects[k])
}

// settle brings all pages back and waits until they believe what is true.
func (h *history) settle() {
	for _, p := range h.pages {
		h.comeBack(p)
		for k := range h.objects {
			h.send(p, k)
		}
	}
	for _, o := range h.objects { // twins that were released in between are others now
		mirror.SyncSlot(context.Background(), o, &o.Peer)
	}
	for _, p := range h.pages {
		for k, o := range h.objects {
			h.agree(p, k, o)
		}
	}
}

func (h *history) agree(p *historyPage, k int, o *Thing) {
	h.t.Helper()
	id := mirror.ID(p.Session(), o)
	epoch := uint64(h.changes[k])
	p.slot(id, "Mood", strconv.Quote(o.Mood))
	until(h.t, func() bool {
		p.mu.Lock()
		defer p.mu.Unlock()
		return p.twins[id].known[""][1] == mirror.Epoch(o)
	})
	peer := "null"
	if o.Peer != nil {
		peer = fmt.Sprintf(`{"$x":[%d,1]}`, mirror.ID(p.Session(), o.Peer))
	}
	p.slot(id, "Peer", peer)
	p.mu.Lock()
	defer p.mu.Unlock()
	tw := p.twins[id]
	if uint64(tw.told) > epoch {
		h.t.Errorf("a page was told %d times of %d changes", tw.told, epoch)
	}
	if tw.stale > 0 && tw.stale > tw.applied {
		h.t.Errorf("%d of %d values were not new", tw.stale, tw.stale+tw.applied)
	}
}
