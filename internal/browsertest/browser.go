package browsertest

import (
	"context"
	"fmt"
	"os"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// browser is the one Chromium of this test binary.
var browser struct {
	once sync.Once
	ctx  context.Context
	stop context.CancelFunc
	err  error
}

func start() (context.Context, error) {
	browser.once.Do(func() {
		options := append(chromedp.DefaultExecAllocatorOptions[:],
			chromedp.NoSandbox, chromedp.DisableGPU,
			chromedp.Flag("disable-component-update", true),
			chromedp.Flag("font-render-hinting", "none"),
			chromedp.WSURLReadTimeout(limit),
		)
		alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(), options...)
		ctx, stopBrowser := chromedp.NewContext(alloc)
		browser.ctx = ctx
		browser.stop = func() { stopBrowser(); stopAlloc() }
		browser.err = chromedp.Do(ctx)
	})
	if browser.err != nil {
		return nil, fmt.Errorf("browsertest: Chromium does not start (is it installed? see CONTRIBUTING): %w", browser.err)
	}
	return browser.ctx, nil
}

// Main runs the tests of a package, stops the browser and exits. Functions given
// in check run in between; each that returns an error fails the run.
func Main(m *testing.M, check ...func() error) {
	code := m.Run()
	if browser.stop != nil {
		browser.stop()
	}
	for _, f := range check {
		if err := f(); err != nil && code == 0 {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	os.Exit(code)
}
