package memory

import "golang.org/x/net/html"

func init() {
	elementClass.add(nil, nil, methods{
		"focus": free(func(o *Object, _ []any) any { o.page.focus(o); return nil }),
		"blur":  free(func(o *Object, _ []any) any { o.page.blur(o); return nil }),
	})
	documentClass.add(getters{"activeElement": func(o *Object) any { return o.page.value(o.page.focused()) }}, nil,
		methods{"hasFocus": locked(func(*Object, []any) any { return true })})
}

var focusTags = words("input textarea select button summary iframe")

func focusableTag(n *html.Node) bool {
	_, link := attribute(n, "href")
	return focusTags[n.Data] || link && n.Data == "a"
}

func (p *Page) focusable(n *html.Node) bool {
	_, index := attribute(n, "tabindex")
	_, editable := attribute(n, "contenteditable")
	return (index || editable || focusableTag(n)) && !disabled(n) && p.shown(n) && inputType(n) != "hidden"
}

// focused is the element with the focus: the body if no other has it.
func (p *Page) focused() *html.Node {
	if p.active != nil {
		return p.active
	}
	return find(p.tree, "body")
}

// focus moves the focus: blur and focusout at the old element, then focus and
// focusin at the new.
func (p *Page) focus(o *Object) {
	p.mu.Lock()
	old := p.node(p.active)
	ok := p.focusable(o.tree()) && old != o
	if ok {
		p.active = o.tree()
	}
	p.mu.Unlock()
	if !ok {
		return
	}
	if old != nil {
		old.fire("blur", map[string]any{"relatedTarget": o})
		old.fire("focusout", map[string]any{"relatedTarget": o})
	}
	o.fire("focus", map[string]any{"relatedTarget": old})
	o.fire("focusin", map[string]any{"relatedTarget": old})
}

func (p *Page) blur(o *Object) {
	p.mu.Lock()
	ok := p.active != nil && p.active == o.tree()
	if ok {
		p.active = nil
	}
	p.mu.Unlock()
	if ok {
		o.fire("blur", nil)
		o.fire("focusout", nil)
	}
}
