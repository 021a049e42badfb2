package mirror_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/omg-go/omg/bus"
	"github.com/omg-go/omg/mirror"
)

// TestPresenceOfProcesses: two processes over one bus see each other's pages come
// and go, also when one of them ends or crashes.
func TestPresenceOfProcesses(t *testing.T) {
	b := bus.NewMemory(bus.Options{})
	t.Cleanup(func() { b.Close() })
	named := func(name string) func(context.Context) string { return func(context.Context) string { return name } }
	hub, other := newHub(t), newHub(t)
	one, two, three := open(t, hub), open(t, other), open(t, other)
	o, c := &Thing{}, &Thing{}
	here, err := mirror.PresenceOf(o, named("Ada"))
	must(t, err)
	there, err := mirror.PresenceOf(c, named("Bob"))
	must(t, err)
	send(t, one, here)
	send(t, two, there)
	hid, tid := one.has(1), two.has(1)
	send(t, one, o)
	must(t, mirror.Share(t.Context(), b, "who", here))
	if err := mirror.Share(t.Context(), b, "again", here); err == nil {
		t.Error("shared twice")
	}
	ctx, stop := context.WithCancel(t.Context())
	must(t, mirror.Share(ctx, b, "who", there))
	two.slot(tid, "Here", `[{"ID":1,"Name":"Ada"}]`)
	send(t, two, c)
	one.slot(hid, "Here", `[{"ID":1,"Name":"Ada"},{"ID":2,"Name":"Bob"}]`)
	send(t, three, c)
	one.slot(hid, "Here", `[{"ID":1,"Name":"Ada"},{"ID":2,"Name":"Bob"},{"ID":3,"Name":"Bob"}]`)
	two.slot(tid, "Here", `[{"ID":1,"Name":"Ada"},{"ID":2,"Name":"Bob"},{"ID":3,"Name":"Bob"}]`)
	three.Close()
	one.slot(hid, "Here", `[{"ID":1,"Name":"Ada"},{"ID":2,"Name":"Bob"}]`)

	b.Put(ctx, "who.broken", []byte("?"), bus.PutOptions{})
	b.Put(ctx, "who.crashed", []byte(`[{"ID":7,"Name":"Eve"}]`), bus.PutOptions{Lease: time.Hour})
	one.slot(hid, "Here", `[{"ID":1,"Name":"Ada"},{"ID":2,"Name":"Bob"},{"ID":4,"Name":"Eve"}]`)
	b.Put(ctx, "who.crashed", []byte(`[{"ID":7,"Name":"Eve"}]`), bus.PutOptions{Lease: time.Millisecond}) // for the last time
	one.slot(hid, "Here", `[{"ID":1,"Name":"Ada"},{"ID":2,"Name":"Bob"}]`)

	stop()
	one.slot(hid, "Here", `[{"ID":1,"Name":"Ada"}]`)
	two.slot(tid, "Here", `[{"ID":2,"Name":"Bob"}]`)
	b.Close()
	if err := mirror.Share(t.Context(), b, "who", there); !errors.Is(err, bus.ErrClosed) {
		t.Errorf("a bus that is closed: %v", err)
	}
}
