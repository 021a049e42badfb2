package bridge_test

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/wire"
)

// testLayer receives events [0,id,"text"] and writes patches [0,owner,"text"].
type testLayer struct {
	receive func(ctx context.Context, text string)
	flush   func(ctx context.Context)

	mu      sync.Mutex
	s       *bridge.Session
	dirty   []testPatch
	lost    []uint64
	flushes int
	ended   int
}

type testPatch struct {
	owner   uint64
	text    string
	confirm bool
}

func (l *testLayer) Kinds() []int { return []int{0} }

func (l *testLayer) Receive(ctx context.Context, m wire.Message) error {
	e := m.Body()
	e.Next()
	text, ok := e.Text()
	if !ok {
		return errors.New("no text")
	}
	if l.receive != nil {
		l.receive(ctx, text)
	}
	return nil
}

// Coalesce merges events whose text begins with "move" by their id.
func (l *testLayer) Coalesce(m wire.Message) (uint64, bool) {
	e := m.Body()
	id, _ := e.Uint()
	text, _ := e.Text()
	return id, strings.HasPrefix(text, "move")
}

func (l *testLayer) Flush(ctx context.Context, w *bridge.Writer) {
	l.mu.Lock()
	dirty := l.dirty
	l.dirty = nil
	l.flushes++
	l.mu.Unlock()
	for _, p := range dirty {
		w.Patch(p.owner, p.confirm, func(b []byte) []byte {
			b = append(b, "[0,"...)
			b = strconv.AppendUint(b, p.owner, 10)
			return append(append(append(b, `,"`...), p.text...), `"]`...)
		})
	}
	if l.flush != nil {
		l.flush(ctx)
	}
}

func (l *testLayer) Lost(owner uint64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lost = append(l.lost, owner)
}

func (l *testLayer) Ended(context.Context) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.ended++
}

// mark has l write a patch at the end of the turn.
func (l *testLayer) mark(s *bridge.Session, owner uint64, text string, confirm bool) {
	l.mu.Lock()
	l.dirty = append(l.dirty, testPatch{owner, text, confirm})
	l.mu.Unlock()
	s.Mark()
}

func (l *testLayer) lostOwners() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return fmt.Sprint(l.lost)
}

func (l *testLayer) endedTimes() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.ended
}

func (l *testLayer) flushed() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.flushes
}

// trail is a list that goroutines add to.
type trail struct {
	mu   sync.Mutex
	list []string
}

func (t *trail) add(s string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.list = append(t.list, s)
}

func (t *trail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return strings.Join(t.list, " ")
}
