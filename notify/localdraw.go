package notify

import (
	"strconv"
	"strings"

	"github.com/omg-go/omg/dom"
)

// draw has the toast say what the fields say, once there is a region.
//
//omg:browser
func (l *Local) draw() {
	if !area.Exists() {
		return
	}
	blank := area.Find(`[data-part="blank"]`)
	if !l.toast.Exists() {
		l.build(blank)
	}
	kind := string(l.Kind)
	if kind == "" {
		kind = "info"
	}
	path, word, _ := strings.Cut(blank.Data(kind), "|")
	l.toast.Find("path").SetAttr("d", path)
	title, text := l.Title, l.Text
	if title == "" {
		title, text = text, ""
	}
	l.toast.SetData("kind", string(l.Kind))
	l.write("word", word)
	l.write("subject", title)
	l.write("words", text)
	times := ""
	if l.count > 1 {
		times = "×" + strconv.Itoa(l.count)
	}
	l.write("count", times)
}

// write puts text into a part, which is seen only if there is some.
//
//omg:browser
func (l *Local) write(part, text string) {
	e := l.part(part)
	e.SetText(text)
	e.SetHidden(text == "")
}

//omg:browser
func (l *Local) part(name string) dom.Element { return l.toast.Find("[data-part=" + name + "]") }

// build makes the toast from the blank one that the server drew.
//
//omg:browser
func (l *Local) build(blank dom.Element) {
	l.toast = blank.First().Clone(true).Element()
	l.toast.SetData("omg", "notification")
	l.toast.SetAttr("w", "") // a widget of its own, to dom.FindWidget
	l.part("dismiss").On("click", func(dom.Event) { l.close(Dismissed) })
	if l.Body.Exists() {
		l.part("content").Append(l.Body)
	}
	for _, a := range l.Actions {
		b := dom.Create("button")
		b.SetAttr("type", "button")
		b.SetText(a.Label)
		b.On("click", func(dom.Event) { l.act(a) })
		l.part("actions").Append(b)
	}
	l.part("content").SetHidden(!l.Body.Exists())
	l.part("actions").SetHidden(len(l.Actions) == 0)
	l.clock()
}

//omg:browser
func (l *Local) act(a LocalAction) {
	if a.Do != nil {
		a.Do()
	}
	if !a.Keep {
		l.close(Acted)
	}
}

// clock starts the timeout, if there is one. The stylesheet stops it while the user
// is busy with the notification, or elsewhere.
//
//omg:browser
//omg:unchecked
func (l *Local) clock() {
	timer := l.part("timer")
	if l.Timeout <= 0 || l.Kind == Error || l.Kind == Busy || len(l.Actions) > 0 {
		timer.Remove()
		return
	}
	read := 5000 + float64(len(l.Title)+len(l.Text))*1000/120
	timer.SetStyle("animation-duration", strconv.Itoa(int(max(read, float64(l.Timeout)/1e6)))+"ms")
	timer.On("animationend", func(dom.Event) { l.close(TimedOut) })
}
