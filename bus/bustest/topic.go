package bustest

import (
	"context"
	"fmt"
	"time"
)

var topicCases = []testCase{
	{"messages come in the order of their publisher", "hints make sense in order", func(p *probe) {
		heard := p.subscribe("t")
		for i := range 100 {
			p.publish("t", fmt.Sprint(i))
		}
		for i := range 100 {
			p.wantHeard(heard, fmt.Sprint(i))
		}
	}},
	{"a topic is exact", "a session's messages reach that session", func(p *probe) {
		heard := p.subscribe("n.1")
		p.publish("n", "no")
		p.publish("n.1.x", "no")
		p.publish("n.2", "no")
		p.publish("n.1", "yes")
		p.wantHeard(heard, "yes")
	}},
	{"every subscriber hears", "news reaches all processes", func(p *probe) {
		one, two := p.subscribe("t"), p.subscribe("t")
		p.publish("t", "hi")
		p.wantHeard(one, "hi")
		p.wantHeard(two, "hi")
	}},
	{"nobody hears the past", "topics keep nothing", func(p *probe) {
		p.publish("t", "early")
		heard := p.subscribe("t")
		p.publish("t", "late")
		p.wantHeard(heard, "late")
	}},
	{"topics are not keys", "a hint leaves nothing behind", func(p *probe) {
		events := p.live("")
		p.publish("t", "hi")
		p.wantQuiet(events)
		p.wantValue("t", "-")
	}},
	{"the publisher may reuse its buffer", "messages come from pooled buffers", func(p *probe) {
		heard := p.subscribe("t")
		buf := []byte("before")
		p.must(p.Publish(p.ctx, "t", buf))
		copy(buf, "after!")
		p.wantHeard(heard, "before")
	}},
	{"a slow subscriber holds up nobody", "one stuck process must not stop the others", func(p *probe) {
		p.subscribe("t") // never read
		heard := p.subscribe("t")
		for i := range 5000 {
			p.publish("t", fmt.Sprint(i))
			p.wantHeard(heard, fmt.Sprint(i))
		}
	}},
	{"the end of its context ends a subscription", "a page that closed costs nothing", func(p *probe) {
		ctx, cancel := context.WithCancel(p.ctx)
		heard, err := p.Subscribe(ctx, "t")
		p.must(err)
		cancel()
		wantClosed(p, heard)
		p.publish("t", "nobody")
	}},
}

func (p *probe) subscribe(topic string) <-chan []byte {
	heard, err := p.Subscribe(p.ctx, topic)
	p.must(err)
	return heard
}

func (p *probe) publish(topic, message string) {
	p.must(p.Publish(p.ctx, topic, []byte(message)))
}

func (p *probe) wantHeard(heard <-chan []byte, want string) {
	select {
	case message, ok := <-heard:
		if !ok || string(message) != want {
			p.failf("heard %q (open: %t), want %q", message, ok, want)
		}
	case <-time.After(p.grace()):
		p.failf("did not hear %q within %v", want, p.grace())
	}
}
