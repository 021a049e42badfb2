package dom

import "github.com/omg-go/omg/dom/internal/page"

// A Node is an element, a text or the document itself.
//
//omg:js type
type Node struct{ Target }

// Exists reports whether n is a node, and not the zero Node.
//
//omg:js $0!=null
func (n Node) Exists() bool { return n.o != nil }

// Text is the text of n and all below it.
//
//omg:js $0.textContent??""
func (n Node) Text() string { return text(page.Must(n.o).Get("textContent")) }

// SetText makes s the only content of n. It is text, never HTML.
//
//omg:js $0.textContent=$1
func (n Node) SetText(s string) { page.Must(n.o).Set("textContent", s) }

// Connected reports whether n is in the document.
//
//omg:js $0.isConnected
func (n Node) Connected() bool { return truth(page.Must(n.o).Get("isConnected")) }

// Contains reports whether other is n or below it.
//
//omg:js $0.contains($1)
func (n Node) Contains(other Node) bool { return truth(page.Must(n.o).Call("contains", other.o)) }

// Parent is the element that n is in, zero if there is none.
//
//omg:js $0.parentElement
func (n Node) Parent() Element { return element(page.Must(n.o).Get("parentElement")) }

// Children are the nodes in n, texts included. [Element.Elements] has the
// elements only.
//
//omg:js Array.from($0.childNodes)
func (n Node) Children() []Node {
	all := elements(page.Must(n.o).Get("childNodes"))
	nodes := make([]Node, len(all))
	for i, e := range all {
		nodes[i] = e.Node
	}
	return nodes
}

// Element is n as an element, zero if it is something else.
//
//omg:js $0?.nodeType==1?$0:null
func (n Node) Element() Element {
	if n.o == nil || !n.o.Is("Element") {
		return Element{}
	}
	return Element{n}
}

// Remove takes n from where it is. A node that is nowhere stays there.
//
//omg:js $0.remove()
func (n Node) Remove() { page.Must(n.o).Call("remove") }

// Clone copies n, with deep all below it. Handlers and what was typed into
// fields are not copied.
//
//omg:js $0.cloneNode($1)
func (n Node) Clone(deep bool) Node { return node(page.Must(n.o).Call("cloneNode", deep)) }

// ReplaceWith puts other where n is.
//
//omg:js $0.replaceWith($1)
func (n Node) ReplaceWith(other Node) { page.Must(n.o).Call("replaceWith", other.o) }

// NewText makes a node of text that is nowhere yet.
//
//omg:js document.createTextNode($0)
func NewText(s string) Node { return node(global().Call("document.createTextNode", s)) }
