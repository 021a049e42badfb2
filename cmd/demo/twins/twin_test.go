package twins_test

import (
	"context"
	"strings"
	"testing"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/cmd/demo/twins"
	"github.com/omg-go/omg/mirror"
)

func animal() *twins.Animal {
	return &twins.Animal{Name: "Rex", Hue: 120, Mood: "calm", Tags: []string{"soft", "gray"}}
}

// TestTwin is rows M1, M2 and M3: a slot of each kind, one twin a page.
func TestTwin(t *testing.T) {
	s := serve(t)
	one, two := s.open(), s.open()
	a := animal()
	text, same := must[string](t), must[bool](t)
	equal(t, "first sending", same(twins.CallHold.Call(one.ctx, a)), false)
	equal(t, "second sending", same(twins.CallHold.Call(one.ctx, a)), true)
	equal(t, "first page", text(twins.CallText.Call(one.ctx, a)), "120 calm [soft gray] appeared calm;")
	equal(t, "second page", text(twins.CallText.Call(two.ctx, a)), "120 calm [soft gray] appeared calm;")

	twins.CallPaint.Call(one.ctx, a, 7)
	twins.CallScribble.Call(one.ctx, a, "hers")
	equal(t, "after a change in the page", text(twins.CallText.Call(one.ctx, a)), "7 hers [soft gray] appeared calm;")
	equal(t, "the other page", text(twins.CallText.Call(two.ctx, a)), "120 calm [soft gray] appeared calm;")
	if a.Mood != "calm" || a.Hue != 120 {
		t.Errorf("the page changed the original: %s %d", a.Mood, a.Hue)
	}
}

// TestMethods is row M5: methods of the twin in each tab ask the one original.
func TestMethods(t *testing.T) {
	s := serve(t)
	tabs := []tab{s.open(), s.open()}
	a := animal()
	text := must[string](t)
	for _, p := range tabs {
		equal(t, "twin's method", text(twins.CallDescribe.Call(p.ctx, a)), "Rex the animal is calm [soft gray], hue 120")
	}
	a.Name = ""
	for _, p := range tabs {
		if got := text(twins.CallDescribe.Call(p.ctx, a)); !strings.Contains(got, "is calm") || strings.Contains(got, "Rex") {
			t.Errorf("got %q", got)
		}
	}
}

// TestBack is row C10: a twin that comes back is the original.
func TestBack(t *testing.T) {
	p := serve(t).open()
	a, d := animal(), &twins.Dog{Animal: twins.Animal{Mood: "glad"}, Tricks: 3}
	d.Friend = d // a cycle
	if got := must[*twins.Animal](t)(twins.CallBack.Call(p.ctx, a)); got != a {
		t.Errorf("got %p, want %p", got, a)
	}
	b := must[twins.Bundle](t)(twins.CallBackAll.Call(p.ctx, twins.Bundle{First: a, Rest: []*twins.Dog{d, nil, d}, Any: d}))
	if b.First != a || len(b.Rest) != 3 || b.Rest[0] != d || b.Rest[1] != nil || b.Rest[2] != d || b.Any != d {
		t.Errorf("got %+v", b)
	}
	if got := must[*twins.Animal](t)(twins.CallBack.Call(p.ctx, &d.Animal)); got != &d.Animal {
		t.Errorf("the part of the dog: got %p, want %p", got, &d.Animal)
	}
	if _, err := twins.CallOwn.Call(p.ctx); err == nil || !strings.Contains(err.Error(), "reference to the page's own") {
		t.Errorf("an object that the page made: %v", err)
	}
}

// TestResult is an object that a page gets as a result: its type comes with it.
func TestResult(t *testing.T) {
	p := serve(t).open()
	equal(t, "found", must[string](t)(twins.CallFindIt.Call(p.ctx)), "foundtrue")
}

// TestEmbedding is row M6.
func TestEmbedding(t *testing.T) {
	p := serve(t).open()
	d := &twins.Dog{Animal: twins.Animal{Name: "Rex", Mood: "glad", Hue: 9}, Tricks: 3}
	d.Friend = d
	text := must[string](t)
	equal(t, "own method", text(twins.CallCountDog.Call(p.ctx, d)), "glad3 true true")
	equal(t, "inherited method", text(twins.CallDescribe.Call(p.ctx, &d.Animal)), "Rex the animal is glad [], hue 9")
	equal(t, "as an any", text(twins.CallWhole.Call(p.ctx, d)), "dog glad")
	d.Mood = "wild"
	equal(t, "pulled", text(twins.CallPullDog.Call(p.ctx, d)), "wild")
	if err := mirror.SyncSlot(p.ctx, d, &d.Tricks); err != nil {
		t.Fatal(err)
	}
}

// TestSyncSlot is row M4: from here to all pages, also to one that was away; in
// the page it pulls; and what a turn changes is sent before its calls.
func TestSyncSlot(t *testing.T) {
	s := serve(t)
	one, two := s.open(), s.open()
	a := animal()
	text := must[string](t)
	moods := func(want string) {
		t.Helper()
		for _, p := range []tab{one, two} {
			eventually(t, "the mood is "+want, func() bool {
				return strings.Contains(text(twins.CallText.Call(p.ctx, a)), " "+want+" ")
			})
		}
	}
	moods("calm")
	a.Update(t.Context(), func() {
		a.Mood = "happy"
		mirror.SyncSlot(t.Context(), a, &a.Mood)
	})
	moods("happy")

	a.Update(t.Context(), func() { a.Mood = "untold" })
	moods("happy")
	equal(t, "pulled", text(twins.CallPull.Call(one.ctx, a)), "untold")
	bridge.Do(two.ctx, func(ctx context.Context) error {
		a.Update(ctx, func() { a.Mood = "told" })
		if err := mirror.SyncSlot(ctx, a, &a.Mood); err != nil {
			t.Error(err)
		}
		equal(t, "the turn's call", strings.Contains(text(twins.CallText.Call(ctx, a)), " told "), true)
		return nil
	})
	moods("told")

	two.away(t, func() {
		for _, mood := range []string{"missed", "newest"} {
			a.Update(t.Context(), func() { a.Mood = mood })
			mirror.SyncSlot(t.Context(), a, &a.Mood)
			eventually(t, "the page that is here has it", func() bool {
				return strings.Contains(text(twins.CallText.Call(one.ctx, a)), mood)
			})
		}
	})
	moods("newest")
}
