package memory

import (
	"slices"

	"golang.org/x/net/html"
)

// A listener is one handler of one event on one object.
type listener struct {
	name                   string
	call                   *Object
	capture, once, passive bool
	gone                   bool
}

func init() {
	targetClass.add(nil, nil, methods{
		"addEventListener":    locked(addListener),
		"removeEventListener": locked(removeListener),
		"dispatchEvent": free(func(o *Object, args []any) any {
			e, ok := arg(args, 0).(*Object)
			if !ok || !e.class.is(eventClass) {
				throw(o.page, "TypeError", "parameter 1 is not of type 'Event'")
			}
			return o.Dispatch(e)
		}),
	})
}

func addListener(o *Object, args []any) any {
	l := &listener{name: Text(arg(args, 0))}
	l.call, _ = arg(args, 1).(*Object)
	if l.call == nil {
		return nil
	}
	options, _ := arg(args, 2).(*Object)
	if options == nil {
		l.capture = Truth(arg(args, 2))
	} else {
		l.capture, l.once, l.passive = Truth(options.props["capture"]), Truth(options.props["once"]), Truth(options.props["passive"])
		if signal, ok := options.props["signal"].(*Object); ok && !o.follow(l, signal) {
			return nil
		}
	}
	same := func(other *listener) bool {
		return other.name == l.name && other.call == l.call && other.capture == l.capture
	}
	if !slices.ContainsFunc(o.listeners, same) {
		o.listeners = append(o.listeners, l)
	}
	return nil
}

// follow removes l when signal aborts; it is false if it has.
func (o *Object) follow(l *listener, signal *Object) bool {
	s := signal.data.(*abort)
	if s.aborted {
		return false
	}
	s.then = append(s.then, func() { o.drop(l) })
	return true
}

func (o *Object) drop(l *listener) {
	l.gone = true
	o.listeners = slices.DeleteFunc(o.listeners, func(other *listener) bool { return other == l })
}

func removeListener(o *Object, args []any) any {
	name, call := Text(arg(args, 0)), arg(args, 1)
	capture := Truth(arg(args, 2))
	if options, ok := arg(args, 2).(*Object); ok {
		capture = Truth(options.props["capture"])
	}
	for _, l := range o.listeners {
		if l.name == name && any(l.call) == call && l.capture == capture {
			o.drop(l)
			break
		}
	}
	return nil
}

// Dispatch runs the handlers of an event at o: down the path to those that
// capture, up again to the others; then what the page itself does on such an
// event. It reports whether nobody prevented that. It runs on the caller's
// goroutine and returns when all handlers have.
func (o *Object) Dispatch(e *Object) bool {
	p, ev := o.page, e.event()
	p.mu.Lock()
	path := p.path(o)
	undo := p.before(o, ev)
	p.mu.Unlock()
	ev.target, ev.stopped, ev.stoppedNow = o, false, false
	for i := len(path) - 1; i >= 0 && !ev.stopped; i-- {
		path[i].handle(e, true)
	}
	for i, at := range path {
		if ev.stopped || i > 0 && !ev.bubbles {
			break
		}
		at.handle(e, false)
	}
	ev.current = nil
	p.after(o, e, undo)
	return !ev.prevented
}

// path is o and what is above it, the window last.
func (p *Page) path(o *Object) (path []*Object) {
	n := o.tree()
	if n == nil {
		return []*Object{o}
	}
	for ; n != nil; n = n.Parent {
		path = append(path, p.node(n))
		if n.Type == html.DocumentNode {
			path = append(path, p.window)
		}
	}
	return path
}

// handle runs those handlers of o that e wants. Handlers that are added
// meanwhile wait for the next event, those that are removed do not run.
func (o *Object) handle(e *Object, capture bool) {
	ev := e.event()
	ev.current = o
	for _, l := range o.snapshot(ev.name, capture) {
		if ev.stoppedNow {
			return
		}
		if o.take(l) {
			ev.passive = l.passive
			l.call.Invoke(o, e)
			ev.passive = false
		}
	}
	if on, ok := o.own("on" + ev.name).(*Object); ok && !capture && !ev.stoppedNow {
		if on.Invoke(o, e) == false {
			e.invoke("preventDefault", nil)
		}
	}
}

func (o *Object) snapshot(name string, capture bool) (all []*listener) {
	o.page.mu.Lock()
	defer o.page.mu.Unlock()
	for _, l := range o.listeners {
		if l.name == name && l.capture == capture {
			all = append(all, l)
		}
	}
	return all
}

// take reports whether l still listens; one that runs once is removed.
func (o *Object) take(l *listener) bool {
	o.page.mu.Lock()
	defer o.page.mu.Unlock()
	if l.gone {
		return false
	}
	if l.once {
		o.drop(l)
	}
	return true
}

// fire dispatches a new event of the page's own.
func (o *Object) fire(name string, fields map[string]any) bool {
	return o.Dispatch(o.page.NewEvent(name, fields))
}

// fireLater fires in a microtask. It is called with the lock held.
func (o *Object) fireLater(name string) {
	o.page.later(func() { o.fire(name, nil) })
}
