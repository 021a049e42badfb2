package chrome

import (
	"context"
	"fmt"
	"os"

	"github.com/chromedp/chromedp"
)

// flags are what every measurement runs with.
var flags = []string{
	"headless", "no-sandbox", "disable-gpu", "disable-frame-rate-limit", "disable-gpu-vsync", "no-first-run",
	"disable-background-networking", "disable-component-update", "disable-sync",
}

// Browser is a running Chromium. Close it.
type Browser struct {
	ctx    context.Context
	cancel func()
}

// Start runs Chromium with a fresh profile: the program that CHROMIUM names,
// else the one that is installed. It ends with ctx at the latest.
func Start(ctx context.Context) (*Browser, error) {
	opts := []chromedp.ExecAllocatorOption{chromedp.WindowSize(1280, 900)}
	// A page that DevTools gives counts as one from the public network, which may
	// not open sockets to this machine (see isolate).
	opts = append(opts, chromedp.Flag("disable-features", "LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets"))
	for _, f := range flags {
		opts = append(opts, chromedp.Flag(f, true))
	}
	if path := os.Getenv("CHROMIUM"); path != "" {
		opts = append(opts, chromedp.ExecPath(path))
	}
	alloc, stop := chromedp.NewExecAllocator(ctx, opts...)
	first, closeFirst := chromedp.NewContext(alloc)
	b := &Browser{ctx: first, cancel: func() { closeFirst(); stop() }}
	if err := chromedp.Do(first); err != nil {
		b.cancel()
		return nil, fmt.Errorf("chrome: start: %w", err)
	}
	return b, nil
}

// Close ends Chromium and removes its profile. It waits for both.
func (b *Browser) Close() { b.cancel() }
