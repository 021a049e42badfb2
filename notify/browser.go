package notify

import (
	"strconv"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/dom"
)

// What the page does with the region and the notifications in it, whoever made
// them. It listens at the window, so that a region that is drawn anew, or moves
// into a dialog, goes on as before.

const (
	aRegion = `[data-omg=notify]`
	aToast  = `[data-omg=notification]`
	visible = aToast + `:not([hidden])`
)

// A layer is a modal dialog that was opened.
//
//omg:browser
type layer struct {
	dialog dom.Element
	under  *layer
}

//omg:browser
var (
	area    dom.Element // the region, once there is one
	top     *layer      // the modal dialog that was opened last
	origin  dom.Element // had the focus before the region got it
	arrived func()      // is told of each region
)

var entered, lifted = bridge.Proc1(enter), bridge.Proc0(lift)

// enter makes a region that came into the page the page's own.
//
//omg:browser
func enter(region dom.Element) {
	if !area.Exists() {
		listen()
	}
	area = region
	dom.OnRemove(region, func() {
		if area == region && !dom.Find(aRegion).Exists() {
			enter(region) // went with the dialog that it was in
		}
	})
	if arrived != nil {
		arrived()
	}
	dom.WhenStyled(region.First(), lift)
}

//omg:browser
func listen() {
	if d := dom.Find("dialog:modal:not(:has(~dialog:modal))"); d.Exists() {
		top = &layer{d, nil}
	}
	on("toggle", toggled)
	on("keydown", pressed)
	on("click", clicked)
	on("focusin", focused)
	on("focusout", unfocused)
	on("pointerdown", swipe)
	on("visibilitychange", away)
	on("blur", away)
	on("focus", away)
}

//omg:browser
func on(event string, f func(e dom.Event)) {
	dom.Window().OnWith(event, dom.Options{Capture: true}, f)
}

// toggled hears of every dialog that opens or closes.
//
//omg:browser
func toggled(e dom.Event) {
	if e.Target().Matches("dialog:modal") {
		top = &layer{e.Target(), top}
	}
	lift()
}

// lift puts the region where it can be used: into the modal dialog on top, since
// all else is inert, or into the body; and above what is shown by now.
//
//omg:browser
func lift() {
	for top != nil && !top.dialog.Matches(":modal") {
		top = top.under
	}
	home := dom.Body()
	if top != nil {
		home = top.dialog
	}
	if area.Parent() != home || !area.PopoverOpen() {
		home.Move(area, dom.Node{})
		area.HidePopover()
		area.ShowPopover()
	}
}

// pressed goes to the newest notification, or closes the one that has the focus.
//
//omg:browser
func pressed(e dom.Event) {
	switch e.Keyboard().Key() {
	case area.Data("key"):
		focus(area.Find(visible))
	case "Escape":
		if toast := at(e, aToast); toast.Exists() {
			e.PreventDefault()
			dismiss(toast)
		}
	}
}

// clicked hides at once what the server will close.
//
//omg:browser
func clicked(e dom.Event) {
	if toast := at(e, aToast); at(e, `[data-part=dismiss]`).Exists() {
		toast.SetHidden(true)
		forward(toast)
	}
}

//omg:browser
func focused(e dom.Event) {
	if was := e.Focus().Related(); was.Exists() && at(e, aRegion).Exists() && !area.Contains(was.Node) {
		origin = was
	}
}

// unfocused hears that a notification went which had the focus.
//
//omg:browser
func unfocused(e dom.Event) {
	if toast := at(e, aToast); toast.Exists() && toast.Hidden() && !e.Focus().Related().Exists() {
		forward(toast)
	}
}

// forward moves the focus, if it is in the region or nowhere, from a notification
// to the next one, or back to where it came from.
//
//omg:browser
func forward(toast dom.Element) {
	if !dom.Active().Matches("body," + aRegion + " *") {
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

// away stops the clocks of notifications while nobody looks.
//
//omg:browser
func away(e dom.Event) {
	if !e.Target().Exists() {
		area.ToggleAttr("data-away", !dom.PageFocused())
		area.Height() // a hidden page would let them run on until it is shown
	}
}

// swipe closes a notification that a finger pushes aside.
//
//omg:browser
//omg:unchecked
func swipe(e dom.Event) {
	toast, start, by := at(e, aToast), e.Pointer(), 0
	if !toast.Exists() || start.Device() == "mouse" {
		return
	}
	stop := toast.On("pointermove", func(e dom.Event) {
		by = int(e.Pointer().ClientX() - start.ClientX())
		toast.SetStyle("translate", strconv.Itoa(by)+"px")
	})
	toast.OnWith("lostpointercapture", dom.Options{Once: true}, func(dom.Event) {
		stop()
		toast.SetStyle("translate", "")
		if by > 45 || by < -45 {
			dismiss(toast)
		}
	})
}

//omg:browser
func dismiss(toast dom.Element) { toast.Find(`[data-part=dismiss]`).Click() }

// at is what matches around where something happened, zero for nothing.
//
//omg:browser
func at(e dom.Event, selector string) dom.Element {
	if !e.Target().Exists() {
		return dom.Element{}
	}
	return e.Target().Closest(selector)
}
