package refused

import (
	"context"

	"github.com/omg-go/omg/mirror"
)

//omg:browser
type Avatar struct {
	mirror.Object
	Name string
	Hue  int    `omg:"browser"`
	Mood string `omg:"mirrored"`
}

//omg:browser
func Read(a *Avatar) int { return a.Hue + len(a.Name) } // want OMG0005

//omg:browser
func Write(a *Avatar) { a.Name = a.Mood } // want OMG0005

//omg:browser
func Make() *Avatar {
	return &Avatar{Name: "x"} // want OMG0005
}

//omg:browser
func Whole(a *Avatar) {
	_ = &a.Object // want OMG0005
}

//omg:browser
func Pull(ctx context.Context, a *Avatar) error {
	return mirror.SyncSlot(ctx, a, &a.Hue) // want OMG0005
}

//omg:browser
func PullOther(ctx context.Context, a *Avatar, mood *string) error {
	return mirror.SyncSlot(ctx, a, mood) // want OMG0005
}

//omg:browser
func Change(ctx context.Context, a *Avatar) error {
	return a.Update(ctx, func() { a.Mood = "" }) // want OMG0001
}
