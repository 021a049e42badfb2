package main

import (
	"context"
	"net/http"
	"slices"
	"strconv"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/mirror"
	"github.com/omg-go/omg/widget"
)

var _ = register(story{
	Name: "cursors", Title: "Live cursors", Order: 64,
	Text: "Move over the table in two tabs. Each page tells where its pointer is; a mirrored list brings all of them everywhere.",
	New:  func(*http.Request) widget.Widget { return &Pointers{Table: table} },
})

// A Cursor is where somebody's pointer is, in thousandths of the table.
type Cursor struct{ ID, X, Y int }

// Cursors are those of all pages.
type Cursors struct {
	mirror.Object
	last int
	All  []Cursor    `omg:"mirrored"`
	Mine int         `omg:"browser"`
	Busy bool        `omg:"browser"` // a move is on its way
	At   dom.Element `omg:"browser"`
}

var table = &Cursors{}

var cursorOf bridge.Var[int]

// TwinGone takes the cursor of a page away that has gone.
func (c *Cursors) TwinGone(ctx context.Context) {
	id := cursorOf.Value(ctx)
	c.set(ctx, func() { c.All = slices.DeleteFunc(c.All, func(x Cursor) bool { return x.ID == id }) })
}

func (c *Cursors) set(ctx context.Context, fn func()) error {
	if err := c.Update(ctx, fn); err != nil {
		return err
	}
	return mirror.SyncSlot(ctx, c, &c.All)
}

// Enter gives the page that calls it the table, and a number.
//
//omg:rpc
func Enter(ctx context.Context) (*Cursors, error) { return table, nil }

// Number returns the number of the page's own cursor.
//
//omg:rpc
func (c *Cursors) Number(ctx context.Context) (id int, err error) {
	if id = cursorOf.Value(ctx); id > 0 {
		return id, nil
	}
	err = c.Update(ctx, func() { c.last++; id = c.last })
	cursorOf.Set(ctx, id)
	return id, err
}

// Move says where the pointer of the page is that calls it.
//
//omg:rpc
func (c *Cursors) Move(ctx context.Context, x, y int) error {
	id := cursorOf.Value(ctx)
	return c.set(ctx, func() {
		c.All = slices.DeleteFunc(slices.Clone(c.All), func(o Cursor) bool { return o.ID == id })
		c.All = append(c.All, Cursor{id, min(max(x, 0), 1000), min(max(y, 0), 1000)})
	})
}

// Synced draws the cursors anew.
//
//omg:browser
func (c *Cursors) Synced(ctx context.Context) {
	if c.At == (dom.Element{}) {
		return
	}
	c.At.Clear()
	for _, o := range c.All {
		dot := dom.Create("i")
		dot.SetAttr("data-cursor", strconv.Itoa(o.ID))
		dot.ToggleAttr("data-mine", o.ID == c.Mine)
		dot.SetStyle("--x", strconv.Itoa(o.X))
		dot.SetStyle("--y", strconv.Itoa(o.Y))
		dot.SetStyle("--hue", strconv.Itoa(o.ID*67%360))
		c.At.Append(dot)
	}
}

// Watching runs when the page shows the table.
//
//omg:browser
func Watching(ctx context.Context, at dom.Element) error {
	c, err := Enter(ctx)
	if err != nil {
		return err
	}
	c.At = at
	c.Mine, err = c.Number(ctx)
	c.Synced(ctx)
	here = c
	return err
}

//omg:browser
var here *Cursors

// Point tells where the pointer is, one move at a time.
//
//omg:browser
func Point(ctx context.Context, e dom.Event) {
	if here == nil || here.Busy {
		return
	}
	here.Busy = true
	r, p := e.Target().Closest(".cursors").Rect(), e.Pointer()
	here.Move(ctx, int(1000*(p.ClientX()-r.X)/r.Width), int(1000*(p.ClientY()-r.Y)/r.Height))
	here.Busy = false
}

var (
	watching = bridge.Proc1E(Watching)
	point    = bridge.Proc1C(Point)
)

// Pointers is the table in one page.
type Pointers struct {
	widget.Base
	Table *Cursors
}

// Mount has the number of cursors redrawn.
func (p *Pointers) Mount(context.Context) error { p.Watch(p.Table); return nil }
