package main

import (
	"testing"
	"time"

	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
)

// TestYouTubePlayer is the origin's example, with a shorter while.
func TestYouTubePlayer(t *testing.T) {
	defer func(d time.Duration) { playFor = d }(playFor)
	playFor = 2 * time.Second // from when it is told to play
	p := browsertest.Open(t, serve(t, server.Options{})+"/story/youtube", browsertest.Size(1280, 900), browsertest.Foreign(standin.URL))
	p.WaitConnected()
	p.Run(`new MutationObserver(() => { window.shone ||= light.textContent === "The page says: it plays." }).observe(light, { childList: true, characterData: true, subtree: true })`)
	p.Click("[data-part=play]")
	p.Wait(`shone`)
	p.Wait(`document.querySelector("#told").textContent.includes("playing at 0")`)
	p.Wait(`/^paused at \d/.test(document.querySelector("#told li").textContent)`)
	p.WaitText("#light", "The page says: it rests.")
}
