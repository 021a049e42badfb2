package server

import (
	"context"
	"errors"
	"net/http"

	"github.com/omg-go/omg/bridge"
)

// retryAfter is in how many seconds a visitor may try again whom there was no
// room for.
const retryAfter = "10"

// serveSocket makes a socket of a request that may have one.
func (a *App) serveSocket(w http.ResponseWriter, r *http.Request) {
	switch {
	case !a.originAllowed(r):
		a.opts.log().Warn("server: socket refused: foreign origin", "origin", r.Header.Get("Origin"), "host", r.Host)
		http.Error(w, "403 this page may not connect here", http.StatusForbidden)
		return
	case a.draining.Load() || !a.hub.Room():
		w.Header().Set("Retry-After", retryAfter)
		http.Error(w, "503 no room for another page", http.StatusServiceUnavailable)
		return
	}
	t, err := bridge.Upgrade(w, r, a.hub.Limits().FrameBytes)
	if err != nil {
		a.opts.log().Debug("server: no socket", "err", err)
		return
	}
	v := &visit{app: a, who: a.visitor(r), r: r}
	a.hub.Serve(context.WithoutCancel(r.Context()), t, bridge.Accept{Open: v.open, Resume: v.resume})
}

// A visitor is what a session is bound to: who opens it must be who comes back.
type visitor struct {
	browser  string // fingerprint of the cookie, empty if it refuses cookies
	identity string
}

var owner bridge.Var[visitor]

func (a *App) visitor(r *http.Request) visitor {
	return visitor{browser: fingerprint(browserOf(r)), identity: a.identity(r)}
}

// A visit is a request that became a socket. It lives until the page is welcome.
type visit struct {
	app *App
	who visitor
	r   *http.Request
}

// open returns the session that a ticket stands for: of the page as the GET drew
// it, if that is still there and the same visitor asks, else drawn anew.
func (v *visit) open(_ context.Context, text string) (*bridge.Session, error) {
	t, err := v.app.tickets.read(text)
	if err != nil {
		return nil, err
	}
	if !t.fits(v.who.browser) {
		return nil, errTicket
	}
	if err := v.app.tickets.use(t); err != nil {
		return nil, err
	}
	page, rebuilt, err := v.page(t)
	if err != nil {
		return nil, err
	}
	owner.Set(page.session.Context(), v.who)
	if err := page.adopt(rebuilt); err != nil {
		page.session.End(err)
		return nil, err
	}
	v.app.markDebug(page.session, t.URL)
	return page.session, nil
}

// page returns the page of a ticket, and whether it had to be drawn again.
func (v *visit) page(t ticket) (page *drawn, rebuilt bool, err error) {
	if page, ok := v.app.pages.take(t.Nonce); ok {
		if page.identity == v.who.identity {
			return page, false, nil
		}
		page.drop()
	}
	page, err = v.app.redraw(v.r, t)
	return page, true, err
}

// errOwner is why a page does not get its session back.
var errOwner = errors.New("server: the session is another visitor's")

// resume refuses a session to anybody but who opened it. A visitor who has
// logged in or out since is another one, and gets a fresh session.
func (v *visit) resume(s *bridge.Session) error {
	if owner.Value(s.Context()) != v.who {
		return errOwner
	}
	return nil
}
