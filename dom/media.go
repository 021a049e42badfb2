package dom

import (
	"strings"

	"github.com/omg-go/omg/dom/internal/page"
)

// Media reports whether a media query matches ("(prefers-color-scheme: dark)").
//
//omg:js matchMedia($0).matches
func Media(query string) bool {
	return truth(object(global().Call("matchMedia", query)).Get("matches"))
}

// OnMedia runs f with whether a media query matches, at once and whenever that
// changes, until stop is called.
//
//omg:browser
func OnMedia(query string, f func(matches bool)) (stop func()) {
	m := matchMedia(query)
	stop = m.On("change", func(Event) { f(m.matches()) })
	f(m.matches())
	return stop
}

//omg:js type
type mediaQuery struct{ Target }

//omg:js matchMedia($0)
func matchMedia(query string) mediaQuery {
	return mediaQuery{Target{object(global().Call("matchMedia", query))}}
}

//omg:js $0.matches
func (m mediaQuery) matches() bool { return truth(page.Must(m.o).Get("matches")) }

// BrowserKind is a maker's browser.
//
//omg:browser
type BrowserKind string

// The browsers that [Browser] tells apart.
//
//omg:browser
const (
	Chrome       BrowserKind = "chrome"
	Edge         BrowserKind = "edge"
	Firefox      BrowserKind = "firefox"
	Opera        BrowserKind = "opera"
	Safari       BrowserKind = "safari"
	OtherBrowser BrowserKind = "other"
)

// Browser says which browser it is. Ask what the browser can do where you can;
// this is for what cannot be asked.
//
//omg:browser
func Browser() BrowserKind {
	agent := UserAgent()
	// Chrome's descendants name it too, and it names Safari: the order matters.
	switch {
	case contains(agent, "Edg"):
		return Edge
	case contains(agent, "OPR/"), contains(agent, "Opera"):
		return Opera
	case contains(agent, "Firefox/"), contains(agent, "FxiOS/"):
		return Firefox
	case contains(agent, "Chrome/"), contains(agent, "Chromium/"), contains(agent, "CriOS/"):
		return Chrome
	case contains(agent, "Safari/"):
		return Safari
	}
	return OtherBrowser
}

// UserAgent is what the browser says about itself.
//
//omg:js navigator.userAgent
func UserAgent() string { return text(global().Get("navigator.userAgent")) }

//omg:js $0.includes($1)
func contains(s, part string) bool { return strings.Contains(s, part) }
