package memory

import "unicode/utf16"

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

// Given is the object that was last handed to $give, by which package domtest
// gets at what package dom keeps to itself.
func (p *Page) Given() *Object {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.given
}

// Type puts text where the caret or the selection of a control is, as typing
// does.
func (p *Page) Type(o *Object, text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	c := p.bounded(o)
	setRangeText(o, []any{text})
	c.start = c.end
}

// Erase removes the selection of a control, or the character before the caret.
func (p *Page) Erase(o *Object) {
	p.mu.Lock()
	defer p.mu.Unlock()
	c := p.bounded(o)
	if c.start == c.end && c.start > 0 {
		before := []rune(string(utf16.Decode(utf16.Encode([]rune(p.controlValue(o.tree())))[:c.start])))
		c.start -= units(string(before[len(before)-1:]))
	}
	setRangeText(o, []any{""})
	c.end = c.start
}

// Fill makes text the value of a control.
func (p *Page) Fill(o *Object, text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if o.tree().Data == "select" {
		p.setValue(o.tree(), text)
		return
	}
	p.enter(o.tree(), text)
}

func init() {
	windowClass.add(nil, nil, methods{"$give": locked(func(o *Object, args []any) any {
		o.page.given, _ = arg(args, 0).(*Object)
		return nil
	})})
}
