package notify_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/notify"
	"github.com/omg-go/omg/server"
	"github.com/omg-go/omg/widget"
)

// soon has pages come back at once.
var soon = server.Options{Limits: bridge.Limits{Jitter: 10 * time.Millisecond}}

func keys(p *browsertest.Page, text string) { p.Do(chromedp.KeyEvent(text)) }

// axTree returns what assistive technology finds: a line "role name" for each node.
func axTree(p *browsertest.Page) string {
	var out strings.Builder
	p.Do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		tree, err := cdp.Call(ctx, target, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		if err != nil {
			return err
		}
		for _, n := range tree.Nodes {
			if !n.Ignored && n.Role != nil && n.Name != nil {
				fmt.Fprintf(&out, "%s %s\n", strings.Trim(string(n.Role.Value), `"`), strings.TrimSpace(strings.Trim(string(n.Name.Value), `"`)))
			}
		}
		return nil
	}))
	return out.String()
}

// hear has the page keep what live regions say.
const hear = `window.said = []; new MutationObserver((records) => {
	for (const r of records) {
		const e = (r.target.closest ? r.target : r.target.parentElement)?.closest("[role=status], [role=alert]")
		if (e?.textContent.trim()) said.push(e.getAttribute("role") + ": " + e.textContent.trim())
	}
}).observe(document, { subtree: true, childList: true, characterData: true })`

func TestNTF01EmptyRegionAtLoad(t *testing.T) {
	_, p := open(t, &host{})
	if n := p.Count("[data-omg=notify] li[data-omg]"); n != 0 {
		t.Errorf("%d notifications", n)
	}
	if tree := axTree(p); !strings.Contains(tree, "region Notifications (F8)\n") {
		t.Errorf("no landmark in:\n%s", tree)
	}
	if said := browsertest.Eval[string](p, `[...document.querySelectorAll("[data-omg=notify] :is([role=status], [role=alert])")].map((e) => e.textContent).join("")`); said != "" {
		t.Errorf("the region says %q", said)
	}
}

func TestNTF02AnnouncedOnce(t *testing.T) {
	ctx, p := open(t, &host{})
	p.Run(hear)
	notify.Show(ctx, notify.Note{Kind: notify.Success, Title: "Saved", Text: "All of it", Actions: []notify.Action{{Label: "Undo"}}})
	p.Wait(`said.join() === "status: Saved: All of it"`)
	notify.Show(ctx, notify.Note{Kind: notify.Error, Title: "Lost"})
	p.Wait(`said.join() === "status: Saved: All of it,alert: Lost"`)
	tree := axTree(p)
	for _, want := range []string{"StaticText Success:", "StaticText Error:", "button Undo", "button Close"} {
		if !strings.Contains(tree, want+"\n") {
			t.Errorf("no %q in:\n%s", want, tree)
		}
	}
}

func TestNTF03And04Keyboard(t *testing.T) {
	ctx, p := open(t, &host{})
	p.Type("#text", "ab")
	for _, title := range []string{"One", "Two", "Three"} {
		notify.Show(ctx, notify.Note{Title: title, Actions: []notify.Action{{Label: "Do " + title}}})
		shown(p, title)
		focused(p, "document.querySelector('#text')") // NTF-03
	}
	keys(p, "c")
	p.Wait(`document.querySelector("#text").value === "abc"`)
	keys(p, kb.F8)
	focused(p, toast("Three"))
	var order []string
	for range 6 {
		keys(p, kb.Tab)
		order = append(order, browsertest.Eval[string](p, `document.activeElement.getAttribute("aria-label") || document.activeElement.textContent`))
	}
	if got := strings.Join(order, ", "); got != "Do Three, Close, Do Two, Close, Do One, Close" {
		t.Errorf("Tab visits %s", got)
	}
	keys(p, kb.F8)
	focused(p, toast("Three"))
	keys(p, kb.Escape)
	gone(p, "Three")
	focused(p, toast("Two"))
	keys(p, kb.Tab)
	keys(p, kb.Enter) // its action
	gone(p, "Two")
	focused(p, toast("One"))
	keys(p, kb.Escape)
	gone(p, "One")
	focused(p, "document.querySelector('#text')")
	p.Wait(`!document.querySelector("[data-omg=notification][data-kind]")`)
}

// clock is the animation that measures a timeout.
const clock = `[...document.querySelectorAll("[data-part=timer][style]")].map((e) => e.getAnimations()[0])[0]`

