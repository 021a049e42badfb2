package memory

// What tests do to a page from outside.

// Window is the page's global object.
func (p *Page) Window() *Object { return p.window }

// Document is the page's document.
func (p *Page) Document() *Object { return p.document }

// SetUserAgent says which browser it is.
func (p *Page) SetUserAgent(agent string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.agent = agent
}

// Clipboard is the text in it.
func (p *Page) Clipboard() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.clipboard
}

// SetClipboard puts a text there.
func (p *Page) SetClipboard(text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clipboard = valid(text)
}

// OnLog calls f with each line of the console. f must not use the page.
func (p *Page) OnLog(f func(line string)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.onLog = f
}

// SetHTML replaces what is in o, as the server's patches do.
func (p *Page) SetHTML(o *Object, source string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear(o.tree())
	for _, n := range fragment(source, o.tree()) {
		p.insert(o.tree(), n, nil)
	}
}
