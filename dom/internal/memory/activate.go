package memory

import (
	"strings"

	"golang.org/x/net/html"
)

// activated is the element at or above n that a click does something to, nil
// if there is none.
func activated(n *html.Node) *html.Node {
	for ; n != nil; n = n.Parent {
		switch n.Data {
		case "input", "button", "label", "summary", "option":
			return n
		case "a", "area":
			if _, ok := attribute(n, "href"); ok {
				return n
			}
		}
	}
	return nil
}

// before does what a click does before its handlers run: boxes are checked, so
// that handlers see the new state. It returns what takes that back. The lock is
// held.
func (p *Page) before(o *Object, ev *event) (undo func()) {
	if ev.name != "click" || o.tree() == nil {
		return nil
	}
	n := activated(o.tree())
	if n == nil || n.Data != "input" || disabled(n) {
		return nil
	}
	switch inputType(n) {
	case "checkbox":
		was := p.checked(n)
		p.check(n, !was)
		return func() { p.check(n, was) }
	case "radio":
		was := p.chosen(n)
		p.check(n, true)
		return func() {
			p.check(n, false)
			if was != nil {
				p.check(was, true)
			}
		}
	}
	return nil
}

// after does what the page does on an event that nobody prevented.
func (p *Page) after(o *Object, e *Object, undo func()) {
	ev := e.event()
	if ev.name != "click" || o.tree() == nil {
		return
	}
	if ev.prevented {
		if undo != nil {
			p.mu.Lock()
			defer p.mu.Unlock()
			undo()
		}
		return
	}
	if n := activated(o.tree()); n != nil && !disabled(n) {
		p.activate(n, o.tree())
	}
}

// activate does what a click on n does. The click may have met an element
// within.
func (p *Page) activate(n, clicked *html.Node) {
	o := p.locked(n)
	switch n.Data {
	case "a", "area":
		p.followLink(attributeOr(n, "href", ""))
	case "summary":
		if n.Parent != nil && n.Parent.Data == "details" {
			details := p.locked(n.Parent)
			details.Set("open", !Truth(details.Get("open")))
			details.fire("toggle", nil)
		}
	case "label":
		if control := p.labelled(n); control != nil && !contains(control, clicked) {
			p.locked(control).click()
		}
	case "button":
		p.press(o, inputType(n))
	case "input":
		switch t := inputType(n); t {
		case "checkbox", "radio":
			o.fire("input", nil)
			o.fire("change", nil)
		default:
			p.press(o, t)
		}
	}
}

// locked is node for callers that do not hold the lock.
func (p *Page) locked(n *html.Node) *Object {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.node(n)
}

// press submits or resets the form of a button.
func (p *Page) press(button *Object, kind string) {
	form := p.form(button.tree())
	if form == nil {
		return
	}
	switch kind {
	case "submit", "image":
		p.requestSubmit(p.locked(form), button)
	case "reset":
		p.reset(p.locked(form))
	}
}

// click dispatches a click as a program or a user does: not to a disabled
// control.
func (o *Object) click() {
	if !disabled(o.tree()) {
		o.fire("click", map[string]any{"detail": 1})
	}
}

// labelled is the control that a label is for.
func (p *Page) labelled(label *html.Node) *html.Node {
	id, ok := attribute(label, "for")
	if !ok {
		for d := range label.Descendants() {
			if controls[d.Data] {
				return d
			}
		}
		return nil
	}
	for d := range p.tree.Descendants() {
		if attributeOr(d, "id", "") == id && controls[d.Data] {
			return d
		}
	}
	return nil
}

func (p *Page) followLink(href string) {
	if strings.HasPrefix(href, "#") {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.navigate(href)
	}
}

func init() {
	elementClass.add(nil, nil, methods{
		"click": free(func(o *Object, _ []any) any { o.click(); return nil }),
	})
}