// slow has the page's clocks take a thousand times as long, so that no notification
// goes before a busy machine has looked at it.
const slow = `addEventListener("animationstart", ({ target }) => {
	if (target.matches("[data-part=timer]")) target.getAnimations().forEach((a) => { a.playbackRate = 1e-3 })
}, true)`

func TestNTF05To07Timeout(t *testing.T) {
	ctx, p := open(t, &host{}, browsertest.Before(slow))
	notify.Show(ctx, notify.Note{Title: "Sticky"})
	n := notify.Show(ctx, notify.Note{Title: "Brief", Timeout: time.Second})
	never := []*notify.Notification{
		notify.Show(ctx, notify.Note{Kind: notify.Error, Title: "Error", Timeout: time.Second}),
		notify.Show(ctx, notify.Note{Title: "Question", Timeout: time.Second, Actions: []notify.Action{{Label: "Yes"}}}),
	}
	p.Run(`document.querySelectorAll("details").forEach((e) => e.open = true)`)
	shown(p, "Brief")
	p.Wait(clock + `?.effect.getTiming().duration === 5041 && ` + clock + `.playbackRate < 1`) // five seconds, and for five letters
	if n := p.Count("[data-part=timer][style]"); n != 1 {
		t.Errorf("%d clocks for one timeout (NTF-05, NTF-07)", n)
	}
	state := func(want string) { p.Wait(clock + `.playState === "` + want + `"`) }
	state("running")
	x, y := p.Middle(toast("Brief"))
	p.Do(chromedp.MouseEvent("mouseMoved", x, y))
	state("paused")
	p.Do(chromedp.MouseEvent("mouseMoved", 10, 10))
	state("running")
	p.Run(toast("Sticky") + `.focus()`)
	state("paused")
	p.Run(`document.activeElement.blur()`)
	state("running")
	p.Run(`document.hasFocus = () => false; document.dispatchEvent(new Event("visibilitychange")); window.at = ` + clock + `.currentTime`)
	state("paused")
	p.Run(`delete document.hasFocus; document.dispatchEvent(new Event("visibilitychange"))`)
	p.Wait(clock + `.playState === "running" && Math.abs(` + clock + `.currentTime - at) < 1000`)
	p.Run(`document.documentElement.dataset.omg = "lost"`)
	state("paused")
	p.Run(`document.documentElement.dataset.omg = "connected"`)
	p.Run(`(c => { c.playbackRate = 1; c.currentTime = 5030 })(` + clock + `)`)
	gone(p, "Brief")
	wait(t, n.Done())
	if n.Reason() != notify.TimedOut {
		t.Errorf("closed because of %v", n.Reason())
	}
	shown(p, "Sticky")
	for _, n := range never {
		if n.Reason() != notify.Open {
			t.Errorf("%v closed by itself", n)
		}
	}
}

func wait(t *testing.T, done <-chan struct{}) {
	t.Helper()
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatal("waited too long")
	}
}

// mouse clicks the middle of the expression's element, as a hand does.
func mouse(p *browsertest.Page, element string) {
	p.Do(chromedp.MouseClickXY(p.Middle(element)))
}

const region = `document.querySelector("[data-omg=notify]")`

func TestNTF12OverAModal(t *testing.T) {
	ctx, p := open(t, &host{})
	p.Expect("focus lost with <button id=\"drop\"") // the drawing drops the dialog of the page round it
	p.Run(hear)
	notify.Show(ctx, notify.Note{Title: "Before"})
	shown(p, "Before")
	p.Wait(`said.join() === "status: Before"`)
	in := func(where string) {
		t.Helper()
		p.Wait(region + `.matches(":popover-open") && ` + region + `.parentElement === ` + where)
	}
	p.Run(`a.showModal()`)
	in("a")
	p.Run(`b.showModal()`)
	in("b")
	notify.Show(ctx, notify.Note{Title: "During"})
	shown(p, "During")
	p.Wait(`said.join() === "status: Before,status: During"`)
	if tree := axTree(p); !strings.Contains(tree, "StaticText During\n") {
		t.Errorf("not to be found:\n%s", tree)
	}
	mouse(p, toast("Before")+`.querySelector("[data-part=dismiss]")`)
	gone(p, "Before")
	keys(p, kb.F8)
	focused(p, toast("During"))
	keys(p, kb.Escape) // the notification, not the dialog
	gone(p, "During")
	p.Wait(`b.open && document.activeElement === b.querySelector("button")`)
	p.Run(`b.close()`)
	in("a")
	keys(p, kb.Escape)
	p.Wait(`!a.open`)
	in("document.body")
	p.Run(`c.showModal()`)
	in("c")
	p.Click("#drop") // the drawing drops it while it is open
	p.Wait(`!document.querySelector("#c")`)
	in("document.body")
	notify.Show(ctx, notify.Note{Title: "After"})
	shown(p, "After")
	p.Click("#first")
}

