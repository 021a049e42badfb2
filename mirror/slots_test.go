package mirror_test

import (
	"context"
	"errors"
	"log/slog"
	"testing"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/mirror"
)

// TestSlotsOfANewTwin is rows M2 and M3: each twin starts from what the original
// holds when it is made, and neither kind of slot follows the original untold.
func TestSlotsOfANewTwin(t *testing.T) {
	hub := newHub(t)
	one, two := open(t, hub), open(t, hub)
	o, last := &Thing{Hue: 7, Mood: "calm"}, &Plain{}
	send(t, one, o)
	first := one.has(1)
	o.Update(t.Context(), func() { o.Hue, o.Mood = 8, "wild" })
	send(t, two, o)
	second := two.has(1)
	two.slot(second, "Hue", "8")
	two.slot(second, "Mood", `"wild"`)
	if err := mirror.SyncSlot(t.Context(), o, &o.Hue); err == nil {
		t.Error("a slot of the browser was sent")
	}
	send(t, one, last)
	one.has(2) // comes after what might have been told of o
	if hue, mood := one.get(first, "Hue"), one.get(first, "Mood"); hue != "7" || mood != `"calm"` {
		t.Errorf("the first twin followed: %s %s", hue, mood)
	}
}

// TestTwinLimit: a page that holds as many twins as it may gets no more until it
// gives one back; others are not concerned.
func TestTwinLimit(t *testing.T) {
	hub := bridge.NewHub(bridge.Options{Log: slog.New(slog.DiscardHandler), Limits: bridge.Limits{Twins: 3}})
	t.Cleanup(func() { hub.Shutdown(context.Background()) })
	one, two := open(t, hub), open(t, hub)
	all := []*Plain{{}, {}, {}, {}}
	for _, o := range all[:3] {
		send(t, one, o)
	}
	if err := take.Go(one.Session().Context(), all[3]); !errors.Is(err, mirror.ErrLimit) || !errors.Is(err, bridge.ErrLimit) {
		t.Errorf("one more: %v", err)
	}
	send(t, one, all[0]) // it has that one
	send(t, two, all[3])
	two.has(1)
	one.has(3)
	if err := mirror.Release(one.Session().Context(), all[1]); err != nil {
		t.Fatal(err)
	}
	send(t, one, all[3])
	one.has(3)
}
