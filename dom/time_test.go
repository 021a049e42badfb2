package dom_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/dom/domtest"
)

// bubble runs f with a page, where time is synctest's.
func bubble(t *testing.T, html string, f func(t *testing.T, page *domtest.Page)) {
	synctest.Test(t, func(t *testing.T) { f(t, domtest.New(t, html)) })
}

// U4: execute-after, with stop; U5: now.
func TestU4Timers(t *testing.T) {
	bubble(t, "", func(t *testing.T, page *domtest.Page) {
		log := ""
		dom.After(2*time.Second, func() { log += "b" })
		dom.After(time.Second, func() { log += "a" })
		for _, c := range "123456789" {
			dom.After(3*time.Second, func() { log += string(c) })
		}
		stop := dom.After(time.Second, func() { log += "x" })
		stop()
		stop()
		page.Pass(3 * time.Second)
		equal(t, "log", log, "ab123456789")
		equal(t, "now", dom.Now(), 3000.0)
	})
}

// A callback that waits does not keep the others from running.
func TestTimersWhileOneWaits(t *testing.T) {
	bubble(t, "", func(t *testing.T, page *domtest.Page) {
		next, log := make(chan bool), make(chan string, 3)
		dom.After(time.Second, func() { <-next; log <- "b" })
		dom.After(time.Second, func() { log <- "a"; close(next) })
		dom.After(2*time.Second, func() {
			promise := dom.NewPromise(func() (any, error) { return "c", nil })
			v, _ := promise.Await(t.Context())
			log <- v.String()
			equal(t, "no time goes by", dom.Now(), 2000.0)
		})
		page.Pass(2 * time.Second)
		equal(t, "log", <-log+<-log+<-log, "abc")
	})
}

func TestEvery(t *testing.T) {
	bubble(t, "", func(t *testing.T, page *domtest.Page) {
		n := 0
		var stop func()
		stop = dom.Every(time.Second, func() {
			if n++; n == 3 {
				stop()
			}
		})
		page.Pass(time.Minute)
		equal(t, "n", n, 3)
	})
}

func TestFrame(t *testing.T) {
	bubble(t, "", func(t *testing.T, page *domtest.Page) {
		at := 0.0
		dom.Frame(func(now float64) { at = now })
		dom.Frame(func(float64) { t.Error("stopped") })()
		page.Pass(time.Second)
		equal(t, "at", at, 16.0)
	})
}

func TestTimersEndWithThePage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fired := false
		t.Cleanup(func() {
			time.Sleep(time.Hour)
			synctest.Wait()
			equal(t, "fired", fired, false)
		})
		domtest.New(t, "")
		dom.After(time.Minute, func() { fired = true })
		dom.Every(time.Minute, func() { fired = true })
	})
}

// U4: ensure-element, run when visible.
func TestU4WhenVisible(t *testing.T) {
	page := domtest.New(t, `<p style="width: 1px"></p><b hidden></b>`)
	n := 0
	dom.WhenVisible(page.Find("p"), func() { n++ })
	equal(t, "at once", n, 1)
	b := page.Find("b")
	page.Place(b, dom.Rect{Width: 9, Height: 9})
	dom.WhenVisible(b, func() { n += 10 })
	stop := dom.WhenVisible(b, func() { n += 100 })
	stop()
	page.Wait()
	equal(t, "hidden", n, 1)
	b.SetHidden(false)
	page.Wait()
	b.SetHidden(true)
	b.SetHidden(false)
	page.Wait()
	equal(t, "shown, once", n, 11)
}

// U4: on-element-remove, also for nested removals.
func TestU4OnRemove(t *testing.T) {
	page := domtest.New(t, `<div><p><b></b></p></div>`)
	b, p := page.Find("b"), page.Find("p")
	n := 0
	dom.OnRemove(b, func() { n++ })
	stop := dom.OnRemove(b, func() { n += 10 })
	stop()
	page.Find("div").Append(b) // moved, not removed
	p.Append(b)
	page.Wait()
	equal(t, "moved", n, 0)
	p.Remove()
	page.Wait()
	equal(t, "nested", n, 1)
	dom.Append(p)
	p.Remove()
	page.Wait()
	equal(t, "once", n, 1)
	late := dom.Create("i")
	dom.OnRemove(late, func() { n += 100 })
	p.Append(late)
	page.Wait()
	equal(t, "not in the document yet", n, 1)
	dom.Append(late)
	page.Wait()
	late.Remove()
	page.Wait()
	equal(t, "then removed", n, 101)
}

func TestOnChange(t *testing.T) {
	page := domtest.New(t, `<div><p></p></div>`)
	div, p := page.Find("div"), page.Find("p")
	n := 0
	stop := dom.OnChange(div, []string{"hidden", "title"}, func() { n++ })
	p.SetAttr("hidden", "")
	div.SetAttr("title", "x")
	page.Wait()
	equal(t, "attributes, at once", n, 1)
	p.SetAttr("lang", "en")
	page.Wait()
	equal(t, "another attribute", n, 1)
	p.Append(dom.Create("i"))
	page.Wait()
	equal(t, "an element", n, 2)
	stop()
	p.Remove()
	page.Wait()
	equal(t, "stopped", n, 2)
}

func TestOnResizeAndOnView(t *testing.T) {
	page := domtest.New(t, `<p></p>`)
	p := page.Find("p")
	var sizes []int
	var views []bool
	stop := dom.OnResize(p, func(w, h int) { sizes = append(sizes, w*10+h) })
	dom.OnView(p, func(in bool) { views = append(views, in) })
	page.Wait()
	page.Place(p, dom.Rect{Width: 1, Height: 2})
	page.Place(p, dom.Rect{X: 9, Width: 1, Height: 2})
	page.SetInView(p, false)
	stop()
	page.Place(p, dom.Rect{Width: 3, Height: 3})
	equal(t, "sizes", len(sizes) == 2 && sizes[0] == 0 && sizes[1] == 12, true)
	equal(t, "views", len(views) == 2 && views[0] && !views[1], true)
}
