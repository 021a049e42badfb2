package mirror_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/omg-go/omg/bus"
	"github.com/omg-go/omg/mirror"
)

// Shared has nothing that another process does not know.
type Shared struct {
	mirror.Object
	Hue  int    `omg:"browser"`
	Mood string `omg:"mirrored"`
}

func init() { mirror.Compiled[Shared]() }

// TestShareRefusesReferences: a slot for objects, alone, in a list or in what is
// embedded, is named with what to do.
func TestShareRefusesReferences(t *testing.T) {
	type listed struct {
		mirror.Object
		Mood  string
		Peers []*Thing `omg:"mirrored"`
	}
	b := bus.NewMemory(bus.Options{})
	t.Cleanup(func() { b.Close() })
	for _, c := range []struct {
		object mirror.Mirrored
		slot   string
	}{{&Thing{}, "Peer"}, {&Part{}, "Thing.Peer"}, {&listed{}, "Peers"}} {
		err := mirror.Share(t.Context(), b, "key", c.object)
		var refused *mirror.SlotError
		if !errors.As(err, &refused) || refused.Slot != c.slot || !strings.Contains(err.Error(), "hold a key") {
			t.Errorf("%T: %v", c.object, err)
		}
	}
}

// TestShare is two processes over one bus.
func TestShare(t *testing.T) {
	b := bus.NewMemory(bus.Options{})
	t.Cleanup(func() { b.Close() })
	ctx := t.Context()
	one, two := open(t, newHub(t)), open(t, newHub(t))
	a, c := &Shared{Mood: "first"}, &Shared{Mood: "other"}
	send(t, one, a)
	send(t, two, c)
	oid, tid := one.has(1), two.has(1)
	must(t, mirror.Share(ctx, b, "thing", a))
	must(t, mirror.SyncSlot(ctx, a, &a.Mood))
	until(t, func() bool { _, err := b.Get(ctx, "thing.Mood"); return err == nil })
	must(t, mirror.Share(ctx, b, "thing", c))
	two.slot(tid, "Mood", `"first"`)
	if err := mirror.Share(ctx, b, "again", c); err == nil {
		t.Error("shared twice")
	}
	for i := range 50 {
		o := []*Shared{a, c}[i%2]
		must(t, o.Update(ctx, func() { o.Mood = fmt.Sprint(i) }))
		must(t, mirror.SyncSlot(ctx, o, &o.Mood))
		want := fmt.Sprintf("%q", fmt.Sprint(i))
		one.slot(oid, "Mood", want)
		two.slot(tid, "Mood", want)
	}
	mirror.Notify(ctx, a)
	until(t, func() bool { return one.told(oid) == 1 && two.told(tid) == 1 })
	b.Put(ctx, "thing.Mood", []byte(`5`), bus.PutOptions{}) // does not fit
	b.Put(ctx, "thing.Hue", []byte(`5`), bus.PutOptions{})
	b.Put(ctx, "thing.Nothing", []byte(`5`), bus.PutOptions{})
	b.Put(ctx, "thing.Mood", []byte(`"end"`), bus.PutOptions{})
	two.slot(tid, "Mood", `"end"`)
}

// TestShareConverges writes on both sides at once: in the end all agree.
func TestShareConverges(t *testing.T) {
	b := bus.NewMemory(bus.Options{})
	t.Cleanup(func() { b.Close() })
	ctx := t.Context()
	objects := []*Plain{{}, {}, {}}
	for _, o := range objects {
		must(t, mirror.Share(ctx, b, "plain", o))
	}
	done := make(chan bool)
	for n, o := range objects {
		go func() {
			for i := range 200 {
				o.Update(ctx, func() { o.N = 1000*n + i })
				mirror.SyncSlot(ctx, o, &o.N)
			}
			done <- true
		}()
	}
	for range objects {
		<-done
	}
	value := func(o *Plain) (n int) { o.View(ctx, func() { n = o.N }); return n }
	until(t, func() bool {
		e, err := b.Get(context.Background(), "plain.N")
		return err == nil && fmt.Sprint(value(objects[0])) == string(e.Value) && value(objects[1]) == value(objects[0]) && value(objects[2]) == value(objects[0])
	})
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
