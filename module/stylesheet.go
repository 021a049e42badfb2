package module

import (
	"fmt"
	"slices"
	"sync"

	"github.com/omg-go/omg/client"
)

// A Stylesheet is CSS that pages fetch when they need it. Make it with
// [NewStylesheet].
type Stylesheet struct {
	name string
	css  func() string
}

// NewStylesheet registers CSS under name, which messages use.
//
// It panics if the name is taken. What is not CSS panics when it is first asked
// for.
func NewStylesheet(name, source string) *Stylesheet {
	s := &Stylesheet{name: name}
	s.css = sync.OnceValue(func() string {
		small, err := client.MinifyCSS(source)
		if err != nil {
			panic(fmt.Sprintf("module: stylesheet %s: %v", name, err))
		}
		return small
	})
	registry.addStylesheet(s)
	return s
}

// Name returns the name under which s was registered.
func (s *Stylesheet) Name() string { return s.name }

// CSS returns s as it is served: minified, once, by the first call.
func (s *Stylesheet) CSS() string { return s.css() }

// Path returns where s is served, relative to the application's root. It holds a
// hash of what is served.
func (s *Stylesheet) Path() string { return client.StylePath(client.Hash(s.CSS())) }

// Stylesheets returns all that are registered, in that order.
func Stylesheets() []*Stylesheet {
	registry.mu.RLock()
	defer registry.mu.RUnlock()
	return slices.Clone(registry.sheets)
}

func (t *table) addStylesheet(s *Stylesheet) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if slices.ContainsFunc(t.sheets, func(o *Stylesheet) bool { return o.name == s.name }) {
		panic(fmt.Sprintf("module: stylesheet %q is registered twice", s.name))
	}
	t.sheets = append(t.sheets, s)
}
