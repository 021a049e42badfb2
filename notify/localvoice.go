package notify

import (
	"strconv"
	"strings"

	"github.com/omg-go/omg/dom"
)

// A mouth is a live region of the page's own.
//
//omg:browser
type mouth struct {
	news int
	text string
	last float64
}

//omg:browser
var polite, urgent mouth

// announceLocal has l said: soon, one a second at most, many as one.
//
//omg:browser
//omg:unchecked
func announceLocal(l *Local) {
	m, role := &polite, "status"
	if l.Kind == Error {
		m, role = &urgent, "alert"
	}
	m.text = l.say()
	m.news++
	if m.news == 1 {
		wait := soon
		if m.last > 0 && dom.Now()-m.last < 1000 {
			wait = calm
		}
		dom.After(wait, func() { m.speak(role) })
	}
}

//omg:browser
//omg:unchecked
func (m *mouth) speak(role string) {
	if !area.Exists() {
		m.news = 0
		return
	}
	at, text := area.Find(`[data-part="say"][role="`+role+`"]`), m.text
	if m.news > 1 {
		before, after, _ := strings.Cut(area.Find(`[data-part="blank"]`).Data("many"), "%d")
		text = before + strconv.Itoa(m.news) + after
	}
	m.news, m.last = 0, dom.Now()
	at.SetText("")
	at.SetText(text)
	dom.After(quiet, func() {
		if at.Text() == text {
			at.SetText("")
		}
	})
}
