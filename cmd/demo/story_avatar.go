package main

import (
	"context"
	"fmt"
	"net/http"
	"strconv"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/mirror"
	"github.com/omg-go/omg/widget"
)

var _ = register(story{
	Name: "avatar", Title: "An avatar in every tab", Order: 62,
	Text: "One Go object with a twin in each page. Open this page in three tabs: the mood is everybody's, the colour is each tab's own.",
	New:  func(*http.Request) widget.Widget { return &Portrait{Avatar: ada} },
})

// Avatar lives here, and in each page that it was given to.
type Avatar struct {
	mirror.Object
	Name string      // backend only: no code in the page can name it
	Mood string      `omg:"mirrored"` // in both
	Hue  int         `omg:"browser"`  // in the twin only; a new twin starts from the Go value
	Face dom.Element `omg:"browser"`
}

var ada = &Avatar{Name: "Ada", Mood: "calm", Hue: 250}

// FullName is answered by the original.
//
//omg:rpc
func (a *Avatar) FullName(context.Context) (string, error) { return a.Name + " of the server", nil }

// TheAvatar gives the page its twin.
//
//omg:rpc
func TheAvatar(context.Context) (*Avatar, error) { return ada, nil }

// Synced runs in the page when a slot has come.
//
//omg:browser
func (a *Avatar) Synced(ctx context.Context) { a.paint() }

// paint draws the twin where the page shows it.
//
//omg:browser
func (a *Avatar) paint() {
	if a.Face == (dom.Element{}) {
		return
	}
	a.Face.SetAttr("data-mood", a.Mood)
	a.Face.SetStyle("--hue", strconv.Itoa(a.Hue))
}

// ShowAvatar runs when the page shows the face.
//
//omg:browser
func ShowAvatar(ctx context.Context, face dom.Element) error {
	a, err := TheAvatar(ctx)
	if err != nil {
		return err
	}
	a.Face = face
	a.paint()
	name, err := a.FullName(ctx)
	face.SetAttr("aria-label", fmt.Sprintf("The face of %s", name))
	return err
}

// Tint changes the twin's own colour; the server hears nothing of it.
//
//omg:browser
func Tint(ctx context.Context, in dom.Element) error {
	a, err := TheAvatar(ctx)
	if err != nil {
		return err
	}
	a.Hue, err = strconv.Atoi(in.Value())
	a.paint()
	return err
}

var (
	showAvatar = bridge.Proc1E(ShowAvatar)
	tint       = bridge.Proc1E(Tint)
)

// Portrait shows the avatar in one page.
type Portrait struct {
	widget.Base
	Avatar *Avatar
}

// Mount has the portrait redrawn when the avatar changes, in whatever tab.
func (p *Portrait) Mount(context.Context) error { p.Watch(p.Avatar); return nil }

// Feel returns the handler that gives the avatar a mood, in every page.
func (p *Portrait) Feel(mood string) func(ctx context.Context) error {
	return func(ctx context.Context) error {
		if err := p.Avatar.Update(ctx, func() { p.Avatar.Mood = mood }); err != nil {
			return err
		}
		return mirror.SyncSlot(ctx, p.Avatar, &p.Avatar.Mood)
	}
}
