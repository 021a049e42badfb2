package notify

import (
	"slices"
	"time"
)

// An entry is what the history says of a notification.
type entry struct {
	ID    int
	Kind  Kind
	Title string
	Text  string
	Count int
	Time  time.Time
	New   bool // not seen yet
	page  int  // what the page numbers it, 0 for those of the server
}

func (e *entry) note(n *Note) { e.Kind, e.Title, e.Text = n.Kind, n.Title, n.Text }

// A history is what a session was told, oldest first. What is too old goes, but
// never an error of the server that was not seen.
type history struct {
	list   []*entry
	news   int // not seen, those that are gone from the list too
	lost   int // that are gone from the list
	lastID int
}

func (h *history) add(e *entry) {
	h.lastID++
	e.ID = h.lastID
	h.list = append(h.list, e)
	h.news++
	if len(h.list) > 2*maxPast {
		h.shorten()
	}
}

// shorten drops the oldest.
func (h *history) shorten() {
	excess := len(h.list) - maxPast
	h.list = slices.DeleteFunc(h.list, func(e *entry) bool {
		if excess <= 0 || e.New && e.Kind == Error && e.page == 0 {
			return false
		}
		excess--
		h.lost++
		return true
	})
}

func (h *history) unseen(e *entry) {
	if !e.New {
		e.New = true
		h.news++
	}
}

func (h *history) seen(e *entry) {
	if e.New {
		e.New = false
		h.news--
	}
}

// seenAll is that the user has looked.
func (h *history) seenAll() {
	for _, e := range h.list {
		e.New = false
	}
	h.news = 0
}

func (h *history) clear() { *h = history{lastID: h.lastID} }

// seen notes that the user saw what he closed himself. b.mu is held.
func (b *box) seen(e *entry, why Reason) {
	if why.remembers() || why == Elsewhere {
		b.past.seen(e)
	}
}
