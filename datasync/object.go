package datasync

import (
	"context"

	"github.com/omg-go/omg/bus"
	"github.com/omg-go/omg/mirror"
)

// Object is embedded in a struct whose pages load its data by themselves. It is a
// mirror.Object. The zero value is ready; it must not be copied.
type Object struct{ mirror.Object }

// Changed says that the data changed: every page that holds a twin calls the
// twin's SyncData. A page that is away does so when it comes back, once however
// often the data changed meanwhile, and not at all if it did not. Changed waits
// for no page.
//
// In a turn the pages are told when the turn ends or waits, once; inside Update,
// when that ends; else at once.
func (o *Object) Changed(ctx context.Context) { mirror.Notify(ctx, o) }

// Share connects o with the objects that other processes share under the same
// key: Changed reaches the pages of all, and so do mirrored slots. See
// [mirror.Share].
func Share(ctx context.Context, b bus.Bus, key string, o mirror.Mirrored) error {
	return mirror.Share(ctx, b, key, o)
}
