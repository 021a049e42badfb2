package mirror_test

import (
	"encoding/json"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/bridge/bridgetest"
)

// A page believes what it is told of twins, by the rules of the runtime.
type page struct {
	*bridgetest.Page
	t     testing.TB
	mu    sync.Mutex
	twins map[uint64]*shown
	last  uint64 // the twin that was made last
	lines []string
}

// shown is a twin as a page has it.
type shown struct {
	slots   map[string]string // JSON
	known   map[string][2]uint64
	loaded  bool
	told    int // calls of SyncData
	stale   int // values that were not newer
	applied int
}

// patience is after what time a page that waits says what for.
const patience = time.Minute

func open(t testing.TB, hub *bridge.Hub) *page {
	p := &page{Page: bridgetest.Open(t, hub), t: t, twins: map[uint64]*shown{}}
	p.Each(p.message)
	return p
}

func (p *page) message(raw json.RawMessage) {
	var m []json.RawMessage
	json.Unmarshal(raw, &m)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.lines = append(p.lines, string(raw))
	switch string(m[0]) {
	case "1":
		p.call(m)
	case "7":
		p.slots(m)
	}
}

func (p *page) call(m []json.RawMessage) {
	// Twins are made by calls of one number, without an answer; no other is here.
	id := number(m[len(m)-1])
	if string(m[1]) != "0" || len(m) != 4 || id == 0 {
		return
	}
	if p.twins[id] != nil {
		p.t.Errorf("twin %d was made twice", id)
	}
	p.twins[id] = &shown{slots: map[string]string{}, known: map[string][2]uint64{}}
	p.last = id
}

func (p *page) slots(m []json.RawMessage) {
	id := number(m[1])
	tw := p.twins[id]
	if tw == nil {
		p.t.Errorf("slots of twin %d, which the page does not have: %s", id, m)
		return
	}
	if len(m) == 2 {
		delete(p.twins, id)
		return
	}
	incarnation := number(m[2])
	for i := 3; i < len(m); i += 3 {
		var name string
		json.Unmarshal(m[i], &name)
		version := [2]uint64{incarnation, number(m[i+1])}
		old, known := tw.known[name]
		if known && (version[0] < old[0] || version[0] == old[0] && version[1] <= old[1]) {
			tw.stale++
			continue
		}
		tw.known[name] = version
		if name == "" {
			if tw.loaded {
				tw.told++
			}
			continue
		}
		tw.slots[name] = string(m[i+2])
		tw.applied++
	}
	tw.loaded = true
}

func number(raw json.RawMessage) (n uint64) {
	json.Unmarshal(raw, &n)
	return n
}

// slot waits until a twin shows want.
func (p *page) slot(id uint64, name, want string) {
	p.t.Helper()
	p.WaitFor(patience, fmt.Sprintf("%s of twin %d is %s", name, id, want), func() bool {
		p.mu.Lock()
		defer p.mu.Unlock()
		return p.twins[id] != nil && p.twins[id].slots[name] == want
	})
}

// get returns what a twin shows now.
func (p *page) get(id uint64, name string) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.twins[id] == nil {
		return "no twin"
	}
	return p.twins[id].slots[name]
}

// has waits until the page has n twins, and returns the one that was made last.
func (p *page) has(n int) uint64 {
	p.t.Helper()
	p.WaitFor(patience, fmt.Sprintf("%d twins", n), func() bool {
		p.mu.Lock()
		defer p.mu.Unlock()
		return len(p.twins) == n
	})
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.last
}

// ref is a twin as the page sends it.
func ref(id uint64) any { return map[string]any{"$x": []any{id, 0}} }

// release gives back count sendings.
func (p *page) release(id, count uint64) { p.Send([]any{5, id, count}) }

// dump returns all that has come.
func (p *page) dump() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return fmt.Sprint(p.lines)
}

// applied returns how many values a twin has taken.
func (p *page) applied(id uint64) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.twins[id].applied
}

// told returns how often a twin's SyncData was called.
func (p *page) told(id uint64) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.twins[id] == nil {
		return -1
	}
	return p.twins[id].told
}
