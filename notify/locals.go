package notify

import "github.com/omg-go/omg/dom"

// How many local notifications stand in the page, and may wait behind those.
const (
	maxLocal = 4
	maxQueue = 100 // but for errors
)

// newest is the newest that is open; the older ones follow it.
//
//omg:browser
var newest *Local

// drop takes l out of those that are open.
//
//omg:browser
func (l *Local) drop() {
	l.open, l.said = false, ""
	if newest == l {
		newest = l.older
		return
	}
	for o := newest; o != nil; o = o.older {
		if o.older == l {
			o.older = l.older
		}
	}
}

// arrange has the newest stand in the region, in their order, above those of the
// server. It drops the oldest when there are too many.
//
//omg:browser
//omg:unchecked
func arrange() {
	arrived = arrange
	if !area.Exists() {
		return
	}
	list := area.Find("ol")
	at, i := list.First(), 0
	for l := newest; l != nil; l = l.older {
		i++
		if i > maxQueue && l.Kind != Error && l.Period == 0 {
			l.drop()
		}
		if i > maxLocal {
			l.detach()
			continue
		}
		l.draw()
		if l.toast.Parent() != list {
			list.Insert(l.toast, at.Node)
			l.forget = dom.OnRemove(l.toast, l.removed)
		}
		l.toast.SetHidden(false)
		at = l.toast.Next()
	}
}

// removed hears that somebody took the toast out of the page. If the region went
// with it, it is back soon.
//
//omg:browser
func (l *Local) removed() {
	if area.Connected() {
		l.close(Dismissed)
	}
}

//omg:browser
func (l *Local) detach() {
	if l.forget != nil {
		l.forget()
		l.toast.Remove()
	}
}
