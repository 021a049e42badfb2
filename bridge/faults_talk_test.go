package bridge_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/omg-go/omg/bridge"
)

// The two scripts of a conversation, each running on its own:
//
//	server: for each round outer(i), a page function that calls faultInner(i)
//	        back, which calls leaf(i) in the page; and mark(i), without an answer
//	page:   for each round three calls of faultNote in one frame, then one of
//	        faultInner
//
// So there are calls within calls within calls, both ways, and both sides keep
// a list of what was started, which must be exactly what was asked for.
var (
	faultModule = bridge.Module("test/faults", "// stands for what a peer does", "faults.Note", "faults.Inner")
	outer       = bridge.Import1[int, int](faultModule, "outer")
	leaf        = bridge.Import1[int, int](faultModule, "leaf")
	mark        = bridge.ImportProc1[int](faultModule, "mark")
)

func init() {
	bridge.RPC1E("faults.Note", func(ctx context.Context, n int) (int, error) {
		talkOf(ctx).noted(n)
		return 2 * n, nil
	})
	bridge.RPC1E("faults.Inner", func(ctx context.Context, n int) (int, error) {
		talkOf(ctx).entered(n)
		v, err := leaf.Call(ctx, n)
		return v + 1, err
	})
}

// A talk is one conversation: what was heard on the server's side, what on the
// page's, and how both scripts ended.
type talk struct {
	rounds int
	page   *peer
	s      *bridge.Session
	ctx    context.Context

	mu                    sync.Mutex
	notes, inners         []int // server
	outers, marks, leaves []int // page
	connected             int
	errs                  []error
	ends                  chan error // of the two scripts
}

type talkKey struct{}

func talkOf(ctx context.Context) *talk { return ctx.Value(talkKey{}).(*talk) }

func (k *talk) noted(n int)   { k.mu.Lock(); k.notes = append(k.notes, n); k.mu.Unlock() }
func (k *talk) entered(n int) { k.mu.Lock(); k.inners = append(k.inners, n); k.mu.Unlock() }

// newTalk returns a conversation over the sockets that dial opens. The session
// is made when the ticket is first shown: see talks.
func newTalk(ctx context.Context, ticket string, rounds int, dial func() (bridge.Transport, error)) *talk {
	k := &talk{rounds: rounds, ctx: ctx, ends: make(chan error, 2)}
	k.page = newPeer(ticket, dial)
	k.page.run = k.ran
	return k
}

// serve is the server's script, begun when the page has connected first.
func (k *talk) serve(ctx context.Context) error {
	for i := range k.rounds {
		if v, err := outer.Call(ctx, i); err != nil || v != 10*i+101 {
			return fmt.Errorf("outer(%d) = %d, %w", i, v, orWrong(err))
		}
		if err := mark.Go(ctx, i); err != nil {
			return fmt.Errorf("mark(%d): %w", i, err)
		}
	}
	return nil
}

var errWrong = errors.New("wrong")

func orWrong(err error) error {
	if err == nil {
		return errWrong
	}
	return err
}

// speak is the page's script.
func (k *talk) speak() error {
	note := "faults.Note"
	for i := range k.rounds {
		three := k.page.start(0, []string{note, note, note}, []int{3 * i, 3*i + 1, 3*i + 2})
		n := 1000 + i
		if v, err := k.page.call(k.ctx, 0, "faults.Inner", n); err != nil || v != 10*n+1 {
			return fmt.Errorf("inner(%d) = %d, %w", n, v, orWrong(err))
		}
		for j, ch := range three {
			if v, err := wait(k.ctx, ch); err != nil || v != 2*(3*i+j) {
				return fmt.Errorf("note(%d) = %d, %w", 3*i+j, v, orWrong(err))
			}
		}
	}
	return nil
}

// ran is a page function being started, in the order of the stream.
func (k *talk) ran(c *pageCall) {
	k.mu.Lock()
	defer k.mu.Unlock()
	switch c.name {
	case "outer":
		k.outers = append(k.outers, c.arg)
		go k.outer(c)
	case "leaf":
		k.leaves = append(k.leaves, c.arg)
		go k.page.reply(c, 10*c.arg)
	case "mark":
		k.marks = append(k.marks, c.arg)
	}
}

