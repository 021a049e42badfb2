package tabs_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/tabs"
)

// TestTAB25AtOnce: of the user's choice and the server's, made at once, the user's
// holds; one that comes later holds in any case.
func TestTAB25AtOnce(t *testing.T) {
	url, current := serve(t, letters)
	proxy := browsertest.NewProxy(t, url)
	u := visit(t, proxy.URL, current, browsertest.Expect("ERR_"), browsertest.Expect("WebSocket"))
	proxy.Refuse(true)
	proxy.Cut()
	u.Wait(`document.documentElement.dataset.omg === "lost"`)
	u.Run(`document.querySelector("[data-id=b]").click()`)
	u.showsHere("b")
	u.do(t, func(ctx context.Context) error { return u.form.Select(ctx, "c") })
	proxy.Refuse(false)
	u.WaitConnected()
	u.shows("b")
	if got := u.form.Selected(); got != "b" {
		t.Errorf("the server shows %s", got)
	}
	u.do(t, func(ctx context.Context) error { return u.form.Select(ctx, "c") })
	u.shows("c")
}

// TestTAB25Refused: the page goes back where it was, and says why.
func TestTAB25Refused(t *testing.T) {
	u := open(t, func() *tabs.Form {
		f := letters()
		f.OnSelect = func(_ context.Context, _, id string) error {
			if id == "b" {
				return bridge.UserError("", "Save first.")
			}
			return nil
		}
		return f
	})
	u.Expect("Save first.")
	u.Run(`document.querySelector("[data-id=b]").click()`)
	u.WaitText("[data-omg=error]", "Save first.")
	u.shows("a")
	u.Click("[data-id=c]")
	u.shows("c")
}

func TestTAB27Hash(t *testing.T) {
	url, current := serve(t, func() *tabs.Form { f := letters(); f.Hash = "tab"; return f })
	u := visit(t, url+"#tab=b", current)
	u.shows("b")
	u.Click("[data-id=c]")
	u.Wait(`location.hash == "#tab=c"`)
	u.shows("c")
	u.Run(`window.entries = history.length; location.hash = "#tab=a"`)
	u.shows("a")
	u.Run(`history.back()`)
	u.shows("c")
	u.Run(`location.hash = "#tab=nowhere"`)
	u.shows("c")
	u.do(t, func(ctx context.Context) error { return u.form.Select(ctx, "b") })
	u.shows("b")
	u.Wait(`location.hash == "#tab=b"`)
}

func TestTAB27Back(t *testing.T) {
	u := open(t, func() *tabs.Form { f := letters(); f.Hash, f.History = "tab", true; return f })
	u.Click("[data-id=b]")
	u.shows("b")
	u.Click("[data-id=c]")
	u.shows("c")
	u.Run(`history.back()`)
	u.shows("b")
	u.Run(`history.back()`)
	u.shows("a")
	u.Run(`history.forward()`)
	u.shows("b")
}

// TestTAB28Found: the browser's search says beforematch to what it found text in.
func TestTAB28Found(t *testing.T) {
	u := open(t, letters)
	u.try("hidden until found", `[...document.querySelectorAll("[role=tabpanel][hidden]")].every((p) => p.hidden == "until-found")`)
	u.Run(`document.querySelector("[role=tabpanel]:nth-child(2)").dispatchEvent(new Event("beforematch", { bubbles: true }))`)
	u.shows("b")
	u.Run(`location.hash = "#go"`) // a link into a hidden panel
	u.shows("c")
}

func chapters() *tabs.Form {
	f := tabs.New("Chapters")
	for i := range 50 {
		f.Add(tabs.Tab{ID: fmt.Sprint("c", i), Title: fmt.Sprint("Chapter ", i)})
	}
	f.Select(context.Background(), "c30")
	return f
}

// inRow tells whether the selected tab can be seen whole.
const inRow = `(() => { const l = document.querySelector("[data-part=list]").getBoundingClientRect(), t = document.querySelector("[aria-selected=true]").getBoundingClientRect();
	return t.left >= l.left - 1 && t.right <= l.right + 1 })()`

func TestTAB29Overflow(t *testing.T) {
	for _, dir := range []string{"ltr", "rtl"} {
		t.Run(dir, func(t *testing.T) {
			url, current := serve(t, chapters)
			u := visit(t, url+"?dir="+dir, current, browsertest.Size(800, 600))
			u.Wait(inRow)
			u.Wait(`document.querySelector("[data-omg=tabs]").dataset.more == "back forward"`)
			u.try("the buttons are hidden from those who hear", `[...document.querySelectorAll("[data-part=bar] > button")].every((b) => b.ariaHidden == "true" && b.tabIndex == -1)`)
			u.try("the page does not scroll sideways", `document.documentElement.scrollWidth <= innerWidth`)
			u.Axe()
			u.Run(`document.querySelector("[aria-selected=true]").focus()`)
			u.press(kb.End)
			u.shows("c49")
			u.Wait(inRow)
			u.Wait(`document.querySelector("[data-omg=tabs]").dataset.more == "back "`)
			u.press(kb.Home)
			u.shows("c0")
			u.Wait(inRow)
			u.Run(`window.at = document.querySelector("[data-part=list]").scrollLeft`)
			u.mouse("[data-part=forward]")
			u.Wait(`Math.abs(document.querySelector("[data-part=list]").scrollLeft - window.at) > 200`)
			u.focus("[data-id=c0]")
		})
	}
}

