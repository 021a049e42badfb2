package tabs

import (
	"strings"

	"github.com/omg-go/omg/dom"
)

// What the page offers beyond package dom.

//omg:js $0.trim()
func trimmed(s string) string { return strings.TrimSpace(s) }

//omg:js $0.showPopover()
func showPopover(e dom.Element) { dom.Of(e).Call("showPopover") }

//omg:js $0.hidePopover()
func hidePopover(e dom.Element) { dom.Of(e).Call("hidePopover") }

// before puts child into e before at, without taking the focus from it or having a
// frame in it load again, where the browser can.
//
//omg:js $0.moveBefore?$0.moveBefore($1,$2):$0.insertBefore($1,$2)
func before(e, child dom.Element, at dom.Node) { e.Insert(child, at) }
