package main

import (
	"testing"

	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
)

const slide = `(() => {
	const red = document.querySelector("[name=Red]")
	red.value = 255
	red.dispatchEvent(new Event("input", { bubbles: true }))
})()`

func TestWidgetOfThePage(t *testing.T) {
	p := browsertest.Open(t, serve(t, server.Options{})+"/story/paint")
	p.WaitConnected()
	p.WaitText(".mixer output", "#5a3cdc")
	p.Run(slide)
	p.WaitText(".mixer output", "#ff3cdc")
	// The embedded draw ran too.
	p.Wait(`document.querySelector(".patch").style.backgroundColor === "rgb(255, 60, 220)"`)

	p.Run(`window.mixer = document.querySelector(".mixer")`)
	p.Click("#again")
	p.WaitText("#drawn", "1")
	if got := p.Text(".mixer output"); got != "#ff3cdc" {
		t.Errorf("after a drawing round it the mixer shows %s", got)
	}
	p.Wait(`mixer.isConnected && mixer.dataset.alive === "yes"`)

	p.Click("#toggle")
	p.Wait(`!mixer.isConnected && mixer.dataset.alive === "no"`)
	p.Click("#toggle")
	p.WaitText(".mixer output", "#5a3cdc")
	p.Wait(`document.querySelector(".mixer").dataset.alive === "yes"`)
}
