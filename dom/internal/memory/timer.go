package memory

import "time"

// frame is how long a frame of the screen takes.
const frame = 16 * time.Millisecond

// A timer is one of setTimeout, setInterval or requestAnimationFrame.
type timer struct {
	id    int
	at    time.Time
	every time.Duration // 0: once
	call  func()
	wake  *time.Timer
}

// since is the page's clock: milliseconds since it was made.
func (p *Page) since(t time.Time) float64 {
	return float64(t.Sub(p.born)) / float64(time.Millisecond)
}

// start makes a timer. The lock is held.
func (p *Page) start(d, every time.Duration, call func()) (id float64) {
	if p.closed {
		return 0
	}
	p.lastID++
	t := &timer{id: p.lastID, every: every, call: call}
	p.timers = append(p.timers, t)
	p.arm(t, max(d, 0))
	return float64(t.id)
}

func (p *Page) arm(t *timer, d time.Duration) {
	t.at = time.Now().Add(d)
	t.wake = time.AfterFunc(d, func() { p.task(p.fireDue) })
}

// fireDue runs the timer that is due for the longest time: of those due at once
// the one made first, whichever goroutine woke first.
func (p *Page) fireDue() {
	if t := p.due(); t != nil {
		t.call()
		p.again(t)
	}
}

func (p *Page) due() (first *timer) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	for _, t := range p.timers {
		if t.wake != nil && !t.at.After(now) && (first == nil || t.at.Before(first.at)) {
			first = t
		}
	}
	if first != nil {
		first.wake = nil // under way
		if first.every == 0 {
			p.forget(first.id)
		}
	}
	return first
}

// again arms a timer that repeats, unless it was stopped meanwhile.
func (p *Page) again(t *timer) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, other := range p.timers {
		if other == t {
			p.arm(t, t.every)
		}
	}
}

// forget drops a timer.
func (p *Page) forget(id int) {
	for i, t := range p.timers {
		if t.id == id {
			if t.wake != nil {
				t.wake.Stop()
			}
			p.timers = append(p.timers[:i:i], p.timers[i+1:]...)
			return
		}
	}
}

func init() {
	stop := locked(func(o *Object, args []any) any { o.page.forget(int(Number(arg(args, 0)))); return nil })
	windowClass.add(nil, nil, methods{
		"setTimeout": locked(func(o *Object, args []any) any {
			return o.page.start(delay(args), 0, func() { arg(args, 0).(*Object).Invoke(o) })
		}),
		"setInterval": locked(func(o *Object, args []any) any {
			every := max(delay(args), time.Millisecond)
			return o.page.start(every, every, func() { arg(args, 0).(*Object).Invoke(o) })
		}),
		"requestAnimationFrame": locked(func(o *Object, args []any) any {
			return o.page.start(frame, 0, func() { arg(args, 0).(*Object).Invoke(o, o.page.since(time.Now())) })
		}),
		"queueMicrotask": locked(func(o *Object, args []any) any {
			o.page.later(func() { arg(args, 0).(*Object).Invoke(nil) })
			return nil
		}),
		"clearTimeout": stop, "clearInterval": stop, "cancelAnimationFrame": stop,
	})
}

func delay(args []any) time.Duration {
	ms := Number(arg(args, 1))
	if ms != ms {
		return 0
	}
	return time.Duration(ms * float64(time.Millisecond))
}
