package chrome

import (
	"encoding/base64"
	"sync/atomic"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// Traffic counts the payload bytes of a page's WebSocket messages, of all
// kinds: events, patches, acks. Safe for concurrent use.
type Traffic struct {
	up, down atomic.Int64
}

// Count starts counting. Loading the page is not counted when Count is called
// after [Browser.Open].
func (p *Page) Count() (*Traffic, error) {
	t := new(Traffic)
	if err := chromedp.Listen(p.ctx, t.see); err != nil {
		return nil, err
	}
	_, err := chromedp.Call(p.ctx, network.Enable, network.EnableParams{})
	return t, err
}

func (t *Traffic) see(event any) {
	switch e := event.(type) {
	case *network.EventWebSocketFrameSent:
		t.up.Add(size(e.Response))
	case *network.EventWebSocketFrameReceived:
		t.down.Add(size(e.Response))
	}
}

// size is the number of bytes of a message; DevTools shows binary ones as base64.
func size(f *network.WebSocketFrame) int64 {
	const text = 1
	if f.Opcode != text {
		return int64(base64.StdEncoding.DecodedLen(len(f.PayloadData)))
	}
	return int64(len(f.PayloadData))
}

// Reset forgets what was counted so far.
func (t *Traffic) Reset() { t.up.Store(0); t.down.Store(0) }

// Up returns the bytes that the page sent.
func (t *Traffic) Up() int64 { return t.up.Load() }

// Down returns the bytes that the page received.
func (t *Traffic) Down() int64 { return t.down.Load() }
