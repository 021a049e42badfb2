package memory

import (
	"slices"
	"strings"
	"unicode/utf16"

	"golang.org/x/net/html"
)

var controls = words("input textarea select button output fieldset object")

// A control is what a form control knows beyond its attributes.
type control struct {
	value    *string // once it was set or typed
	checked  *bool   // of a box, and whether an option is selected
	start    int     // of the selection, in UTF-16 units
	end      int
	reversed bool
	custom   string // the message of setCustomValidity
}

func (p *Page) control(n *html.Node) *control {
	c := p.controls[n]
	if c == nil {
		c = &control{}
		p.controls[n] = c
	}
	return c
}

func init() {
	elementClass.add(getters{
		"value": func(o *Object) any {
			if o.tree().Data == "li" || !controls[o.tree().Data] && o.tree().Data != "option" {
				return o.props["value"]
			}
			return o.page.controlValue(o.tree())
		},
		"checked":         func(o *Object) any { return o.page.checked(o.tree()) },
		"selected":        func(o *Object) any { return slices.Contains(o.page.chosenOptions(selectOf(o.tree())), o.tree()) },
		"defaultValue":    func(o *Object) any { return defaultValue(o.tree()) },
		"selectedIndex":   func(o *Object) any { return o.page.selectedIndex(o.tree()) },
		"options":         func(o *Object) any { return o.page.values(options(o.tree())) },
		"selectedOptions": func(o *Object) any { return o.page.values(o.page.chosenOptions(o.tree())) },
	}, setters{
		"value": func(o *Object, v any) {
			if absent(v) {
				v = ""
			}
			o.page.setValue(o.tree(), Text(v))
		},
		"checked":       func(o *Object, v any) { o.page.check(o.tree(), Truth(v)) },
		"selected":      func(o *Object, v any) { o.page.selectOption(o.tree(), Truth(v)) },
		"selectedIndex": func(o *Object, v any) { o.page.selectIndex(o.tree(), int(Number(v))) },
	}, nil)
}

// disabled reports whether a control is, by itself or by a fieldset.
func disabled(n *html.Node) bool {
	if n == nil || !controls[n.Data] && n.Data != "option" {
		return false
	}
	for ; n != nil; n = n.Parent {
		if _, ok := attribute(n, "disabled"); ok && (controls[n.Data] || n.Data == "option") {
			return true
		}
	}
	return false
}

func defaultValue(n *html.Node) string {
	if n.Data == "textarea" {
		return strings.TrimPrefix(text(n), "\n")
	}
	return attributeOr(n, "value", "")
}

func (p *Page) controlValue(n *html.Node) string {
	switch n.Data {
	case "select":
		if chosen := p.chosenOptions(n); len(chosen) > 0 {
			return optionValue(chosen[0])
		}
		return ""
	case "option":
		return optionValue(n)
	case "input":
		switch inputType(n) {
		case "checkbox", "radio":
			return attributeOr(n, "value", "on")
		}
	}
	if c := p.controls[n]; c != nil && c.value != nil {
		return *c.value
	}
	return sanitized(n, defaultValue(n))
}

// sanitized is what the kind of input makes of a text: one line, a number.
func sanitized(n *html.Node, value string) string {
	if n.Data == "textarea" {
		return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(value)
	}
	if n.Data != "input" {
		return value
	}
	value = strings.NewReplacer("\n", "", "\r", "").Replace(value)
	switch inputType(n) {
	case "number", "range":
		if f := parseNumber(value); value != "" && (f != f || strings.TrimSpace(value) != value || strings.HasPrefix(value, "+")) {
			return ""
		}
	case "email", "url":
		value = strings.TrimSpace(value)
	}
	return value
}

func (p *Page) setValue(n *html.Node, value string) {
	switch n.Data {
	case "select":
		i := slices.IndexFunc(options(n), func(o *html.Node) bool { return optionValue(o) == value })
		p.selectIndex(n, i)
	case "option", "button":
		p.setAttribute(n, "value", value)
	default:
		if t := inputType(n); n.Data == "input" && (t == "checkbox" || t == "radio") {
			p.setAttribute(n, "value", value)
			return
		}
		p.enter(n, value)
	}
}

// enter makes value what a text control shows. The caret goes to its end if it
// changed.
func (p *Page) enter(n *html.Node, value string) {
	value = sanitized(n, value)
	c := p.control(n)
	if p.controlValue(n) != value {
		c.start = units(value)
		c.end = c.start
	}
	c.value = &value
}

// units counts what JavaScript counts in a text.
func units(s string) int { return len(utf16.Encode([]rune(s))) }

func (p *Page) checked(n *html.Node) bool {
	if c := p.controls[n]; c != nil && c.checked != nil {
		return *c.checked
	}
	_, ok := attribute(n, "checked")
	return ok
}

// check sets a box. Of radio buttons of one name, only one is.
func (p *Page) check(n *html.Node, on bool) {
	if on && n.Data == "input" && inputType(n) == "radio" {
		for _, other := range p.radios(n) {
			off := false
			p.control(other).checked = &off
		}
	}
	p.control(n).checked = &on
}

// chosen is the radio button of n's group that is checked.
func (p *Page) chosen(n *html.Node) *html.Node {
	for _, other := range p.radios(n) {
		if p.checked(other) {
			return other
		}
	}
	return nil
}

func (p *Page) radios(n *html.Node) (group []*html.Node) {
	name, form := attributeOr(n, "name", ""), p.form(n)
	root := n
	for root.Parent != nil {
		root = root.Parent
	}
	for d := range descendants(root) {
		same := d.Data == "input" && inputType(d) == "radio" && name != "" && attributeOr(d, "name", "") == name && p.form(d) == form
		if same || d == n {
			group = append(group, d)
		}
	}
	return group
}
