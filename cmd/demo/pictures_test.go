package main

import (
	"os"
	"strings"
	"testing"

	"github.com/omg-go/omg/internal/browsertest"
	"github.com/omg-go/omg/server"
)

// A sight is a way to see a page.
type sight struct {
	name    string
	query   string
	options []browsertest.Option
}

// sights are how the page of that number is looked at: in all ways in a long
// run, by turns in one of two in a quick one.
func sights(i int) []sight {
	if os.Getenv("OMG_LONG") == "" {
		return []sight{[]sight{sightAt("wide", "light", "ltr"), sightAt("narrow", "dark", "rtl")}[i%2]}
	}
	var all []sight
	for _, width := range []string{"wide", "narrow"} {
		for _, theme := range []string{"light", "dark"} {
			for _, dir := range []string{"ltr", "rtl"} {
				all = append(all, sightAt(width, theme, dir))
			}
		}
	}
	return all
}

func sightAt(width, theme, dir string) sight {
	l := sight{name: width + "-" + theme, options: []browsertest.Option{browsertest.Size(1280, 900)}}
	if width == "narrow" {
		l.options = []browsertest.Option{browsertest.Size(320, 640)}
	}
	if theme == "dark" {
		l.options = append(l.options, browsertest.Dark())
	}
	if dir == "rtl" {
		l.name, l.query = l.name+"-rtl", "dir=rtl"
	}
	return l
}

// paths are all pages of the gallery, each story in each of its states.
func paths() []string {
	all := []string{"/", "/bench/counter", "/bench/rows", "/nowhere"}
	for _, s := range stories {
		all = append(all, "/story/"+s.Name)
		for _, state := range s.States[min(1, len(s.States)):] {
			all = append(all, "/story/"+s.Name+"?state="+state)
		}
	}
	return all
}

// settled says when a story's state is what its name says, where that is not so
// when the page has connected.
var settled = map[string]string{
	"/story/paint":                   `document.querySelector(".mixer input[name=Blue]")`,
	"/story/tabs":                    `document.querySelector("[role=tabpanel][tabindex]")`,
	"/story/tabs?state=lazy":         `document.querySelector("[role=tabpanel][tabindex]")`,
	"/story/notifylocal":             `document.querySelector("[data-omg=notify-center] [data-part=badge]")`,
	"/story/notifylocal?state=mixed": `document.querySelector("[data-omg=notify-center] [data-part=badge]")`,
	"/story/svg?state=page":          `document.querySelector("#made figure:nth-child(2) svg")?.getCurrentTime() > 1`, // all of the ring has begun
	"/story/notify?state=dialog":     `document.querySelector(":modal")`,
	"/story/youtube?state=playing":   player("playing"),
	"/story/youtube?state=paused":    player("paused"),
	"/story/youtube?state=ended":     player("ended"),
	"/story/youtube?state=blocked":   player("blocked"),
	"/story/youtube?state=error":     player("error"),
	"/story/youtube?state=fallback":  player("error"),
	"/story/youtube?state=two":       player("playing"),
}

func player(state string) string {
	return `document.querySelector("[data-omg=youtube]").dataset.state === "` + state + `"`
}

// opened tells whether what a story opens by itself is there, and stands still.
const opened = `(what => !what || document.querySelector(what))(document.querySelector("[data-opens]")?.dataset.opens) &&
	document.getAnimations().every((a) => a.playState !== "running" || a.effect.getTiming().iterations === Infinity)`

// visit opens a page of the gallery and waits until it is what it is to be.
func visit(t *testing.T, url, path string, l sight) *browsertest.Page {
	t.Helper()
	address := url + path
	if l.query != "" {
		address += map[bool]string{true: "&", false: "?"}[strings.Contains(path, "?")] + l.query
	}
	p := browsertest.Open(t, address, append(l.options, browsertest.Expect("status of 404"), browsertest.Foreign(standin.URL))...)
	if path == "/nowhere" {
		return p
	}
	p.WaitConnected()
	if is := settled[path]; is != "" {
		p.Wait(is)
	}
	p.Wait(opened) // last: what has come may be on its way still
	return p
}

// TestPictures visits everything as people do: what a page reports on the
// console fails the test, and so does a page wider than its window, or one that
// axe finds fault with.
func TestPictures(t *testing.T) {
	url := serve(t, server.Options{})
	for i, path := range paths() {
		name := strings.NewReplacer("/", "-", "?state=", "-").Replace(strings.Trim(path, "/"))
		t.Run(name, func(t *testing.T) {
			for _, l := range sights(i) {
				p := visit(t, url, path, l)
				if wide := browsertest.Eval[int](p, "document.documentElement.scrollWidth - innerWidth"); wide > 0 {
					t.Errorf("%s: %d pixels too wide", l.name, wide)
				}
				inspect(p, path)
				p.Run(`innerWidth < 640 && document.querySelector(".stage")?.scrollIntoView({ behavior: "instant" })`)
				p.Screenshot(name + "-" + l.name)
			}
		})
	}
}

// inspect has axe look at a page: at a story's source once, and not in each state.
func inspect(p *browsertest.Page, path string) {
	if strings.Contains(path, "?state=") {
		p.AxeBeside("pre")
		return
	}
	p.Axe()
}
