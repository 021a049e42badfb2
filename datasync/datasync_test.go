package datasync_test

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/bridge/bridgetest"
	"github.com/omg-go/omg/bus"
	"github.com/omg-go/omg/datasync"
	"github.com/omg-go/omg/internal/leak"
	"github.com/omg-go/omg/module"
)

// Cart is an object with data.
type Cart struct{ datasync.Object }

const name = "github.com/omg-go/omg/datasync_test.Cart"

func TestMain(m *testing.M) {
	// What "omg generate" writes for Cart; the hash is that of a type without slots.
	a := module.New("test/cart", "export const twin = 1")
	module.Register(module.Function{Name: name, Asset: a, Export: "Cart$twin", Signature: bridgeSignature})
	leak.Main(m)
}

var bridgeSignature = emptySignature()

var take = bridge.ImportProc1[*Cart](bridge.Module("datasync/test", "export const take = (x) => x"), "take")

// open returns a page that holds c.
func open(t *testing.T, hub *bridge.Hub, c *Cart) *bridgetest.Page {
	t.Helper()
	p := bridgetest.Open(t, hub)
	if err := take.Go(p.Session().Context(), c); err != nil {
		t.Fatal(err)
	}
	p.Await(7, 1)
	return p
}

// cut cuts the page off and returns when the server has found out: what it tells
// before is on its way, and arrives too.
func cut(p *bridgetest.Page) {
	p.Cut()
	for !p.Session().Away() {
		time.Sleep(time.Millisecond)
	}
}

func newHub(t *testing.T) *bridge.Hub {
	h := bridge.NewHub(bridge.Options{})
	t.Cleanup(func() { h.Shutdown(context.Background()) })
	return h
}

// TestAwayPageDelaysNobody: fifty pages, one of which is away and in the middle.
func TestAwayPageDelaysNobody(t *testing.T) { synctest.Test(t, awayPageDelaysNobody) }

func awayPageDelaysNobody(t *testing.T) {
	hub, c := newHub(t), &Cart{}
	var pages []*bridgetest.Page
	for range 50 {
		pages = append(pages, open(t, hub, c))
	}
	away := pages[20]
	cut(away)
	start := time.Now()
	for i := range 10 {
		c.Changed(t.Context())
		for _, p := range pages {
			if p != away {
				p.Await(7, 2+i)
			}
		}
	}
	if d := time.Since(start); d > 0 { // by the clock of the bubble, which waits count for
		t.Errorf("it took %v", d)
	}
	away.Resume()
	if got := away.Await(7, 2); len(got) != 2 || !strings.Contains(got[1], `"",10,null`) {
		t.Errorf("the page that was away was told %v", got[1:])
	}
}

// TestChangesOfATurn: they are told once, before the turn's calls.
func TestChangesOfATurn(t *testing.T) {
	hub, c := newHub(t), &Cart{}
	p := open(t, hub, c)
	bridge.Do(p.Session().Context(), func(ctx context.Context) error {
		for range 5 {
			c.Update(ctx, func() { c.Changed(ctx) })
		}
		return nil
	})
	if got := p.Await(7, 2); len(got) != 2 || !strings.Contains(got[1], `"",1,null`) {
		t.Errorf("told %v", got)
	}
}

// TestTwoProcesses is row D3 without browsers.
func TestTwoProcesses(t *testing.T) {
	b := bus.NewMemory(bus.Options{})
	t.Cleanup(func() { b.Close() })
	here, there := &Cart{}, &Cart{}
	one, two := open(t, newHub(t), here), open(t, newHub(t), there)
	for _, c := range []*Cart{here, there} {
		if err := datasync.Share(t.Context(), b, "cart", c); err != nil {
			t.Fatal(err)
		}
	}
	here.Changed(t.Context())
	one.Await(7, 2)
	two.Await(7, 2)
	there.Changed(t.Context())
	one.Await(7, 3)
	two.Await(7, 3)
}

// TestReconnectTellsOfWhatChanged: of many objects that a page holds it is told of
// the one that changed, in one message, and asks nothing.
func TestReconnectTellsOfWhatChanged(t *testing.T) {
	hub := newHub(t)
	p := bridgetest.Open(t, hub)
	carts := make([]*Cart, 100)
	for i := range carts {
		carts[i] = &Cart{}
		if err := take.Go(p.Session().Context(), carts[i]); err != nil {
			t.Fatal(err)
		}
	}
	p.Await(7, len(carts))
	p.Ack()
	cut(p)
	for range 3 {
		carts[41].Changed(t.Context())
	}
	p.Resume()
	p.Await(7, len(carts)+1)
	for range 2 { // had there been more to tell, it would come before this
		carts[7].Changed(t.Context())
	}
	got := p.Await(7, len(carts)+2)[len(carts):]
	if !strings.Contains(got[0], `"",3,null`) || strings.Contains(got[1], `"",3,null`) {
		t.Errorf("told %v", got)
	}
}

// TestCutThatIsNoticedLate: what was told into a socket that was dead already, and
// what changed after that, is told once.
func TestCutThatIsNoticedLate(t *testing.T) {
	hub, c, other := newHub(t), &Cart{}, &Cart{}
	p := open(t, hub, c)
	if err := take.Go(p.Session().Context(), other); err != nil {
		t.Fatal(err)
	}
	p.Await(7, 2)
	p.Ack()
	p.Deafen()
	for range 3 {
		c.Changed(t.Context())
		bridge.Do(p.Session().Context(), func(context.Context) error { return nil }) // it is on its way
	}
	cut(p)
	c.Changed(t.Context())
	p.Resume()
	p.Await(7, 3)
	other.Changed(t.Context()) // had there been more to tell, it would come before this
	got := p.Await(7, 4)[2:]
	if !strings.Contains(got[0], `"",4,null`) || !strings.Contains(got[1], `"",1,null`) {
		t.Errorf("told %v", got)
	}
}
