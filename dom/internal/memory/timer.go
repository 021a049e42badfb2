package memory

import "time"

// frame is how long a frame of the screen takes.
const frame = 16 * time.Millisecond

// since is the page's clock: milliseconds since it was made.
func (p *Page) since(t time.Time) float64 {
	return float64(t.Sub(p.born)) / float64(time.Millisecond)
}

// timer runs f after d on a goroutine of its own; with every again and again,
// each time d after the last ended. The lock is held.
func (p *Page) timer(d time.Duration, every bool, f func()) (id float64) {
	if p.closed {
		return 0
	}
	p.lastID++
	n := p.lastID
	var t *time.Timer
	t = time.AfterFunc(max(d, 0), func() {
		if !p.due(n, every) {
			return
		}
		f()
		if every {
			p.again(n, t, d)
		}
	})
	p.timers[n] = t
	return float64(n)
}

// due reports whether timer n still runs; one that runs once is forgotten.
func (p *Page) due(n int, every bool) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	_, ok := p.timers[n]
	if ok && !every {
		delete(p.timers, n)
	}
	return ok
}

func (p *Page) again(n int, t *time.Timer, d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := p.timers[n]; ok {
		t.Reset(max(d, time.Millisecond))
	}
}

func (p *Page) stopTimer(id any) {
	n := int(Number(id))
	if t := p.timers[n]; t != nil {
		t.Stop()
		delete(p.timers, n)
	}
}

func init() {
	start := func(every bool) method {
		return locked(func(o *Object, args []any) any {
			f, ms := arg(args, 0).(*Object), Number(arg(args, 1))
			return o.page.timer(time.Duration(ms*float64(time.Millisecond)), every, func() { f.Invoke(o) })
		})
	}
	stop := locked(func(o *Object, args []any) any { o.page.stopTimer(arg(args, 0)); return nil })
	windowClass.add(nil, nil, methods{
		"setTimeout": start(false), "setInterval": start(true),
		"clearTimeout": stop, "clearInterval": stop, "cancelAnimationFrame": stop,
		"requestAnimationFrame": locked(func(o *Object, args []any) any {
			f := arg(args, 0).(*Object)
			return o.page.timer(frame, false, func() { f.Invoke(o, o.page.since(time.Now())) })
		}),
		"queueMicrotask": locked(func(o *Object, args []any) any {
			f := arg(args, 0).(*Object)
			o.page.later(func() { f.Invoke(nil) })
			return nil
		}),
	})
}