func TestTAB29Narrow(t *testing.T) {
	u := open(t, chapters, browsertest.Size(320, 256))
	u.Wait(`document.querySelector("[data-part=bar] select").value == document.querySelector("[aria-selected=true]").id`)
	u.try("no wider than the window", `document.documentElement.scrollWidth <= innerWidth`)
	u.Axe()
	u.Run(`(() => { const s = document.querySelector("[data-part=bar] select"); s.value = document.querySelector("[data-id=c7]").id; s.dispatchEvent(new Event("change", { bubbles: true })) })()`)
	u.shows("c7")
	u.do(t, func(ctx context.Context) error { return u.form.Select(ctx, "c9") })
	u.shows("c9")
	u.Wait(`document.querySelector("[data-part=bar] select").selectedOptions[0].text == "Chapter 9"`)
	u.Page.Do(chromedp.EmulateViewport(800, 600))
	u.Wait(`!document.querySelector("[data-part=bar] select") && getComputedStyle(document.querySelector("[data-part=list]")).visibility == "visible"`)
}

func TestTAB30Hostile(t *testing.T) {
	const evil = `<img src=x onerror=alert(1)>`
	u := open(t, func() *tabs.Form {
		return tabs.New(evil,
			tabs.Tab{ID: "a", Title: evil, Closable: true, Badge: evil, Content: tabs.Text(evil)},
			tabs.Tab{ID: "b", Title: "B", Heading: html(`<em>Bee</em>`), Content: html(`<b id="bold">bold</b>`)})
	})
	u.try("text", `!document.querySelector("img") && document.querySelector("[data-id=a] > span").textContent.startsWith("<img")`)
	u.try("templates", `document.querySelector("[data-id=b] em").textContent == "Bee" && !!document.querySelector("#bold")`)
	u.form.Rename("a", evil+evil)
	u.Wait(`document.querySelector("[data-id=a] > span").textContent.split("<img").length == 3`)
	u.try("still text", `!document.querySelector("img")`)
}

func TestDrag(t *testing.T) {
	for _, dir := range []string{"ltr", "rtl"} {
		url, current := serve(t, closables)
		u := visit(t, url+"?dir="+dir, current)
		x, y := u.middle("[data-id=a]")
		toX, toY := u.middle("[data-id=c]")
		step := func(kind input.DispatchMouseEventType, x, y float64) {
			u.Page.Do(chromedp.MouseEvent(kind, x, y, chromedp.ButtonLeft))
		}
		step(input.DispatchMouseEventTypeMousePressed, x, y)
		step(input.DispatchMouseEventTypeMouseMoved, (x+toX)/2, y)
		u.Wait(`document.querySelector("[data-state=dragged]")`)
		step(input.DispatchMouseEventTypeMouseMoved, toX+(toX-x)/4, toY)
		u.Wait(`document.querySelector("[data-part=item]:has([data-id=c])").dataset.drop == "after"`)
		step(input.DispatchMouseEventTypeMouseReleased, toX+(toX-x)/4, toY)
		u.Wait(order("b c a"))
		u.Wait(`!document.querySelector("[data-state=dragged], [data-drop=after]")`)
	}
}

// TestSurvivesCuts: a form works on after its page was away.
func TestSurvivesCuts(t *testing.T) {
	url, current := serve(t, letters)
	proxy := browsertest.NewProxy(t, url)
	u := visit(t, proxy.URL, current, browsertest.Expect("ERR_"), browsertest.Expect("WebSocket"))
	for _, id := range []string{"b", "c", "a"} {
		u.Run(`document.querySelector("[data-id=` + id + `]").click()`)
		proxy.Cut()
		u.WaitConnected()
		u.shows(id)
	}
}

// TestLooks: forced colours, reduced motion, print and no script.
func TestLooks(t *testing.T) {
	url, current := serve(t, func() *tabs.Form { f := letters(); f.PrintAll = true; return f })
	u := visit(t, url, current, browsertest.ReducedMotion())
	u.try("nothing moves", `document.getAnimations().every((a) => a.effect.getComputedTiming().duration <= 1)`)
	u.Page.Do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
		return err
	}))
	u.try("all is printed", `[...document.querySelectorAll("[role=tabpanel]")].every((p) => p.checkVisibility({ contentVisibilityAuto: true }) && p.getBoundingClientRect().height > 10)`)
	still := browsertest.Open(t, url, browsertest.NoScript())
	still.Wait(`[...document.querySelectorAll("[role=tabpanel]")].every((p) => p.getBoundingClientRect().height > 10)`)
}
