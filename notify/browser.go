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
	area    dom.Element       // the region, once there is one
	top     dom.Element       // the modal dialog that was opened last
	origin  dom.Element       // had the focus before the region got it
	pushed  func(e dom.Event) // is told how a finger goes on, while one is on a notification
	arrived func()            // is told of each region
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
	whenStyled(region.First(), func() {
		if first {
			top = dom.Find("dialog:modal:not(:has(~dialog:modal))")
			hear()
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
	moveInto(home, area)
	area.HidePopover()
	area.ShowPopover()
}

//omg:browser
func hear() {
	listen("toggle", func(e dom.Event) {
		if dialog := modal(e); dialog.Exists() {
			over(dialog, top)
			top = dialog
		}
		lift()
	})
	listen("keydown", func(e dom.Event) { pressed(e, at(e, aToast)) })
	listen("click", func(e dom.Event) {
		if toast := at(e, aToast); at(e, button).Exists() {
			toast.SetHidden(true) // at once; the server hears of it too
			forward(toast)
		}
	})
	listen("focusin", func(e dom.Event) {
		if was := related(e); was.Exists() && at(e, aToast).Exists() && !area.Contains(was.Node) {
			origin = was
		}
	})
	listen("focusout", func(e dom.Event) {
		if toast := at(e, aToast); toast.Exists() && toast.Hidden() && !related(e).Exists() {
			forward(toast)
		}
	})
	listen("pointerdown", func(e dom.Event) { push(e, at(e, aToast)) })
	listenAll("pointermove pointerup pointercancel", func(e dom.Event) {
		if pushed != nil {
			pushed(e)
		}
	})
	listenAll("visibilitychange blur focus", func(dom.Event) {
		area.ToggleAttr("data-away", !dom.PageFocused())
		area.Height() // a hidden page would let the clocks run on until it is shown
	})
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

// push follows a finger that pushes a notification aside, which closes it.
//
//omg:browser
//omg:unchecked
func push(e dom.Event, toast dom.Element) {
	pushed = nil
	if !byHand(e) || !toast.Exists() {
		return
	}
	from := across(e)
	pushed = func(e dom.Event) {
		by := across(e) - from
		if isMove(e) {
			move(toast, by)
			return
		}
		pushed = nil
		move(toast, 0)
		if by > 45 || by < -45 {
			toast.Find(button).Click()
		}
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
