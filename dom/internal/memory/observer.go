package memory

import (
	"slices"

	"golang.org/x/net/html"
)

// An observer is a MutationObserver, ResizeObserver or IntersectionObserver.
type observer struct {
	kind    *class
	call    *Object
	self    *Object
	targets []*html.Node
	subtree bool
	names   []string // of the attributes that it hears of
	pending bool
	seen    map[*html.Node]any // what was reported last, of sizes and views
}

var (
	mutationClass     = extend("MutationObserver", objectClass)
	resizeClass       = extend("ResizeObserver", objectClass)
	intersectionClass = extend("IntersectionObserver", objectClass)
)

func init() {
	for _, c := range []*class{mutationClass, resizeClass, intersectionClass} {
		c.add(nil, nil, methods{
			"observe":    locked(observe),
			"disconnect": locked(func(o *Object, _ []any) any { o.page.disconnect(o.data.(*observer)); return nil }),
		})
	}
}

func (p *Page) newObserver(kind *class, args []any) *Object {
	ob := &observer{kind: kind, seen: map[*html.Node]any{}}
	ob.call, _ = arg(args, 0).(*Object)
	ob.self = p.object(kind, ob)
	return ob.self
}

func observe(o *Object, args []any) any {
	ob := o.data.(*observer)
	if len(ob.targets) == 0 {
		o.page.observers = append(o.page.observers, ob)
	}
	ob.targets = append(ob.targets, wantNode(o, args, 0))
	if options, ok := arg(args, 1).(*Object); ok {
		ob.subtree = Truth(options.props["subtree"])
		if filter, ok := options.props["attributeFilter"].(*Object); ok {
			for _, name := range filter.elems {
				ob.names = append(ob.names, Text(name))
			}
		}
	}
	o.page.resized()
	o.page.reviewed()
	return nil
}

func (p *Page) disconnect(ob *observer) {
	ob.targets, ob.pending = nil, false
	for i, other := range p.observers {
		if other == ob {
			p.observers = append(p.observers[:i:i], p.observers[i+1:]...)
		}
	}
}

// mutated tells the observers of n. It is called, with the lock held, wherever
// a tree or a text changes; records of what changed are not kept.
func (p *Page) mutated(n *html.Node) { p.tell(n, func(*observer) bool { return true }) }

// changed does that for an attribute of n.
func (p *Page) changed(n *html.Node, name string) {
	p.tell(n, func(ob *observer) bool { return slices.Contains(ob.names, name) })
}

func (p *Page) tell(n *html.Node, wants func(ob *observer) bool) {
	for _, ob := range p.observers {
		for _, t := range ob.targets {
			if ob.kind == mutationClass && wants(ob) && (t == n || ob.subtree && contains(t, n)) {
				p.notify(ob, nil)
				break
			}
		}
	}
	p.resized()
	p.reviewed()
}

// notify queues one call of the observer, whatever else happens before it.
func (p *Page) notify(ob *observer, entries func() []any) {
	if ob.pending {
		return
	}
	ob.pending = true
	p.later(func() {
		p.mu.Lock()
		wanted := ob.pending
		ob.pending = false
		var list []any
		if wanted && entries != nil {
			list = entries()
		}
		p.mu.Unlock()
		if wanted && (entries == nil || len(list) > 0) {
			ob.call.Invoke(nil, p.array(list), ob.self)
		}
	})
}

// resized tells the observers of sizes, also of the first.
func (p *Page) resized() {
	p.compare(resizeClass, func(n *html.Node) (any, map[string]any) {
		r := p.rect(n)
		return Rect{Width: r.Width, Height: r.Height}, map[string]any{"target": p.node(n), "contentRect": p.domRect(Rect{0, 0, r.Width, r.Height})}
	})
}

// reviewed tells the observers of what is in view.
func (p *Page) reviewed() {
	p.compare(intersectionClass, func(n *html.Node) (any, map[string]any) {
		in := p.shown(n) && !p.outOfView[n]
		return in, map[string]any{"target": p.node(n), "isIntersecting": in, "intersectionRatio": Number(in)}
	})
}

// compare notifies the observers of a kind for whose targets look is not what
// it was.
func (p *Page) compare(kind *class, look func(*html.Node) (state any, entry map[string]any)) {
	for _, ob := range p.observers {
		if ob.kind != kind || !ob.differs(look) {
			continue
		}
		p.notify(ob, func() (entries []any) {
			for _, n := range ob.targets {
				state, fields := look(n)
				if seen, ok := ob.seen[n]; !ok || seen != state {
					ob.seen[n] = state
					entry := p.object(objectClass, nil)
					entry.props = fields
					entries = append(entries, entry)
				}
			}
			return entries
		})
	}
}

func (ob *observer) differs(look func(*html.Node) (any, map[string]any)) bool {
	for _, n := range ob.targets {
		state, _ := look(n)
		if seen, ok := ob.seen[n]; !ok || seen != state {
			return true
		}
	}
	return false
}

// SetInView says whether the window shows an element, for observers of that.
func (p *Page) SetInView(o *Object, in bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.outOfView, o.tree())
	if !in {
		p.outOfView[o.tree()] = true
	}
	p.reviewed()
}
