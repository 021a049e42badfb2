package widget

import (
	"bytes"
	"context"
	"strings"
	"sync"
	"unicode/utf8"
)

// A drawing is one Render of a widget and what comes of it. It is the context of
// that Render, too, so that Show finds it.
type drawing struct {
	context.Context
	m          *mount
	pass       *pass
	number     uint32 // no other drawing has it
	buf        bytes.Buffer
	outline    outline
	remembered []remembered         // by place in outline.skips
	hashes     []rehash             // what differs in the records, if that is all
	items      map[uint64]drawnItem // in development: those under Memo
	held       []*Shared
	text       []byte
	texts      strings.Builder
	blocks     []*[attributeBlock]Attributes
	attributed int // how many of them are in use
}

var drawings = sync.Pool{New: func() any { return new(drawing) }}

type drawingKey struct{}

// Value implements [context.Context].
func (d *drawing) Value(key any) any {
	if key == (drawingKey{}) {
		return d
	}
	return d.Context.Value(key)
}

// drawingOf returns the drawing that ctx belongs to, nil if to none.
func drawingOf(ctx context.Context) *drawing {
	d, _ := ctx.Value(drawingKey{}).(*drawing)
	return d
}

func newDrawing(p *pass, m *mount) *drawing {
	d := p.spare
	if p.spare = nil; d == nil {
		d = drawings.Get().(*drawing)
	}
	d.Context, d.m, d.pass = p.ctx, m, p
	d.reset()
	d.outline.strict = m.tree.options.Development
	d.outline.memos.off = d.outline.strict || m.reports >= unsound
	if !d.outline.strict {
		d.outline.skips, d.outline.old, d.outline.was = m.skips, m.records, m.hooks
	}
	m.drawing = d
	return d
}

// reset makes d ready for a Render.
func (d *drawing) reset() {
	d.number = lastNumber.Add(1)
	d.hashes = d.hashes[:0]
	d.buf.Reset()
	d.attributed = 0
	d.outline.scopes.reset()
	d.outline.kids, d.outline.ons, d.outline.specs = d.outline.kids[:0], d.outline.ons[:0], d.outline.specs[:0]
	d.outline.asked = 0
	d.outline.index.reset()
	d.outline.memos = memos{list: d.outline.memos.list[:0], notes: d.outline.memos.notes[:0]}
}

// free gives the drawing's memory back.
func (d *drawing) free() {
	d.m.drawing = nil
	clear(d.outline.ons)
	clear(d.outline.kids)
	clear(d.held)
	p := d.pass
	d.Context, d.m, d.pass, d.held, d.items = nil, nil, nil, d.held[:0], nil
	d.outline.skips, d.outline.old, d.outline.was = nil, nil, nil
	switch {
	case d.buf.Cap() > maxBuffer || len(d.blocks) > maxBlocks:
	case p.spare == nil:
		p.spare = d
	default:
		drawings.Put(d)
	}
}

// Beyond these, bytes and blocks of attributes are not worth keeping between drawings.
const (
	maxBuffer = 4 << 20
	maxBlocks = 1000
)

// render draws the widget and reads what it drew.
func (d *drawing) render() error {
	if err := d.run(); err != nil {
		return err
	}
	return d.read(clean(d.buf.Bytes()))
}

// run calls Render, under the locks of what the widget watches.
func (d *drawing) run() (err error) {
	d.held = append(d.held[:0], d.m.watch...)
	if !d.m.entered {
		d.held = appendFields(d.held, d.m.widget)
	}
	if len(d.held) > 0 {
		defer lockAll(d.held)()
	}
	defer func() {
		if r := recover(); r != nil {
			err = newPanic("Render", r)
		}
	}()
	return d.m.widget.Render().Render(d, &d.buf)
}

// clean makes of b what a browser would make of it before it parses.
func clean(b []byte) []byte {
	if bytes.IndexByte(b, '\r') >= 0 {
		b = bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))
		b = bytes.ReplaceAll(b, []byte("\r"), []byte("\n"))
	}
	if !utf8.Valid(b) {
		b = bytes.ToValidUTF8(b, []byte("\uFFFD"))
	}
	return b
}

// show adds w to what is shown and returns its number.
func (d *drawing) show(w Widget) (ordinal int, err error) {
	m := w.base().at.Load()
	switch {
	case m == nil:
		if m, err = d.m.tree.mount(w); err != nil {
			return 0, err
		}
		m.parent = d.m
		d.pass.fresh = append(d.pass.fresh, m)
	case m.tree != d.m.tree, m == d.m.tree.root, m == d.m, m.place != nil:
		return 0, ErrShown
	case m.shown == d.number, m.pass == d.pass.number && m.shower != d.m && !d.pass.again(m.shower):
		return 0, ErrShown
	}
	m.shower, m.pass, m.shown = d.m, d.pass.number, d.number
	d.outline.kids = append(d.outline.kids, kid{mount: m, id: m.id})
	return len(d.outline.kids) - 1, nil
}
