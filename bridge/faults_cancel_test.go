package bridge_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/wire"
)

// A race is a conversation in which both sides lose patience: each calls the
// other again and again and cancels what takes too long.
type race struct {
	ctx  context.Context
	s    *bridge.Session
	page *peer

	mu     sync.Mutex
	rand   *rand.Rand
	ran    []int          // in the page, in order
	ids    map[int]uint64 // of those
	served []int          // by the server, in order
	ended  map[uint64]int // calls of the server that the page was told to forget
	gaveUp []int          // calls that the server has given up
	never  []int          // of those, what must not run: there was no socket at either side, and it had not run
	errs   []error
}

var slowly = bridge.Import1[int, int](faultModule, "slowly")

type raceKey struct{}

func init() {
	bridge.RPC1E("faults.Slowly", func(ctx context.Context, n int) (int, error) {
		r := ctx.Value(raceKey{}).(*race)
		r.mu.Lock()
		r.served = append(r.served, n)
		r.mu.Unlock()
		time.Sleep(r.some(20)) // keeps others waiting for the turn
		err := bridge.Away(ctx, func() error { return sleep(ctx, r.some(200)) })
		return 2 * n, err
	})
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// some returns up to so many milliseconds.
func (r *race) some(ms int) time.Duration {
	r.mu.Lock()
	defer r.mu.Unlock()
	return time.Duration(r.rand.IntN(ms)) * time.Millisecond
}

func (r *race) fail(err error) {
	r.mu.Lock()
	r.errs = append(r.errs, err)
	r.mu.Unlock()
}

// start is the page function slowly.
func (r *race) start(c *pageCall) {
	r.mu.Lock()
	r.ran = append(r.ran, c.arg)
	r.ids[c.arg] = c.id
	r.mu.Unlock()
	go func() {
		time.Sleep(r.some(200))
		r.page.reply(c, 2*c.arg)
	}()
}

// other notes a cancel of the server's: [4,id].
func (r *race) other(m wire.Message) error {
	e := m.Body()
	id, ok := e.Uint()
	if m.Kind() != 4 || !ok {
		return errWrong
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.ended[id]++
	return nil
}

const laps = 30

// server calls the page, three at a time.
func (r *race) server() {
	var wg sync.WaitGroup
	for i := range laps {
		wg.Go(func() {
			ctx, cancel := context.WithTimeout(r.s.Context(), r.some(400))
			defer cancel()
			if v, err := slowly.Call(ctx, i); err == nil && v != 2*i || err != nil && !errors.Is(err, context.DeadlineExceeded) {
				r.fail(fmt.Errorf("slowly(%d) = %d, %w", i, v, orWrong(err)))
			} else if err != nil {
				r.givenUp(i)
			}
		})
		if i%3 == 2 {
			wg.Wait()
			time.Sleep(r.some(4000))
		}
	}
	wg.Wait()
}

// givenUp notes that the server has cancelled its call with argument i.
func (r *race) givenUp(i int) {
	r.page.mu.Lock()
	away := r.page.opening == nil && r.s.Away()
	r.page.mu.Unlock()
	r.mu.Lock()
	defer r.mu.Unlock()
	r.gaveUp = append(r.gaveUp, i)
	if away && !slices.Contains(r.ran, i) {
		r.never = append(r.never, i)
	}
}

// client calls the server, two at a time, and wants an answer to each call, cancelled or not.
func (r *race) client() {
	for i := range laps {
		slowly := "faults.Slowly"
		both := r.page.start(0, []string{slowly, slowly}, []int{2 * i, 2*i + 1})
		r.patient(2*i+1, both[1], 100)
		r.patient(2*i, both[0], 250)
	}
}

// patient waits for a call of the page, so many milliseconds at most, and then for
// the answer to its cancel.
func (r *race) patient(n int, ch chan answer, ms int) {
	ctx, cancel := context.WithTimeout(r.ctx, r.some(ms))
	defer cancel()
	v, err := wait(ctx, ch)
	if err != nil {
		r.page.cancel(uint64(n + 1))
		v, err = wait(r.ctx, ch)
	}
	if err == nil && v != 2*n || err != nil && err.Error() != `"canceled"` {
		r.fail(fmt.Errorf("the page's slowly(%d) = %d, %w", n, v, orWrong(err)))
	}
}

// cancel forgets a call: if its frame may go again, the call will not.
func (p *peer) cancel(id uint64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	call := fmt.Sprintf(",[1,%d,", id)
	for i, body := range p.log {
		if at := strings.Index(body, call); at >= 0 {
			end := strings.Index(body[at:], "]") + at
			p.log[i] = fmt.Sprintf("%s,[8,%d%s", body[:at], id, body[end:])
		}
	}
	p.send(fmt.Sprintf("[4,%d]", id))
}

// check looks for calls that ran twice or out of order.
func (r *race) check() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	errs := r.errs
	for _, f := range r.page.faults {
		errs = append(errs, errors.New("the page: "+f))
	}
	ran := slices.Clone(r.ran)
	slices.Sort(ran)
	if len(slices.Compact(ran)) != len(r.ran) {
		errs = append(errs, fmt.Errorf("the page ran %v", r.ran))
	}
	if !slices.IsSorted(r.served) || len(slices.Compact(slices.Clone(r.served))) != len(r.served) {
		errs = append(errs, fmt.Errorf("the server ran %v", r.served))
	}
	for _, i := range r.gaveUp {
		if id, ok := r.ids[i]; ok && r.ended[id] != 1 {
			errs = append(errs, fmt.Errorf("the page was told %d times to forget slowly(%d)", r.ended[id], i))
		}
	}
	for _, i := range r.never {
		if slices.Contains(r.ran, i) {
			errs = append(errs, fmt.Errorf("the page ran slowly(%d), which was cancelled before", i))
		}
	}
	return errors.Join(errs...)
}

// TestCancelOverFaults: calls that are cancelled at any moment, over networks
// with faults, run once or not at all, each of the page's gets its answer, and
// those that nobody cancelled get the right one.
func TestCancelOverFaults(t *testing.T) {
	first, last := seeds(500, 10_000)
	ran, served := 0, 0
	for seed := first; seed <= last && !t.Failed(); seed++ {
		synctest.Test(t, func(t *testing.T) {
			r, made, err := compete(uint64(seed))
			if err != nil {
				t.Errorf("seed %d, faults %v: %v", seed, made, err)
			}
			ran += len(r.ran)
			served += len(r.served)
		})
	}
	all := (last - first + 1) * laps
	t.Logf("the page ran %d of %d calls, the server %d of %d", ran, all, served, 2*all)
	if first < last && (ran == all || served == 2*all || ran < all/3 || served < all) {
		t.Error("that is no race")
	}
}

func compete(seed uint64) (*race, map[string]int, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 110*time.Second)
	defer cancel()
	r := &race{ctx: ctx, rand: rand.New(rand.NewPCG(seed, 1)), ids: map[int]uint64{}, ended: map[uint64]int{}}
	hub := bridge.NewHub(bridge.Options{Build: "faults", Log: quiet, Limits: bridge.Limits{Rate: 1e6, Burst: 1e6}})
	r.s = bridge.NewSession(hub, context.WithValue(context.Background(), raceKey{}, r))
	r.s.Grant("faults.Slowly")
	n := &simNet{ctx: ctx, hub: hub, seed: seed, faults: 10, made: map[string]int{}}
	var once sync.Once
	n.accept = bridge.Accept{Open: func(context.Context, string) (s *bridge.Session, err error) {
		err = bridge.ErrRefused
		once.Do(func() { s, err = r.s, nil })
		return s, err
	}}
	r.page = newPeer("ticket", n.dial)
	r.page.run, r.page.other, r.page.patience = r.start, r.other, 5*time.Second
	r.page.again = func() time.Duration { return 20 * time.Millisecond }
	if err := hub.Adopt(r.s); err != nil {
		return r, nil, err
	}
	go r.page.live()
	var wg sync.WaitGroup
	wg.Go(r.server)
	wg.Go(r.client)
	wg.Wait()
	time.Sleep(time.Second) // replies that nobody waits for
	r.page.close()
	return r, n.made, errors.Join(hub.Shutdown(context.Background()), r.check())
}