// swipe pushes the expression's element aside with a finger.
const swipe = `window.swipe = (e, by) => {
	const at = (type, x) => e.dispatchEvent(new PointerEvent(type, { pointerId: 7, pointerType: "touch", clientX: x, bubbles: true }))
	at("pointerdown", 100); at("pointermove", 100 + by); at("pointerup", 100 + by)
}`

func TestNTF09WhatRemindsAndWhatDoesNot(t *testing.T) {
	ctx, p := open(t, &host{})
	p.Expect("focus lost with <li") // nothing had the focus before the notification got it
	p.Run(swipe)
	ways := map[notify.Reason][]func(n *notify.Notification){
		notify.Dismissed: {
			func(*notify.Notification) { p.Run(toast("N") + `.querySelector("[data-part=dismiss]").click()`) },
			func(*notify.Notification) { p.Run(toast("N") + `.focus()`); keys(p, kb.Escape) },
			func(*notify.Notification) { p.Run(`swipe(` + toast("N") + `, 60)`) },
			func(*notify.Notification) { p.Run(`swipe(` + toast("N") + `, -60)`) },
		},
		notify.Acted:     {func(*notify.Notification) { p.Run(toast("N") + `.querySelector("[data-part=actions] button").click()`) }},
		notify.Withdrawn: {(*notify.Notification).Close},
	}
	for reason, list := range ways {
		for i, way := range list {
			closed := make(chan notify.Reason, 9)
			n := notify.Show(ctx, notify.Note{Title: "N", Key: "n", Period: time.Millisecond, Actions: []notify.Action{{Label: "Act"}},
				Check:  func(context.Context) (bool, error) { return len(closed) < 2, nil },
				Closed: func(_ context.Context, why notify.Reason) { closed <- why }})
			shown(p, "N")
			way(n)
			if got := <-closed; got != reason {
				t.Errorf("%v %d: closed because of %v", reason, i, got)
			}
			if reason != notify.Withdrawn {
				shown(p, "N") // again
				n.Close()
			}
			wait(t, n.Done())
			gone(p, "N")
		}
	}
	notify.Show(ctx, notify.Note{Title: "N"})
	shown(p, "N")
	p.Run(`swipe(` + toast("N") + `, 20)`)
	shown(p, "N")
}

func TestNTF10UpdateKeepsFocus(t *testing.T) {
	ctx, p := open(t, &host{})
	n := notify.Show(ctx, notify.Note{Kind: notify.Busy, Title: "Loading", Actions: []notify.Action{{Label: "Stop"}}})
	shown(p, "Loading")
	p.Run(`window.was = ` + toast("Loading") + `; was.querySelector("[data-part=actions] button").focus()`)
	for _, done := range []float64{0, 0.4, 1.5} {
		n.Progress(done)
		p.Wait(fmt.Sprintf(`was.querySelector("progress")?.value === %v`, min(done, 1)))
	}
	n.Update(func(note *notify.Note) { note.Kind, note.Title = notify.Success, "Loaded" })
	n.Progress(-1)
	shown(p, "Loaded")
	p.Wait(toast("Loaded") + ` === was && was.contains(document.activeElement) && !was.querySelector("progress") && was.dataset.kind === "success"`)
}

