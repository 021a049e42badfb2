package main

import (
	"testing"

	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
)

// TestAvatarInThreeTabs shows that a mood is everybody's, and a colour each tab's own.
func TestAvatarInThreeTabs(t *testing.T) {
	url := serve(t, server.Options{}) + "/story/avatar"
	tabs := []*browsertest.Page{browsertest.Open(t, url), browsertest.Open(t, url), browsertest.Open(t, url)}
	for _, p := range tabs {
		p.WaitConnected()
		p.Wait(`document.querySelector(".face").getAttribute("aria-label") == "The face of Ada of the server"`)
	}
	tabs[0].Click("#happy")
	for _, p := range tabs {
		p.Wait(`document.querySelector(".face").dataset.mood == "happy"`)
		p.WaitText("#mood", "happy")
	}
	tabs[1].Run(`const t = document.querySelector("#tint"); t.value = 10; t.dispatchEvent(new Event("input", { bubbles: true }))`)
	tabs[1].Wait(`document.querySelector(".face").style.getPropertyValue("--hue") == "10"`)
	if hue := browsertest.Eval[string](tabs[2], `document.querySelector(".face").style.getPropertyValue("--hue")`); hue != "250" {
		t.Errorf("another tab's colour is %s", hue)
	}
	tabs[2].Click("#calm")
	tabs[0].WaitText("#mood", "calm")
}

// TestCursors shows the pointer of one tab in the other, and takes it away with its tab.
func TestCursors(t *testing.T) {
	url := serve(t, server.Options{}) + "/story/cursors"
	one, two := browsertest.Open(t, url), browsertest.Open(t, url)
	for i, p := range []*browsertest.Page{one, two} {
		p.WaitConnected()
		move := `document.querySelector("#table").dispatchEvent(new PointerEvent("pointermove", { bubbles: true, clientX: 400, clientY: 300 }))`
		p.Wait(`(` + move + `, document.querySelectorAll("[data-cursor][data-mine]").length == 1)`)
		if i == 1 {
			one.Wait(`document.querySelectorAll("[data-cursor]").length == 2`)
			one.WaitText("#count", "2")
		}
	}
}

// TestTwoLives walks through the slots of each kind.
func TestTwoLives(t *testing.T) {
	p := browsertest.Open(t, serve(t, server.Options{})+"/story/twin")
	p.WaitConnected()
	p.Click("#send")
	p.WaitText("#there", `Hue 50, Watts 40, Label "desk"`)
	p.Click("#turn")
	p.WaitText("#there", `Hue 80, Watts 40, Label "desk"`)
	p.Click("#brighten")
	p.WaitText("#here", `Secret key, Hue 50, Watts 60, Label desk`)
	p.WaitText("#there", `Hue 80, Watts 40, Label "desk"`)
	p.Click("#assign")
	p.WaitText("#there", `Hue 80, Watts 1040, Label "desk"`)
	p.Click("#pull")
	p.WaitText("#there", `Hue 80, Watts 60, Label "desk"`)
	p.Click("#brighten")
	p.WaitText("#here", `Secret key, Hue 50, Watts 80, Label desk`)
	p.Click("#sync")
	p.WaitText("#there", `Hue 80, Watts 80, Label "desk"`)
	p.Run(`const l = document.querySelector("#label"); l.value = "floor"; l.dispatchEvent(new Event("change", { bubbles: true }))`)
	p.WaitText("#here", `Secret key, Hue 50, Watts 80, Label floor`)
}
