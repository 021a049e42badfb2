package widgettest

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/wire"
	"github.com/omg-go/omg/widget"
)

// A Page is a page without a browser. Its methods fail the test when they cannot
// do what they say. It is for one goroutine.
type Page struct {
	t       testing.TB
	tree    *widget.Tree
	session *bridge.Session
	body    *html.Node
	mounts  map[int]*mount
	foreign map[*html.Node]bool
	edits   map[*html.Node]int
	heard   map[string]bool
	patches []string
	errs    []error
	frame   frame
}

// Mount draws w, has the page adopt it, and ends it with the test. In an example t
// is nil; then what would fail a test panics, and the page is the caller's to end.
func Mount(t testing.TB, w widget.Widget) *Page {
	if t == nil {
		t = example{}
	}
	t.Helper()
	p := New(t)
	if err := p.Start(w); err != nil {
		t.Fatal(err)
	}
	return p
}

// example stands for the test that an example has none of.
type example struct{ testing.TB }

func (example) Helper()                   {}
func (example) Cleanup(func())            {}
func (example) Fatal(args ...any)         { panic(fmt.Sprint(args...)) }
func (example) Fatalf(f string, a ...any) { panic(fmt.Sprintf(f, a...)) }

// New returns a page on which nothing is mounted yet, for tests that look at how
// that fails. [Page.Start] mounts.
func New(t testing.TB) *Page {
	p := &Page{
		t: t, body: &html.Node{Type: html.ElementNode, Data: "body"},
		mounts: map[int]*mount{}, foreign: map[*html.Node]bool{}, edits: map[*html.Node]int{}, heard: map[string]bool{},
	}
	p.session = bridge.NewSession(bridge.NewHub(bridge.Options{}), context.Background())
	return p
}

// Start draws w and has the page adopt it.
func (p *Page) Start(w widget.Widget) (err error) {
	p.tree, err = widget.Attach(p.session, w, widget.Options{Error: p.failed})
	if err != nil {
		return err
	}
	drawn, err := p.tree.Draw(p.session.Context())
	if err != nil {
		return err
	}
	p.load(drawn)
	p.t.Cleanup(p.End)
	return p.turn(p.tree.Adopt)
}

// Context returns the session's context.
func (p *Page) Context() context.Context { return p.session.Context() }

// Tree returns the session's widgets.
func (p *Page) Tree() *widget.Tree { return p.tree }

// Do runs f in a turn and applies what it changed.
func (p *Page) Do(f func(ctx context.Context)) {
	p.t.Helper()
	if err := p.turn(func(ctx context.Context) error { f(ctx); return nil }); err != nil {
		p.t.Fatal(err)
	}
}

// Flush applies what was marked outside of a turn of this page: by Redraw in a
// goroutine, or by another page that changed an object which this one watches.
func (p *Page) Flush() { p.Do(func(context.Context) {}) }

func (p *Page) turn(f func(ctx context.Context) error) error {
	return bridge.Do(p.session.Context(), func(ctx context.Context) error {
		err := f(ctx)
		p.flush(ctx)
		return err
	})
}

func (p *Page) flush(ctx context.Context) {
	allow := bridge.Forbid(ctx, "Render")
	p.frame.reset()
	p.tree.FlushTo(ctx, &p.frame)
	allow()
	p.apply()
}

// End ends the session: widgets are unmounted. The end of the test does it too.
func (p *Page) End() {
	if p.tree != nil {
		p.tree.Ended(p.session.Context())
		p.tree = nil
	}
	p.session.End(nil)
}

// failed takes an error of a handler or drawing.
func (p *Page) failed(_ context.Context, w widget.Widget, err error) {
	p.errs = append(p.errs, fmt.Errorf("%T: %w", w, err))
	p.t.Cleanup(func() {
		for _, err := range p.errs {
			p.t.Error(err)
		}
		p.errs = nil
	})
}

// Err returns the first error of a handler or drawing that was not taken yet, and
// takes it.
func (p *Page) Err() error {
	if len(p.errs) == 0 {
		return nil
	}
	err := p.errs[0]
	p.errs = p.errs[1:]
	return err
}

// Patches returns what was sent since the last call: the raw messages.
func (p *Page) Patches() []string {
	list := p.patches
	p.patches = nil
	return list
}

// HTML returns what the page shows, as a browser would tell it: without the marks
// of widgets and handlers.
func (p *Page) HTML() string {
	var b strings.Builder
	for c := p.body.FirstChild; c != nil; c = c.NextSibling {
		if err := html.Render(&b, Plain(c)); err != nil {
			p.t.Fatal(err)
		}
	}
	return b.String()
}

// Body returns the page's nodes. A test may put some of its own among them, which
// are foreign then, once it has told so by [Page.Foreign].
func (p *Page) Body() *html.Node { return p.body }

// Foreign marks a node as one that the server did not make.
func (p *Page) Foreign(n *html.Node) { p.foreign[n] = true }

// send delivers a message of the page.
func (p *Page) send(parts ...any) {
	p.t.Helper()
	msg, err := json.Marshal(parts)
	if err != nil {
		p.t.Fatal(err)
	}
	if err := p.turn(func(ctx context.Context) error { return p.tree.Receive(ctx, wire.Message(msg)) }); err != nil {
		p.t.Fatalf("%s: %v", msg, err)
	}
}

// Send delivers a raw message, such as a hostile page might send, and returns
// what the tree says of it.
func (p *Page) Send(msg string) error {
	return p.turn(func(ctx context.Context) error { return p.tree.Receive(ctx, wire.Message(msg)) })
}

// frame collects the messages of one flush.
type frame struct {
	buf  []byte
	ends []int
}

func (f *frame) reset() { f.buf, f.ends = f.buf[:0], f.ends[:0] }

// Patch takes a message as a bridge.Writer does.
func (f *frame) Patch(_ uint64, _ bool, write func(b []byte) []byte) {
	f.buf = write(f.buf)
	f.ends = append(f.ends, len(f.buf))
}

func (p *Page) apply() {
	at := 0
	for _, end := range p.frame.ends {
		msg := string(p.frame.buf[at:end])
		at = end
		p.patches = append(p.patches, msg)
		p.patch(msg)
	}
}
