package memory

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var (
	targetClass   = extend("EventTarget", objectClass)
	nodeClass     = extend("Node", targetClass)
	textClass     = extend("Text", nodeClass)
	documentClass = extend("Document", nodeClass)
	elementClass  = extend("Element", nodeClass)
)

// parse makes the tree of a page from a document, or from what its body holds.
func parse(source string) *html.Node {
	if lower := strings.ToLower(source); !strings.Contains(lower, "<html") && !strings.Contains(lower, "<body") {
		source = "<!doctype html><html><head></head><body>" + source
	}
	tree, err := html.Parse(strings.NewReader(source))
	if err != nil {
		panic("dom: a strings.Reader does not fail: " + err.Error())
	}
	return tree
}

// fragment parses HTML as the content of context.
func fragment(source string, context *html.Node) []*html.Node {
	nodes, err := html.ParseFragment(strings.NewReader(source), context)
	if err != nil {
		panic("dom: a strings.Reader does not fail: " + err.Error())
	}
	return nodes
}

// node is the one object of n, null for none.
func (p *Page) node(n *html.Node) *Object {
	if n == nil {
		return nil
	}
	if o := p.objects[n]; o != nil {
		return o
	}
	o := p.object(classOf(n), n)
	p.objects[n] = o
	return o
}

func classOf(n *html.Node) *class {
	switch n.Type {
	case html.ElementNode:
		return elementClass
	case html.DocumentNode:
		return documentClass
	case html.TextNode:
		return textClass
	}
	return nodeClass
}

// value is the node's object as a value: Null, not a nil pointer, for none.
func (p *Page) value(n *html.Node) any { return Value(p.node(n)) }

// values is an array of the objects of nodes.
func (p *Page) values(nodes []*html.Node) *Object {
	elems := make([]any, len(nodes))
	for i, n := range nodes {
		elems[i] = p.node(n)
	}
	return p.array(elems)
}

// tree is the node of o, nil if o is none.
func (o *Object) tree() *html.Node {
	if o == nil {
		return nil
	}
	n, _ := o.data.(*html.Node)
	return n
}

// nodeArg is the node that an argument is, nil for null and undefined.
func nodeArg(o *Object, args []any, i int) *html.Node {
	v := arg(args, i)
	if absent(v) {
		return nil
	}
	other, _ := v.(*Object)
	n := other.tree()
	if n == nil {
		throw(o.page, "TypeError", "parameter is not of type 'Node'")
	}
	return n
}

func newElement(tag, namespace string) *html.Node {
	return &html.Node{Type: html.ElementNode, Data: tag, DataAtom: atom.Lookup([]byte(tag)), Namespace: namespace}
}

func newText(text string) *html.Node { return &html.Node{Type: html.TextNode, Data: text} }

// connected reports whether n is in the page's document.
func (p *Page) connected(n *html.Node) bool {
	for n.Parent != nil {
		n = n.Parent
	}
	return n == p.tree
}

// contains reports whether n is a or below it.
func contains(a, n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == a {
			return true
		}
	}
	return false
}

// insert puts n into parent before the child at, at the end if at is nil. A
// node that is elsewhere is taken from there.
func (p *Page) insert(parent, n, at *html.Node) {
	if contains(n, parent) {
		throw(p, "HierarchyRequestError", "the new child contains the parent")
	}
	if at != nil && at.Parent != parent {
		throw(p, "NotFoundError", "the node before which to insert is not a child of this node")
	}
	if at == n {
		at = n.NextSibling
	}
	p.detach(n)
	parent.InsertBefore(n, at)
	p.mutated(parent)
	p.inserted(n)
}

// detach takes n from its parent.
func (p *Page) detach(n *html.Node) {
	parent := n.Parent
	if parent == nil {
		return
	}
	if p.active != nil && contains(n, p.active) && p.connected(n) {
		p.active = nil
	}
	parent.RemoveChild(n)
	p.mutated(parent)
}

// clear takes all children from n.
func (p *Page) clear(n *html.Node) {
	for n.FirstChild != nil {
		p.detach(n.FirstChild)
	}
}

// inserted does what a page does with nodes that enter it: scripts load.
func (p *Page) inserted(n *html.Node) {
	if !p.connected(n) {
		return
	}
	for d := range descendants(n) {
		if d.Data == "script" && d.Type == html.ElementNode {
			p.load(d)
		}
	}
}

// descendants yields n and all below it, in preorder.
func descendants(n *html.Node) func(yield func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		if !yield(n) {
			return
		}
		for d := range n.Descendants() {
			if !yield(d) {
				return
			}
		}
	}
}

// elements are the child elements of n.
func elements(n *html.Node) (all []*html.Node) {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			all = append(all, c)
		}
	}
	return all
}

// text is the textContent of n.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range descendants(n) {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// find is the first element of the given tags in n, itself included.
func find(n *html.Node, tags ...string) *html.Node {
	for d := range descendants(n) {
		if d.Type == html.ElementNode && slices.Contains(tags, d.Data) {
			return d
		}
	}
	return nil
}

// clone copies n, and with deep all below it.
func clone(n *html.Node, deep bool) *html.Node {
	c := &html.Node{Type: n.Type, Data: n.Data, DataAtom: n.DataAtom, Namespace: n.Namespace, Attr: slices.Clone(n.Attr)}
	if deep {
		for child := range n.ChildNodes() {
			c.AppendChild(clone(child, true))
		}
	}
	return c
}
