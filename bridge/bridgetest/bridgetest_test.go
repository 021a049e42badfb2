package bridgetest_test

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/bridge/bridgetest"
	"github.com/omg-go/omg/internal/leak"
)

func TestMain(m *testing.M) { leak.Main(m) }

func TestPipe(t *testing.T) {
	a, b := bridgetest.Pipe()
	a.Write([]byte("one"))
	a.Write([]byte("two"))
	a.Close()
	for _, want := range []string{"one", "two"} {
		if got, err := b.Read(); string(got) != want || err != nil {
			t.Errorf("got %q, %v", got, err)
		}
	}
	if _, err := b.Read(); !errors.Is(err, bridgetest.ErrClosed) {
		t.Errorf("after Close: %v", err)
	}
	if err := b.Write(nil); !errors.Is(err, bridgetest.ErrClosed) {
		t.Errorf("after Close: %v", err)
	}
}

func TestCutLosesWhatIsUnderWay(t *testing.T) {
	a, b := bridgetest.Pipe()
	a.Write([]byte("lost"))
	a.Cut()
	if got, err := b.Read(); err == nil {
		t.Errorf("got %q", got)
	}
}

func TestFullPipe(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, b := bridgetest.Pipe()
		b.Limit(3)
		wrote := 0
		go func() {
			for a.Write([]byte("ab")) == nil {
				wrote++
			}
		}()
		synctest.Wait()
		before := wrote
		b.Read()
		synctest.Wait()
		if before != 1 || wrote != 2 {
			t.Errorf("wrote %d, then %d", before, wrote)
		}
		b.Close()
		synctest.Wait()
	})
}

func TestFaults(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, b := bridgetest.Pipe()
		f := bridgetest.Faults{
			CutWrite:  7,
			Delay:     func() time.Duration { return time.Second },
			Duplicate: func() bool { return true },
		}.Over(a)
		start := time.Now()
		if err := f.Write([]byte("one")); err != nil || time.Since(start) != time.Second {
			t.Errorf("%v after %v", err, time.Since(start))
		}
		for range 2 {
			if got, err := b.Read(); string(got) != "one" || err != nil {
				t.Errorf("got %q, %v", got, err)
			}
		}
		b.Write([]byte("back"))
		for range 2 {
			if got, err := f.Read(); string(got) != "back" || err != nil {
				t.Errorf("got %q, %v", got, err)
			}
		}
		if err := f.Write([]byte("four")); err == nil {
			t.Error("not cut")
		}
		if _, err := b.Read(); err == nil {
			t.Error("the frame of the cut arrived")
		}
	})
}
