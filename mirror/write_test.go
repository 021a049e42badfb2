package mirror_test

import (
	"context"
	"strings"
	"testing"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/mirror"
)

// Text has slots that pages write.
type Text struct {
	mirror.Object
	Line  string `omg:"mirrored,write"`
	Score int    `omg:"mirrored,write"`
	Even  int    `omg:"mirrored,write"`
	Fixed string `omg:"mirrored"`
	stale []bool
}

func (t *Text) SetEven(_ context.Context, v, old int, stale bool) (int, error) {
	t.stale = append(t.stale, stale)
	if v < 0 {
		return 0, bridge.UserError("negative", "less than nothing")
	}
	return v &^ 1, nil
}

const proposeName = "github.com/omg-go/omg/mirror.propose"

func TestPropose(t *testing.T) {
	hub := newHub(t)
	p, other := open(t, hub), open(t, hub)
	o := &Text{Line: "a"}
	send(t, p, o)
	send(t, other, o)
	id, oid := p.has(1), other.has(1)
	for _, c := range []struct {
		name, slot string
		value      any
		base       uint64
		err        string
		then       string
	}{
		{"a text", "Line", "b", 1, "", `"b"`},
		{"a stale text", "Line", "c", 1, "stale", `"b"`},
		{"a text that is not stale", "Line", "d", 2, "", `"d"`},
		{"a number", "Score", 5, 1, "", "5"},
		{"a stale number", "Score", 6, 1, "", "6"},
		{"a number that is made even", "Even", 5, 1, "", "4"},
		{"a number that is refused", "Even", -5, 1, "less than nothing", "4"},
		{"another type", "Score", "x", 1, "want int, got string", "6"},
		{"a fraction", "Score", 1.5, 1, "want int", "6"},
		{"a slot that pages do not write", "Fixed", "x", 1, "do not write", `""`},
		{"a reference", "Line", ref(id), 1, "holds references", `"d"`},
	} {
		_, err := p.Call(proposeName, ref(id), c.slot, c.value, c.base)
		if c.err == "" && err != nil || c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)) {
			t.Errorf("%s: %v, want %q", c.name, err, c.err)
		}
		if got := p.get(id, c.slot); got != c.then {
			t.Errorf("%s: the page has %s, want %s", c.name, got, c.then)
		}
		other.slot(oid, c.slot, c.then)
	}
	if len(o.stale) != 2 || o.stale[0] || !o.stale[1] {
		t.Errorf("stale: %v", o.stale)
	}
	if _, err := p.Call(proposeName, ref(id), "Secret", 1, 1); err == nil {
		t.Error("wrote a slot that does not exist")
	}
}

func TestSetSlotHere(t *testing.T) {
	p := open(t, newHub(t))
	o, ctx := &Text{}, context.Background()
	send(t, p, o)
	id := p.has(1)
	if err := mirror.SetSlot(ctx, o, &o.Even, 7); err != nil {
		t.Fatal(err)
	}
	p.slot(id, "Even", "6")
	if err := mirror.SetSlot(ctx, o, &o.Even, -7); err == nil || o.Even != 6 {
		t.Error(err, o.Even)
	}
	if err := mirror.SetSlot(ctx, o, new(int), 7); err == nil {
		t.Error("set what is no slot")
	}
}
