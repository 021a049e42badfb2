package bridgetest

import (
	"encoding/json"
	"fmt"
	"reflect"
)

// A Call is one that the page makes.
type Call struct {
	p      *Page
	id     uint64
	done   bool
	result json.RawMessage
	code   string
	text   string
}

// Call calls the backend function name and waits for its result, as JSON. An
// error of the other side is "code: message".
func (p *Page) Call(name string, args ...any) (string, error) {
	return p.Start(name, args...).Wait()
}

// Start begins a call of target, a name or the id of a function value.
func (p *Page) Start(target any, args ...any) *Call {
	p.mu.Lock()
	p.next++
	c := &Call{p: p, id: p.next}
	p.calls[c.id] = c
	p.mu.Unlock()
	p.Send(append([]any{1, c.id, target}, args...))
	return c
}

// Wait returns what the call came to.
func (c *Call) Wait() (string, error) {
	c.p.Wait(func() bool { return c.done })
	if c.code != "" {
		return "", fmt.Errorf("%s: %s", c.code, c.text)
	}
	return string(c.result), nil
}

// Done reports whether the call has been answered.
func (c *Call) Done() bool {
	c.p.mu.Lock()
	defer c.p.mu.Unlock()
	return c.done
}

// Cancel tells the server that the page has no more use for the call.
func (c *Call) Cancel() { c.p.Send([]any{4, c.id}) }

// An Invocation is a call that the server makes of the page.
type Invocation struct {
	Name  string            // the export's name, "#n" for the page's object n
	Args  []json.RawMessage // as they came
	Depth int
	p     *Page
	id    uint64
	gone  bool
}

// Cancelled reports whether the server has cancelled the call.
func (i *Invocation) Cancelled() bool {
	i.p.mu.Lock()
	defer i.p.mu.Unlock()
	return i.gone
}

// Return answers the call.
func (i *Invocation) Return(value any) {
	if i.id != 0 {
		i.p.Send([]any{2, i.id, value})
	}
}

// Throw answers the call by an error.
func (i *Invocation) Throw(message string) {
	if i.id != 0 {
		i.p.Send([]any{3, i.id, "threw", message})
	}
}

// Call calls back from within the invocation.
func (i *Invocation) Call(name string, args ...any) (string, error) {
	return i.p.Start([]any{name, i.Depth + 1}, args...).Wait()
}

// On has f answer calls of the export name, each on a goroutine of its own.
func (p *Page) On(name string, f func(*Invocation)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.functions[name] = f
}

// Handle has f, a function of plain values, answer calls of the export name. It
// may have a result and a trailing error.
func (p *Page) Handle(name string, f any) {
	v := reflect.ValueOf(f)
	p.On(name, func(i *Invocation) {
		in := make([]reflect.Value, len(i.Args))
		for n, raw := range i.Args {
			arg := reflect.New(v.Type().In(n))
			decode(raw, arg.Interface())
			in[n] = arg.Elem()
		}
		i.answer(v.Call(in))
	})
}

func (i *Invocation) answer(out []reflect.Value) {
	var value any
	for _, v := range out {
		if err, ok := v.Interface().(error); ok {
			i.Throw(err.Error())
			return
		}
		if v.Type() != reflect.TypeFor[error]() {
			value = v.Interface()
		}
	}
	i.Return(value)
}

// message handles one message. p.mu is held.
func (p *Page) message(m json.RawMessage) {
	if p.each != nil {
		p.each(m)
	} else {
		p.received = append(p.received, m)
	}
	var parts []json.RawMessage
	decode(m, &parts)
	switch kindOf(m) {
	case 1:
		p.invoked(parts)
	case 2, 3:
		p.answered(parts)
	case 4:
		var id uint64
		decode(parts[1], &id)
		if i := p.running[id]; i != nil {
			i.gone = true
		}
	case 5:
		p.released(parts[1:])
	case 6:
		p.module(parts)
	case 11:
		p.value(parts)
	}
}

func (p *Page) answered(parts []json.RawMessage) {
	var id uint64
	decode(parts[1], &id)
	c := p.calls[id]
	if c == nil || c.done {
		p.t.Errorf("bridgetest: an answer to call %d that nobody waits for", id)
		return
	}
	c.done = true
	if kindOf(json.RawMessage("["+string(parts[0])+"]")) == 2 {
		c.result = parts[2]
		return
	}
	decode(parts[2], &c.code)
	decode(parts[3], &c.text)
}

func (p *Page) invoked(parts []json.RawMessage) {
	i := &Invocation{p: p, Args: parts[3:]}
	decode(parts[1], &i.id)
	i.Name, i.Depth = p.target(parts[2])
	if i.id != 0 {
		p.running[i.id] = i
	}
	f := p.functions[i.Name]
	if f == nil {
		f = func(i *Invocation) {
			if i.id != 0 {
				i.p.Send([]any{3, i.id, "unknown", "no function " + i.Name})
			}
		}
	}
	go f(i)
}

// target returns the name of what raw means and how many calls are around it.
func (p *Page) target(raw json.RawMessage) (name string, depth int) {
	var parts []json.RawMessage
	if raw[0] != '[' {
		parts = []json.RawMessage{raw}
	} else {
		decode(raw, &parts)
	}
	var n uint64
	decode(parts[0], &n)
	if len(parts) > 1 && parts[1][0] == '"' {
		decode(parts[1], &name)
		if p.modules[n] == "" {
			p.t.Errorf("bridgetest: %s of module %d, which was not announced", name, n)
		}
		parts = parts[1:]
	} else if name = p.values[n]; name == "" {
		name = fmt.Sprintf("#%d", n)
	}
	if len(parts) > 1 {
		decode(parts[1], &depth)
	}
	return name, depth
}

// Start begins a call from within the invocation.
func (i *Invocation) Start(target any, args ...any) *Call {
	return i.p.Start([]any{target, i.Depth + 1}, args...)
}

// StartRaw sends messages that together ask for a call of that id.
func (p *Page) StartRaw(id uint64, msgs ...any) *Call {
	p.mu.Lock()
	c := &Call{p: p, id: id}
	p.calls[id] = c
	p.next = max(p.next, id)
	p.mu.Unlock()
	p.Send(msgs...)
	return c
}
