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
	playFor = 300 * time.Millisecond
	p := browsertest.Open(t, serve(t, server.Options{})+"/story/youtube", browsertest.Size(1280, 900), browsertest.Foreign(standin.URL))
	p.WaitConnected()
	p.Click("[data-part=play]")
	p.Wait(`document.querySelector("#light").textContent === "The page says: it plays."`)
	p.Wait(`document.querySelector("#told").textContent.includes("playing at 0")`)
	p.Wait(`/^paused at \d/.test(document.querySelector("#told li").textContent)`)
	p.WaitText("#light", "The page says: it rests.")
}