func (k *talk) outer(c *pageCall) {
	v, err := k.page.call(k.ctx, c.depth+1, "faults.Inner", c.arg)
	if err != nil {
		k.mu.Lock()
		k.errs = append(k.errs, err)
		k.mu.Unlock()
	}
	k.page.reply(c, v+100)
}

// hold runs the conversation to its end.
func (k *talk) hold() error {
	go k.page.live()
	go func() { k.ends <- k.speak() }()
	err := errors.Join(k.end(), k.end())
	k.settle()
	k.page.close()
	return errors.Join(err, k.check())
}

func (k *talk) end() error {
	select {
	case err := <-k.ends:
		return err
	case <-k.ctx.Done():
		return k.ctx.Err()
	}
}

// settle waits for the last mark, which nobody answers.
func (k *talk) settle() {
	for k.ctx.Err() == nil {
		k.mu.Lock()
		n := len(k.marks)
		k.mu.Unlock()
		if n >= k.rounds {
			return
		}
		time.Sleep(time.Millisecond)
	}
}

// check compares what each side has heard with what the other said.
func (k *talk) check() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	errs := k.errs
	k.page.mu.Lock()
	for _, f := range k.page.faults {
		errs = append(errs, errors.New("the page: "+f))
	}
	k.page.mu.Unlock()
	want := func(what string, got []int, want []int) {
		if !slices.Equal(got, want) {
			errs = append(errs, fmt.Errorf("%s: heard %v, want %v", what, got, want))
		}
	}
	want("note", k.notes, upTo(0, 3*k.rounds))
	want("outer", k.outers, upTo(0, k.rounds))
	want("mark", k.marks, upTo(0, k.rounds))
	want("inner of the server", below(k.inners, 1000), upTo(0, k.rounds))
	want("inner of the page", from(k.inners, 1000), upTo(1000, 1000+k.rounds))
	want("leaf of the server", below(k.leaves, 1000), upTo(0, k.rounds))
	want("leaf of the page", from(k.leaves, 1000), upTo(1000, 1000+k.rounds))
	if k.connected != 1 {
		errs = append(errs, fmt.Errorf("connected %d times", k.connected))
	}
	return errors.Join(errs...)
}

func upTo(first, end int) (all []int) {
	for ; first < end; first++ {
		all = append(all, first)
	}
	return all
}

func below(all []int, n int) []int {
	return slices.DeleteFunc(slices.Clone(all), func(v int) bool { return v >= n })
}

func from(all []int, n int) []int {
	return slices.DeleteFunc(slices.Clone(all), func(v int) bool { return v < n })
}

// talks are the conversations of a hub, by ticket. A ticket opens one session.
type talks struct {
	hub *bridge.Hub
	mu  sync.Mutex
	m   map[string]*talk
}

func newTalks(limits bridge.Limits) *talks {
	ks := &talks{m: map[string]*talk{}}
	limits.Rate, limits.Burst = 1e6, 1e6
	ks.hub = bridge.NewHub(bridge.Options{
		Build: "faults", Log: quiet, Limits: limits,
		Hooks: bridge.Hooks{Connected: func(ctx context.Context) {
			k := talkOf(ctx)
			k.mu.Lock()
			k.connected++
			k.mu.Unlock()
			bridge.Go(ctx, func(ctx context.Context) { k.ends <- k.serve(ctx) })
		}},
	})
	return ks
}

func (ks *talks) add(k *talk) {
	ks.mu.Lock()
	defer ks.mu.Unlock()
	ks.m[k.page.ticket] = k
}

// accept opens the session of a talk, once.
func (ks *talks) accept() bridge.Accept {
	return bridge.Accept{Open: func(_ context.Context, ticket string) (*bridge.Session, error) {
		ks.mu.Lock()
		k := ks.m[ticket]
		delete(ks.m, ticket)
		ks.mu.Unlock()
		if k == nil {
			return nil, bridge.ErrRefused
		}
		k.s = bridge.NewSession(ks.hub, context.WithValue(context.Background(), talkKey{}, k))
		k.s.Grant("faults.Note", "faults.Inner")
		return k.s, nil
	}}
}
