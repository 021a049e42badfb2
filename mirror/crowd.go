package mirror

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"time"

	"github.com/omg-go/omg/bus"
)

// A crowd is the visitors of one Presence in all processes: each puts its own under
// a key that goes when the process does.
type crowd struct {
	presence *Presence
	bus      bus.Bus
	prefix   string
	key      string // of this process
	wake     chan struct{}
	ready    chan error
	raw      map[string]string      // what the others have put, by key
	theirs   map[string]map[int]int // our IDs for theirs, by key
}

// A process that crashed is here for a lease at most; one that lives says so more
// often.
const (
	lease = 15 * time.Second
	renew = lease / 3
)

func (p *Presence) share(ctx context.Context, b bus.Bus, key string) error {
	c := &crowd{presence: p, bus: b, prefix: key + ".", key: key + "." + rand.Text(), wake: make(chan struct{}, 1),
		ready: make(chan error, 1), raw: map[string]string{}, theirs: map[string]map[int]int{}}
	taken := false
	if err := p.Update(ctx, func() {
		if taken = p.crowd != nil; !taken {
			p.crowd = c
		}
	}); err != nil {
		return err
	}
	if taken {
		return errShared
	}
	both, stop := context.WithCancel(ctx)
	go c.tell(both)
	go func() {
		defer stop() // who does not hear the others need not tell them
		c.follow(both)
	}()
	select {
	case err := <-c.ready:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// changed has the others told. It does not wait.
func (c *crowd) changed() {
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

// tell puts who is here, at once and again before the lease ends.
func (c *crowd) tell(ctx context.Context) {
	tick := time.NewTicker(renew)
	defer tick.Stop()
	defer c.leave(ctx)
	for ctx.Err() == nil {
		_, err := c.bus.Put(ctx, c.key, c.mine(), bus.PutOptions{Lease: lease})
		switch {
		case errors.Is(err, bus.ErrClosed):
			return
		case err != nil && ctx.Err() == nil:
			slog.Warn("mirror: the bus does not take who is here; trying again", "key", c.key, "err", err)
		}
		select {
		case <-ctx.Done():
		case <-c.wake:
		case <-tick.C:
		}
	}
}

// leave lets the others know at once.
func (c *crowd) leave(ctx context.Context) {
	short, stop := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer stop()
	c.bus.Put(short, c.key, nil, bus.PutOptions{Delete: true}) // else the lease ends it
}

// mine returns the visitors of this process.
func (c *crowd) mine() []byte {
	mine := []Visitor{}
	c.presence.View(context.Background(), func() {
		ids := map[int]bool{}
		for _, id := range c.presence.known {
			ids[id] = true
		}
		for _, v := range c.presence.Here {
			if ids[v.ID] {
				mine = append(mine, v)
			}
		}
	})
	value, _ := json.Marshal(mine)
	return value
}

// follow takes what the others put.
func (c *crowd) follow(ctx context.Context) {
	defer c.end()
	for e, err := range bus.Follow(ctx, c.bus, c.prefix) {
		switch {
		case err != nil:
			c.answer(fmt.Errorf("mirror: share: %w", err))
		case e.Synced:
			c.answer(nil)
		case e.Key != c.key:
			c.take(e)
		case e.Deleted: // this process was stopped for longer than its lease
			c.changed()
		}
	}
}

func (c *crowd) answer(err error) {
	select {
	case c.ready <- err:
	default:
	}
}

// take notes who is in another process now. One that says the same again changes
// nothing.
func (c *crowd) take(e bus.Event) {
	if string(e.Value) == c.raw[e.Key] {
		return
	}
	var list []Visitor
	if !e.Deleted {
		if err := json.Unmarshal(e.Value, &list); err != nil {
			slog.Warn("mirror: what the bus has is no list of visitors", "key", e.Key, "err", err)
			return
		}
	}
	c.raw[e.Key] = string(e.Value)
	if e.Deleted {
		delete(c.raw, e.Key)
	}
	if len(list)+len(c.theirs[e.Key]) > 0 {
		c.replace(e.Key, list)
	}
}

// replace makes list those of the process with that key, empty if it is gone.
func (c *crowd) replace(key string, list []Visitor) {
	p := c.presence
	p.Update(context.Background(), func() {
		gone, has := map[int]bool{}, map[int]int{}
		for _, id := range c.theirs[key] {
			gone[id] = true
		}
		for _, v := range list {
			id, here := c.theirs[key][v.ID]
			if !here {
				p.last++
				id = p.last
				p.Here = append(p.Here, Visitor{id, v.Name})
			}
			has[v.ID] = id
			delete(gone, id)
		}
		p.Here = slices.DeleteFunc(p.Here, func(v Visitor) bool { return gone[v.ID] })
		c.theirs[key] = has
		if len(has) == 0 {
			delete(c.theirs, key)
		}
		SyncSlot(context.Background(), p, &p.Here)
	})
}

// end forgets the others: nobody would tell when they go.
func (c *crowd) end() {
	c.presence.Update(context.Background(), func() { c.presence.crowd = nil })
	for key := range maps.Clone(c.theirs) {
		c.replace(key, nil)
	}
}
