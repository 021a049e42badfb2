package domtest

import (
	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/dom/internal/memory"
)

// Place gives an element its place and size, since the page has no layout.
// Observers of sizes are told.
func (p *Page) Place(e dom.Element, r dom.Rect) {
	p.m.Place(p.object(e), memory.Rect(r))
	p.Wait()
}

// SetInView says whether the window shows any of an element. Those in the document
// that are not hidden are in view before.
func (p *Page) SetInView(e dom.Element, in bool) {
	p.m.SetInView(p.object(e), in)
	p.Wait()
}

// SetMedia says whether a media query matches. None does before.
func (p *Page) SetMedia(query string, matches bool) {
	p.m.SetMedia(query, matches)
	p.Wait()
}

// SetUserAgent says which browser it is; Chrome on Linux before.
func (p *Page) SetUserAgent(agent string) { p.m.SetUserAgent(agent) }

// Clipboard is the text in the clipboard.
func (p *Page) Clipboard() string { return p.m.Clipboard() }

// SetClipboard puts a text into the clipboard.
func (p *Page) SetClipboard(text string) { p.m.SetClipboard(text) }

// Script says what the script at url does when it is loaded, by
// [dom.LoadScript] or an element. It may set globals ([dom.Global]); an error
// makes the load fail. Scripts of which nothing was said fail.
func (p *Page) Script(url string, run func() error) { p.m.SetScript(url, run) }

// Unload does what closing the page does. It reports whether the page asked the
// user to stay.
func (p *Page) Unload() (asked bool) {
	asked = !p.Fire(dom.Window(), "beforeunload", nil)
	if !asked {
		p.Fire(dom.Window(), "pagehide", nil)
	}
	return asked
}

// Back presses the browser's back button.
func (p *Page) Back() {
	dom.Back()
	p.Wait()
}
