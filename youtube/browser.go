package youtube

import (
	"context"
	"strconv"
	"time"

	"github.com/omg-go/omg/dom"
)

// A player is a player in the page: its button, its frame, and what stands between
// the frame page and the rest.
//
//omg:browser
type player struct {
	id     int
	root   dom.Element
	screen dom.Element
	facade dom.Element
	frame  dom.Element // zero while nothing is loaded
	panel  dom.Element // what covers the frame: a message
	origin string      // of the frame page

	ctx     context.Context
	pressed bool // the visitor wants to see it play
	ready   bool
	queue   []command
	status  Status
	at      float64 // when status was heard
	video   string
	wait    func() // ends the waiting for the player

	out     []Event // for the server
	sending bool
}

//omg:browser
var all []*player

// early are commands for players that are not there yet.
//
//omg:browser
var early []order

//omg:browser
type order struct {
	id int
	c  command
}

// live runs a player from when it comes into the page until it goes.
//
//omg:browser
func live(ctx context.Context, root dom.Element) {
	id, _ := strconv.Atoi(root.Data("player"))
	screen := root.Find("[data-part=screen]")
	p := &player{ctx: ctx, id: id, root: root, screen: screen, facade: screen.First(), video: screen.Data("video"), wait: func() {}}
	p.status = Status{State: Unstarted, Video: p.video, Volume: 100, Rate: 1}
	p.show("facade")
	before := find(id)
	all = append(all, p)
	stops := []func(){
		dom.Window().On("message", p.hear),
	}
	if screen.HasAttr("data-pause-hidden") {
		stops = append(stops, p.watch()...)
	}
	p.begin(before)
	<-ctx.Done()
	for _, stop := range stops {
		stop()
	}
	p.end()
}

// begin does what was asked for before, and goes on where the element that p takes
// the place of was.
//
//omg:browser
func (p *player) begin(before *player) {
	if before != nil && before.frame.Exists() {
		p.resume(before)
	} else if p.screen.HasAttr("data-eager") || p.always().Exists() && consent() {
		p.open(false)
	}
	var rest []order
	for _, o := range early {
		if o.id == p.id {
			p.do(o.c)
		} else {
			rest = append(rest, o)
		}
	}
	early = rest
}

// resume has p play what another element of the same player did.
//
//omg:browser
func (p *player) resume(before *player) {
	p.status, p.at, p.video, p.queue = before.status, before.at, before.video, before.queue
	p.open(false)
}

// end leaves nothing behind.
//
//omg:browser
func (p *player) end() {
	p.close()
	for i, other := range all {
		if other == p {
			all = append(all[:i], all[i+1:]...)
			return
		}
	}
}

// find is the player of that id, nil if there is none.
//
//omg:browser
func find(id int) *player {
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].id == id {
			return all[i]
		}
	}
	return nil
}

// press is a click on the button. The runtime keeps it for when the code is there.
//
//omg:browser
func press(e dom.Event) {
	if !e.Target().Closest("[data-part=play]").Exists() {
		return
	}
	id, _ := strconv.Atoi(e.Target().Closest("[data-omg=youtube]").Data("player"))
	perform(id, command{Do: "press"})
}

// perform carries out a command of the server.
//
//omg:browser
func perform(id int, c command) {
	if p := find(id); p != nil {
		p.do(c)
	} else {
		early = append(early, order{id, c})
	}
}

// ask tells the server how a player is.
//
//omg:browser
func ask(id int) Status {
	if p := find(id); p != nil {
		return p.now()
	}
	return Status{State: Unstarted}
}

// now is the status, with the time that went by since it was heard.
//
//omg:browser
func (p *player) now() Status {
	s := p.status
	if s.State == Playing {
		s.Time += min((dom.Now()-p.at)/1000, 1) * s.Rate
	}
	return s
}

// do carries out a command, now or when the player is ready.
//
//omg:browser
func (p *player) do(c command) {
	switch c.Do {
	case "press":
		p.open(true)
	case "open":
		p.open(false)
	case "destroy":
		p.close()
	default:
		if !p.ready {
			p.queue = append(p.queue, c)
			return
		}
		p.send(c)
	}
}

// open loads the player.
//
//omg:browser
func (p *player) open(pressed bool) {
	if p.frame.Exists() {
		return
	}
	p.frame = dom.Create("iframe")
	for _, a := range [][]string{
		{"data-part", "frame"},
		{"title", p.screen.Data("title") + " (YouTube)"},
		{"allow", "accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture"},
		{"allowfullscreen", ""},
		{"referrerpolicy", "strict-origin-when-cross-origin"},
		{"src", p.screen.Data("frame")},
	} {
		p.frame.SetAttr(a[0], a[1])
	}
	p.origin = dom.Global().Get("URL").New(p.frame.Property("src")).Get("origin").String()
	p.pressed = pressed
	if box := p.always(); pressed && box.Exists() && box.Checked() {
		remember(true)
	}
	p.screen.Clear()
	p.screen.Append(p.frame)
	p.load()
	if pressed {
		p.frame.Focus()
	}
}

// load waits for the player, but not for ever.
//
//omg:browser
func (p *player) load() {
	p.show("loading")
	p.cover("loading", p.word("loading"))
	patience, _ := strconv.Atoi(p.screen.Data("patience"))
	p.wait()
	p.wait = dom.After(time.Duration(patience)*time.Millisecond, p.unreachable)
}

// close takes the player out of the page and puts the button back.
//
//omg:browser
func (p *player) close() {
	p.wait()
	if !p.frame.Exists() {
		return
	}
	p.frame.Remove()
	p.frame, p.ready, p.queue = dom.Element{}, false, nil
	p.uncover()
	p.status.State = Unstarted
	p.screen.Clear()
	p.screen.Append(p.facade)
	p.show("facade")
}

// show says in which state the player is.
//
//omg:browser
func (p *player) show(state string) { p.root.SetData("state", state) }

//omg:browser
func (p *player) word(name string) string { return p.screen.Data("w-" + name) }
