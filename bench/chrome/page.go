package chrome

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

//go:embed measure.js
var measure string

// pageTimeout bounds loading a page and each question to it.
const pageTimeout = time.Minute

// Page is one page of a browser, in a tab of its own. Close it.
type Page struct {
	ctx   context.Context
	Close func()
}

// Open loads the address in a new tab, isolated (see isolate), and puts the
// measuring script in it.
func (b *Browser) Open(url string) (*Page, error) {
	ctx, cancel := chromedp.NewContext(b.ctx)
	p := &Page{ctx: ctx, Close: cancel}
	if err := p.load(url); err != nil {
		p.Close()
		return nil, fmt.Errorf("chrome: open %s: %w", url, err)
	}
	return p, nil
}

func (p *Page) load(url string) error {
	if err := isolate(p.ctx); err != nil {
		return err
	}
	return p.do(chromedp.Navigate(url), chromedp.Evaluate[chromedp.Void](measure))
}

// do performs the actions within pageTimeout. The tab exists by then: one that
// is made under a deadline would be closed by it.
func (p *Page) do(actions ...chromedp.Action[chromedp.Void]) error {
	ctx, cancel := context.WithTimeout(p.ctx, pageTimeout)
	defer cancel()
	return chromedp.Do(ctx, actions...)
}

// Front makes the page the visible one. Hidden pages are throttled and do not
// paint.
func (p *Page) Front() error {
	_, err := chromedp.Call(p.ctx, page.BringToFront, cdp.Empty{})
	return err
}

// Call calls the function of the page that the expression names with the
// arguments, awaits it and decodes its result into out, which may be nil.
func (p *Page) Call(out any, function string, args ...any) error {
	encoded := make([]string, len(args))
	for i, a := range args {
		b, err := json.Marshal(a)
		if err != nil {
			return err
		}
		encoded[i] = string(b)
	}
	ctx, cancel := context.WithTimeout(p.ctx, pageTimeout)
	defer cancel()
	code := fmt.Sprintf("(%s)(%s)", function, strings.Join(encoded, ","))
	result, err := chromedp.Run(ctx, chromedp.Evaluate[[]byte](code, chromedp.EvalAwaitPromise))
	if err != nil {
		return fmt.Errorf("chrome: %s: %w", function, err)
	}
	if out == nil {
		return nil
	}
	return json.Unmarshal(result, out)
}
