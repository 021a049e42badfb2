package bridge_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/bridge"
)

// seeds returns the first and the last seed to run: few and the same in ordinary
// runs, many in long ones, the one in OMG_SEED if that is set.
func seeds(few, many int) (first, last int) {
	if one, err := strconv.Atoi(os.Getenv("OMG_SEED")); err == nil {
		return one, one
	}
	if long() {
		return 1, many
	}
	return 1, few
}

// TestSimulatedFaults has conversations over networks with faults, one a seed.
func TestSimulatedFaults(t *testing.T) {
	first, last := seeds(1000, 30_000)
	made := map[string]int{}
	for seed := first; seed <= last && !t.Failed(); seed++ {
		synctest.Test(t, func(t *testing.T) {
			kinds, err := simulate(uint64(seed))
			if err != nil {
				t.Errorf("seed %d, faults %v: %v", seed, kinds, err)
			}
			for kind, n := range kinds {
				made[kind] += n
			}
		})
	}
	t.Logf("faults: %v", made)
	if last-first > 100 && len(made) < 4 {
		t.Errorf("only these faults: %v", made)
	}
}

// simulate has one conversation and returns the faults that it met.
func simulate(seed uint64) (map[string]int, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 110*time.Second)
	defer cancel()
	ks := newTalks(bridge.Limits{})
	n := newSimNet(ctx, ks, seed, 10)
	k := newTalk(ctx, fmt.Sprint("seed ", seed), 3, n.dial)
	k.page.patience = 5 * time.Second
	k.page.again = func() time.Duration { return time.Duration(seed%7) * 10 * time.Millisecond }
	ks.add(k)
	err := k.hold()
	if e := ks.hub.Shutdown(context.Background()); e != nil {
		err = errors.Join(err, e)
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if c := ks.hub.Counters(); c.Thefts.Load()+c.Breaches.Load()+c.Panics.Load() > 0 {
		err = errors.Join(err, fmt.Errorf("thefts %d, breaches %d, panics %d", c.Thefts.Load(), c.Breaches.Load(), c.Panics.Load()))
	}
	return maps.Clone(n.made), err
}
