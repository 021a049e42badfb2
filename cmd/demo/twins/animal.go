package twins

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/omg-go/omg/mirror"
)

// Animal has a slot of each kind.
type Animal struct {
	mirror.Object
	Name string   // backend only
	Hue  int      `omg:"browser"`
	Mood string   `omg:"mirrored"`
	Tags []string `omg:"mirrored"`
	Seen string   `omg:"browser"`
}

// FullName is answered by the original.
//
//omg:rpc
func (a *Animal) FullName(ctx context.Context) (string, error) {
	if a.Name == "" {
		return "", errors.New("nameless")
	}
	return a.Name + " the animal", nil
}

// Describe runs on the twin.
//
//omg:browser
func (a *Animal) Describe(ctx context.Context) string {
	name, err := a.FullName(ctx)
	if err != nil {
		name = err.Error()
	}
	return fmt.Sprintf("%s is %s %v, hue %d", name, a.Mood, a.Tags, a.Hue)
}

// Appear is called in the page when the twin is made.
//
//omg:browser
func (a *Animal) Appear(ctx context.Context) { a.Seen += "appeared " + a.Mood + ";" }

// Vanish is called in the page when the twin goes.
//
//omg:browser
func (a *Animal) Vanish() { Log += "vanished " + a.Mood + ";" }

// Log is what pages note.
//
//omg:browser
var Log = ""

// ReadLog returns what the page has noted.
//
//omg:browser
func ReadLog() string { return Log }

// Made and Gone count twins, on the backend.
var Made, Gone atomic.Int64

// TwinMade is called on the backend.
func (a *Animal) TwinMade(context.Context) { Made.Add(1) }

// TwinGone is called on the backend.
func (a *Animal) TwinGone(context.Context) { Gone.Add(1) }

// Dog is an Animal, and more.
type Dog struct {
	Animal
	Tricks int  `omg:"mirrored"`
	Friend *Dog `omg:"mirrored"`
}

// Count is a method of its own.
//
//omg:browser
func (d *Dog) Count() string { return fmt.Sprint(d.Mood, d.Tricks, d.Friend != nil, d.Friend == d) }

// Title is a text that pages write.
type Title struct {
	mirror.Object
	Text  string `omg:"mirrored,write"`
	Score int    `omg:"mirrored,write"`
	Even  int    `omg:"mirrored,write"`
}

// SetEven rounds down, and refuses what is negative.
func (t *Title) SetEven(_ context.Context, v, old int, stale bool) (int, error) {
	if v < 0 {
		return 0, errors.New("negative")
	}
	return v &^ 1, nil
}
