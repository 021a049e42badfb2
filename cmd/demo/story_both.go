package main

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/widget"
)

var _ = register(story{
	Name: "both", Title: "Go on both sides", Order: 54,
	Text: "Functions marked //omg:browser are compiled to JavaScript. The same function runs here, there, and in go test.",
	New:  func(*http.Request) widget.Widget { return &Both{} },
})

// Add is ordinary Go. It runs wherever it is called.
//
//omg:browser
func Add(x, y int) int { return x + y }

// Describe runs in the page. Motto is answered by the server, awaited without
// stopping the page.
//
//omg:browser
func Describe(ctx context.Context) (string, error) {
	motto, err := Motto(ctx, dom.Title())
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%d pixels wide. %s", dom.VisibleWidth(), motto), nil
}

// Motto can be called by pages, and asks the page that calls it.
//
//omg:rpc
func Motto(ctx context.Context, title string) (string, error) {
	loud, err := shout.Call(ctx, title)
	if err != nil {
		return "", err
	}
	return "The server says: " + loud, nil
}

// Shout runs in the page again, while Describe there and Motto here wait for it.
//
//omg:browser
func Shout(s string) string { return strings.ToUpper(s) + "!" }

// Typed handles: what the server calls.
var (
	add      = bridge.Func2(Add)
	describe = bridge.Func0E(Describe)
	shout    = bridge.Func1(Shout)
)

// Both shows sums from both sides.
type Both struct {
	widget.Base
	Here, There int
	Pages       []string
	Text        string
}

// Sum adds here and in the page.
func (b *Both) Sum(ctx context.Context) (err error) {
	b.Here = Add(1, 2)
	b.There, err = add.Call(ctx, 1, 2)
	return err
}

// Everywhere adds in every page that is open. A page that is away answers with
// an error at once; none is left out.
func (b *Both) Everywhere(ctx context.Context) {
	b.Pages = nil
	for _, r := range add.Everywhere(ctx, bridge.FromContext(ctx).Hub(), 1, 2) {
		if r.Err != nil {
			b.Pages = append(b.Pages, r.Err.Error())
			continue
		}
		b.Pages = append(b.Pages, fmt.Sprint(r.Value))
	}
}

// Ask goes there, back and there again.
func (b *Both) Ask(ctx context.Context) {
	text, err := describe.Call(ctx)
	if err != nil {
		text = err.Error()
	}
	b.Text = text
}
