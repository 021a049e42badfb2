package bridgetest

import (
	"encoding/json"
	"fmt"
)

// object is one that the page has given to the server.
type object struct{ sent uint64 }

// A Ref is how an object or function of the page crosses.
type Ref struct {
	P [2]uint64 `json:"$p"`
}

// ID returns the number of the object.
func (r Ref) ID() uint64 { return r.P[0] }

// Object returns a new object of the page, counted as sent once.
func (p *Page) Object() Ref {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.nextObj += 2
	p.objects[p.nextObj] = &object{sent: 1}
	return Ref{[2]uint64{p.nextObj, 1}}
}

// Again returns the object of r for another sending.
func (p *Page) Again(r Ref) Ref {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.objects[r.ID()].sent++
	return Ref{[2]uint64{r.ID(), 1}}
}

// Function returns a new object that is a function, answered by f.
func (p *Page) Function(f func(*Invocation)) Ref {
	r := p.Object()
	p.On(fmt.Sprintf("#%d", r.ID()), f)
	return r
}

// Holds returns how often the server holds the object of r.
func (p *Page) Holds(r Ref) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.holds(r)
}

func (p *Page) holds(r Ref) int {
	if o := p.objects[r.ID()]; o != nil {
		return int(o.sent)
	}
	return 0
}

// AwaitReleased waits until the server has released all of r.
func (p *Page) AwaitReleased(r Ref) { p.Wait(func() bool { return p.holds(r) == 0 }) }

// Release tells the server that the page needs count of what it sent of its
// function value id no more.
func (p *Page) Release(id, count uint64) { p.Send([]any{5, id, count}) }

// released notes what the server has released. p.mu is held.
func (p *Page) released(pairs []json.RawMessage) {
	for i := 0; i+1 < len(pairs); i += 2 {
		var id, count uint64
		decode(pairs[i], &id)
		decode(pairs[i+1], &count)
		o := p.objects[id]
		if o == nil || o.sent < count {
			p.t.Errorf("bridgetest: %d of object %d released, which the server does not hold so often", count, id)
			continue
		}
		if o.sent -= count; o.sent == 0 {
			delete(p.objects, id)
		}
	}
}

func (p *Page) module(parts []json.RawMessage) {
	var n uint64
	var url string
	decode(parts[1], &n)
	decode(parts[2], &url)
	p.modules[n] = url
}

func (p *Page) value(parts []json.RawMessage) {
	var id uint64
	var name string
	decode(parts[1], &id)
	decode(parts[3], &name)
	p.values[id] = name
}

// Modules returns the addresses of the modules that the page was told about.
func (p *Page) Modules() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	var urls []string
	for n := range uint64(len(p.modules)) {
		urls = append(urls, p.modules[n+1])
	}
	return urls
}
