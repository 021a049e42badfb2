package widget_test

import (
	"runtime"
	"testing"
	"weak"

	"github.com/omg-go/omg/widget/widgettest"
)

// What a drawing needed stays, but not what was drawn.
func TestPassKeepsNothingAlive(t *testing.T) {
	var gone []weak.Pointer[sheet]
	t.Run("session", func(t *testing.T) {
		s := newSheet("<ul></ul>")
		page := widgettest.Mount(t, s)
		s.html = "<ul>@0@1@2</ul>"
		s.Redraw()
		page.Flush()
		s.html = "<ul>@3</p>"
		s.Redraw()
		if page.Flush(); page.Err() == nil {
			t.Error("an end tag of another element is fine")
		}
		gone = append(gone, weak.Make(s), weak.Make(s.kids[0]), weak.Make(s.kids[3]))
	})
	for range 3 {
		runtime.GC()
	}
	for i, p := range gone {
		if p.Value() != nil {
			t.Errorf("widget %d of an ended session is still there", i)
		}
	}
}
