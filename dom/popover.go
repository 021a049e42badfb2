package dom

import "github.com/omg-go/omg/dom/internal/page"

// ShowPopover shows an element that has the popover attribute, above all that is
// shown by then. One that is open already stays where it is. It panics for an
// element that is nowhere, or no popover.
//
//omg:js $0.showPopover()
func (e Element) ShowPopover() { page.Must(e.o).Call("showPopover") }

// HidePopover hides what [Element.ShowPopover] showed, if it is open.
//
//omg:js $0.hidePopover()
func (e Element) HidePopover() { page.Must(e.o).Call("hidePopover") }

// PopoverOpen reports whether the popover is open.
//
//omg:js $0.matches(":popover-open")
func (e Element) PopoverOpen() bool { return truth(page.Must(e.o).Call("matches", ":popover-open")) }
