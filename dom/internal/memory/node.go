package memory

import "golang.org/x/net/html"

func init() {
	nodeClass.add(getters{
		"nodeType":        func(o *Object) any { return nodeType(o.tree()) },
		"nodeName":        func(o *Object) any { return nodeName(o.tree()) },
		"textContent":     func(o *Object) any { return text(o.tree()) },
		"isConnected":     func(o *Object) any { return o.page.connected(o.tree()) },
		"parentNode":      func(o *Object) any { return o.page.value(o.tree().Parent) },
		"parentElement":   func(o *Object) any { return o.page.value(parentElement(o.tree())) },
		"firstChild":      func(o *Object) any { return o.page.value(o.tree().FirstChild) },
		"lastChild":       func(o *Object) any { return o.page.value(o.tree().LastChild) },
		"nextSibling":     func(o *Object) any { return o.page.value(o.tree().NextSibling) },
		"previousSibling": func(o *Object) any { return o.page.value(o.tree().PrevSibling) },
		"ownerDocument":   func(o *Object) any { return o.page.document },
		"childNodes": func(o *Object) any {
			var all []*html.Node
			for c := range o.tree().ChildNodes() {
				all = append(all, c)
			}
			return o.page.values(all)
		},
	}, setters{
		"textContent": func(o *Object, v any) { o.page.setText(o.tree(), Text(v)) },
	}, methods{
		"appendChild":  locked(appendChild),
		"insertBefore": locked(insertBefore),
		"removeChild":  locked(removeChild),
		"remove":       locked(func(o *Object, _ []any) any { o.page.detach(o.tree()); return nil }),
		"replaceWith":  locked(replaceWith),
		"append":       locked(appendAll),
		"prepend":      locked(prependAll),
		"cloneNode": locked(func(o *Object, args []any) any {
			return o.page.node(clone(o.tree(), Truth(arg(args, 0))))
		}),
		"contains": locked(func(o *Object, args []any) any {
			n := nodeArg(o, args, 0)
			return n != nil && contains(o.tree(), n)
		}),
	})
}

func init() {
	textClass.add(getters{
		"data": func(o *Object) any { return o.tree().Data },
	}, setters{
		"data": func(o *Object, v any) { o.page.setData(o.tree(), Text(v)) },
	}, nil)
}

func nodeType(n *html.Node) float64 {
	switch n.Type {
	case html.ElementNode:
		return 1
	case html.TextNode:
		return 3
	case html.CommentNode:
		return 8
	case html.DoctypeNode:
		return 10
	}
	return 9
}

func nodeName(n *html.Node) string {
	switch n.Type {
	case html.ElementNode:
		return tagName(n)
	case html.TextNode:
		return "#text"
	case html.CommentNode:
		return "#comment"
	}
	return "#document"
}

func parentElement(n *html.Node) *html.Node {
	if n.Parent != nil && n.Parent.Type == html.ElementNode {
		return n.Parent
	}
	return nil
}

// setText makes text the only content of n.
func (p *Page) setText(n *html.Node, text string) {
	if n.Type != html.ElementNode {
		p.setData(n, text)
		return
	}
	p.clear(n)
	if text != "" {
		p.insert(n, newText(text), nil)
	}
	p.mutated(n)
}

func (p *Page) setData(n *html.Node, text string) {
	if n.Type == html.TextNode || n.Type == html.CommentNode {
		n.Data = text
		p.mutated(n)
	}
}

func appendChild(o *Object, args []any) any {
	n := wantNode(o, args, 0)
	o.page.insert(o.tree(), n, nil)
	return args[0]
}

func insertBefore(o *Object, args []any) any {
	n := wantNode(o, args, 0)
	o.page.insert(o.tree(), n, nodeArg(o, args, 1))
	return args[0]
}

func removeChild(o *Object, args []any) any {
	n := wantNode(o, args, 0)
	if n.Parent != o.tree() {
		throw(o.page, "NotFoundError", "the node to be removed is not a child of this node")
	}
	o.page.detach(n)
	return args[0]
}

func wantNode(o *Object, args []any, i int) *html.Node {
	n := nodeArg(o, args, i)
	if n == nil {
		throw(o.page, "TypeError", "parameter is not of type 'Node'")
	}
	return n
}

// nodeOrText is an argument of append: a node, or text for a new one.
func nodeOrText(o *Object, v any) *html.Node {
	if other, ok := v.(*Object); ok && other.tree() != nil {
		return other.tree()
	}
	return newText(Text(v))
}

func appendAll(o *Object, args []any) any {
	for _, v := range args {
		o.page.insert(o.tree(), nodeOrText(o, v), nil)
	}
	return nil
}

func prependAll(o *Object, args []any) any {
	first := o.tree().FirstChild
	for _, v := range args {
		o.page.insert(o.tree(), nodeOrText(o, v), first)
	}
	return nil
}

func replaceWith(o *Object, args []any) any {
	n := o.tree()
	parent, next := n.Parent, n.NextSibling
	if parent == nil {
		return nil
	}
	o.page.detach(n)
	for _, v := range args {
		o.page.insert(parent, nodeOrText(o, v), next)
	}
	return nil
}
