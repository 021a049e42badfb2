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

// moveOthers gives a browser that cannot do that (Safari) the next best, also for
// what the server moves: what has the focus or a frame stays, and the others in its
// parent move around it.
//
//omg:js Element.prototype.moveBefore??=function(e,at){if(e==at)return;const has=":focus-within";if(e.parentNode!=this||!e.matches?.(this.matches(has)?has:":has(iframe)"))return void this.insertBefore(e,at);let past;for(const o of[...this.childNodes])o!=e&&((past||=o==at)?this.append(o):e.before(o))}
func moveOthers() {}

// offers has a tab tell those who hear the page of its close button, where the
// browser knows aria-actions.
//
//omg:js "ariaActionsElements"in $0&&$0.ariaActionsElements?.[0]!=$1&&($0.ariaActionsElements=$1&&[$1])
func offers(tab, button dom.Element) {}
