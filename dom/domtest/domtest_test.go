package domtest_test

import (
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/omg-go/omg/dom"
	"github.com/omg-go/omg/dom/domtest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

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
