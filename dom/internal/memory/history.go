package memory

import (
	"net/url"
	"slices"
	"strings"
)

// history is where the page has been. Entries differ in their hash, or were
// pushed with a state; nothing leaves the page.
type history struct {
	entries []entry
	at      int
}

type entry struct {
	url   *url.URL
	state any
}

var (
	historyClass  = extend("History", objectClass)
	locationClass = extend("Location", objectClass)
)

const home = "http://localhost:7500/"

func newHistory() history {
	u, _ := url.Parse(home)
	return history{entries: []entry{{u, Null}}}
}

func (p *Page) url() *url.URL { return p.history.entries[p.history.at].url }

// resolve is ref as seen from the page.
func (p *Page) resolve(ref string) *url.URL {
	u, err := p.url().Parse(ref)
	if err != nil {
		throw(p, "SyntaxError", "'"+ref+"' is not a valid URL")
	}
	return u
}

// push makes a new entry, after the current one; what was after it is gone.
func (h *history) push(e entry) {
	h.entries = append(slices.Clip(h.entries[:h.at+1]), e)
	h.at++
}

// navigate goes to another hash, as a link does. Elsewhere it cannot go.
func (p *Page) navigate(ref string) {
	to := p.resolve(ref)
	if strings.TrimSuffix(withoutHash(to), "#") != withoutHash(p.url()) {
		p.console = append(p.console, "left for: "+to.String())
		return
	}
	if to.String() == p.url().String() {
		return
	}
	p.history.push(entry{to, Null})
	p.moved(true)
}

func withoutHash(u *url.URL) string {
	c := *u
	c.Fragment, c.RawFragment = "", ""
	return c.String()
}

func hash(u *url.URL) string {
	if u.Fragment == "" {
		return ""
	}
	return "#" + u.EscapedFragment()
}

// moved fires what a change of the entry does: popstate, and hashchange if the
// hash differs.
func (p *Page) moved(hashChanged bool) {
	state := p.history.entries[p.history.at].state
	p.later(func() {
		p.window.fire("popstate", map[string]any{"state": state})
		if hashChanged {
			p.window.fire("hashchange", nil)
		}
	})
}

// traverse goes n entries forward or back, in a task of its own; beyond the
// ends it does nothing.
func (p *Page) traverse(n int) {
	p.later(func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		to := p.history.at + n
		if to < 0 || to >= len(p.history.entries) || n == 0 {
			return
		}
		old := hash(p.url())
		p.history.at = to
		p.moved(hash(p.url()) != old)
	})
}

func init() {
	historyClass.add(getters{
		"length": func(o *Object) any { return float64(len(o.page.history.entries)) },
		"state":  func(o *Object) any { return o.page.history.entries[o.page.history.at].state },
	}, nil, methods{
		"back":      locked(func(o *Object, _ []any) any { o.page.traverse(-1); return nil }),
		"forward":   locked(func(o *Object, _ []any) any { o.page.traverse(1); return nil }),
		"go":        locked(func(o *Object, args []any) any { o.page.traverse(int(Number(arg(args, 0)))); return nil }),
		"pushState": locked(func(o *Object, args []any) any { o.page.history.push(o.page.entry(args)); return nil }),
		"replaceState": locked(func(o *Object, args []any) any {
			h := &o.page.history
			h.entries[h.at] = o.page.entry(args)
			return nil
		}),
	})
	locationClass.add(getters{
		"href":     func(o *Object) any { return o.page.url().String() },
		"hash":     func(o *Object) any { return hash(o.page.url()) },
		"pathname": func(o *Object) any { return o.page.url().EscapedPath() },
		"search": func(o *Object) any {
			if q := o.page.url().RawQuery; q != "" {
				return "?" + q
			}
			return ""
		},
		"host":     func(o *Object) any { return o.page.url().Host },
		"hostname": func(o *Object) any { return o.page.url().Hostname() },
		"protocol": func(o *Object) any { return o.page.url().Scheme + ":" },
		"origin":   func(o *Object) any { return o.page.url().Scheme + "://" + o.page.url().Host },
	}, setters{
		"hash": func(o *Object, v any) { o.page.navigate("#" + strings.TrimPrefix(Text(v), "#")) },
		"href": func(o *Object, v any) { o.page.navigate(Text(v)) },
	}, methods{
		"assign":  locked(func(o *Object, args []any) any { o.page.navigate(Text(arg(args, 0))); return nil }),
		"replace": locked(func(o *Object, args []any) any { o.page.navigate(Text(arg(args, 0))); return nil }),
		"reload":  locked(func(o *Object, _ []any) any { o.page.console = append(o.page.console, "reloaded"); return nil }),
	})
}

// entry makes one of the arguments of pushState.
func (p *Page) entry(args []any) entry {
	e := entry{p.url(), arg(args, 0)}
	if ref := arg(args, 2); !absent(ref) {
		e.url = p.resolve(Text(ref))
	}
	return e
}
