package dom

import "github.com/omg-go/omg/dom/internal/page"

// Append puts child at the end of e. A child that is elsewhere moves.
//
//omg:js $0.appendChild($1)
func (e Element) Append(child Element) { page.Must(e.o).Call("appendChild", child.o) }

// AppendText puts text at the end of e.
//
//omg:js $0.append($1)
func (e Element) AppendText(s string) { page.Must(e.o).Call("append", s) }

// AppendNode is [Element.Append] for any node.
//
//omg:js $0.appendChild($1)
func (e Element) AppendNode(n Node) { page.Must(e.o).Call("appendChild", n.o) }

// AppendAll puts children at the end of e, in order.
//
//omg:browser
func (e Element) AppendAll(children ...Element) {
	for _, c := range children {
		e.Append(c)
	}
}

// Prepend puts child before what is in e.
//
//omg:js $0.insertBefore($1,$0.firstChild)
func (e Element) Prepend(child Element) {
	o := page.Must(e.o)
	o.Call("insertBefore", child.o, o.Get("firstChild"))
}

// Insert puts child into e before the child at, or at the end if at is zero. It
// panics if at is not in e.
//
//omg:js $0.insertBefore($1,$2)
func (e Element) Insert(child Element, at Node) { page.Must(e.o).Call("insertBefore", child.o, at.o) }

// Clear removes all that is in e.
//
//omg:js $0.replaceChildren()
func (e Element) Clear() { page.Must(e.o).Call("replaceChildren") }

// Append puts child at the end of the page's body.
//
//omg:js document.body.appendChild($0)
func Append(child Element) { global().Call("document.body.appendChild", child.o) }
