package memory

import "golang.org/x/net/html"

// load runs a script that entered the document: what the test registered for
// its address, then load; else error. Scripts without an address do nothing.
func (p *Page) load(n *html.Node) {
	src, ok := attribute(n, "src")
	c := p.control(n)
	if !ok || c.checked != nil {
		return
	}
	started := true
	c.checked = &started
	run, o := p.scripts[src], p.node(n)
	p.later(func() {
		if run == nil || run() != nil {
			o.fire("error", nil)
			return
		}
		o.fire("load", nil)
	})
}

// SetScript registers what the script at url does; an error makes its loading
// fail. A script that no test registered cannot be loaded.
func (p *Page) SetScript(url string, run func() error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.scripts[url] = run
}
