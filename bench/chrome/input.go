package chrome

import "github.com/chromedp/chromedp"

// Click presses and releases the mouse in the middle of the first element that the
// selector finds and that can be seen, as a hand would.
func (p *Page) Click(selector string) error {
	return p.do(chromedp.Click(chromedp.CSS(selector), chromedp.NodeVisible))
}

// Press presses keys, by their constants of chromedp's package kb.
func (p *Page) Press(keys string) error { return p.do(chromedp.KeyEvent(keys)) }