func TestNTF11Flood(t *testing.T) {
	ctx, p := open(t, &host{})
	p.Run(hear)
	const many = 10_000
	start := time.Now()
	for i := range many {
		kind := notify.Info
		if i%1000 == 0 {
			kind = notify.Error
		}
		notify.Show(ctx, notify.Note{Kind: kind, Title: fmt.Sprintf("Letter %d", i+1)})
	}
	shown(p, "Letter 10000")
	if n := browsertest.Eval[int](p, `document.querySelectorAll("[data-omg=notification]").length`); n > 20 {
		t.Errorf("%d notifications in the page", n)
	}
	if n := browsertest.Eval[int](p, `[...document.querySelectorAll("[data-omg=notification]")].filter((e) => e.offsetWidth).length`); n != 3 {
		t.Errorf("%d are shown at once", n)
	}
	if n := notify.Unseen(ctx); n != many {
		t.Errorf("%d are counted", n)
	}
	p.WaitText("[data-omg=notify-center] [data-part=badge]", "99+")
	p.Wait(`said.some((s) => /^status: \d+ new notifications$/.test(s))`)
	n := browsertest.Eval[int](p, `said.length`)
	if took := time.Since(start); n > 6+2*int(took.Seconds()) { // one a second of each sort
		t.Errorf("%d announcements in %v", n, took)
	}
	p.Click("summary")
	p.Wait(`[...document.querySelectorAll("[data-omg=notification]:not([hidden])")].every((e) => e.offsetWidth)`)
	p.Click("[data-omg=notify-center] > button")
	p.Wait(`document.querySelectorAll("[data-omg=notify-center] li").length === 20`)
	for i := range 40 { // no error is lost, however old
		if p.Count(`[data-omg=notify-center] li[data-kind=error]`) == 10 {
			break
		}
		n := p.Count("[data-omg=notify-center] li")
		if p.Count("[data-part=older]") == 0 {
			t.Fatalf("only %d errors in the history of %d, after %d pages", p.Count(`[data-omg=notify-center] li[data-kind=error]`), n, i)
		}
		p.Run(`document.querySelector("[data-part=older]").click()`)
		p.Wait(fmt.Sprintf(`document.querySelectorAll("[data-omg=notify-center] li").length > %d`, n))
	}
	p.Run(`document.querySelector("[data-omg=notify] > div > button").click()`) // close all
	p.Wait(`!document.querySelector("[data-omg=notification]:not([hidden])")`)
}

func TestNTF13EqualOnesAreCounted(t *testing.T) {
	ctx, p := open(t, &host{bare: true})
	for range 4 {
		notify.Show(ctx, notify.Note{Title: "Again"})
	}
	p.Wait(`document.querySelector("[data-omg=notification] [data-part=count]")?.textContent === "×4"`)
	a := notify.Show(ctx, notify.Note{Key: "k", Title: "One"})
	b := notify.Show(ctx, notify.Note{Key: "k", Title: "Two"})
	shown(p, "Two")
	if a != b || p.Count("[data-omg=notification][data-kind]") != 2 {
		t.Error("two of one key")
	}
}

func TestNTF14ToManySessions(t *testing.T) {
	contexts := make(chan context.Context, 9)
	app, url := serve(t, soon, func() widget.Widget { return &host{ctx: contexts} })
	p := browsertest.Open(t, url)
	p.WaitConnected()
	one := <-contexts
	q, r := p.Tab(url), browsertest.Open(t, url)
	q.WaitConnected()
	r.WaitConnected()
	two := <-contexts
	notify.Join(one, "ada")
	notify.Join(two, "ada")
	notify.Show(one, notify.Note{Title: "Private"})
	notify.Send(notify.Group("ada"), notify.Note{Title: "Ada", Once: true})
	notify.Send(app.Hub().Sessions(), notify.Note{Title: "All"})
	for _, page := range []*browsertest.Page{p, q, r} {
		shown(page, "All")
	}
	shown(p, "Ada")
	shown(p, "Private")
	n := 0
	for _, page := range []*browsertest.Page{q, r} {
		n += browsertest.Eval[int](page, `+!!`+toast("Ada"))
		gone(page, "Private")
	}
	if n != 1 {
		t.Errorf("%d of the other pages show what the group was told", n)
	}
	p.Run(toast("Ada") + `.querySelector("[data-part=dismiss]").click()`)
	gone(q, "Ada")
	gone(r, "Ada")
	shown(q, "All")
}

