package domtest_test

import (
	"fmt"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/omg-go/omg/internal/leak"

	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/dom/domtest"
)

func TestMain(m *testing.M) { leak.Main(m) }

func TestParallelTestsHaveThePageInTurn(t *testing.T) {
	var inside atomic.Int32
	for i := range 8 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			page := domtest.New(t, `<p></p>`)
			if inside.Add(1) != 1 {
				t.Error("two tests have a page at once")
			}
			defer inside.Add(-1)
			page.Find("p").SetText(t.Name())
			time.Sleep(time.Millisecond)
			if got := page.HTML(); got != "<p>"+t.Name()+"</p>" {
				t.Error(got)
			}
		})
	}
}

func TestSubtestsHavePagesOfTheirOwn(t *testing.T) {
	outer := domtest.New(t, "outer")
	for i := range 4 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			domtest.New(t, "first")
			inner := domtest.New(t, "inner")
			dom.Body().SetText(fmt.Sprint(i))
			if inner.HTML() != fmt.Sprint(i) {
				t.Error(inner.HTML())
			}
		})
	}
	if outer.HTML() != "outer" {
		t.Error(outer.HTML())
	}
}

func TestWholeDocuments(t *testing.T) {
	page := domtest.New(t, `<!doctype html><html lang=en><head><title>T</title><body class=b><p>x`)
	if dom.Title() != "T" || dom.Root().Attr("lang") != "en" || !dom.Body().Class("b") || page.HTML() != "<p>x</p>" {
		t.Error(dom.Root().HTML())
	}
}

func TestHTMLAsBrowsersSerializeIt(t *testing.T) {
	const html = `<p title="&quot;'">"&amp;&lt;'&nbsp;</p><!--c--><br><style>a>b</style><svg viewBox="0"><path></path></svg>`
	if got := domtest.New(t, html).HTML(); got != html {
		t.Error(got)
	}
}

// Handlers may change the page, and timers of the real clock may run, while the
// test looks: the race detector has nothing to say.
func TestTheRealClock(t *testing.T) {
	page := domtest.New(t, `<p></p>`)
	p, done := page.Find("p"), make(chan bool)
	dom.After(time.Millisecond, func() {
		for range 100 {
			p.AppendText("x")
		}
		close(done)
	})
	for len(page.HTML()) < 50 {
		p.SetAttr("n", fmt.Sprint(len(p.Text())))
	}
	<-done
}

func TestDetails(t *testing.T) {
	page := domtest.New(t, `<details><summary>s</summary>x</details>`)
	page.Press(page.Find("summary"), " ")
	if !page.Find("details").HasAttr("open") {
		t.Error(page.HTML())
	}
}

func TestSetHTMLIsAPatch(t *testing.T) {
	page := domtest.New(t, `<ul><li>a</ul>`)
	removed := 0
	dom.OnRemove(page.Find("li"), func() { removed++ })
	page.SetHTML(page.Find("ul"), `<li>b<li>c`)
	if page.HTML() != "<ul><li>b</li><li>c</li></ul>" || removed != 1 {
		t.Error(page.HTML(), removed)
	}
}

// TestTask: what a task causes comes after it, however slow it is, and neither
// needs a lock.
func TestTask(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		page := domtest.New(t, `<p></p>`)
		p, log := page.Find("p"), ""
		note := func(what string) func() { return func() { log += what } }
		page.Task(func() {
			dom.OnChange(p, []string{"class"}, note(" changed"))
			dom.After(time.Millisecond, note(" timer"))
			p.SetAttr("class", "a")
			page.Task(page.Wait)
			time.Sleep(time.Second)
			log += "task"
		})
		page.Pass(0)
		page.Task(note(" next"))
		// A timer that was due all the time may come before the observer.
		if log != "task changed timer next" && log != "task timer changed next" {
			t.Error(log)
		}
	})
}

func TestTaskThatFails(t *testing.T) {
	page := domtest.New(t, `<p></p>`)
	func() {
		defer func() { recover() }()
		page.Task(func() { panic("broken") })
	}()
	ran := false
	page.Task(func() { ran = true })
	if page.Wait(); !ran {
		t.Error("no task after one that failed")
	}
}

// TestTaskThatWaits: a wait of package dom lets the rest of the page run.
func TestTaskThatWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		page := domtest.New(t, `<p></p>`)
		log := ""
		page.Task(func() {
			dom.After(time.Second, func() { log += "timer " })
			page.Find("p").SetText("x")
			dom.OnChange(page.Find("p"), nil, func() { log += "changed " })
			page.Find("p").SetText("y")
			dom.NewPromise(func() (any, error) {
				time.Sleep(time.Minute)
				return nil, nil
			}).Await(t.Context())
			log += "task"
		})
		if log != "changed timer task" {
			t.Error(log)
		}
	})
}
