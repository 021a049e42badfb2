package widget

import (
	"context"
	"log/slog"
	"math"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/omg-go/omg/bridge"
)

// Options of a [Tree]. The zero value is good.
type Options struct {
	// Development makes drawings fail that would only go wrong in a browser:
	// with duplicate keys, or HTML that a parser would rearrange. It costs
	// time. In tests it is always on.
	Development bool

	// Root is the way from the page to the application's root, "../", before
	// which addresses of its files stand.
	Root string

	// Error is told of what went wrong in a handler, a drawing, or a hook of w.
	// By default it is logged.
	Error func(ctx context.Context, w Widget, err error)
}

// A Tree is the widgets of one session. It is the session's layer for patches
// and events.
//
// Its life: [Attach], [Tree.Draw] for the GET, [Tree.Adopt] when the page
// connects; then the session drives it.
type Tree struct {
	session *bridge.Session
	options Options
	root    *mount

	updating []*Shared // objects that the running turn updates or views
	last     uint32    // widget id
	notes    [][]byte  // operations on the page itself, to be sent
	heard    []byte    // by event: what the page was told to listen to
	hearing  []string  // what it is to be told
	stale    atomic.Uint64
	reports  atomic.Uint64

	mu     sync.Mutex // guards what follows, and mount.dirty and mount.lost
	mounts map[uint32]*mount
	dirty  []*mount
	places []*mount
	live   bool // a page has adopted it
	ended  bool
}

// Attach makes root the widget of s, which must not be adopted yet. root may be
// nil: such a page shows only what is placed in it by [Place].
func Attach(s *bridge.Session, root Widget, options Options) (*Tree, error) {
	t := &Tree{session: s, options: options, mounts: map[uint32]*mount{}}
	if testing.Testing() {
		t.options.Development = true
	}
	if root != nil {
		m, err := t.mount(root)
		if err != nil {
			return nil, err
		}
		t.root = m
	}
	s.Attach(t)
	trees.Set(s.Context(), t)
	return t, nil
}

// Draw returns the HTML of the root and all that it shows, for the page of a
// GET. It runs no Mount and changes nothing that lasts if it fails.
//
// Draw must be called once, before Adopt; without it Adopt sends everything. It
// returns nothing if there is no root.
func (t *Tree) Draw(ctx context.Context) ([]byte, error) {
	if t.root == nil {
		return nil, nil
	}
	allow := bridge.Forbid(ctx, "the drawing of a page")
	defer allow()
	p := newPass(t, t.session.Context())
	if err := p.draw(t.root); err != nil {
		p.abandon()
		return nil, err
	}
	p.allocated(t.root)
	out := emitter{structure: true, page: true}.whole(nil, t.root)
	if t.options.Development {
		if err := t.verifyPage(out); err != nil {
			p.abandon()
			return nil, err
		}
	}
	p.commit(t.root)
	p.finish()
	return out, nil
}

// Adopt runs in the first turn of the session: the page has come. It runs the
// Mount of each widget, outer ones first, and marks what is to be drawn again.
// The error is that of a Mount; the session should end then.
func (t *Tree) Adopt(ctx context.Context) error {
	allow := bridge.Forbid(ctx, "Mount")
	defer allow()
	t.mu.Lock()
	t.live = true
	t.mu.Unlock()
	if t.root == nil {
		return nil
	}
	if t.root.records == nil {
		t.lose(t.root, true)
	}
	err := t.adopt(ctx, t.root)
	t.session.Mark()
	return err
}

func (t *Tree) adopt(ctx context.Context, m *mount) error {
	if err := m.enter(ctx); err != nil {
		return err
	}
	for _, k := range m.kids {
		if err := t.adopt(ctx, k); err != nil {
			return err
		}
	}
	return nil
}

// Rebuild is Adopt for a page that shows what another session drew: everything is
// sent to it whole.
func (t *Tree) Rebuild(ctx context.Context) error {
	if err := t.Adopt(ctx); err != nil || t.root == nil {
		return err
	}
	t.Lost(uint64(t.root.id))
	return nil
}

// Stale returns how many events came for what was not shown any more.
func (t *Tree) Stale() uint64 { return t.stale.Load() }

