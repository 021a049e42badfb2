package bus_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/omg-go/omg/bus"
)

// BenchmarkPutWatch takes the way of a slot's value: put here, seen there.
// Goal: at most 3 µs and 3 allocations.
func BenchmarkPutWatch(b *testing.B) {
	m := bus.NewMemory(bus.Options{})
	defer m.Close()
	events := live(b, m)
	keys, value := hundredKeys(), make([]byte, 120)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m.Put(context.Background(), keys[i%len(keys)], value, bus.PutOptions{})
		<-events
	}
}

// BenchmarkPut is the writer's share when a watch is slow: nothing but the queue.
func BenchmarkPut(b *testing.B) {
	m := bus.NewMemory(bus.Options{})
	defer m.Close()
	live(b, m)
	keys, value := hundredKeys(), make([]byte, 120)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m.Put(context.Background(), keys[i%len(keys)], value, bus.PutOptions{})
	}
}

// BenchmarkReturn brings back a watch that missed ten changes of 100,000 keys.
func BenchmarkReturn(b *testing.B) {
	m := bus.NewMemory(bus.Options{})
	defer m.Close()
	var seen bus.Rev
	for i := range 100_000 {
		rev, _ := m.Put(context.Background(), fmt.Sprintf("bench.%d", i), nil, bus.PutOptions{})
		if i == 100_000-11 {
			seen = rev
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		ctx, cancel := context.WithCancel(context.Background())
		events, _ := m.Watch(ctx, "bench.", seen)
		for e := range events {
			if e.Synced {
				break
			}
		}
		cancel()
	}
}

func BenchmarkPublish(b *testing.B) {
	m := bus.NewMemory(bus.Options{})
	defer m.Close()
	heard, _ := m.Subscribe(b.Context(), "t")
	message := make([]byte, 120)
	b.ReportAllocs()
	for b.Loop() {
		m.Publish(context.Background(), "t", message)
		<-heard
	}
}

// TestPutWatchAllocations holds the goal of BenchmarkPutWatch that does not depend on
// the machine.
func TestPutWatchAllocations(t *testing.T) {
	m := bus.NewMemory(bus.Options{})
	defer m.Close()
	events := live(t, m)
	keys, value, i := hundredKeys(), make([]byte, 120), 0
	allocs := testing.AllocsPerRun(2000, func() {
		m.Put(context.Background(), keys[i%len(keys)], value, bus.PutOptions{})
		<-events
		i++
	})
	if allocs > 3 {
		t.Errorf("%v allocations, want at most 3", allocs)
	}
}

func live(t testing.TB, m *bus.Memory) <-chan bus.Event {
	events, err := m.Watch(t.Context(), "bench.", bus.Rev{})
	if err != nil {
		t.Fatal(err)
	}
	<-events
	return events
}

func hundredKeys() (keys []string) {
	for i := range 100 {
		keys = append(keys, fmt.Sprintf("bench.%d", i))
	}
	return keys
}
