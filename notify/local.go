package notify

import (
	"strconv"
	"time"

	"github.com/omg-go/omg/dom"
)

// A Local is a notification that is made wholly in the page, by browser-side Go:
//
//	//omg:browser
//	func Saved(dom.Event) {
//		n := &notify.Local{Kind: notify.Success, Title: "Saved in this browser"}
//		n.Show()
//	}
//
// It looks and behaves as those of the server do, shows without a connection, and
// goes with the page. A [Center] has it in its list, without the Body, as soon as
// there is a connection. To change what is shown, change the fields and Show it again. The page needs a region, see [Ready]; what
// is shown before it comes waits for it.
//
//omg:browser
type Local struct {
	Kind    Kind
	Title   string
	Text    string
	Body    dom.Element // below the text, if it is one
	Actions []LocalAction
	Timeout time.Duration // as that of a [Note]
	Period  time.Duration // as that of a [Note]
	// Check is asked when the period is over. False ends the reminder; an error is
	// reported, and it is asked again a period later. It may call the backend, and
	// waits while that is away.
	Check  func() (bool, error)
	Closed func(why Reason)

	number int
	since  float64 // when it was shown first
	toast  dom.Element
	older  *Local
	open   bool
	said   string
	count  int
	forget func() // stops to watch whether somebody removes the toast
	cancel func() // stops to wait for the end of the period
}

// A LocalAction is a button in a [Local]. It closes the notification, unless Keep
// is set.
//
//omg:browser
type LocalAction struct {
	Label string
	Do    func()
	Keep  bool
}

// Show shows the notification, or what changed of it. One that says the same as
// another that is open is counted there instead.
//
//omg:browser
func (l *Local) Show() {
	if other := l.twin(); other != nil {
		other.again()
		return
	}
	if l.cancel != nil {
		l.cancel()
	}
	if !l.open {
		l.open, l.count = true, 1
		l.older, newest = newest, l
	}
	arrange()
	if l.said != l.say() {
		l.said = l.say()
		announceLocal(l)
		l.tell(false)
	}
}

// twin is another one that says the same, nil if there is none.
//
//omg:browser
func (l *Local) twin() *Local {
	if l.Body.Exists() || len(l.Actions) > 0 || l.Period > 0 {
		return nil
	}
	for o := newest; o != nil; o = o.older {
		if o != l && o.Kind == l.Kind && o.Title == l.Title && o.Text == l.Text {
			return o
		}
	}
	return nil
}

//omg:browser
//omg:unchecked
func (l *Local) again() {
	l.count++
	l.draw()
	l.tell(false)
}

// Progress shows how much is done, from 0 to 1. Less than 0 takes the bar away.
//
//omg:browser
//omg:unchecked
func (l *Local) Progress(done float64) {
	l.draw()
	if l.toast.Exists() {
		bar := l.toast.Find("progress")
		bar.SetHidden(done < 0)
		bar.SetAttr("value", strconv.Itoa(int(done*1000)))
	}
}

// Close takes the notification away; it does not come back by its Period.
//
//omg:browser
func (l *Local) Close() { l.close(Withdrawn) }

//omg:browser
func (l *Local) close(why Reason) {
	if l.cancel != nil {
		l.cancel()
	}
	if !l.open {
		return
	}
	l.drop()
	if why.remembers() {
		l.tell(true)
	}
	if l.toast.Exists() {
		l.toast.SetHidden(true)
		forward(l.toast)
		dom.After(parting, func() {
			if !l.open {
				l.detach()
			}
		})
	}
	arrange()
	if why.remembers() && l.Period > 0 {
		l.cancel = dom.After(l.Period, l.remind)
	}
	if l.Closed != nil {
		l.Closed(why)
	}
}

// remind shows the notification again, if it is still wanted.
//
//omg:browser
func (l *Local) remind() {
	wanted := true
	if l.Check != nil {
		var err error
		if wanted, err = l.Check(); err != nil {
			l.cancel = dom.After(l.Period, l.remind)
			panic(err) // the console has it
		}
	}
	if wanted && !l.open {
		l.Show()
	}
}

// say is what is announced.
//
//omg:browser
func (l *Local) say() string {
	if l.Title != "" && l.Text != "" {
		return l.Title + ": " + l.Text
	}
	return l.Title + l.Text
}

// remembers reports whether the reason is one after which a reminder comes back.
//
//omg:browser
func (r Reason) remembers() bool { return r == Dismissed || r == Acted }
