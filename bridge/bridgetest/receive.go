package bridgetest

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/omg-go/omg/bridge"
)

// read is the goroutine that reads one connection.
func (p *Page) read(end bridge.Transport) {
	for {
		data, err := end.Read()
		if err != nil {
			p.disconnected(end)
			return
		}
		p.frame(end, data)
	}
}

func (p *Page) disconnected(end bridge.Transport) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.end == end {
		p.end, p.pipe, p.welcome = nil, nil, false
	}
	p.more.Broadcast()
}

func (p *Page) frame(end bridge.Transport, data []byte) {
	var parts []json.RawMessage
	decode(data, &parts)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.end != end || p.deaf {
		return // of a socket that the page has left
	}
	if parts[0][0] == '"' {
		p.control(parts)
	} else {
		p.numbered(parts)
	}
	p.more.Broadcast()
}

func (p *Page) control(parts []json.RawMessage) {
	var kind string
	decode(parts[0], &kind)
	if kind != "w" {
		decode(parts[1], &p.lost)
		return
	}
	var rx uint64
	decode(parts[1], &p.sid)
	decode(parts[2], &p.token)
	decode(parts[3], &rx)
	decode(parts[4], &p.limits)
	p.trim(rx)
	p.welcome = true
	for _, f := range p.log {
		p.write(f)
	}
	p.number()
	if len(p.log) == 0 {
		p.ack()
	}
}

// trim forgets what the server has received. p.mu is held.
func (p *Page) trim(ack uint64) {
	for len(p.log) > 0 && p.log[0].seq <= ack {
		p.log = p.log[1:]
	}
	p.acked = max(p.acked, ack)
}

func (p *Page) numbered(parts []json.RawMessage) {
	var seq, ack uint64
	decode(parts[0], &seq)
	decode(parts[1], &ack)
	p.trim(ack)
	switch {
	case seq == 0:
		p.ack()
	case seq <= p.rx:
	case seq == p.rx+1:
		p.rx = seq
		for _, m := range parts[2:] {
			p.message(m)
		}
		if size := len(parts); size > 2 {
			p.ack()
		}
	default:
		p.t.Errorf("bridgetest: frame %d after %d", seq, p.rx)
	}
}

// ack confirms at once, which makes tests simple. p.mu is held.
func (p *Page) ack() {
	if !p.holdAcks && p.end != nil {
		p.end.Write(encode([]any{0, p.rx}))
	}
}

// Send queues messages and sends them as one frame. While the page is not
// connected they wait.
func (p *Page) Send(msgs ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, m := range msgs {
		p.queue = append(p.queue, encode(m))
	}
	if p.welcome {
		p.number()
	}
}

// number makes what is queued a frame. p.mu is held.
func (p *Page) number() {
	if len(p.queue) == 0 {
		return
	}
	p.tx++
	f := frame{p.tx, p.queue}
	p.queue = nil
	p.log = append(p.log, f)
	p.write(f)
}

func (p *Page) write(f frame) {
	if p.end == nil {
		return
	}
	rx := p.rx
	if p.holdAcks {
		rx = 0
	}
	parts := []any{f.seq, rx}
	for _, m := range f.msgs {
		parts = append(parts, m)
	}
	p.end.Write(encode(parts))
}

// Each has f called with each message that arrives, in order. f must not use the
// page; messages are not kept for [Page.Messages] any more.
func (p *Page) Each(f func(m json.RawMessage)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.each = f
}

// Messages returns the messages of that kind that have arrived, as JSON.
func (p *Page) Messages(kind int) []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	var found []string
	for _, m := range p.received {
		if kindOf(m) == kind {
			found = append(found, string(m))
		}
	}
	return found
}

// Await waits until n messages of that kind have arrived and returns them.
func (p *Page) Await(kind, n int) []string {
	p.Wait(func() bool { return p.count(kind) >= n })
	return p.Messages(kind)
}

// Wait waits until cond holds, which is asked with the page locked, whenever
// something has arrived.
func (p *Page) Wait(cond func() bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for !cond() {
		p.more.Wait()
	}
}

// WaitFor is [Page.Wait] with an end: after d it fails the test, and says what
// for.
func (p *Page) WaitFor(d time.Duration, what string, cond func() bool) {
	p.t.Helper()
	late := false
	timer := time.AfterFunc(d, func() {
		p.mu.Lock()
		late = true
		p.mu.Unlock()
		p.more.Broadcast()
	})
	defer timer.Stop()
	done := false
	p.Wait(func() bool { done = cond(); return done || late })
	if !done {
		p.t.Fatalf("bridgetest: not within %v: %s", d, what)
	}
}

func (p *Page) count(kind int) (n int) {
	for _, m := range p.received {
		if kindOf(m) == kind {
			n++
		}
	}
	return n
}

func kindOf(m json.RawMessage) int {
	var parts []json.RawMessage
	decode(m, &parts)
	var kind int
	decode(parts[0], &kind)
	return kind
}

func decode(data []byte, into any) {
	if err := json.Unmarshal(data, into); err != nil {
		panic("bridgetest: " + err.Error() + ": " + string(data))
	}
}

// Trail returns the messages of these kinds in the order of their arrival, a
// space between.
func (p *Page) Trail(kinds ...int) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	var found []string
	for _, m := range p.received {
		if slices.Contains(kinds, kindOf(m)) {
			found = append(found, string(m))
		}
	}
	return strings.Join(found, " ")
}
