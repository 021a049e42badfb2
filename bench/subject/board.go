package subject

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/mirror"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

// Board is an object that every page holds a twin of.
type Board struct {
	mirror.Object
	Text string `omg:"mirrored"`
}

// Look is what pages do with it.
//
//omg:browser
func Look(b *Board) string { return b.Text }

var look = bridge.Func1(Look)

// Show sends b to the page of ctx's session.
func (b *Board) Show(ctx context.Context) error { return look.Go(ctx, b) }

// Say changes the text and sends it to all twins.
func (b *Board) Say(text string) error {
	ctx := context.Background()
	if err := b.Update(ctx, func() { b.Text = text }); err != nil {
		return err
	}
	return mirror.SyncSlot(ctx, b, &b.Text)
}

// FanHandler serves bare pages, each of which gets a twin of b.
func FanHandler(b *Board) http.Handler {
	o := server.Options{Title: "bench"}
	o.Hooks.Connected = func(ctx context.Context) { b.Show(ctx) }
	app := server.New(o)
	app.Page(BarePath, func(*http.Request) (widget.Widget, error) { return nil, nil })
	return app
}

// Take sends the page a twin of b, and confirms when the page has been sent as
// much as it may be without.
func (p *Page) Take(b *Board) error {
	for end := time.Now().Add(welcomeTime); ; p.Confirm() {
		err := b.Show(p.session.Context())
		if err == nil {
			return nil
		}
		if time.Now().After(end) {
			return fmt.Errorf("subject: a board does not cross: %w", err)
		}
	}
}

// Settle confirms all that was written and returns when that was heard.
func (p *Page) Settle() {
	for range 3 { // the pipe holds one frame, and the bridge reads one at a time
		p.Confirm()
	}
}
