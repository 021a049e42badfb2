package dialog

import (
	"context"
	"fmt"

	"github.com/omg-go/omg/bridge"
)

// A check is a filter or a check of a line, on either side.
type check struct {
	page bridge.Callable // nil: it does not run in the page
	run  func(ctx context.Context, text string) (string, error)
}

// checkOf makes one of what a program gave. It panics if that is nothing known.
func checkOf(key, what string, f any) check {
	if f == nil {
		return check{}
	}
	switch h := f.(type) {
	case bridge.Function1[string, string]:
		return check{page: h, run: runner(bridge.Original(h))}
	case bridge.Procedure1[string]:
		return check{page: h, run: runner(bridge.Original(h))}
	}
	run := runner(f)
	if run == nil {
		panic(fmt.Sprintf("dialog: line %q: %s is a %T; want func(context.Context, string) (string, error) or the like, or bridge.Function1[string, string]", key, what, f))
	}
	return check{run: run}
}

// runner returns f in the widest shape, nil if it has none of the shapes.
func runner(f any) func(context.Context, string) (string, error) {
	switch f := f.(type) {
	case func(string) string:
		return func(_ context.Context, s string) (string, error) { return f(s), nil }
	case func(string) (string, error):
		return func(_ context.Context, s string) (string, error) { return f(s) }
	case func(context.Context, string) string:
		return func(ctx context.Context, s string) (string, error) { return f(ctx, s), nil }
	case func(context.Context, string) (string, error):
		return f
	case func(string) error:
		return func(_ context.Context, s string) (string, error) { return s, f(s) }
	case func(context.Context, string) error:
		return func(ctx context.Context, s string) (string, error) { return s, f(ctx, s) }
	case func(string):
		return func(_ context.Context, s string) (string, error) { f(s); return s, nil }
	}
	return nil
}

// given reports whether there is one.
func (c check) given() bool { return c.page != nil || c.run != nil }

// here reports whether the check runs on the server only.
func (c check) here() bool { return c.run != nil && c.page == nil }

// final runs the check on a text that is to be an answer. What runs in the page
// runs here too, if it is Go.
func (c check) final(ctx context.Context, text string) (string, error) {
	if c.run == nil {
		return text, nil
	}
	return c.run(ctx, text)
}

// typing answers a page in which the line was typed into: with the text that the
// server alone makes of it, or with that and what is wrong.
func (f *field) typing(ctx context.Context, text string) (answer []string, err error) {
	for _, c := range []check{f.filter, f.check} {
		if !c.here() {
			continue
		}
		if text, err = c.run(ctx, text); err != nil {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			return []string{"", err.Error()}, nil
		}
	}
	return []string{text}, nil
}

// final returns the text as it counts, or what the user should know about it.
func (f *field) final(ctx context.Context, text string) (string, error) {
	if f.Disabled {
		return f.Default, nil
	}
	text, err := f.filter.final(ctx, text)
	if err == nil {
		_, err = f.check.final(ctx, text)
	}
	if err == nil {
		err = f.valid(ctx, text)
	}
	return text, err
}
