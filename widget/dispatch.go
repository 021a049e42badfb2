package widget

import (
	"context"
	"errors"

	"github.com/omg-go/omg/internal/wire"
)

// A caller is a handler that decodes what it gets itself.
type caller interface {
	call(ctx context.Context, m *mount, raw wire.Raw) error
}

// call decodes what the page sent and runs the handler.
func (b *bound) call(ctx context.Context, m *mount, data wire.Elements) error {
	rest := data
	raw, _ := rest.Next()
	if b.wants == wantsValue || b.wants == wantsKey {
		if err := m.saw(b, data); err != nil {
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
	}
	switch b.wants {
	case wantsValue:
		return b.callValue(ctx, raw)
	case wantsKey:
		return b.callKey(ctx, raw, rest)
	case wantsDropped:
		return b.callDropped(ctx, data)
	}
	return b.callList(ctx, raw)
}

// callValue calls a handler that gets what a field shows.
func (b *bound) callValue(ctx context.Context, raw wire.Raw) error {
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
	}
	return errHandler
}

func (b *bound) callKey(ctx context.Context, raw wire.Raw, rest wire.Elements) error {
	var k Key
	if err := k.decode(raw); err != nil {
		return err
	}
	k.Value, _ = rest.Text()
	return give(ctx, b.fn, k)
}

func (b *bound) callDropped(ctx context.Context, data wire.Elements) error {
	var d Dropped
	text, _ := data.Next()
	files, _ := data.Next()
	if err := wire.Decode(text, &d.Text, nil); err != nil {
		return err
	}
	if err := wire.Decode(files, &d.Files, nil); err != nil {
		return err
	}
	list, _ := data.Next()
	if err := d.Pointer.decode(list); err != nil {
		return err
	}
	return give(ctx, b.fn, d)
}

// callList calls a handler that gets properties of the event.
func (b *bound) callList(ctx context.Context, raw wire.Raw) error {
	switch b.fn.(type) {
	case func(context.Context, Offset), func(context.Context, Offset) error:
		var o Offset
		if err := o.decode(raw); err != nil {
			return err
		}
		return give(ctx, b.fn, o)
	case func(context.Context, Intersection), func(context.Context, Intersection) error:
		var i Intersection
		if err := i.decode(raw); err != nil {
			return err
		}
		return give(ctx, b.fn, i)
	}
	var p Pointer
	if err := p.decode(raw); err != nil {
		return err
	}
	return give(ctx, b.fn, p)
}

// give calls fn, one of two kinds, with v.
func give[T any](ctx context.Context, fn any, v T) error {
	switch f := fn.(type) {
	case func(context.Context, T):
		f(ctx, v)
		return nil
	case func(context.Context, T) error:
		return f(ctx, v)
	}
	return errHandler
}

var (
	errHandler    = errors.New("widget: event for a handler that runs in the page")
	errProperties = errors.New("widget: event without its properties")
)

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
