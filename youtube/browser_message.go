package youtube

import (
	"strconv"

	"github.com/omg-go/omg/dom"
)

// hear takes a message of the frame page, and of nobody else.
//
//omg:browser
func (p *player) hear(e dom.Event) {
	m := dom.Of(e)
	data := m.Get("data")
	if !p.frame.Exists() || m.Get("source") != p.frame.Property("contentWindow") || m.Get("origin").String() != p.origin ||
		data.Type() != "object" || data.IsNull() || data.Get("omg").String() != "youtube" {
		return
	}
	switch data.Get("kind").String() {
	case "hello":
		p.create()
	case "status":
		p.note(readStatus(data.Get("status")))
	case "failed":
		p.unreachable()
	case "event":
		p.happen(data)
	}
}

// create has the frame page make the player. A frame page that was loaded again,
// as when its element moved, gets one that goes on where the old one was.
//
//omg:browser
func (p *player) create() {
	if p.ready {
		p.ready = false
		p.load()
	}
	settings := p.screen.Data("settings")
	if p.pressed || p.moving() {
		settings += "&autoplay=1"
	}
	if p.status.Time >= 1 {
		settings += "&start=" + strconv.Itoa(int(p.now().Time))
	}
	m := message("create")
	m.Set("video", p.video)
	m.Set("title", p.screen.Data("title"))
	m.Set("settings", settings+p.language(settings))
	p.post(m)
}

// language is the page's, unless the program chose another.
//
//omg:browser
func (p *player) language(settings string) string {
	lang := dom.Root().Attr("lang")
	if lang == "" || dom.Global().Get("URLSearchParams").New(settings).Call("has", "hl").Bool() {
		return ""
	}
	return "&hl=" + lang
}

//omg:browser
func (p *player) moving() bool { return p.status.State == Playing || p.status.State == Buffering }

// note keeps what the player says of itself.
//
//omg:browser
func (p *player) note(s Status) {
	p.status, p.at = s, dom.Now()
	if s.Video != "" {
		p.video = s.Video
	}
}

// happen shows an event, and tells it to handlers here and on the server.
//
//omg:browser
func (p *player) happen(data dom.Value) {
	e := readEvent(data)
	p.note(e.Status)
	switch e.Name {
	case "ready":
		p.becomeReady()
	case "state":
		p.pressed = false
		p.uncover()
		p.show(e.Status.State.String())
	case "blocked":
		p.block()
	case "error":
		p.fail(e.Code)
	}
	p.tell(e, data)
}

// becomeReady does what the player was told before.
//
//omg:browser
func (p *player) becomeReady() {
	p.wait()
	p.uncover()
	p.show("ready")
	p.ready = true
	for _, c := range p.queue {
		p.send(c)
	}
	p.queue = nil
}

//omg:browser
func (p *player) tell(e Event, data dom.Value) {
	p.root.Dispatch(dom.NewEvent("youtube"+e.Name, dom.EventOptions{Detail: data}))
	p.out = append(p.out, e)
	if len(p.out) > 50 { // the server is away
		p.out = p.out[1:]
	}
	if p.sending {
		return
	}
	p.sending = true
	for len(p.out) > 0 {
		next := p.out[0]
		p.out = p.out[1:]
		if report(p.ctx, p.id, next) != nil {
			break // what a handler's error is, the server has told
		}
	}
	p.sending = false
}

// send has the player do something.
//
//omg:browser
func (p *player) send(c command) {
	m := message("do")
	m.Set("method", c.Do)
	m.Set("video", c.Video)
	m.Set("number", c.Number)
	p.post(m)
}

//omg:browser
func (p *player) post(m dom.Value) {
	p.frame.Property("contentWindow").Call("postMessage", m, p.origin)
}

//omg:browser
func message(kind string) dom.Value {
	m := dom.NewObject()
	m.Set("omg", "youtube")
	m.Set("kind", kind)
	return m
}
