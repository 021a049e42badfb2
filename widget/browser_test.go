package widget_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/wire"
	"github.com/omg-go/omg/widget"
)

// policy is the content policy that the server ships.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types omg"

// stream takes the place of the connection: frames come and go through the test.
const stream = `
const receivers = {};
export const on = (k, f) => { receivers[k] = f };
export const deliver = (m) => receivers[m[0]]?.(m);
export const send = (m) => sent.push(m);
globalThis.sent = [];
globalThis.violations = [];
document.addEventListener('securitypolicyviolation', (e) => violations.push(e.violatedDirective + ' ' + e.sample));
globalThis.deliver = (list) => {
  const end = receivers.frame();
  for (const m of list) receivers[m[0]](m);
  end();
  return take();
};
globalThis.take = () => JSON.stringify(sent.splice(0));
globalThis.plain = (n) => {
  const c = n.cloneNode(true);
  for (const e of [c, ...c.querySelectorAll('*')]) {
    if (e.getAttribute('class') === '') e.removeAttribute('class'); // of an SVG element, className is no text
    else if (e.classList.length) e.setAttribute('class', [...e.classList].sort().join(' '));
    if (e.getAttribute('style') === '') e.removeAttribute('style');
    for (const a of [...e.attributes]) if (/^w(-|$)/.test(a.name)) e.removeAttribute(a.name);
    const list = [...e.attributes].sort((x, y) => x.name < y.name ? -1 : 1);
    for (const a of list) e.removeAttribute(a.name);
    for (const a of list) e.setAttributeNode(a);
  }
  for (const e of c.querySelectorAll('mark')) e.remove();
  c.normalize();
  return c.outerHTML;
};
`

const start = `
import { adopt } from './adopt.js';
adopt();
globalThis.ready = true;
`

// inert parses HTML as the runtime does.
const inert = `
export const parse = (html) => {
  const box = document.createElement('template');
  box.innerHTML = globalThis.policyOfTests.createHTML(html);
  for (const e of box.content.querySelectorAll('[w-k]')) e.removeAttribute('w-k');
  return box.content;
};
`

// spare makes a policy under the name of ours that the test may use, too.
const spare = `
{
  const make = trustedTypes.createPolicy.bind(trustedTypes);
  globalThis.policyOfTests = make('omg', { createHTML: (h) => h });
  TrustedTypePolicyFactory.prototype.createPolicy = () => policyOfTests;
}
`

// patience is how long a tab may take in all, and Chromium to start: the machine may
// be busy.
const patience = 5 * time.Minute

// chromium is one browser for all tests of the package, with a tab each.
var chromium = sync.OnceValue(func() context.Context {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath("/usr/bin/chromium"), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WSURLReadTimeout(patience))
	alloc, _ := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(alloc)
	if _, err := chromedp.Run(ctx, chromedp.Navigate("about:blank")); err != nil {
		panic(err)
	}
	closeChromium = cancel
	return ctx
})

var closeChromium = func() {}

// A tab is a widget in Chromium, connected by hand.
type tab struct {
	t       testing.TB
	ctx     context.Context
	tree    *widget.Tree
	session *bridge.Session
	errs    []error
	frame   []string
}

func (tb *tab) Patch(_ uint64, _ bool, write func([]byte) []byte) {
	tb.frame = append(tb.frame, string(write(nil)))
}

// production is the extra script of a tab whose tree is that of a program in
// production.
const production = "/* production */"

// openTab shows w. extra is a script that runs before the runtime.
func openTab(t testing.TB, w widget.Widget, extra string) *tab {
	t.Helper()
	if _, err := os.Stat("/usr/bin/chromium"); err != nil {
		t.Fatal("these tests need /usr/bin/chromium")
	}
	tb := &tab{t: t, session: bridge.NewSession(bridge.NewHub(bridge.Options{}), context.Background())}
	tree, err := widget.Attach(tb.session, w, widget.Options{Error: func(_ context.Context, _ widget.Widget, err error) { tb.errs = append(tb.errs, err) }})
	if err != nil {
		t.Fatal(err)
	}
	tb.tree = tree
	if extra == production {
		tree.Production()
	}
	drawn, err := tree.Draw(tb.session.Context())
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(tb.handler(string(drawn), extra))
	ctx, cancel := chromedp.NewContext(chromium())
	ctx, stop := context.WithTimeout(ctx, patience)
	tb.ctx = ctx
	t.Cleanup(func() {
		stop()
		cancel()
		server.Close()
		tb.tree.Ended(tb.session.Context())
		tb.session.End(nil)
	})
	if _, err := chromedp.Run(ctx, chromedp.Navigate(server.URL)); err != nil {
		t.Fatal(err)
	}
	tb.eval(`new Promise((r) => { const f = () => globalThis.ready ? r('') : setTimeout(f, 1); f() })`)
	tb.turn(tree.Adopt)
	tb.sync()
	return tb
}

func (tb *tab) handler(drawn, extra string) http.Handler {
	mux := http.NewServeMux()
	text := func(kind, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", kind)
			w.Header().Set("Content-Security-Policy", policy)
			fmt.Fprint(w, body)
		}
	}
	mux.Handle("GET /", text("text/html; charset=utf-8", `<!doctype html><meta name=omg content="{}"><title>t</title><script src="extra.js"></script><script type=module src="start.js"></script><body>`+drawn))
	mux.Handle("GET /extra.js", text("text/javascript", spare+extra))
	mux.Handle("GET /start.js", text("text/javascript", start))
	mux.Handle("GET /test.js", text("text/javascript", inert))
	mux.Handle("GET /stream.js", text("text/javascript", stream))
	mux.Handle("GET /{name}", http.StripPrefix("/", http.FileServer(http.Dir("../client/src"))))
	return mux
}

// eval returns the value of an expression, a string.
func (tb *tab) eval(expression string) string {
	tb.t.Helper()
	v, err := chromedp.Run(tb.ctx, chromedp.Evaluate[string](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		tb.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

func (tb *tab) want(expression, want string) {
	tb.t.Helper()
	if got := tb.eval("String((" + expression + "))"); got != want {
		tb.t.Errorf("%s = %q, want %q", expression, got, want)
	}
}

// turn runs f in a turn and brings what it changed to the page.
func (tb *tab) turn(f func(ctx context.Context) error) {
	tb.t.Helper()
	err := bridge.Do(tb.session.Context(), func(ctx context.Context) error {
		err := f(ctx)
		tb.tree.FlushTo(ctx, tb)
		return err
	})
	if err != nil {
		tb.t.Fatal(err)
	}
	if len(tb.frame) > 0 {
		list, _ := json.Marshal("[" + strings.Join(tb.frame, ",") + "]")
		tb.frame = nil
		tb.receive(tb.eval("deliver(JSON.parse(" + string(list) + "))"))
	}
}

// redraw draws w again.
func (tb *tab) redraw(w widget.Widget) {
	tb.t.Helper()
	tb.turn(func(context.Context) error { w.Redraw(); return nil })
}

// sync brings to the server what the page has sent, until there is no more.
func (tb *tab) sync() {
	tb.t.Helper()
	tb.receive(tb.eval("take()"))
}

func (tb *tab) receive(list string) {
	tb.t.Helper()
	var messages []json.RawMessage
	if err := json.Unmarshal([]byte(list), &messages); err != nil {
		tb.t.Fatal(err)
	}
	for _, m := range messages {
		tb.turn(func(ctx context.Context) error { return tb.tree.Receive(ctx, wire.Message(m)) })
	}
}

// html returns what the page shows of the root.
func (tb *tab) html() string { return tb.eval("plain(document.querySelector('[w]'))") }
