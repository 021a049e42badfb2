package notify

import "github.com/omg-go/omg/dom"

// What the region needs of the page in few bytes: package dom's ways to the same
// have more to offer, and every page with a notification would fetch that. Outside
// of a browser none of it runs.

// listen hears events of that type wherever in the page they happen.
//
//omg:js addEventListener($0,$1,true)
func listen(event string, f func(e dom.Event)) {}

//omg:js $0.split(" ").map(t=>addEventListener(t,$1,true))
func listenAll(events string, f func(e dom.Event)) {}

//omg:js $0.sheet?$1():$0.onload=$0.onerror=$1
func whenStyled(link dom.Element, f func()) { f() }

// moveInto makes e the last child of home; it goes on playing, if browsers can.
//
//omg:js $0.moveBefore&&$1.isConnected?$0.moveBefore($1,null):$0.append($1)
func moveInto(home, e dom.Element) {}

//omg:js $0?.focus({preventScroll:true})
func focus(e dom.Element) {}

// observe runs f whenever nodes come to the page or leave it.
//
//omg:js new MutationObserver($0).observe(document,{childList:true,subtree:true})
func observe(f func()) {}

// at is what matches around where something happened, zero for nothing.
//
//omg:js $0.target.closest?.($1)
func at(e dom.Event, selector string) dom.Element { return dom.Element{} }

//omg:js $0.type=="pointermove"
func isMove(e dom.Event) bool { return false }

//omg:js $0.key==$1
func isKey(e dom.Event, name string) bool { return false }

// isHotkey reports whether the key is that of the region.
//
//omg:js $0.key==$1.dataset.key
func isHotkey(e dom.Event, region dom.Element) bool { return false }

// nowhereBut reports whether no element has the focus, or one within e.
//
//omg:js [document.body,...$0.querySelectorAll("*")].includes(document.activeElement)
func nowhereBut(e dom.Element) bool { return false }

// related is where the focus came from or goes to.
//
//omg:js $0.relatedTarget
func related(e dom.Event) dom.Element { return dom.Element{} }

// byHand reports whether the pointer is "touch" or "pen", not "mouse".
//
//omg:js /h|n/.test($0.pointerType)
func byHand(e dom.Event) bool { return false }

//omg:js $0.clientX
func across(e dom.Event) int { return 0 }

// move moves an element aside.
//
//omg:js $0.style.translate=$1+"px"
func move(e dom.Element, by int) {}

// under is the dialog over which a modal one was opened; see over.
//
//omg:js $0.omgUnder
func under(dialog dom.Element) dom.Element { return dom.Element{} }

//omg:js $0.omgUnder=$1
func over(dialog, other dom.Element) {}

// modal is the modal dialog of which an event tells that it has opened, zero if it
// tells of something else.
//
//omg:js [$0.target].find(e=>e.matches?.("dialog:modal"))
func modal(e dom.Event) dom.Element { return dom.Element{} }
