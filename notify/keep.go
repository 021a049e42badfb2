package notify

import (
	"context"
	"time"
	"unicode/utf8"
)

// maxTold is how many characters of a text the history takes from a page.
const maxTold = 500

// keep notes in the history what the page has shown by itself.
//
//omg:rpc
func keep(ctx context.Context, news []told) error {
	b := boxOf(ctx)
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, t := range news[max(len(news)-maxQueue, 0):] {
		if t.N > 0 && t.Title+t.Text != "" {
			b.past.keep(t)
		}
	}
	b.changed()
	return nil
}

// keep adds what a page told, or changes what it told of the same before.
func (h *history) keep(t told) {
	e := h.ofPage(t.N)
	if e == nil {
		age := time.Duration(min(max(t.Age, 0), 24*60*60*1000)) * time.Millisecond
		e = &entry{page: t.N, Time: time.Now().Add(-age), New: true}
		h.add(e)
	}
	if t.Count > e.Count && e.Count > 0 {
		h.unseen(e) // said again
	}
	e.Kind, e.Title, e.Text, e.Count = t.Kind.known(), short(t.Title), short(t.Text), t.Count
	if t.Seen {
		h.seen(e)
	}
}

// ofPage returns the entry of what the page numbers n, nil if there is none.
func (h *history) ofPage(n int) *entry {
	for i := len(h.list) - 1; i >= 0; i-- {
		if h.list[i].page == n {
			return h.list[i]
		}
	}
	return nil
}

// known is k if it is one of the kinds.
func (k Kind) known() Kind {
	switch k {
	case Success, Warning, Error, Busy:
		return k
	}
	return Info
}

// short cuts what is too long for a list.
func short(s string) string {
	if utf8.RuneCountInString(s) <= maxTold {
		return s
	}
	return string([]rune(s)[:maxTold]) + "…"
}
