package server

import (
	"context"
	"errors"
	"net/url"

	"github.com/omg-go/omg/bridge"
)

// ErrNoDebugSession is the error of [App.InDebugSession] where no session is
// marked.
var ErrNoDebugSession = errors.New("server: there is no debug session")

// debugQuery, in the address of a page, marks its session in development:
// http://localhost:7500/?omg-debug.
const debugQuery = "omg-debug"

// InDebugSession runs fn in a turn of the session that is marked for development,
// and returns its error. A program marks one with [bridge.Hub.SetDebug]; with
// Options.Development a page does whose address has the query "omg-debug".
//
// Where there is none, fn does not run: the error is [ErrNoDebugSession], which
// is logged as a warning too.
func (a *App) InDebugSession(fn func(ctx context.Context) error) error {
	s := a.hub.Debug()
	if s == nil {
		a.opts.log().Warn(ErrNoDebugSession.Error())
		return ErrNoDebugSession
	}
	return bridge.Do(s.Context(), fn)
}

// markDebug marks the session of a page that asks for it.
func (a *App) markDebug(s *bridge.Session, address string) {
	u, err := url.Parse(address)
	if a.opts.Development && err == nil && u.Query().Has(debugQuery) {
		a.hub.SetDebug(s)
	}
}
