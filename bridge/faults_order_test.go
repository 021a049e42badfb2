package bridge_test

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/wire"
)

// A line is a socket in memory whose page is the test itself.
type line struct {
	in, out chan string
	once    sync.Once
	closed  chan struct{}
}

func newLine() *line {
	return &line{in: make(chan string, 64), out: make(chan string, 64), closed: make(chan struct{})}
}

func (l *line) Read() ([]byte, error) {
	select {
	case frame := <-l.in:
		return []byte(frame), nil
	case <-l.closed:
		return nil, errCut
	}
}

func (l *line) Write(b []byte) error { l.out <- string(b); return nil }
func (l *line) Close() error         { l.once.Do(func() { close(l.closed) }); return nil }

// busy is a handler that keeps the processor, not only the turn: it is not
// taken off the socket that it reads.
var busy struct {
	sync.Mutex
	heard []int
	begun chan struct{}
	until atomic.Bool
}

func init() {
	bridge.RPC1C("faults.Busy", func(_ context.Context, n int) int {
		busy.Lock()
		busy.heard = append(busy.heard, n)
		busy.Unlock()
		if n == 1 {
			close(busy.begun)
			for end := time.Now().Add(2 * time.Millisecond); !busy.until.Load() && time.Now().Before(end); {
			}
		}
		return n
	})
}

// TestFrameIsWholeAcrossSockets: the page's socket changes while the first of a
// frame's calls runs. What the page sends on the new socket must come after the
// rest of that frame.
func TestFrameIsWholeAcrossSockets(t *testing.T) {
	for range 50 {
		var frames atomic.Int32
		hub := bridge.NewHub(bridge.Options{Build: "faults", Log: quiet, Frame: func(_ *bridge.Session, sent bool, _ []byte) {
			if !sent {
				frames.Add(1)
			}
		}})
		busy.heard, busy.begun = nil, make(chan struct{})
		busy.until.Store(false)
		changeSocket(t, hub, &frames)
		if heard := busyHeard(4); !slices.Equal(heard, []int{1, 2, 3, 4}) {
			t.Errorf("started %v", heard)
		}
		if err := hub.Shutdown(t.Context()); err != nil || t.Failed() {
			t.Fatal(err)
		}
	}
}

// changeSocket sends three calls in one frame and, while the first runs, another
// on a new socket.
func changeSocket(t *testing.T, hub *bridge.Hub, frames *atomic.Int32) {
	accept := bridge.Accept{Open: func(context.Context, string) (*bridge.Session, error) {
		s := bridge.NewSession(hub, context.Background())
		s.Grant("faults.Busy")
		return s, nil
	}}
	first, second := newLine(), newLine()
	hub.Serve(t.Context(), first, accept)
	first.in <- `["h",1,"faults",1,0,"t",null,null]`
	f, err := wire.ScanFrame([]byte(<-first.out))
	if err != nil {
		t.Fatal(err)
	}
	e := f.Elements()
	sid, _ := e.Text()
	token, _ := e.Text()
	first.in <- `[1,0,[1,1,"faults.Busy",1],[1,2,"faults.Busy",2],[1,3,"faults.Busy",3]]`
	<-busy.begun
	hub.Serve(t.Context(), second, accept)
	second.in <- fmt.Sprintf(`["h",1,"faults",2,0,null,%q,%q]`, sid, token)
	second.in <- `[2,0,[1,4,"faults.Busy",4]]`
	for frames.Load() < 4 {
		runtime.Gosched()
	}
	for start := time.Now(); time.Since(start) < 100*time.Microsecond; {
		runtime.Gosched()
	}
	busy.until.Store(true)
}

// busyHeard waits until n calls were heard, or two minutes.
func busyHeard(n int) (heard []int) {
	for end := time.Now().Add(2 * time.Minute); len(heard) < n && time.Now().Before(end); runtime.Gosched() {
		busy.Lock()
		heard = slices.Clone(busy.heard)
		busy.Unlock()
	}
	return heard
}

// TestGapCostsTheSocketOnly: a frame is missing. Its socket goes, and the page
// may come back and send what was missing.
func TestGapCostsTheSocketOnly(t *testing.T) {
	hub := bridge.NewHub(bridge.Options{Build: "faults", Log: quiet})
	accept := bridge.Accept{Open: func(context.Context, string) (*bridge.Session, error) {
		return bridge.NewSession(hub, context.Background()), nil
	}}
	first, second := newLine(), newLine()
	hub.Serve(t.Context(), first, accept)
	first.in <- `["h",1,"faults",1,0,"t",null,null]`
	<-first.out
	first.in <- `[2,0,[1,2,"faults.None",2]]`
	<-first.closed
	hub.Serve(t.Context(), second, accept)
	second.in <- `["h",1,"faults",2,0,"t",null,null]`
	if f, err := wire.ScanFrame([]byte(<-second.out)); err != nil || f.Control != 'w' {
		t.Errorf("not welcome again: %+v, %v", f, err)
	}
	second.in <- `[1,0,[1,1,"faults.None",1]]`
	second.in <- `[2,0,[1,2,"faults.None",2]]`
	for _, want := range []string{`[1,1,[3,1,"refused",""]]`, `[2,2,[3,2,"refused",""]]`} {
		if got := <-second.out; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if err := hub.Shutdown(t.Context()); err != nil {
		t.Error(err)
	}
}

// TestVoidCallIsAnswered: pages count calls without an answer, and one that they
// cancelled on the way is none that the server has ever seen.
func TestVoidCallIsAnswered(t *testing.T) {
	hub := bridge.NewHub(bridge.Options{Build: "faults", Log: quiet})
	accept := bridge.Accept{Open: func(context.Context, string) (*bridge.Session, error) {
		return bridge.NewSession(hub, context.Background()), nil
	}}
	l := newLine()
	hub.Serve(t.Context(), l, accept)
	l.in <- `["h",1,"faults",1,0,"t",null,null]`
	<-l.out
	l.in <- `[1,0,[8],[8,5],[8,0]]`
	if got := <-l.out; got != `[1,1,[3,5,"canceled",""]]` {
		t.Errorf("got %s", got)
	}
	if err := hub.Shutdown(t.Context()); err != nil {
		t.Error(err)
	}
}
