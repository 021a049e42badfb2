package browsertest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// A Page is a tab of the browser. Its methods fail the test when they cannot do
// what they say; they belong to the goroutine of the test.
type Page struct {
	t   testing.TB
	ctx context.Context
	log *console

	media emulation.SetEmulatedMediaParams
}

// limit is how long Chromium may take for anything, its start too. It is far more
// than it takes: the machine may be busy.
const limit = 2 * time.Minute

// An Option says how a page is opened.
type Option func(p *Page) Action

// An Action is a step of chromedp.
type Action = chromedp.Action[chromedp.Void]

// Size opens the page in a window of that many CSS pixels.
func Size(width, height int) Option {
	return func(*Page) Action { return chromedp.EmulateViewport(int64(width), int64(height)) }
}

// NoScript opens the page with JavaScript switched off.
func NoScript() Option {
	return func(*Page) Action {
		return command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	}
}

// Without opens the page in a browser that lacks a feature, for which one that has
// it stands in: "Element.prototype.moveBefore".
func Without(feature string) Option { return Before("delete " + feature) }

// Before opens a page in which a script runs before those of the page.
func Before(script string) Option {
	return func(*Page) Action {
		return command(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
	}
}

// Expect opens a page that is expected to report messages that contain text.
func Expect(text string) Option {
	return func(p *Page) Action {
		p.Expect(text)
		return chromedp.Steps()
	}
}

// Foreign opens a page that may ask another server too, the one at url.
func Foreign(url string) Option {
	return func(p *Page) Action {
		p.log.allow(url)
		return chromedp.Steps()
	}
}

// command is the step that sends one command of the protocol.
func command[P, R any](c cdp.Command[P, R], params P) Action {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

// Open opens url in a tab with cookies and storage of its own and waits until it
// has loaded. The tab is closed when the test ends.
func Open(t testing.TB, url string, options ...Option) *Page {
	t.Helper()
	parent, err := start()
	if err != nil {
		t.Fatal(err)
	}
	return open(t, parent, url, options, chromedp.WithNewBrowserContext())
}

// Tab opens url in another tab that shares p's cookies and storage.
func (p *Page) Tab(url string, options ...Option) *Page {
	p.t.Helper()
	return open(p.t, p.ctx, url, options)
}

func open(t testing.TB, parent context.Context, url string, options []Option, how ...chromedp.ContextOption) *Page {
	t.Helper()
	p := &Page{t: t, log: &console{}}
	ctx, cancel := chromedp.NewContext(parent, append(how, chromedp.WithListener(p.log.hear))...)
	p.ctx = ctx
	t.Cleanup(func() {
		p.finish()
		cancel()
	})
	// The tab lives as long as the context of the first step, so that one has
	// no deadline.
	if err := chromedp.Do(ctx, command(page.AddScriptToEvaluateOnNewDocument, watchPolicy)); err != nil {
		t.Fatalf("browser: %v", err)
	}
	p.Do(Before(patient)(p))
	p.log.allow(url)
	for _, o := range options {
		p.Do(o(p))
	}
	p.Do(chromedp.Navigate(url))
	return p
}

// patient has the runtime wait for code that it fetches two minutes, not ten seconds:
// that the limit holds is tested without a browser, where time is the test's.
const patient = `{
	const start = setTimeout;
	window.setTimeout = (f, ms, ...rest) => start(f, ms === 1e4 ? 12e4 : ms, ...rest);
}`

// watchPolicy makes violations of the content policy known to the console, and
// counts them for a test that wants some.
var watchPolicy = page.AddScriptToEvaluateOnNewDocumentParams{
	Source: `window.violations = 0;
	addEventListener("securitypolicyviolation", (e) => {
		window.violations++;
		console.error("content policy: " + e.violatedDirective + " " + e.blockedURI + " " + e.sample);
	});`,
}

// finish fails the test for what the page reported.
func (p *Page) finish() {
	// What the page reported before it answers this has been heard.
	ctx, cancel := context.WithTimeout(p.ctx, limit)
	defer cancel()
	chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void]("window.checkFocus?.()"))
	for _, m := range p.log.unexpected() {
		p.t.Errorf("the page reported: %s", m)
	}
	if p.t.Failed() {
		p.Screenshot("failed-" + strings.ReplaceAll(p.t.Name(), "/", "-"))
	}
}

// Expect has messages that contain text not fail the test.
func (p *Page) Expect(text string) { p.log.expect(text) }

// Do runs steps of chromedp.
func (p *Page) Do(steps ...Action) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, limit)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		p.t.Fatalf("browser: %v\n%s", err, p.state())
	}
}

