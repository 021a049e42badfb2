package dom

import "github.com/omg-go/omg/dom/internal/page"

// Move puts child into e before the child at, or at the end if at is zero, as
// [Element.Insert] does. Where the browser can, a child that is in the document
// keeps the focus, its animations and frames, and stays open.
//
//omg:js ((e,c,at)=>e.moveBefore&&c.isConnected?e.moveBefore(c,at):e.insertBefore(c,at))($0,$1,$2)
func (e Element) Move(child Element, at Node) { page.Must(e.o).Call("insertBefore", child.o, at.o) }
