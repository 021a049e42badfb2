package dom

// Append puts child at the end of e. A child that is elsewhere moves.
//
//omg:js $0.append($1)
func (e Element) Append(child Element) { e.o.Call("append", child.o) }

// AppendText puts text at the end of e.
//
//omg:js $0.append($1)
func (e Element) AppendText(s string) { e.o.Call("append", s) }

// AppendNode is [Element.Append] for any node.
//
//omg:js $0.append($1)
func (e Element) AppendNode(n Node) { e.o.Call("append", n.o) }

// AppendAll puts children at the end of e, in order.
//
//omg:js $0.append(...$1)
func (e Element) AppendAll(children ...Element) { e.o.Call("append", spread(children)...) }

// Prepend puts child before what is in e.
//
//omg:js $0.prepend($1)
func (e Element) Prepend(child Element) { e.o.Call("prepend", child.o) }

// Insert puts child into e before the child at, or at the end if at is zero. It
// panics if at is not in e.
//
//omg:js $0.insertBefore($1,$2)
func (e Element) Insert(child Element, at Node) { e.o.Call("insertBefore", child.o, at.o) }

// Clear removes all that is in e.
//
//omg:js $0.replaceChildren()
func (e Element) Clear() { e.o.Call("replaceChildren") }

// Append puts child at the end of the page's body.
//
//omg:js document.body.append($1)
func Append(child Element) { global().Call("document.body.append", child.o) }

func spread(all []Element) []any {
	args := make([]any, len(all))
	for i, e := range all {
		args[i] = e.o
	}
	return args
}
