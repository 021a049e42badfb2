package figures

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/omg-go/omg/bench"
	"github.com/omg-go/omg/bench/load"
	"github.com/omg-go/omg/bench/proc"
)

const (
	idleSessions = 10_000
	idleFirst    = 400 // opened before counting begins, so that what a process needs once is not counted
	idleCalm     = 2 * time.Second
)

func idle(name, kind, what string, goal float64) bench.Bench {
	return bench.Bench{
		Figures: []bench.Figure{{
			Name: name, Goal: goal,
			What: fmt.Sprintf("resident bytes an idle session, %s, %d of them, after a collection", what, idleSessions),
		}},
		Measure: func(ctx context.Context, rounds int) (bench.Readings, error) {
			r, err := measureIdle(ctx, kind, rounds)
			return bench.Readings{name: r}, err
		},
	}
}

// crowd is a server and the process that holds its connections.
type crowd struct {
	server  *site
	clients *proc.Proc
	kind    string
	before  int64 // resident bytes when counting began
}

func openCrowd(role, kind string) (*crowd, error) {
	s, err := open(role)
	if err != nil {
		return nil, err
	}
	c, err := proc.Start(roleClients)
	if err != nil {
		return nil, errors.Join(err, s.Stop())
	}
	return &crowd{server: s, clients: c, kind: kind}, nil
}

func (c *crowd) stop() error { return errors.Join(c.clients.Stop(), c.server.Stop()) }

func (c *crowd) add(n int) error {
	return c.clients.Ask("add", load.Add{Kind: c.kind, Base: c.server.base, N: n}, nil)
}

// resident returns the server's size once it has nothing left to collect.
func (c *crowd) resident() (int64, error) {
	if err := c.server.Tidy(); err != nil {
		return 0, err
	}
	return proc.Resident(c.server.Pid())
}

func measureIdle(ctx context.Context, kind string, rounds int) (bench.Reading, error) {
	ours, err := openCrowd(roleQuiet, kind)
	if err != nil {
		return bench.Reading{}, err
	}
	defer ours.stop()
	raw, err := openCrowd(roleFloor, kindRaw)
	if err != nil {
		return bench.Reading{}, err
	}
	defer raw.stop()
	return compareIdle(ctx, rounds, idleSessions, ours, raw)
}

// compareIdle fills both servers with connections, in turn, up to total each.
func compareIdle(ctx context.Context, rounds, total int, ours, raw *crowd) (bench.Reading, error) {
	first := min(idleFirst, total/10)
	for _, c := range []*crowd{ours, raw} {
		if err := c.begin(first); err != nil {
			return bench.Reading{}, err
		}
	}
	each := (total - first) / rounds
	if _, err := bench.Interleave(ctx, rounds, ours.grow(each), raw.grow(each)); err != nil {
		return bench.Reading{}, err
	}
	time.Sleep(idleCalm) // handshakes end, buffers go back to their pools
	return ours.against(raw, each*rounds)
}

func (c *crowd) begin(n int) (err error) {
	if err := c.add(n); err != nil {
		return err
	}
	c.before, err = c.resident()
	return err
}

func (c *crowd) grow(n int) bench.Side {
	return func(context.Context) ([]float64, error) { return nil, c.add(n) }
}

// against divides what both servers grew by the n connections that they got.
func (c *crowd) against(floor *crowd, n int) (bench.Reading, error) {
	ours, err := c.resident()
	if err != nil {
		return bench.Reading{}, err
	}
	raw, err := floor.resident()
	if err != nil {
		return bench.Reading{}, err
	}
	per := float64(ours-c.before) / float64(n)
	return bench.Reading{
		Value: per,
		Note:  fmt.Sprintf("a raw gorilla connection %.0f bytes", float64(raw-floor.before)/float64(n)),
	}, nil
}
