package widget

import (
	"context"
	"fmt"

	"github.com/omg-go/omg/internal/wire"
)

// A caller is a handler that decodes what it gets itself.
type caller interface {
	call(ctx context.Context, m *mount, raw wire.Raw) error
}

// call decodes what the page sent and runs the handler.
func (b *bound) call(ctx context.Context, m *mount, data wire.Elements) error {
	raw, _ := data.Next()
	if b.wants == wantsValue || b.wants == wantsKey {
		if err := m.saw(b, raw, data); err != nil {
			return err
		}
	}
	switch f := b.fn.(type) {
	case func(context.Context):
		f(ctx)
		return nil
	case func(context.Context) error:
		return f(ctx)
	case caller:
		return f.call(ctx, m, raw)
	case func(context.Context, Key):
		return pass1(ctx, raw, func(ctx context.Context, k Key) error { f(ctx, k.with(data)); return nil })
	case func(context.Context, Key) error:
		return pass1(ctx, raw, func(ctx context.Context, k Key) error { return f(ctx, k.with(data)) })
	}
	return b.callTyped(ctx, raw)
}

func (b *bound) callTyped(ctx context.Context, raw wire.Raw) error {
	switch f := b.fn.(type) {
	case func(context.Context, string):
		return pass0(ctx, raw, f)
	case func(context.Context, string) error:
		return pass1(ctx, raw, f)
	case func(context.Context, bool):
		return pass0(ctx, raw, f)
	case func(context.Context, bool) error:
		return pass1(ctx, raw, f)
	case func(context.Context, []string):
		return pass0(ctx, raw, f)
	case func(context.Context, []string) error:
		return pass1(ctx, raw, f)
	case func(context.Context, Pointer):
		return pass0(ctx, raw, f)
	case func(context.Context, Pointer) error:
		return pass1(ctx, raw, f)
	case func(context.Context, Offset):
		return pass0(ctx, raw, f)
	case func(context.Context, Offset) error:
		return pass1(ctx, raw, f)
	case func(context.Context, Dropped):
		return pass0(ctx, raw, f)
	case func(context.Context, Dropped) error:
		return pass1(ctx, raw, f)
	case func(context.Context, Intersection):
		return pass0(ctx, raw, f)
	case func(context.Context, Intersection) error:
		return pass1(ctx, raw, f)
	}
	return fmt.Errorf("event for a handler that runs in the page")
}

func pass0[T any](ctx context.Context, raw wire.Raw, f func(context.Context, T)) error {
	return pass1(ctx, raw, func(ctx context.Context, v T) error { f(ctx, v); return nil })
}

// pass1 decodes raw strictly and hands it to f.
func pass1[T any](ctx context.Context, raw wire.Raw, f func(context.Context, T) error) error {
	var v T
	if err := wire.Decode(raw, &v, nil); err != nil {
		return err
	}
	return f(ctx, v)
}

// with adds the value of the field, which follows the key.
func (k Key) with(data wire.Elements) Key {
	k.Value, _ = data.Text()
	return k
}
