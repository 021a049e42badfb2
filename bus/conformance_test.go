package bus_test

import (
	"testing"
	"time"

	"github.com/omg-go/omg/bus"
	"github.com/omg-go/omg/bus/bustest"
)

func TestConformance(t *testing.T) { bustest.Test(t, memory(true)) }

// TestConformanceInRealTime runs the same promises with a real scheduler and clock, as an
// engine with a network does; only here can the race detector see them run in parallel.
func TestConformanceInRealTime(t *testing.T) {
	e := memory(false)
	e.Lease, e.Grace = 600*time.Millisecond, time.Minute
	bustest.Test(t, e)
}

func memory(virtual bool) bustest.Engine {
	return bustest.Engine{
		Open:    func() (bus.Bus, error) { return bus.NewMemory(bus.Options{}), nil },
		Compact: func(b bus.Bus) error { b.(*bus.Memory).Compact(); return nil },
		Virtual: virtual,
	}
}
