package server

import (
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/module"
)

// debugView is what debug.templ draws.
type debugView struct {
	load      bridge.Load
	sessions  []debugSession
	counters  []debugCounter
	routes    []string
	functions []string
	modules   []string
}

type debugSession struct {
	id, state, mark string
	exports         []string // function values that its page may call
}

type debugCounter struct {
	name  string
	value int64
}

func (v *debugView) summary() string {
	return fmt.Sprintf("%d sessions, %d sockets, %d bytes unconfirmed", v.load.Sessions, v.load.Sockets, v.load.LogBytes)
}

// serveDebug answers in development with what the process holds.
func (a *App) serveDebug(w http.ResponseWriter, r *http.Request) {
	v := &debugView{
		load: a.hub.Load(), counters: countersOf(a.hub.Counters()),
		routes: slices.Sorted(slices.Values(a.routes)), functions: bridge.RPCs(), modules: moduleNames(),
	}
	for s := range a.hub.Sessions() {
		v.sessions = append(v.sessions, a.debugSession(s))
	}
	slices.SortFunc(v.sessions, func(a, b debugSession) int { return strings.Compare(a.id, b.id) })
	shell := a.shell.clone()
	shell.Title = "Debug"
	shell.SetBody(nil)
	a.writeHeaders(w)
	d := &document{Shell: shell, root: rootOf(r.URL), styles: a.styles, content: v.view()}
	if err := d.view().Render(r.Context(), w); err != nil {
		a.opts.log().Debug("server: debug page", "err", err)
	}
}

// debugSession describes s by the head of its id: the whole is a secret.
func (a *App) debugSession(s *bridge.Session) debugSession {
	d := debugSession{id: s.ID()[:6], state: "connected", exports: s.Exports()}
	if s.Away() {
		d.state = "away"
	}
	if a.hub.Debug() == s {
		d.mark = "debug session"
	}
	return d
}

// countersOf reads the counters, whatever there are.
func countersOf(c *bridge.Counters) (list []debugCounter) {
	v := reflect.ValueOf(c).Elem()
	for i := range v.NumField() {
		if n, ok := v.Field(i).Addr().Interface().(*atomic.Int64); ok {
			list = append(list, debugCounter{v.Type().Field(i).Name, n.Load()})
		}
	}
	return list
}

func moduleNames() (names []string) {
	for _, m := range module.Assets() {
		names = append(names, m.Name())
	}
	slices.Sort(names)
	return names
}
