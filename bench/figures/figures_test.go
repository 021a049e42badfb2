package figures

import (
	"os"
	"testing"

	"github.com/omg-go/omg/bench"
	"github.com/omg-go/omg/bench/chrome"
	"github.com/omg-go/omg/bench/floor"
	"github.com/omg-go/omg/bench/proc"
)

// TestMain lets the test binary be the processes that the figures start.
func TestMain(m *testing.M) {
	proc.Main(Roles())
	os.Exit(m.Run())
}

// tries is how often a ratio is measured before it counts as wrong: the tests share
// the machine with others, and one side may have got less of it.
const tries = 10

// The floor compared with itself must come out near one. The bounds are wide; what
// they hold is that both sides are measured the same way.
func near(t *testing.T, measure func() (bench.Readings, error)) {
	t.Helper()
	within(t, 0.3, 3, measure)
}

// within measures until all readings are between the bounds.
func within(t *testing.T, least, most float64, measure func() (bench.Readings, error)) {
	t.Helper()
	for range tries {
		got, err := measure()
		if err != nil {
			t.Fatal(err)
		}
		good := true
		for name, r := range got {
			t.Logf("%s %.2f: %s", name, r.Value, r.Note)
			good = good && r.Value > least && r.Value < most
		}
		if good {
			return
		}
	}
	t.Errorf("of %d tries none is between %g and %g", tries, least, most)
}

func floors(t *testing.T) (a, b *site) {
	t.Helper()
	var sites [2]*site
	for i := range sites {
		s, err := open(roleFloor)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Stop() })
		sites[i] = s
	}
	return sites[0], sites[1]
}

func TestCPUOfTheFloorAgainstItself(t *testing.T) {
	a, b := floors(t)
	near(t, func() (bench.Readings, error) { return compareCPU(t.Context(), 2, 20, kindRaw, a, b) })
}

func TestRowsOfTheFloorAgainstItself(t *testing.T) {
	a, b := floors(t)
	near(t, func() (bench.Readings, error) {
		return compareRowPages(t.Context(), 1, a.base+floor.RowsPath, b.base+floor.RowsPath)
	})
}

func TestCounterOfTheFloorAgainstItself(t *testing.T) {
	a, b := floors(t)
	near(t, func() (bench.Readings, error) {
		return compareCounters(t.Context(), 3, a.base+floor.CounterPath, b.base+floor.CounterPath)
	})
}

func TestLoopsOfTheFloorAgainstThemselves(t *testing.T) {
	a, _ := floors(t)
	b, err := chrome.Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	p, err := b.Open(a.base + floor.TablePath)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range []loop{loopGCD, loopHash, loopInts, loopInt32s, loopFloats, loopStrings, loopTable} {
		near(t, func() (bench.Readings, error) {
			got, err := compareLoops(t.Context(), 3, p, l, l.module, l.function, l.module)
			return bench.Readings{l.function: got}, err
		})
	}
}

func TestIdleConnectionsOfTheFloor(t *testing.T) {
	var crowds [2]*crowd
	for i := range crowds {
		c, err := openCrowd(roleFloor, kindRaw)
		if err != nil {
			t.Fatal(err)
		}
		defer c.stop()
		crowds[i] = c
	}
	got, err := compareIdle(t.Context(), 2, 1000, crowds[0], crowds[1])
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%.0f bytes, %s", got.Value, got.Note)
	if got.Value < 4000 || got.Value > 60_000 {
		t.Errorf("a raw connection takes %.0f bytes", got.Value)
	}
}

func TestFanoutOfAFewPages(t *testing.T) {
	within(t, 0.3, 10, func() (bench.Readings, error) {
		got, err := measureFanout(t.Context(), 2, 20)
		return bench.Readings{"fan-out": got}, err
	})
}

func TestEveryFigureHasANameOfItsOwn(t *testing.T) {
	seen := map[string]bool{}
	for _, b := range All() {
		for _, f := range b.Figures {
			if seen[f.Name] || f.Name == "" || f.Goal <= 0 || f.What == "" {
				t.Errorf("%+v", f)
			}
			seen[f.Name] = true
		}
		if b.Measure == nil {
			t.Errorf("%s is not measured", b.Figures[0].Name)
		}
	}
}
