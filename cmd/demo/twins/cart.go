package twins

import (
	"context"
	"fmt"
	"strings"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/datasync"
	"github.com/omg-go/omg/widget"
)

// Cart is data that pages load by themselves.
type Cart struct {
	datasync.Object
	Items []string
	Shown []string `omg:"browser"`
	Loads int      `omg:"browser"`
}

// Load gives the data to a page.
//
//omg:rpc
func (c *Cart) Load(ctx context.Context) (items []string, err error) {
	err = c.View(ctx, func() { items = append(items, c.Items...) })
	return items, err
}

// SyncData is called when the data changed.
//
//omg:browser
func (c *Cart) SyncData(ctx context.Context) error {
	items, err := c.Load(ctx)
	c.Shown = items
	c.Loads++
	return err
}

// ShowCart is what a page shows.
//
//omg:browser
func ShowCart(c *Cart) string { return fmt.Sprint(c.Loads, " ", strings.Join(c.Shown, ",")) }

// CallShowCart is its handle.
var CallShowCart = bridge.Func1(ShowCart)

// Panel is a widget and a mirrored object.
type Panel struct {
	widget.Base
	datasync.Object
	Label string `omg:"mirrored"`
	Board *Cart

	Mounted func(ctx context.Context)
}

// Mount has the panel redrawn when its cart changes.
func (p *Panel) Mount(ctx context.Context) error {
	p.Watch(p.Board)
	p.Mounted(ctx)
	return nil
}

// ReadPanel reads the twin of a widget.
//
//omg:browser
func ReadPanel(p *Panel) string { return p.Label }

// CallReadPanel is its handle.
var CallReadPanel = bridge.Func1(ReadPanel)