// Reports returns how often the page asked for a widget to be sent whole: because
// it differed when it was adopted, or because a script took away some of it.
func (t *Tree) Reports() uint64 { return t.reports.Load() }

// Root returns the root widget, nil if there is none.
func (t *Tree) Root() Widget {
	if t.root == nil {
		return nil
	}
	return t.root.widget
}

// Interactive reports whether any handler was drawn so far.
func (t *Tree) Interactive() bool { return len(t.heard) > 0 }

// mount makes w part of the tree.
func (t *Tree) mount(w Widget) (*mount, error) {
	t.last++
	m := &mount{tree: t, widget: w, id: t.last}
	if !w.base().at.CompareAndSwap(nil, m) {
		return nil, ErrShown
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.mounts[m.id] = m
	return m, nil
}

// mark notes that m is to be drawn. It is safe from any goroutine.
func (t *Tree) mark(m *mount) {
	t.mu.Lock()
	known := m.dirty || m.gone || t.ended
	if !known {
		m.dirty = true
		t.dirty = append(t.dirty, m)
	}
	first := t.live && !known && len(t.dirty) == 1
	t.mu.Unlock()
	if first {
		t.session.Mark()
	}
}

// take returns what is to be drawn, older widgets first: those are outer ones.
func (t *Tree) take(batch []*mount) []*mount {
	t.mu.Lock()
	defer t.mu.Unlock()
	clear(batch) // to keep nothing alive
	batch = append(batch[:0], t.dirty...)
	clear(t.dirty)
	t.dirty = t.dirty[:0]
	for _, m := range batch {
		m.dirty = false
	}
	slices.SortFunc(batch, func(a, b *mount) int { return int(a.id) - int(b.id) })
	return batch
}

// lose forgets what the page shows of m; deep, also of what m shows.
func (t *Tree) lose(m *mount, deep bool) {
	t.mu.Lock()
	m.lost = max(m.lost, 1)
	if deep {
		m.lost = 2
	}
	t.mu.Unlock()
	t.mark(m)
}

// Lost implements [bridge.Layer].
func (t *Tree) Lost(owner uint64) {
	if owner > math.MaxUint32 {
		return // another layer's
	}
	t.mu.Lock()
	m := t.mounts[uint32(owner)]
	t.mu.Unlock()
	if m != nil {
		t.lose(m, true)
	}
}

// Kinds implements [bridge.Layer].
func (t *Tree) Kinds() []int { return []int{kindEvent, kindLost} }

// Flush implements [bridge.Layer]: it draws what is marked.
func (t *Tree) Flush(ctx context.Context, w *bridge.Writer) { t.FlushTo(ctx, w) }

// A PatchWriter takes messages, as [bridge.Writer] does.
type PatchWriter interface {
	Patch(owner uint64, confirm bool, write func(b []byte) []byte)
}

// FlushTo is Flush to any writer, for test kits. It must be called in a turn, with
// waiting forbidden, as the bridge sees to.
func (t *Tree) FlushTo(ctx context.Context, w PatchWriter) {
	p := newPass(t, ctx)
	done := false
	defer func() {
		if !done {
			p.unsent()
		}
		p.finish()
	}()
	for p.batch = t.take(p.batch); len(p.batch) > 0; p.batch = t.take(p.batch) {
		for _, m := range p.batch {
			p.update(m, w)
		}
	}
	for _, op := range t.notes {
		w.Patch(0, false, func(b []byte) []byte { return append(b, op...) })
	}
	t.notes = t.notes[:0]
	done = true
}

// Ended implements [bridge.Layer]: it unmounts everything.
func (t *Tree) Ended(context.Context) {
	t.mu.Lock()
	t.ended = true
	places := t.places
	t.mu.Unlock()
	for _, m := range places {
		m.leave()
	}
	if t.root != nil {
		t.root.leave()
	}
}

// report tells the program of an error. A panic of who is told costs nothing but
// a line in the log.
func (t *Tree) report(ctx context.Context, w Widget, err error) {
	defer func() {
		if r := recover(); r != nil {
			slog.ErrorContext(ctx, "widget: "+newPanic("Options.Error", r).Error(), "of", err)
		}
	}()
	if t.options.Error != nil {
		t.options.Error(ctx, w, err)
		return
	}
	slog.ErrorContext(ctx, "widget: "+err.Error(), "widget", typeName(w))
}
