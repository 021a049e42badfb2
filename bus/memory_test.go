package bus_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/bus"
)

func TestRetention(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := bus.NewMemory(bus.Options{Retention: time.Minute})
		defer m.Close()
		seen := put(t, m, "o.1", bus.PutOptions{})
		put(t, m, "o.1", bus.PutOptions{Delete: true})

		time.Sleep(59 * time.Second)
		if _, err := m.Watch(t.Context(), "o.", seen); err != nil {
			t.Errorf("within the retention: %v", err)
		}
		time.Sleep(2 * time.Second)
		if _, err := m.Watch(t.Context(), "o.", seen); !errors.Is(err, bus.ErrCompacted) {
			t.Errorf("after the retention: got %v, want ErrCompacted", err)
		}
	})
}

func TestMaxKeys(t *testing.T) {
	m := bus.NewMemory(bus.Options{MaxKeys: 3})
	defer m.Close()
	start := put(t, m, "a", bus.PutOptions{})
	put(t, m, "b", bus.PutOptions{})
	put(t, m, "c", bus.PutOptions{})
	if _, err := m.Put(t.Context(), "d", nil, bus.PutOptions{}); !errors.Is(err, bus.ErrFull) {
		t.Errorf("fourth key: got %v, want ErrFull", err)
	}
	put(t, m, "c", bus.PutOptions{}) // a change takes no room
	put(t, m, "a", bus.PutOptions{Delete: true})
	put(t, m, "d", bus.PutOptions{})

	// Four deletions are more than are remembered: who saw none of them is told so.
	put(t, m, "b", bus.PutOptions{Delete: true})
	put(t, m, "c", bus.PutOptions{Delete: true})
	if _, err := m.Watch(t.Context(), "", start); err != nil {
		t.Errorf("three deletions: %v", err)
	}
	put(t, m, "d", bus.PutOptions{Delete: true})
	if _, err := m.Watch(t.Context(), "", start); !errors.Is(err, bus.ErrCompacted) {
		t.Errorf("four deletions: got %v, want ErrCompacted", err)
	}
}

func TestQueueLosesTheNewest(t *testing.T) {
	m := bus.NewMemory(bus.Options{Queue: 2})
	defer m.Close()
	heard, err := m.Subscribe(t.Context(), "t")
	if err != nil {
		t.Fatal(err)
	}
	for i := range 4 {
		if err := m.Publish(t.Context(), "t", fmt.Append(nil, i)); err != nil {
			t.Fatal(err)
		}
	}
	m.Close()
	got := ""
	for message := range heard {
		got += string(message)
	}
	if got != "01" {
		t.Errorf("heard %q, want 01", got)
	}
}

func TestTwoBusesAreTwoHistories(t *testing.T) {
	one, two := bus.NewMemory(bus.Options{}), bus.NewMemory(bus.Options{})
	defer one.Close()
	defer two.Close()
	a, b := put(t, one, "k", bus.PutOptions{}), put(t, two, "k", bus.PutOptions{})
	if a.Epoch == b.Epoch {
		t.Error("two buses share an epoch")
	}
	if !b.After(a) || !a.After(b) {
		t.Error("another history must count as newer")
	}
}

func TestAfter(t *testing.T) {
	for _, c := range []struct {
		r, old bus.Rev
		want   bool
	}{
		{bus.Rev{Epoch: "e", Seq: 2}, bus.Rev{Epoch: "e", Seq: 1}, true},
		{bus.Rev{Epoch: "e", Seq: 1}, bus.Rev{Epoch: "e", Seq: 1}, false},
		{bus.Rev{Epoch: "e", Seq: 1}, bus.Rev{Epoch: "e", Seq: 2}, false},
		{bus.Rev{Epoch: "e", Seq: 1}, bus.Rev{}, true},
		{bus.Rev{}, bus.Rev{}, false},
	} {
		if got := c.r.After(c.old); got != c.want {
			t.Errorf("%v after %v: got %t", c.r, c.old, got)
		}
	}
}

func put(t *testing.T, b bus.Bus, key string, o bus.PutOptions) bus.Rev {
	t.Helper()
	rev, err := b.Put(context.Background(), key, []byte("v"), o)
	if err != nil {
		t.Fatal(err)
	}
	return rev
}
