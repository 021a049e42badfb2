package youtube

import (
	"strconv"

	"github.com/omg-go/omg/dom"
)

// cover puts a message over the frame.
//
//omg:browser
func (p *player) cover(kind, text string, actions ...dom.Element) {
	inside := p.panel.Exists() && p.panel.Contains(focused().Node) || p.frame.Exists() && focused() == p.frame
	p.uncover()
	p.panel = dom.Build("div", dom.With("data-part", "panel"), dom.With("data-kind", kind))
	role := "alert"
	if kind == "loading" {
		role = "status"
		p.panel.Append(dom.Build("span", dom.With("data-part", "spinner")))
	}
	p.panel.Append(dom.Build("p", dom.With("role", role), dom.Words(text)))
	if len(actions) > 0 {
		p.panel.Append(dom.Build("div", dom.With("data-part", "actions"), dom.Inside(actions...)))
		if p.frame.Exists() {
			p.frame.ToggleAttr("inert", true)
		}
	}
	p.screen.Append(p.panel)
	if inside && len(actions) > 0 {
		actions[0].Focus()
	}
}

// uncover takes the message away. Who was in it goes on in the player.
//
//omg:browser
func (p *player) uncover() {
	if !p.panel.Exists() {
		return
	}
	inside := p.panel.Contains(focused().Node)
	p.panel.Remove()
	p.panel = dom.Element{}
	if p.frame.Exists() {
		p.frame.ToggleAttr("inert", false)
		if inside {
			p.frame.Focus()
		}
	}
}

//omg:browser
func focused() dom.Element { return dom.Global().Get("document").Get("activeElement").Element() }

// block asks for the press that the browser wants.
//
//omg:browser
func (p *player) block() {
	p.show("blocked")
	p.cover("blocked", p.word("blocked"), action(p.word("play"), func() { p.send(command{Do: "playVideo"}) }))
}

// fail says what went wrong, and where the video can be seen.
//
//omg:browser
func (p *player) fail(code Code) {
	p.wait()
	p.show("error")
	text := p.word(key(code))
	if text == "" {
		text = p.word("error")
	}
	actions := []dom.Element{p.link()}
	if code == Unreachable || code == Broken {
		actions = append(actions, action(p.word("retry"), p.again))
	}
	p.cover("error", text, actions...)
}

// key is the code in the name of an attribute.
//
//omg:browser
func key(code Code) string {
	if code < 0 {
		return "n" + strconv.Itoa(-int(code))
	}
	return strconv.Itoa(int(code))
}

// unreachable gives up waiting for the player.
//
//omg:browser
func (p *player) unreachable() {
	p.fail(Unreachable)
	p.frame.Remove()
	p.frame, p.ready = dom.Element{}, false
	data := dom.NewObject()
	data.Set("name", "error")
	data.Set("code", int(Unreachable))
	data.Set("status", dom.NewObject())
	data.Set("modules", []string{})
	e := Event{Name: "error", Code: Unreachable, Status: p.now()}
	p.tell(e, data)
}

// again loads the player once more.
//
//omg:browser
func (p *player) again() {
	queue := p.queue
	p.close()
	p.queue = queue
	p.open(true)
}

//omg:browser
func (p *player) link() dom.Element {
	return dom.Build("a", dom.With("data-part", "watch"), dom.With("target", "_blank"), dom.With("rel", "noopener"),
		dom.With("href", "https://www.youtube.com/watch?v="+dom.Global().Call("encodeURIComponent", p.video).String()),
		dom.Words(p.word("watch")))
}

//omg:browser
func action(text string, f func()) dom.Element {
	return dom.Build("button", dom.With("type", "button"), dom.Words(text), dom.Handle("click", func(dom.Event) { f() }))
}

// watch pauses what nobody can see.
//
//omg:browser
func (p *player) watch() []func() {
	return []func(){
		dom.Document().On("visibilitychange", func(dom.Event) {
			if dom.Global().Get("document").Get("hidden").Bool() {
				p.rest()
			}
		}),
		dom.OnResize(p.root, func(width, height int) {
			if width == 0 && height == 0 {
				p.rest()
			}
		}),
	}
}

//omg:browser
func (p *player) rest() {
	if p.ready && p.moving() {
		p.send(command{Do: "pauseVideo"})
	}
}
