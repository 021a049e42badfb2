package tabs

import (
	"context"
	"errors"
	"log/slog"
	"slices"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/words"
)

// errPanic stands for a Load that panicked, which the bridge has logged.
var errPanic = errors.New("tabs: Load panicked")

// Reload runs the tab's Load again. Until that returns, the old content stays.
func (f *Form) Reload(ctx context.Context, id string) error {
	it := f.find(id)
	if it == nil {
		return &UnknownError{id}
	}
	if it.Load != nil && it.state != loading {
		it.state = unasked
		f.load(ctx, it)
	}
	return nil
}

// load begins to load an item, if it has to be.
func (f *Form) load(ctx context.Context, it *item) {
	if it == nil || !f.live || it.state != unasked && it.state != failed {
		return
	}
	it.state = loading
	f.Redraw()
	loadCtx, stop := context.WithCancel(bridge.FromContext(ctx).Context())
	it.stop = stop
	bridge.Go(ctx, func(context.Context) {
		defer stop()
		content, err := templ.Component(nil), errPanic
		defer func() { f.finish(loadCtx, it, content, err) }()
		content, err = it.Load(loadCtx)
	})
}

// finish enters a turn and notes what came of Load.
func (f *Form) finish(ctx context.Context, it *item, content templ.Component, err error) {
	bridge.Do(ctx, func(ctx context.Context) error {
		if ctx.Err() != nil || it.state != loading || !slices.Contains(f.items, it) {
			return nil
		}
		it.state, it.err = ready, err
		if err != nil {
			it.state = failed
			f.report(ctx, it)
		} else {
			it.Content = content
		}
		f.Redraw()
		return nil
	})
}

func (f *Form) report(ctx context.Context, it *item) {
	if f.OnError != nil {
		f.OnError(ctx, it.ID, it.err)
		return
	}
	slog.ErrorContext(ctx, "tabs: a tab cannot be loaded", "tab", it.ID, "error", it.err)
}

// halt ends the loading of an item, so that it can begin again.
func (it *item) halt() {
	if it.stop != nil {
		it.stop()
	}
	if it.state == loading {
		it.state = unasked
	}
}

// problem is what the user may know of a failure.
func (it *item) problem(ctx context.Context) string {
	var told *bridge.CallError
	if errors.As(it.err, &told) {
		return told.Message
	}
	return words.In(ctx, "This could not be loaded.")
}
