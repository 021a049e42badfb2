package figures

import "github.com/omg-go/omg/bench/chrome"

// connected waits until the page has its socket: ours tells by an attribute of
// the document, the floor's script has a variable.
const connected = `() => bench.wait(() =>
	document.querySelector("meta[name=omg]") ? document.documentElement.dataset.omg === "connected"
	: typeof socket === "undefined" || socket.readyState === WebSocket.OPEN)`

// ready brings the page to the front and waits until it is connected and calm.
func ready(p *chrome.Page) error {
	if err := p.Front(); err != nil {
		return err
	}
	if err := p.Call(nil, connected); err != nil {
		return err
	}
	return p.Call(nil, "bench.later", 300)
}
