package main

import (
	"fmt"
	"testing"

	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
)

// seen is an expression for a notification that is seen and says so.
func seen(text string) string {
	return `[...document.querySelectorAll("[data-omg=notification]:not([hidden])")].find((e) => e.offsetWidth && e.textContent.includes("` + text + `"))`
}

// TestNotificationAppearsThreeTimes is the origin's example: a link within the
// notification finds it by find-widget and removes it, and it comes back until it
// has appeared three times.
func TestNotificationAppearsThreeTimes(t *testing.T) {
	p := browsertest.Open(t, serve(t, server.Options{})+"/story/notifylocal?state=none")
	p.WaitConnected()
	const text = "A notification of the page"
	p.Run(`window.appearances = 0; window.there = false; new MutationObserver(() => {
		const now = !!` + seen(text) + `
		if (now && !there) appearances++
		there = now
	}).observe(document, { subtree: true, childList: true, attributes: true })`)
	p.Click("#thrice")
	for _, left := range []string{"2", "1", "0"} {
		p.Wait(`there`)
		p.Run(seen(text) + `.querySelector("a").click()`)
		p.Wait(`!there`)
		p.WaitText("#left", left) // what the check answered when the period was over
	}
	if n := browsertest.Eval[int](p, `appearances`); n != 3 {
		t.Errorf("it appeared %d times", n)
	}
}

// slow has notifications stay a thousand times as long as they would.
const slow = `addEventListener("animationstart", ({ target }) => {
	if (target.matches("[data-part=timer]")) target.getAnimations().forEach((a) => { a.playbackRate = 1e-3 })
}, true)`

// stop has the one that counts stop once it has counted to more than that: it goes
// by itself soon.
func stop(counted float64) string {
	return fmt.Sprintf(`((n) => n?.querySelector("progress").value > %g && (n.querySelector("[data-part=actions] button").click(), true))(`, counted) + seen("Counting") + `)`
}

// TestNotificationsWithoutServer makes them while the connection is cut.
func TestNotificationsWithoutServer(t *testing.T) {
	proxy := browsertest.NewProxy(t, serve(t, soon))
	p := browsertest.Open(t, proxy.URL+"/story/notifylocal?state=mixed", browsertest.Expect("ERR_"), browsertest.Expect("WebSocket"), browsertest.Before(slow))
	p.WaitConnected()
	p.Wait(`!!` + seen("From the server"))
	p.Wait(`!!` + seen("Kept in this browser"))
	proxy.Refuse(true)
	proxy.Cut()
	p.Wait(`document.documentElement.dataset.omg === "lost"`)
	p.Run(`document.querySelector("#again").click()`) // says the same
	p.Wait(seen("Kept in this browser") + `?.textContent.includes("×2")`)
	p.Run(`document.querySelector("#count").click()`)
	p.Wait(stop(200))
	p.Wait(`!` + seen("Counting"))
	p.Run(seen("From the server") + `.querySelector("[data-part=dismiss]").click()`)
	p.Wait(`!` + seen("From the server"))
	p.Wait(`document.querySelectorAll("[data-omg=notification][w]").length === 2`) // the one that counted has gone
	proxy.Refuse(false)
	p.WaitConnected()
	p.Wait(`document.querySelectorAll("[data-omg=notification]").length === 2`)
	p.Wait(`!!` + seen("Kept in this browser"))
}

// TestNTF17HistoryOfThePage: what the page showed by itself is in the history, also
// what it showed without a connection; what the user has closed is not news.
func TestNTF17HistoryOfThePage(t *testing.T) {
	proxy := browsertest.NewProxy(t, serve(t, soon))
	p := browsertest.Open(t, proxy.URL+"/story/notifylocal?state=none", browsertest.Expect("ERR_"), browsertest.Expect("WebSocket"), browsertest.Before(slow))
	p.WaitConnected()
	const badge = "[data-omg=notify-center] [data-part=badge]"
	p.Click("#again")
	p.WaitText(badge, "1")
	proxy.Refuse(true)
	proxy.Cut()
	p.Wait(`document.documentElement.dataset.omg === "lost"`)
	p.Run(`document.querySelector("#again").click()`) // says the same
	p.Wait(seen("Kept in this browser") + `?.textContent.includes("×2")`)
	p.Run(`document.querySelector("#thrice").click(); document.querySelector("#count").click()`)
	p.Wait(stop(0))
	proxy.Refuse(false)
	p.WaitText(badge, "2") // that it counted was seen; what it was asked for meanwhile comes last
	p.Run(`document.querySelector("[data-omg=notify-center] button").click()`)
	p.Wait(`(t => t.length === 3 && t[0].includes("A notification of the page") && t[1].includes("Counting") && t[2].includes("Kept in this browser") && t[2].includes("×2"))(
		[...document.querySelectorAll("[data-omg=notify-center] li")].map((e) => e.textContent))`)
}
