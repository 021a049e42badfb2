package server

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/omg-go/omg/bridge"
)

// A Boot is code that runs once for each page after it has connected; a page that
// comes back after a lost connection has run it. It runs in a turn of the page's
// session. What runs in the page is a handle's Call:
//
//	app.AddBoot(greet.Call)        // greet = bridge.Proc0(Greet), in the page
//	app.AddBoot(func(ctx context.Context) error { … })
//
// An error, or a panic, is logged, and those after it run.
type Boot func(ctx context.Context) error

// boots is the list of an App, in order.
type boots struct {
	mu   sync.Mutex
	list []*Boot
}

// AddBoot has f run for pages that connect from now on, after what was added
// before. The function that it returns takes f out again; to call it twice does
// nothing. It may be called at any time.
func (a *App) AddBoot(f Boot) (remove func()) {
	a.boots.mu.Lock()
	defer a.boots.mu.Unlock()
	a.boots.list = append(slices.Clip(a.boots.list), &f)
	return func() {
		a.boots.mu.Lock()
		defer a.boots.mu.Unlock()
		a.boots.list = slices.DeleteFunc(slices.Clone(a.boots.list), func(g *Boot) bool { return g == &f })
	}
}

// SetBoot takes all out that was added, and has these run instead.
func (a *App) SetBoot(list ...Boot) {
	all := make([]*Boot, len(list))
	for i := range list {
		all[i] = &list[i]
	}
	a.boots.mu.Lock()
	defer a.boots.mu.Unlock()
	a.boots.list = all
}

// connected runs the boot code, and the program's own hook.
func (a *App) connected(ctx context.Context) {
	if hook := a.opts.Hooks.Connected; hook != nil {
		hook(ctx)
	}
	a.boots.mu.Lock()
	list := a.boots.list
	a.boots.mu.Unlock()
	for i, f := range list {
		if err := runBoot(ctx, *f); err != nil && ctx.Err() == nil {
			a.opts.log().Error("server: boot", "session", bridge.FromContext(ctx).ID()[:6], "number", i, "err", err)
		}
	}
}

func runBoot(ctx context.Context, f Boot) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return f(ctx)
}
