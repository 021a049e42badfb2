package twins

import (
	"context"
	"fmt"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/mirror"
)

// Held is what the page keeps between calls.
//
//omg:browser
var held *Animal

//omg:browser
var heldTitle *Title

// Hold keeps a twin and says whether it is the one that was kept before.
//
//omg:browser
func Hold(a *Animal) bool {
	same := held == a
	held = a
	return same
}

// Drop forgets it.
//
//omg:browser
func Drop() { held = nil }

// Text reads the twin.
//
//omg:browser
func Text(a *Animal) string { return fmt.Sprint(a.Hue, " ", a.Mood, " ", a.Tags, " ", a.Seen) }

// Paint changes what is the twin's own.
//
//omg:browser
func Paint(a *Animal, hue int) { a.Hue = hue }

// Scribble changes a mirrored slot in the page alone.
//
//omg:browser
func Scribble(a *Animal, mood string) { a.Mood = mood }

// Pull gets the mood from the original.
//
//omg:browser
func Pull(ctx context.Context, a *Animal) (string, error) {
	err := mirror.SyncSlot(ctx, a, &a.Mood)
	return a.Mood, err
}

// PullDog does, through a type that embeds the slot.
//
//omg:browser
func PullDog(ctx context.Context, d *Dog) (string, error) {
	err := mirror.SyncSlot(ctx, d, &d.Mood)
	return d.Mood, err
}

// Back returns the twin.
//
//omg:browser
func Back(a *Animal) *Animal { return a }

// BackAll returns twins inside of other things.
//
//omg:browser
func BackAll(b Bundle) Bundle { return b }

// Bundle holds objects.
type Bundle struct {
	First *Animal
	Rest  []*Dog
	Any   any
}

// Whole tells what an any holds.
//
//omg:browser
func Whole(x any) string {
	switch x := x.(type) {
	case *Dog:
		return "dog " + x.Mood
	case *Animal:
		return "animal " + x.Mood
	}
	return "something"
}

// CountDog calls a method of the twin.
//
//omg:browser
func CountDog(d *Dog) string { return d.Count() }

// Own is an object that the page has made by itself.
//
//omg:browser
func Own() *Animal { return &Animal{Mood: "made here"} }

// HoldTitle keeps it.
//
//omg:browser
func HoldTitle(t *Title) { heldTitle = t }

// Write proposes a text for what is held.
//
//omg:browser
func Write(ctx context.Context, text string) (string, error) {
	t := heldTitle
	err := mirror.SetSlot(ctx, t, &t.Text, text)
	return t.Text, err
}

// WriteEven proposes a number.
//
//omg:browser
func WriteEven(ctx context.Context, n int) (int, error) {
	t := heldTitle
	err := mirror.SetSlot(ctx, t, &t.Even, n)
	return t.Even, err
}

// Shown is what the page shows of it.
//
//omg:browser
func Shown() string { return fmt.Sprint(heldTitle.Text, " ", heldTitle.Score, " ", heldTitle.Even) }

// End releases a twin from the page.
//
//omg:browser
func End(ctx context.Context, a *Animal) error { return mirror.Release(ctx, a) }

// Handles.
var (
	CallHold      = bridge.Func1(Hold)
	CallDrop      = bridge.Proc0(Drop)
	CallText      = bridge.Func1(Text)
	CallDescribe  = bridge.Func1C(DescribeIt)
	CallPaint     = bridge.Proc2(Paint)
	CallScribble  = bridge.Proc2(Scribble)
	CallPull      = bridge.Func1E(Pull)
	CallPullDog   = bridge.Func1E(PullDog)
	CallBack      = bridge.Func1(Back)
	CallBackAll   = bridge.Func1(BackAll)
	CallWhole     = bridge.Func1(Whole)
	CallCountDog  = bridge.Func1(CountDog)
	CallOwn       = bridge.Func0(Own)
	CallHoldTitle = bridge.Proc1(HoldTitle)
	CallWrite     = bridge.Func1E(Write)
	CallWriteEven = bridge.Func1E(WriteEven)
	CallShown     = bridge.Func0(Shown)
	CallEnd       = bridge.Proc1E(End)
	CallReadLog   = bridge.Func0(ReadLog)
)

// DescribeIt calls a method of the twin, which asks the original.
//
//omg:browser
func DescribeIt(ctx context.Context, a *Animal) string { return a.Describe(ctx) }

// DescribeHeld describes what is held.
//
//omg:browser
func DescribeHeld(ctx context.Context) string {
	name, err := held.FullName(ctx)
	if err != nil {
		return err.Error()
	}
	return name
}

// WriteThree proposes three texts at once.
//
//omg:browser
func WriteThree(ctx context.Context) string {
	done := make(chan string)
	for _, text := range []string{"one", "two", "three"} {
		go func() {
			if err := mirror.SetSlot(ctx, heldTitle, &heldTitle.Text, text); err != nil {
				done <- text + "|" + err.Error()
				return
			}
			done <- ""
		}()
	}
	var failed string
	for range 3 {
		failed += <-done
	}
	return failed + "|" + "three " + heldTitle.Text
}

// More handles.
var (
	CallDescribeHeld = bridge.Func0C(DescribeHeld)
	CallWriteThree   = bridge.Func0C(WriteThree)
)

// Found is what Find gives to pages.
var Found = &Title{Text: "found"}

// Find gives an object to the page that asks.
//
//omg:rpc
func Find(ctx context.Context) ([]*Title, error) { return []*Title{Found, Found}, nil }

// FindIt asks for it.
//
//omg:browser
func FindIt(ctx context.Context) string {
	list, err := Find(ctx)
	if err != nil {
		return err.Error()
	}
	return list[0].Text + fmt.Sprint(list[0] == list[1])
}

// CallFindIt is its handle.
var CallFindIt = bridge.Func0C(FindIt)
