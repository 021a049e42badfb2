package memory

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

func init() {
	elementClass.add(getters{
		"tagName":                func(o *Object) any { return tagName(o.tree()) },
		"localName":              func(o *Object) any { return o.tree().Data },
		"children":               func(o *Object) any { return o.page.values(elements(o.tree())) },
		"childElementCount":      func(o *Object) any { return float64(len(elements(o.tree()))) },
		"firstElementChild":      func(o *Object) any { return edge(o, 0) },
		"lastElementChild":       func(o *Object) any { return edge(o, len(elements(o.tree()))-1) },
		"nextElementSibling":     func(o *Object) any { return sibling(o, func(n *html.Node) *html.Node { return n.NextSibling }) },
		"previousElementSibling": func(o *Object) any { return sibling(o, func(n *html.Node) *html.Node { return n.PrevSibling }) },
		"innerHTML":              func(o *Object) any { return innerHTML(o.tree()) },
		"outerHTML":              func(o *Object) any { return outerHTML(o.tree()) },
	}, setters{
		"innerHTML": refuseHTML, "outerHTML": refuseHTML,
	}, methods{
		"getAttribute": locked(func(o *Object, args []any) any {
			if v, ok := attribute(o.tree(), o.attrName(args)); ok {
				return v
			}
			return Null
		}),
		"setAttribute": locked(func(o *Object, args []any) any {
			o.page.setAttribute(o.tree(), o.attrName(args), Text(arg(args, 1)))
			return nil
		}),
		"hasAttribute": locked(func(o *Object, args []any) any {
			_, ok := attribute(o.tree(), o.attrName(args))
			return ok
		}),
		"removeAttribute": locked(func(o *Object, args []any) any {
			o.page.removeAttribute(o.tree(), o.attrName(args))
			return nil
		}),
		"toggleAttribute": locked(toggleAttribute),
		"getAttributeNames": locked(func(o *Object, _ []any) any {
			names := o.page.array(nil)
			for _, a := range o.tree().Attr {
				names.elems = append(names.elems, a.Key)
			}
			return names
		}),
		"replaceChildren": locked(func(o *Object, args []any) any {
			o.page.clear(o.tree())
			return appendAll(o, args)
		}),
	})
}

// refuseHTML is what Trusted Types do to HTML as text.
func refuseHTML(o *Object, _ any) {
	throw(o.page, "TypeError", "this document requires 'TrustedHTML' assignment")
}

func tagName(n *html.Node) string {
	if n.Namespace != "" {
		return n.Data
	}
	return strings.ToUpper(n.Data)
}

func edge(o *Object, i int) any {
	if all := elements(o.tree()); i >= 0 && i < len(all) {
		return o.page.node(all[i])
	}
	return Null
}

func sibling(o *Object, step func(*html.Node) *html.Node) any {
	n := step(o.tree())
	for n != nil && n.Type != html.ElementNode {
		n = step(n)
	}
	return o.page.value(n)
}

// attrName is the first argument: names of HTML elements know no case.
func (o *Object) attrName(args []any) string {
	name := Text(arg(args, 0))
	if name == "" || strings.ContainsAny(name, " \t\n\f\r/>=") {
		throw(o.page, "InvalidCharacterError", "'"+name+"' is not a valid attribute name")
	}
	if o.tree().Namespace == "" {
		name = strings.ToLower(name)
	}
	return name
}

func attribute(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func attributeOr(n *html.Node, name, or string) string {
	if v, ok := attribute(n, name); ok {
		return v
	}
	return or
}

func (p *Page) setAttribute(n *html.Node, name, value string) {
	defer p.changed(n, name)
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: name, Val: value})
}

func (p *Page) removeAttribute(n *html.Node, name string) {
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
	p.changed(n, name)
}

func toggleAttribute(o *Object, args []any) any {
	name := o.attrName(args)
	_, has := attribute(o.tree(), name)
	want := !has
	if len(args) > 1 {
		want = Truth(args[1])
	}
	switch {
	case want && !has:
		o.page.setAttribute(o.tree(), name, "")
	case !want && has:
		o.page.removeAttribute(o.tree(), name)
	}
	return want
}
