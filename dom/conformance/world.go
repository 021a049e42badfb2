package conformance

import (
	"context"
	"strconv"
	"time"

	"github.com/omg-go/omg/dom"
)

//omg:browser
func world() []Case {
	return []Case{
		{"timers in order", func(ctx context.Context, _ dom.Element) string {
			log, done := "", make(chan bool)
			// Far apart: a busy machine may take its time between two lines.
			dom.After(900*time.Millisecond, func() { close(done) })
			dom.After(300*time.Millisecond, func() { log += "b" })
			dom.After(300*time.Millisecond, func() { log += "c" })
			dom.After(0, func() { log += "a" })
			dom.After(5*time.Millisecond, func() { log += "x" })()
			<-done
			return log
		}},
		{"every", func(ctx context.Context, _ dom.Element) string {
			n, third := 0, make(chan bool)
			var stop func()
			stop = dom.Every(2*time.Millisecond, func() {
				if n++; n == 3 {
					stop()
					close(third)
				}
			})
			settle()
			<-third
			settle()
			return strconv.Itoa(n)
		}},
		{"a frame", func(_ context.Context, _ dom.Element) string {
			at := make(chan float64, 1)
			dom.Frame(func(now float64) { at <- now })
			return yes(<-at > 0)
		}},
		{"removed, also with what it is in", func(_ context.Context, at dom.Element) string {
			box := add(at, "div")
			b, log := add(box, "b"), ""
			dom.OnRemove(b, func() { log += "b" })
			dom.OnRemove(box, func() { log += "d" })
			dom.OnRemove(b, func() { log += "x" })()
			at.Append(box)
			settle()
			log += "-"
			box.Remove()
			settle()
			at.Append(box)
			box.Remove()
			settle()
			return log
		}},
		{"changed in what was named", func(_ context.Context, at dom.Element) string {
			box, log := add(at, "div"), ""
			b := add(box, "b")
			stop := dom.OnChange(box, []string{"hidden", "title"}, func() { log += "c" })
			for _, name := range []string{"title", "hidden", "lang"} {
				b.SetAttr(name, "")
			}
			settle()
			log += "-"
			b.SetAttr("lang", "en")
			settle()
			b.Remove()
			settle()
			stop()
			box.RemoveAttr("title")
			box.SetAttr("title", "")
			settle()
			return log
		}},
		{"when it has a size", func(_ context.Context, at dom.Element) string {
			at.SetStyle("width", "40px")
			at.SetStyle("height", "20px")
			log := ""
			dom.WhenVisible(at, func() { log += "1" })
			at.SetHidden(true)
			dom.WhenVisible(at, func() { log += "2" })
			dom.WhenVisible(at, func() { log += "x" })()
			log += "-"
			settle()
			at.SetHidden(false)
			settle()
			return log
		}},
		{"sizes", func(_ context.Context, at dom.Element) string {
			at.SetStyle("width", "40px")
			at.SetStyle("height", "20px")
			log := ""
			stop := dom.OnResize(at, func(w, h int) { log += strconv.Itoa(w) + "x" + strconv.Itoa(h) + " " })
			settle()
			at.SetStyle("width", "41px")
			settle()
			stop()
			at.SetStyle("width", "42px")
			settle()
			return log
		}},
		{"storage", func(_ context.Context, _ dom.Element) string {
			s := dom.PerTab()
			s.Clear()
			err := s.Set("é", "😀")
			_ = s.Set("b", "")
			v, ok := s.Get("é")
			_, none := s.Get("none")
			result := join(yes(err == nil), v, yes(ok), yes(none), s.GetOr("none", "or"), "["+s.GetOr("b", "or")+"]", strconv.Itoa(len(s.Names())))
			s.Remove("b")
			s.Clear()
			return join(result, strconv.Itoa(len(s.Names())))
		}},
		{"hashes", func(_ context.Context, _ dom.Element) string {
			log := ""
			dom.SetHash("one")
			stop := dom.RegisterHash("#one", func() { log += "a" })
			other := dom.RegisterHash("two", func() { log += "b" })
			log += "-"
			settle()
			dom.SetHash("#two")
			until(func() bool { return log == "a-b" })
			dom.Back()
			until(func() bool { return log == "a-ba" })
			stop()
			other()
			return join(log, dom.Hash())
		}},
		{"the back button", func(_ context.Context, _ dom.Element) string {
			log, moves := "", 0
			defer dom.Window().On("popstate", func(dom.Event) { moves++ })()
			enable := dom.DisableBack(func() { log += "x" })
			dom.Back()
			until(func() bool { return moves == 2 }) // there, and forward again
			hash := dom.Hash()
			dom.Back()
			until(func() bool { return moves == 4 })
			enable()
			until(func() bool { return moves == 5 })
			return join(log, hash, dom.HistoryState().String())
		}},
		{"history states", func(_ context.Context, _ dom.Element) string {
			path := dom.Path()
			dom.Replace(dom.Of("one"), path)
			dom.Push(dom.Of(map[string]any{"n": 2}), path+"?q=1")
			result := join(dom.HistoryState().Get("n").String(), dom.Query())
			dom.Back()
			until(func() bool { return dom.Query() == "" })
			return join(result, dom.HistoryState().String(), "["+dom.Query()+"]")
		}},
		{"the lock of scrolling", func(_ context.Context, _ dom.Element) string {
			a, b := dom.LockScroll(), dom.LockScroll()
			a()
			a()
			held := dom.Root().Style("overflow")
			b()
			return join(held, "["+dom.Root().Style("overflow")+"]")
		}},
		{"a script that is not there", func(ctx context.Context, _ dom.Element) string {
			err := dom.LoadScript(ctx, "/there/is/none.js")
			return yes(err != nil)
		}},
		{"a media query", func(_ context.Context, _ dom.Element) string {
			log := ""
			stop := dom.OnMedia("(max-width: 1px)", func(on bool) { log += yes(on) })
			stop()
			return join(log, yes(dom.Media("(max-width: 1px)")))
		}},
		{"the clock", func(_ context.Context, _ dom.Element) string {
			before := dom.Now()
			settle()
			return yes(dom.Now() > before)
		}},
		{"the title", func(_ context.Context, _ dom.Element) string {
			old := dom.Title()
			dom.SetTitle("a <b> é")
			title := dom.Title()
			dom.SetTitle(old)
			return title
		}},
	}
}

// settle lets the page do what it has to do: draw, which a busy browser does late,
// and run what follows from it.
//
//omg:browser
func settle() {
	done := make(chan bool)
	dom.Frame(func(float64) { dom.After(60*time.Millisecond, func() { close(done) }) })
	<-done
}

// until waits for what a busy browser takes its time for, half a minute at most, and
// then for what follows from it.
//
//omg:browser
func until(ok func() bool) {
	for range 400 {
		settle()
		if ok() {
			return
		}
	}
}
