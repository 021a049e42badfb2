package mirror_test

import (
	"context"
	"testing"

	"github.com/omg-go/omg/mirror"
)

func TestPresence(t *testing.T) {
	hub := newHub(t)
	one, two := open(t, hub), open(t, hub)
	o := &Thing{}
	n := 0
	here, err := mirror.PresenceOf(o, func(context.Context) string { n++; return []string{"Ada", "Bob"}[n-1] })
	if err != nil {
		t.Fatal(err)
	}
	send(t, one, here)
	id := one.has(1)
	one.slot(id, "Here", "null")
	send(t, one, o)
	one.slot(id, "Here", `[{"ID":1,"Name":"Ada"}]`)
	send(t, two, o)
	send(t, two, o)
	one.slot(id, "Here", `[{"ID":1,"Name":"Ada"},{"ID":2,"Name":"Bob"}]`)
	two.Cut()
	two.Resume()
	one.slot(id, "Here", `[{"ID":1,"Name":"Ada"},{"ID":2,"Name":"Bob"}]`)
	mirror.Release(one.Session().Context(), o)
	one.slot(id, "Here", `[{"ID":2,"Name":"Bob"}]`)
	two.Close()
	one.slot(id, "Here", `[]`)
}
