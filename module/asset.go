package module

import (
	"fmt"
	"slices"
	"sync"

	"github.com/omg-go/omg/client"
)

// An Asset is one ES module as pages fetch it. Make it with [New].
type Asset struct {
	name   string
	source string
	deps   []*Asset
	code   *code // of what was compiled, nil for what was written by hand
	live   *live // of values, nil for code
	path   string
	served func() (string, error)
}

// New registers the ES module source under name, by which others import it. The
// module may import "omg", the runtime, and the names of its deps.
//
// New panics if the name is taken.
func New(name, source string, deps ...*Asset) *Asset {
	a := newAsset(name, source, slices.Clone(deps))
	registry.addAsset(a)
	return a
}

func newAsset(name, source string, deps []*Asset) *Asset {
	a := &Asset{name: name, source: source, deps: deps}
	a.served = sync.OnceValues(a.link)
	return a
}

// newCompiled makes an asset of compiled code.
func newCompiled(c *code) *Asset {
	text := c.readable()
	a := newAsset("omg:"+shortHash(text), text, nil)
	for _, i := range c.imports {
		if i.from != nil {
			a.deps = append(a.deps, i.from)
		}
	}
	a.code = c
	return a
}

// Live reports whether what a serves may be another the next time, under the same
// address: the values of variables. Whoever serves it asks [Asset.JavaScript] each
// time, and tells browsers to ask too.
func (a *Asset) Live() bool { return a.live != nil }

// Name returns the name under which a was registered.
func (a *Asset) Name() string { return a.name }

// JavaScript returns a as it is served: minified, its imports resolved to the
// addresses of this build. The work is done once, by the first call, but for a
// live module. It fails if the source is not JavaScript, or a value has no form
// in a page.
func (a *Asset) JavaScript() (string, error) { return a.served() }

// Path returns where a is served, relative to the application's root. The
// address holds a hash of what is served and so, through the imports, of all
// that a depends on; where JavaScript fails it holds a hash of the source.
//
// The address of a live module holds a hash of the names and types of its variables.
func (a *Asset) Path() string {
	if a.path != "" {
		return a.path
	}
	js, err := a.JavaScript()
	if err != nil {
		js = a.source
	}
	return client.ModulePath(client.Hash(js))
}

// imports are what the module of the variables has of their values.
func (a *Asset) imports() imports {
	i := imports{from: a}
	for _, name := range a.live.names {
		i.names = append(i.names, valueOf(name))
	}
	return i
}

// exported is what a calls one of its symbols in the page.
func (a *Asset) exported(symbol string) string {
	if a.live != nil {
		return a.live.short(symbol)
	}
	return a.code.short[symbol]
}

func (a *Asset) link() (string, error) {
	source := a.source
	if a.code != nil {
		source = a.code.served()
	}
	js, err := client.Minify(client.Link(source, a.resolve))
	if err != nil {
		return "", fmt.Errorf("module: %s: %w", a.name, err)
	}
	return js, nil
}

func (a *Asset) resolve(name string) (string, bool) {
	for _, d := range a.deps {
		if d.name == name {
			return d.Path(), true
		}
	}
	return "", false
}