func TestNTF08CheckWaitsForThePage(t *testing.T) {
	contexts := make(chan context.Context, 1)
	_, url := serve(t, soon, func() widget.Widget { return &host{ctx: contexts} })
	proxy := browsertest.NewProxy(t, url)
	p := browsertest.Open(t, proxy.URL, browsertest.Expect("ERR_"), browsertest.Expect("WebSocket"))
	p.WaitConnected()
	ctx := <-contexts
	const period = time.Second
	asked, dismissed := make(chan bool, 9), make(chan bool, 9)
	notify.Show(ctx, notify.Note{Title: "N", Period: period,
		Check:  func(context.Context) (bool, error) { asked <- true; return true, nil },
		Closed: func(context.Context, notify.Reason) { dismissed <- true }})
	shown(p, "N")
	proxy.Refuse(true)
	proxy.Cut()
	p.Wait(`document.documentElement.dataset.omg === "lost"`)
	p.Run(toast("N") + `.querySelector("[data-part=dismiss]").click()`) // the server hears of it later
	gone(p, "N")
	notify.Show(ctx, notify.Note{Title: "Meanwhile"})
	proxy.Refuse(false)
	p.WaitConnected()
	shown(p, "Meanwhile")
	<-dismissed
	for away := false; !away; {
		<-asked
		shown(p, "N")
		proxy.Refuse(true)
		begun := time.Now()
		p.Run(toast("N") + `.querySelector("[data-part=dismiss]").click()`)
		<-dismissed
		proxy.Cut()
		p.Wait(`document.documentElement.dataset.omg === "lost"`)
		if away = time.Since(begun) < period; away { // else it was too slow to tell anything
			select {
			case <-asked:
				t.Error("the check was asked while the page was away")
			case <-time.After(2 * period):
			}
		}
		proxy.Refuse(false)
		p.WaitConnected()
	}
	<-asked
	shown(p, "N")
}

func TestNTF15And16Looks(t *testing.T) {
	long := strings.Repeat("ab", 100)
	ctx, p := open(t, &host{}, browsertest.Size(320, 640), browsertest.ReducedMotion())
	p.Run(`document.documentElement.dir = "rtl"`)
	notify.Show(ctx, notify.Note{Title: long, Text: strings.Repeat("word ", 40), Timeout: time.Minute, Kind: notify.Warning})
	notify.Show(ctx, notify.Note{Title: "Busy", Kind: notify.Busy}).Progress(0.3)
	shown(p, long)
	shown(p, "Busy")
	if browsertest.Eval[bool](p, `document.documentElement.scrollWidth > innerWidth || [...document.querySelectorAll("[data-omg=notification] *")].some((e) => { const r = e.getBoundingClientRect(); return r.width && (r.left < 0 || r.right > innerWidth) })`) {
		t.Error("something is out of sight")
	}
	p.Wait(`document.querySelector("[data-omg=notify]").getBoundingClientRect().left === 16`) // at the end of the line
	if moves := browsertest.Eval[int](p, `document.getAnimations().filter((a) => a.animationName !== "omg-wait" && a.effect.getTiming().duration > 1 && a.playState === "running").length`); moves != 0 {
		t.Errorf("%d things move", moves)
	}
	p.Axe()
	p.Screenshot("notify-rtl")
}

// TestNTF15SafeArea: no position is below what covers the edges of a screen.
func TestNTF15SafeArea(t *testing.T) {
	ctx, p := open(t, &host{}, browsertest.Size(568, 320), browsertest.SafeArea(20, 44, 21, 44))
	for i := range 4 {
		notify.Show(ctx, notify.Note{Title: fmt.Sprint("N", i), Text: strings.Repeat("word ", 40)})
		shown(p, fmt.Sprint("N", i))
	}
	for _, at := range []string{"top end", "top start", "bottom end", "bottom start", "bottom center"} {
		p.Run(`document.querySelector("[data-omg=notify]").dataset.at = "` + at + `"`)
		if !browsertest.Eval[bool](p, `(r => r.top >= 20 && r.left >= 44 && r.right <= innerWidth - 44 && r.bottom <= innerHeight - 20)(document.querySelector("[data-omg=notify]").getBoundingClientRect())`) {
			t.Errorf("%s: below what covers the edge: %s", at, browsertest.Eval[string](p, `JSON.stringify(document.querySelector("[data-omg=notify]").getBoundingClientRect())`))
		}
	}
}

// TestTitleStandsInTheMiddle: of its line, of which the button to close is a part.
func TestTitleStandsInTheMiddle(t *testing.T) {
	ctx, p := open(t, &host{})
	notify.Show(ctx, notify.Note{Title: "Title"})
	shown(p, "Title")
	p.Wait(`document.getAnimations().every((a) => a.playState === "finished")`)
	off := browsertest.Eval[float64](p, `(y => Math.max(...["svg", "[data-part=headline]", "[data-part=dismiss]"].map((s) => Math.abs(y(s) - y("")))))
		(s => (r => r.top + r.height / 2)(document.querySelector("[data-omg=notification]" + (s && " > " + s + ", [data-omg=notification] " + s)).getBoundingClientRect()))`)
	if off > 1 {
		t.Errorf("%g pixels beside the middle", off)
	}
}
