package notify

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// TestPageTells: what a page says of its own notifications is not believed further
// than it must be.
func TestPageTells(t *testing.T) {
	h := &history{}
	h.keep(told{N: 1, Kind: "sky", Title: strings.Repeat("ä", 2000), Count: 1, Age: -5})
	e := h.ofPage(1)
	if e.Kind != Info || utf8.RuneCountInString(e.Title) > maxTold+1 || time.Until(e.Time) > 0 || h.news != 1 {
		t.Errorf("kept %+v", e)
	}
	h.keep(told{N: 1, Title: "less", Count: 1, Seen: true})
	if len(h.list) != 1 || e.Title != "less" || e.New || h.news != 0 {
		t.Errorf("changed %+v", e)
	}
	h.keep(told{N: 1, Title: "less", Count: 2})
	if !e.New || h.news != 1 {
		t.Error("said again is no news")
	}
	for i := range 10 * maxPast {
		h.keep(told{N: i + 2, Kind: Error, Title: "lies"})
	}
	if len(h.list) > 2*maxPast {
		t.Errorf("%d errors of a page are kept", len(h.list))
	}
}
