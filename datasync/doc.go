// Package datasync tells twins that the data behind their object changed.
//
//	type Cart struct {
//		datasync.Object
//		items []Item              // in a database, say
//		Shown []Item `omg:"browser"`
//	}
//
//	//omg:rpc
//	func (c *Cart) Load(ctx context.Context) ([]Item, error) { … }
//
//	//omg:browser
//	func (c *Cart) SyncData(ctx context.Context) error {
//		items, err := c.Load(ctx)
//		c.Shown = items
//		return err
//	}
//
//	func (c *Cart) Add(ctx context.Context, i Item) error {
//		err := c.Update(ctx, func() { c.items = append(c.items, i) })
//		c.Changed(ctx)
//		return err
//	}
//
// What is told is only that something changed; storage and the transfer are the
// author's: SyncData loads what the page needs, the whole, a part, or nothing.
// That is what to use where data is large or differs from page to page. For a
// value that every page has alike, a slot with the tag `omg:"mirrored"` does all of it.
//
// # Promises
//
// Every page that holds a twin calls SyncData after the last Changed. A page
// that was away calls it once when it comes back, if the data changed meanwhile, and
// does not if it did not. A page that is slow or away delays nobody. A twin that
// is new has loaded nothing yet: its Appear method may call SyncData.
//
// # Several processes
//
// [Share] connects objects of the same name over a bus, by default the one in
// memory of one process.
package datasync
