package bus_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/bus"
)

// flaky is a bus whose watches can be cut, and which can be out of reach.
type flaky struct {
	*bus.Memory
	mu     sync.Mutex
	down   bool
	cancel context.CancelFunc
}

var errDown = errors.New("down")

func (f *flaky) Watch(ctx context.Context, prefix string, from bus.Rev) (<-chan bus.Event, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.down {
		return nil, errDown
	}
	ctx, f.cancel = context.WithCancel(ctx)
	return f.Memory.Watch(ctx, prefix, from)
}

func (f *flaky) cut() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.cancel()
}

func (f *flaky) setDown(down bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.down = down
}

// follow runs test beside a loop that follows "o.", and returns what the loop saw.
func follow(t *testing.T, test func(f *flaky)) (seen []string) {
	synctest.Test(t, func(t *testing.T) {
		f := &flaky{Memory: bus.NewMemory(bus.Options{})}
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() {
			defer close(done)
			for e, err := range bus.Follow(ctx, f, "o.") {
				seen = append(seen, show(e, err))
			}
		}()
		synctest.Wait()
		test(f)
		synctest.Wait()
		cancel()
		<-done
		f.Close()
	})
	return seen
}

func show(e bus.Event, err error) string {
	switch {
	case err != nil:
		return err.Error()
	case e.Synced:
		return "synced"
	case e.Deleted:
		return "-" + e.Key
	default:
		return e.Key
	}
}

func TestFollowGoesOn(t *testing.T) {
	got := follow(t, func(f *flaky) {
		put(t, f, "o.1", bus.PutOptions{})
		put(t, f, "o.2", bus.PutOptions{})
		synctest.Wait()
		f.setDown(true)
		f.cut()
		synctest.Wait()
		put(t, f, "o.1", bus.PutOptions{Delete: true})
		put(t, f, "o.3", bus.PutOptions{})
		put(t, f, "o.3", bus.PutOptions{Delete: true}) // came and went unseen
		time.Sleep(time.Minute)
		f.setDown(false)
		time.Sleep(6 * time.Second)
	})
	want := "synced o.1 o.2 -o.1 synced"
	if strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestFollowTellsWhatWentUnseen(t *testing.T) {
	got := follow(t, func(f *flaky) {
		for _, key := range []string{"o.1", "o.2", "o.3"} {
			put(t, f, key, bus.PutOptions{})
		}
		synctest.Wait()
		f.cut()
		synctest.Wait()
		put(t, f, "o.1", bus.PutOptions{Delete: true})
		put(t, f, "o.2", bus.PutOptions{Delete: true})
		put(t, f, "o.4", bus.PutOptions{})
		f.Compact()
		time.Sleep(time.Second)
		put(t, f, "o.3", bus.PutOptions{Delete: true})
	})
	want := []string{"synced", "o.1", "o.2", "o.3", "o.3", "o.4", "-o.1", "-o.2", "synced", "-o.3"}
	if len(got) == len(want) {
		slices.Sort(got[6:8]) // the two come in any order
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestFollowEnds(t *testing.T) {
	t.Run("when the bus is closed", func(t *testing.T) {
		got := follow(t, func(f *flaky) { f.Close(); time.Sleep(time.Second) })
		if want := []string{"synced", "bus: closed"}; !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	})
	t.Run("with the loop", func(t *testing.T) {
		m := bus.NewMemory(bus.Options{})
		defer m.Close()
		for range bus.Follow(t.Context(), m, "o.") {
			break
		}
	})
	t.Run("at a malformed prefix", func(t *testing.T) {
		m := bus.NewMemory(bus.Options{})
		defer m.Close()
		for _, err := range bus.Follow(t.Context(), m, "..") {
			if !errors.Is(err, bus.ErrKey) {
				t.Errorf("got %v, want ErrKey", err)
			}
		}
	})
}
