package widget

import (
	"context"
	"fmt"
	"html"
	"io"
	"strconv"

	"github.com/a-h/templ"
)

// Memo draws an item of a list again only if one of the values that it is drawn
// from differs from last time. Else the page keeps what it has, and what the item
// costs the server does not depend on what is in it:
//
//	for _, r := range t.Rows {
//		@t.Memo(r.ID, r.Label, r.ID == t.Chosen) {
//			<tr { t.Key(r.ID)... }>…</tr>
//		}
//	}
//
// It holds one element, with that key ([Base.Key]), and nothing beside it. All
// that changes how the item looks must be among the values, and all that its
// handlers capture must follow from key and values: those of an item that is kept
// are kept too. In development every item is drawn, and one that looks different
// while its values are the same is an error.
//
// Values are strings, numbers, booleans, times, and structs, arrays and slices of
// those. Memo panics for any other: a pointer does not tell whether what it points
// to has changed. An item that shows widgets, raw HTML or the items of another
// Memo is drawn each time.
//
// A list that is cheap to draw needs no Memo. Memo panics outside of the widget's
// own Render.
func (b *Base) Memo(key any, values ...any) templ.Component {
	d := b.drawing("Memo")
	item := memo{key: keyOf(d.keyText(key)), values: hashSalt}
	for _, v := range values {
		item.values = mixValue(item.values, v)
	}
	if n := d.outline.unchanged(item); n >= 0 {
		return d.remember(n)
	}
	return d.draws(item, key)
}

// A memo is what an item is drawn from.
type memo struct {
	key    uint64
	values uint64 // hash of them
	outer  bool   // items under Memo are in it
}

// remembered is an item that the page keeps.
type remembered struct {
	d *drawing
	n int // place in outline.skips
}

func (d *drawing) remember(n int) *remembered {
	if len(d.remembered) < len(d.outline.skips) {
		d.remembered = make([]remembered, len(d.outline.skips))
	}
	d.remembered[n] = remembered{d, n}
	return &d.remembered[n]
}

func (r *remembered) Render(_ context.Context, out io.Writer) error {
	r.d.text = appendMarker(r.d.text[:0], markerMemo, r.n)
	_, err := out.Write(r.d.text)
	return err
}

// unchanged returns where item is among those that can be skipped, -1 if it must
// be drawn.
func (o *outline) unchanged(item memo) int {
	if o.memos.off {
		return -1
	}
	n := o.find(item.key, o.asked)
	if n < 0 {
		return -1
	}
	o.asked = n + 1
	s := &o.skips[n]
	if s.length > 0 || s.hash != item.values {
		return -1
	}
	if sub, _ := itemAt(o.old, int(s.at)); sub == 0 {
		return -1 // the page shows something else than what was drawn
	}
	return n
}

// memos are the items of a drawing that are under Memo and were drawn.
type memos struct {
	off   bool // every item is drawn
	list  []memo
	notes []memoNote // of each in list, in development
}

// A memoNote is what development knows of one of them.
type memoNote struct {
	name  string
	start uint32 // where its element begins in the HTML
	bytes uint64 // hash of the element, 0 if it is drawn each time
}

// drawn is an item that is drawn.
type drawn struct {
	d *drawing
	n int // place in memos.list
}

// keyText appends what [Base.Key] draws of k.
func (d *drawing) keyText(k any) []byte {
	switch k := k.(type) {
	case int:
		d.text = strconv.AppendInt(d.text[:0], int64(k), 10)
	case int64:
		d.text = strconv.AppendInt(d.text[:0], k, 10)
	case string:
		d.text = append(d.text[:0], html.EscapeString(k)...)
	default:
		d.text = append(d.text[:0], html.EscapeString(fmt.Sprint(k))...)
	}
	return d.text
}

func (d *drawing) draws(item memo, key any) templ.Component {
	m := &d.outline.memos
	m.list = append(m.list, item)
	if d.outline.strict {
		m.notes = append(m.notes, memoNote{name: fmt.Sprint(key)})
	}
	return drawn{d, len(m.list) - 1}
}

func (i drawn) Render(ctx context.Context, out io.Writer) error {
	content := templ.GetChildren(ctx)
	ctx = templ.ClearChildren(ctx)
	m := &i.d.outline.memos
	if !i.d.outline.strict {
		err := content.Render(ctx, out)
		m.list[i.n].outer = len(m.list) > i.n+1
		return err
	}
	if err := writeMarker(out, markerBegin, i.n); err != nil {
		return err
	}
	if err := content.Render(ctx, out); err != nil {
		return err
	}
	return writeMarker(out, markerEnd, i.n)
}

// memoEnds checks, in development, that item n is one element with its key.
func (o *outline) memoEnds(at, end, n int) error {
	note := &o.memos.notes[n]
	for i := len(o.nodes) - 1; i >= 0; i-- {
		e := &o.nodes[i]
		if e.start == note.start && int(e.end) == at && e.kind == kindElement && e.key == o.memos.list[n].key {
			if b := o.html[e.start:e.end]; !holdsMark(b) {
				note.bytes = hash64(b)
			}
			o.marks = append(o.marks, mark{at: uint32(at), end: uint32(end), kind: markDrop})
			return nil
		}
		if e.start < note.start {
			break
		}
	}
	return fmt.Errorf("Memo(%s) must hold one element with Key(%[1]s), and nothing beside it", note.name)
}

// A drawnItem is what development remembers of an item under Memo.
type drawnItem struct{ values, bytes uint64 }

// verifyMemos compares the items of o with those of the last drawing, and returns
// what to remember.
func (o *outline) verifyMemos(was map[uint64]drawnItem) (now map[uint64]drawnItem, err error) {
	for i, item := range o.memos.list {
		if now == nil {
			now = map[uint64]drawnItem{}
		}
		note := &o.memos.notes[i]
		if old, ok := was[item.key]; ok && old.values == item.values && old.bytes != note.bytes {
			return nil, fmt.Errorf("Memo(%s) was drawn differently, though its values are the same: name all that it is drawn from", note.name)
		}
		now[item.key] = drawnItem{item.values, note.bytes}
	}
	return now, nil
}
