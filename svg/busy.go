package svg

import (
	"time"

	"github.com/omg-go/omg/dom"
)

// How long something must take to be worth a spinner, and how long that stays at
// least, so that it does not flicker.
//
//omg:browser
const (
	busyAfter = 200 * time.Millisecond
	busyFor   = 400 * time.Millisecond
)

// BuildSpinner makes a [Spinner] in the page. It needs [Stylesheet] there.
//
//omg:browser
func BuildSpinner(label string) dom.Element {
	s := dom.Create("span")
	s.SetData("omg", "spinner")
	s.Append(Build(Dots()))
	if label == "" {
		return s
	}
	s.SetAttr("role", "status")
	hidden := dom.Create("span")
	hidden.SetData("omg", "hidden")
	hidden.SetText(label)
	s.Append(hidden)
	return s
}

// Busy says that a region of the page is being worked on, until done is called: to who
// hears the page at once, by aria-busy, and by a spinner at its end as soon as that takes
// a fifth of a second. A spinner that has appeared stays for two fifths at least. Done may
// be called twice.
//
//omg:browser
func Busy(region dom.Element, label string) (done func()) {
	region.SetAttr("aria-busy", "true")
	spinner, since := dom.Element{}, 0.0
	stop := dom.After(busyAfter, func() {
		spinner, since = BuildSpinner(label), dom.Now()
		spinner.SetData("state", "busy") // it has waited here
		region.Append(spinner)
	})
	return func() {
		stop()
		region.RemoveAttr("aria-busy")
		if spinner.Exists() {
			rest := busyFor - time.Duration((dom.Now()-since)*float64(time.Millisecond))
			dom.After(max(rest, 0), spinner.Remove)
		}
	}
}
