package bridge_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/wire"
)

// A board is a layer of things that have a version each. The page is told of
// every change by a step, which is right only on top of the version before, or
// by the whole when the board says that the page may have missed a step.
type board struct {
	s    *bridge.Session
	rand *rand.Rand

	mu     sync.Mutex
	things []thing
	heard  []int // what the page has sent, in order
	resets int   // times that a thing was lost
}

type thing struct {
	version, sent int
	lost          bool
}

const things = 3

// Kinds implements [bridge.Layer], as the rest.
func (b *board) Kinds() []int { return []int{0} }

func (b *board) Receive(_ context.Context, m wire.Message) error {
	e := m.Body()
	n, ok := e.Uint()
	if !ok {
		return errWrong
	}
	b.mu.Lock()
	b.heard = append(b.heard, int(n))
	b.mu.Unlock()
	b.change(int(n) % things)
	return nil
}

// change makes a new version of thing i.
func (b *board) change(i int) {
	b.mu.Lock()
	b.things[i].version++
	b.mu.Unlock()
	b.s.Mark()
}

func (b *board) Flush(_ context.Context, w *bridge.Writer) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for i := range b.things {
		t := &b.things[i]
		if t.sent == t.version && !t.lost {
			continue
		}
		what, pad := "step", b.rand.IntN(60)
		if t.lost {
			what, pad = "whole", b.rand.IntN(300)
		}
		w.Patch(uint64(i), b.rand.IntN(6) == 0, func(p []byte) []byte {
			return fmt.Appendf(p, `[0,%d,%q,%d,%d,%q]`, i, what, t.sent, t.version, strings.Repeat("x", pad))
		})
		t.sent, t.lost = t.version, false
	}
}

func (b *board) Lost(owner uint64) {
	b.mu.Lock()
	b.things[owner].lost = true
	b.resets++
	b.mu.Unlock()
	b.s.Mark()
}

func (b *board) Ended(context.Context) {}

// A view is what the page makes of a board.
type view struct {
	mu       sync.Mutex
	versions [things]int
}

// apply takes a patch: [0,thing,what,from,to,pad].
func (v *view) apply(m wire.Message) error {
	e := m.Body()
	i, ok := e.Uint()
	what, ok2 := e.Text()
	from, ok3 := e.Uint()
	to, ok4 := e.Uint()
	if m.Kind() != 0 || !ok || !ok2 || !ok3 || !ok4 || i >= things {
		return errWrong
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if have := v.versions[i]; what == "step" && have != int(from) || int(to) < have {
		return fmt.Errorf("thing %d is at %d, but a %s goes from %d to %d", i, have, what, from, to)
	}
	v.versions[i] = int(to)
	return nil
}

// TestPatchesOverFaults has a page and a board tell each other of changes over
// networks with faults, with so little room for patches that most are lost when a
// socket is. The page must never miss a step without getting the whole, and show
// the newest versions in the end; what it sends must arrive once and in order.
func TestPatchesOverFaults(t *testing.T) {
	first, last := seeds(500, 10_000)
	resets := 0
	for seed := first; seed <= last && !t.Failed(); seed++ {
		synctest.Test(t, func(t *testing.T) {
			b, made, err := paint(uint64(seed))
			resets += b.resets
			if err != nil {
				t.Errorf("seed %d, faults %v: %v", seed, made, err)
			}
		})
	}
	t.Logf("%d times was a thing lost", resets)
	if last-first > 100 && resets < last-first {
		t.Error("hardly ever was a thing lost")
	}
}

const changes = 40

// paint runs one seed.
func paint(seed uint64) (*board, map[string]int, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 110*time.Second)
	defer cancel()
	r := rand.New(rand.NewPCG(seed, 0))
	b := &board{rand: rand.New(rand.NewPCG(seed, 1)), things: make([]thing, things)}
	hub := bridge.NewHub(bridge.Options{Build: "faults", Log: quiet, Limits: bridge.Limits{KeptPatch: 150, Rate: 1e6, Burst: 1e6}})
	b.s = bridge.NewSession(hub, ctx)
	b.s.Attach(b)
	n := &simNet{ctx: ctx, hub: hub, seed: seed, faults: 10, made: map[string]int{}}
	opened := false
	n.accept = bridge.Accept{Open: func(context.Context, string) (*bridge.Session, error) {
		if opened {
			return nil, bridge.ErrRefused
		}
		opened = true
		return b.s, nil
	}}
	v := new(view)
	p := newPeer("ticket", n.dial)
	p.other, p.patience = v.apply, 5*time.Second
	p.again = func() time.Duration { return 20 * time.Millisecond }
	go p.live()
	for i := range changes {
		time.Sleep(time.Duration(r.IntN(100)) * time.Millisecond)
		p.say(fmt.Sprintf("[0,%d]", i))
		b.change(r.IntN(things))
	}
	err := b.settle(ctx, v)
	p.close()
	err = errors.Join(err, hub.Shutdown(context.Background()), b.check(p))
	return b, n.made, err
}

// settle waits until the page shows what there is.
func (b *board) settle(ctx context.Context, v *view) error {
	for ctx.Err() == nil {
		b.mu.Lock()
		v.mu.Lock()
		same := len(b.heard) == changes
		for i, t := range b.things {
			same = same && t.version == v.versions[i]
		}
		v.mu.Unlock()
		b.mu.Unlock()
		if same {
			return nil
		}
		time.Sleep(10 * time.Millisecond)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	return fmt.Errorf("the page shows %v of %+v, and was heard %d times", v.versions, b.things, len(b.heard))
}

func (b *board) check(p *peer) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	var errs []error
	for _, f := range p.faults {
		errs = append(errs, errors.New("the page: "+f))
	}
	for i, n := range b.heard {
		if i != n {
			errs = append(errs, fmt.Errorf("heard %v", b.heard))
			break
		}
	}
	return errors.Join(errs...)
}