// Run runs JavaScript in the page and waits for the promise, if it is one.
func (p *Page) Run(script string) {
	p.t.Helper()
	p.Do(chromedp.Evaluate[chromedp.Void](script, chromedp.EvalAwaitPromise))
}

// Eval returns the value of a JavaScript expression, or what its promise becomes.
func Eval[T any](p *Page, expression string) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, limit)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("browser: %s: %v\n%s", expression, err, p.state())
	}
	return v
}

// Wait returns when the JavaScript expression is true. It goes on over a page
// load, and fails the test after two minutes.
func (p *Page) Wait(expression string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, limit)
	defer cancel()
	for {
		// Waiting happens in the page: no message goes back and forth meanwhile.
		done, err := chromedp.Run(ctx, chromedp.Evaluate[bool](fmt.Sprintf(loop, expression), chromedp.EvalAwaitPromise))
		switch {
		case done:
			return
		case ctx.Err() != nil:
			p.t.Fatalf("browser: waited for %s: %v\n%s", expression, err, p.state())
		}
	}
}

const loop = `new Promise((done) => { (function check() {
	let ok = false; try { ok = !!(%s) } catch {}
	if (ok) done(true); else setTimeout(check, 4);
})() })`

// WaitText returns when the first element that selector finds has that text, but
// for the space around it.
func (p *Page) WaitText(selector, text string) {
	p.t.Helper()
	p.Wait(fmt.Sprintf("document.querySelector(%s).textContent.trim() === %s", strconv.Quote(selector), strconv.Quote(text)))
}

// WaitConnected returns when the page's session is live.
func (p *Page) WaitConnected() {
	p.t.Helper()
	p.Wait(`document.documentElement.dataset.omg === "connected"`)
}

// Text returns the text of the first element that selector finds, without the
// space around it.
func (p *Page) Text(selector string) string {
	p.t.Helper()
	return Eval[string](p, fmt.Sprintf("document.querySelector(%s)?.textContent.trim() ?? ''", strconv.Quote(selector)))
}

// Count returns how many elements selector finds.
func (p *Page) Count(selector string) int {
	p.t.Helper()
	return Eval[int](p, fmt.Sprintf("document.querySelectorAll(%s).length", strconv.Quote(selector)))
}

// Click waits for the element, and until no animation moves it, and clicks it with
// the mouse.
func (p *Page) Click(selector string) {
	p.t.Helper()
	p.stands(fmt.Sprintf("document.querySelector(%s)", strconv.Quote(selector)))
	p.Do(chromedp.Click(chromedp.CSS(selector), chromedp.NodeVisible))
}

// Middle waits until the element that the JavaScript expression is stands still, and
// returns where its middle is in the window.
func (p *Page) Middle(element string) (x, y float64) {
	p.t.Helper()
	p.stands(element)
	at := Eval[[2]float64](p, `(({ x, y, width, height }) => [x + width / 2, y + height / 2])((`+element+`).getBoundingClientRect())`)
	return at[0], at[1]
}

// stands waits until an element is there and neither it nor what it is in moves, but
// for what moves for ever.
func (p *Page) stands(element string) {
	p.t.Helper()
	p.Wait(fmt.Sprintf(still, element))
}

const still = `((e) => {
	if (!e) return false;
	for (; e; e = e.parentElement) {
		if (e.getAnimations().some((a) => a.playState === "running" && a.effect?.getTiming().iterations !== Infinity)) return false;
	}
	return true;
})(%s)`

// Type waits for the element, gives it the focus and presses the keys of text.
func (p *Page) Type(selector, text string) {
	p.t.Helper()
	p.Do(chromedp.SendKeys(chromedp.CSS(selector), text, chromedp.NodeVisible))
}

// Screenshot writes what the window shows as name.png into the directory that
// OMG_SCREENSHOTS names; without one it does nothing.
func (p *Page) Screenshot(name string) {
	p.t.Helper()
	dir := os.Getenv("OMG_SCREENSHOTS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.t.Logf("browser: screenshot: %v", err)
		return
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644); err != nil {
		p.t.Error(err)
	}
}

// excerpt is how much of a page's text stands in a message.
const excerpt = 1000

// state says what the page shows, for the message of a failed test.
func (p *Page) state() string {
	ctx, cancel := context.WithTimeout(p.ctx, 10*time.Second)
	defer cancel()
	const show = `location + " (" + document.documentElement.dataset.omg + ")\n" + document.body?.innerText`
	text, err := chromedp.Run(ctx, chromedp.Evaluate[string](show))
	if err != nil {
		text = "the page does not answer: " + err.Error()
	}
	if len(text) > excerpt {
		text = text[:excerpt] + "…"
	}
	return text + "\n" + strings.Join(p.log.all(), "\n")
}
