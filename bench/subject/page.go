package subject

import (
	"context"
	"fmt"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

// Page is a session with a root widget whose page is a pipe that discards what
// it gets. So a change costs what it costs a server, without a socket.
type Page struct {
	root    widget.Widget
	session *bridge.Session
	tree    *widget.Tree
	pipe    *pipe
}

// welcomeTime bounds opening a page.
const welcomeTime = time.Minute

// Open draws root as for a GET and connects the page in a hub.
func Open(hub *bridge.Hub, root widget.Widget) (*Page, error) {
	s := bridge.NewSession(hub, context.Background())
	tree, err := widget.Attach(s, root, widget.Options{})
	if err != nil {
		return nil, err
	}
	if _, err := tree.Draw(s.Context()); err != nil {
		return nil, err
	}
	p := &Page{root: root, session: s, tree: tree, pipe: newPipe(hub.Build())}
	hub.Serve(context.Background(), p.pipe, bridge.Accept{Open: func(ctx context.Context, _ string) (*bridge.Session, error) {
		return s, bridge.Do(s.Context(), tree.Adopt)
	}})
	select {
	case <-p.pipe.first:
		return p, nil
	case <-time.After(welcomeTime):
		return nil, fmt.Errorf("subject: never welcome")
	}
}

// Change runs f in a turn, has w drawn at its end and returns when the patch is
// written.
func (p *Page) Change(w widget.Widget, f func()) error {
	return bridge.Do(p.session.Context(), func(context.Context) error {
		f()
		w.Redraw()
		return nil
	})
}

// Redraws runs f and has w drawn, n times within one turn, and returns what each
// took: mark, render, compare, write the operations. The turn itself is not in
// it, nor is the frame: the operations are written into memory that is used again,
// as that of a frame is.
func (p *Page) Redraws(w widget.Widget, n int, f func(i int)) (took []time.Duration, err error) {
	out := new(drop)
	err = bridge.Do(p.session.Context(), func(ctx context.Context) error {
		for i := range n {
			start := time.Now()
			f(i)
			w.Redraw()
			p.tree.FlushTo(ctx, out)
			took = append(took, time.Since(start))
		}
		return nil
	})
	return took, err
}

// Confirm acknowledges all that was written, as a page does.
func (p *Page) Confirm() { p.pipe.confirm() }

// Written returns the bytes and the number of the frames so far.
func (p *Page) Written() (bytes, frames int64) { return p.pipe.bytes.Load(), p.pipe.count.Load() - 1 }

// Close ends the session.
func (p *Page) Close() {
	p.session.End(nil)
	p.pipe.Close()
}

// drop forgets each message when the next one comes.
type drop struct{ buf []byte }

// Patch implements [widget.PatchWriter].
func (d *drop) Patch(_ uint64, _ bool, write func([]byte) []byte) { d.buf = write(d.buf[:0]) }
