package notify

import (
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
)

// What the page does with the region and the notifications in it, whoever made
// them. It listens at the window, so that a region that is drawn anew, or moves
// into a dialog, goes on as before.

const (
	aRegion = "[data-omg=notify]"
	aToast  = "[data-omg=notification]"
	visible = aToast + ":not([hidden])"
	button  = "[data-part=dismiss]"
)

//omg:browser
var (
	area    dom.Element // the region, once there is one
	top     dom.Element // the modal dialog that was opened last
	origin  dom.Element // had the focus before the region got it
	pushed  dom.Element // the notification on which a finger is
	from    int         // where the finger came down
	arrived func()      // is told of each region
)

var entered, lifted = bridge.Proc1(enter), bridge.Proc0(lift)

// enter makes a region that came into the page the page's own.
//
//omg:browser
func enter(region dom.Element) {
	first := !area.Exists()
	area = region
	if arrived != nil {
		arrived()
	}
	dom.WhenStyled(region.First(), func() {
		if first {
			top = dom.Find("dialog:modal:not(:has(~dialog:modal))")
			listen("toggle keydown click focusin focusout pointerdown pointermove pointerup pointercancel visibilitychange blur focus", hear)
			observe(lift)
		}
		lift()
	})
}

// lift puts the region where it can be used: into the modal dialog on top, since
// all else is inert, or into the body; and above what is shown by now.
//
//omg:browser
func lift() {
	for top.Exists() && !top.Matches(":modal") {
		top = under(top)
	}
	home := top
	if !home.Exists() {
		home = dom.Body()
	}
	if area.Parent() == home && area.PopoverOpen() || !area.Connected() && dom.Find(aRegion).Exists() {
		return
	}
	home.Move(area, dom.Node{})
	area.HidePopover()
	area.ShowPopover()
}

//omg:browser
func hear(e dom.Event) {
	toast := at(e, aToast)
	switch {
	case is(e, "toggle"):
		if modal(e) {
			over(e.Target(), top)
			top = e.Target()
		}
		lift()
	case is(e, "keydown"):
		pressed(e, toast)
	case is(e, "click"):
		if at(e, button).Exists() {
			toast.SetHidden(true) // at once; the server hears of it too
			forward(toast)
		}
	case is(e, "focusin"):
		if was := related(e); was.Exists() && toast.Exists() && !area.Contains(was.Node) {
			origin = was
		}
	case is(e, "focusout"):
		if toast.Exists() && toast.Hidden() && !related(e).Exists() {
			forward(toast)
		}
	default:
		felt(e, toast)
	}
}

// pressed goes to the newest notification, or closes the one that has the focus.
//
//omg:browser
func pressed(e dom.Event, toast dom.Element) {
	if isHotkey(e, area) {
		focus(area.Find(visible))
	}
	if isKey(e, "Escape") && toast.Exists() {
		e.PreventDefault()
		toast.Find(button).Click()
	}
}

// felt follows a finger that pushes a notification aside, which closes it; and
// stops the clocks while nobody looks.
//
//omg:browser
//omg:unchecked
func felt(e dom.Event, toast dom.Element) {
	switch by := across(e) - from; {
	case is(e, "pointerdown"):
		from, pushed = across(e), dom.Element{}
		if byHand(e) {
			pushed = toast
		}
	case is(e, "pointermove"):
		if pushed.Exists() {
			push(pushed, by)
		}
	case is(e, "pointerup") || is(e, "pointercancel"):
		if pushed.Exists() {
			push(pushed, 0)
			if by > 45 || by < -45 {
				pushed.Find(button).Click()
			}
		}
		pushed = dom.Element{}
	case !e.Target().Exists():
		area.ToggleAttr("data-away", !dom.PageFocused())
		area.Height() // a hidden page would let them run on until it is shown
	}
}

// forward moves the focus, if it is in the region or nowhere, from a notification
// to the next one, or back to where it came from.
//
//omg:browser
func forward(toast dom.Element) {
	if !nowhereBut(area) {
		return
	}
	next := toast
	for next.Exists() && next.Hidden() {
		next = next.Next()
	}
	if !next.Exists() {
		next = area.Find(visible)
	}
	if !next.Exists() {
		next = origin
	}
	focus(next)
}

//omg:browser
func focus(e dom.Element) {
	if e.Exists() {
		e.FocusStill()
	}
}
