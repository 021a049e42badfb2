package twins_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/cmd/demo/twins"
	"github.com/omg-go/omg/mirror"
)

// TestBrowserSlots is row M2 with two tabs: each twin starts from what the Go
// value is then, and has its own from there on.
func TestBrowserSlots(t *testing.T) {
	s := serve(t)
	one, two := s.open(), s.open()
	a := animal()
	hue := func(p tab) string {
		t.Helper()
		hue, _, _ := strings.Cut(must[string](t)(twins.CallText.Call(p.ctx, a)), " ")
		return hue
	}
	equal(t, "first tab", hue(one), "120")
	a.Update(t.Context(), func() { a.Hue = 240 })
	equal(t, "second tab", hue(two), "240")
	equal(t, "first tab, made before", hue(one), "120")
	if err := twins.CallPaint.Call(two.ctx, a, 9); err != nil {
		t.Fatal(err)
	}
	equal(t, "second tab, painted", hue(two), "9")
	equal(t, "first tab", hue(one), "120")
	equal(t, "the original", a.Hue, 240)
	if err := mirror.SyncSlot(t.Context(), a, &a.Hue); err == nil {
		t.Error("a slot of the browser was sent")
	}
}

// TestMirroredSlots is row M3 with two tabs: a slot is loaded when the twin is
// made; what either side writes stays there until it is told.
func TestMirroredSlots(t *testing.T) {
	s := serve(t)
	one, two := s.open(), s.open()
	a := animal()
	mood := func(p tab) string {
		t.Helper()
		return strings.Fields(must[string](t)(twins.CallText.Call(p.ctx, a)))[1]
	}
	equal(t, "first tab", mood(one), "calm")
	a.Update(t.Context(), func() { a.Mood = "wild" })
	equal(t, "first tab, not told", mood(one), "calm")
	equal(t, "second tab, made later", mood(two), "wild")
	if err := twins.CallScribble.Call(two.ctx, a, "hers"); err != nil {
		t.Fatal(err)
	}
	equal(t, "second tab", mood(two), "hers")
	equal(t, "first tab", mood(one), "calm")
	equal(t, "the original", a.Mood, "wild")
	equal(t, "pulled", must[string](t)(twins.CallPull.Call(one.ctx, a)), "wild")
}

// TestEmbeddingInTabs is row M6 with two tabs: slots and methods of the embedded
// type are the twin's in each, and a change of an inherited slot reaches both.
func TestEmbeddingInTabs(t *testing.T) {
	s := serve(t)
	tabs := []tab{s.open(), s.open()}
	d := &twins.Dog{Animal: twins.Animal{Name: "Rex", Mood: "glad", Hue: 9}, Tricks: 3}
	text := must[string](t)
	for _, p := range tabs {
		equal(t, "own method", text(twins.CallCountDog.Call(p.ctx, d)), "glad3 false false")
		equal(t, "inherited method", text(twins.CallDescribe.Call(p.ctx, &d.Animal)), "Rex the animal is glad [], hue 9")
	}
	d.Update(t.Context(), func() { d.Mood, d.Tricks = "wild", 4 })
	if err := errors.Join(mirror.SyncSlot(t.Context(), d, &d.Mood), mirror.SyncSlot(t.Context(), d, &d.Tricks)); err != nil {
		t.Fatal(err)
	}
	for _, p := range tabs {
		eventually(t, "both slots", func() bool { return text(twins.CallCountDog.Call(p.ctx, d)) == "wild4 false false" })
	}
	if err := twins.CallPaint.Call(tabs[0].ctx, &d.Animal, 77); err != nil {
		t.Fatal(err)
	}
	equal(t, "painted", text(twins.CallDescribe.Call(tabs[0].ctx, &d.Animal)), "Rex the animal is wild [], hue 77")
	equal(t, "the other tab", text(twins.CallDescribe.Call(tabs[1].ctx, &d.Animal)), "Rex the animal is wild [], hue 9")
}

// TestBackFromTabs is row C10 with two tabs: what each sends back, alone or inside
// of other things, is the one original; numbers cross as they are.
func TestBackFromTabs(t *testing.T) {
	s := serve(t)
	tabs := []tab{s.open(), s.open()}
	a, d := animal(), &twins.Dog{Tricks: 3}
	for _, p := range tabs {
		b := must[twins.Bundle](t)(twins.CallBackAll.Call(p.ctx, twins.Bundle{First: a, Rest: []*twins.Dog{d, nil}, Any: d}))
		if b.First != a || len(b.Rest) != 2 || b.Rest[0] != d || b.Rest[1] != nil || b.Any != d {
			t.Errorf("got %+v", b)
		}
		n := must[float64](t)(echo.Call(p.ctx, math.Inf(-1)))
		equal(t, "infinity", n, math.Inf(-1))
	}
}

var (
	objects = bridge.Module("twins/objects", `
export const make = (text) => { const e = document.createElement("i"); e.textContent = text; return e; };
export const read = (e) => e.textContent;
export const echo = (x) => x;`)
	makeElement = bridge.Import1[string, bridge.Object](objects, "make")
	readElement = bridge.Import1[bridge.Object, string](objects, "read")
	echo        = bridge.Import1[float64, float64](objects, "echo")
)

// TestObjectsOfTabs is row C9 with two tabs: an element comes to Go, goes back to
// its own tab, is refused in the other one, and everywhere once it is released.
func TestObjectsOfTabs(t *testing.T) {
	s := serve(t)
	one, two := s.open(), s.open()
	object, text := must[bridge.Object](t), must[string](t)
	hers, his := object(makeElement.Call(one.ctx, "hers")), object(makeElement.Call(two.ctx, "his"))
	equal(t, "first tab", text(readElement.Call(one.ctx, hers)), "hers")
	equal(t, "second tab", text(readElement.Call(two.ctx, his)), "his")
	if _, err := readElement.Call(two.ctx, hers); !errors.Is(err, bridge.ErrReleased) {
		t.Errorf("in the other tab: %v", err)
	}
	hers.Release()
	if _, err := readElement.Call(one.ctx, hers); !errors.Is(err, bridge.ErrReleased) {
		t.Errorf("after its release: %v", err)
	}
	equal(t, "second tab", text(readElement.Call(two.ctx, his)), "his")
}
