package server

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"strings"

	"github.com/a-h/templ"
	"github.com/omg-go/omg/widget"
)

// A PageFunc returns the root widget of the page that r asks for, nil for a page
// without one. See [App.Page].
type PageFunc = func(r *http.Request) (widget.Widget, error)

// Page has f answer the GET requests that match pattern, as [http.ServeMux] does:
// "GET /orders/{id}", or without the method. The widget is drawn into the page
// that is sent, which so reads without JavaScript; when the page connects, the
// session adopts it.
//
// f returns [ErrNotFound] or [ErrForbidden], wrapped or not, or a [Redirect], to
// have the visitor see that instead; any other error is logged and answered with
// 500. It may change the document around the widget, see [ShellOf].
//
// f may run twice for one page, for its GET and again when the page connects late
// or to another process. So it must have no effects; what should happen once
// belongs into the widget's Mount.
func (a *App) Page(pattern string, f PageFunc) {
	method, path, found := strings.Cut(pattern, " ")
	if !found {
		method, path = http.MethodGet, pattern
	}
	if method != http.MethodGet {
		panic("server: Page is for GET, not for " + pattern)
	}
	a.Handle("GET "+strings.TrimSpace(path), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if b := rebuildOf(r); b != nil {
			b.page, b.err = a.draw(r, f)
			return
		}
		a.servePage(w, r, f)
	}))
}

func (a *App) servePage(w http.ResponseWriter, r *http.Request, f PageFunc) {
	page, err := a.draw(r, f)
	if err != nil {
		a.servePageError(w, r, err)
		return
	}
	var out bytes.Buffer
	if err := a.document(w, r, page).view().Render(r.Context(), &out); err != nil {
		page.drop()
		a.servePageError(w, r, err)
		return
	}
	a.writeHeaders(w)
	w.Write(out.Bytes())
}

func (a *App) servePageError(w http.ResponseWriter, r *http.Request, err error) {
	var to *Redirect
	if errors.As(err, &to) {
		w.Header().Set("Cache-Control", "no-store")
		redirect(w, to.URL, http.StatusSeeOther)
		return
	}
	code := statusFor(err)
	if code == http.StatusInternalServerError {
		a.serveFault(w, r, "page failed", err)
		return
	}
	a.serveError(w, r, code, err)
}

// document returns the page's document, with the ticket that opens its session.
func (a *App) document(w http.ResponseWriter, r *http.Request, page *drawn) *document {
	browser, sent := a.ensureCookie(w, r)
	text, nonce := a.tickets.issue(ticket{
		URL: r.URL.RequestURI(), Browser: fingerprint(browser), Had: sent, Identity: fingerprint(page.identity),
	})
	if prefetched(r) || r.Method == http.MethodHead {
		page.drop()
	} else {
		a.pages.put(nonce, page, page.size())
	}
	return &document{
		Shell: page.shell, root: rootOf(r.URL), styles: a.styles, script: a.script,
		boot: a.boot(text, page.identity), hint: page.interactive(), content: templ.Raw(page.html),
	}
}

// prefetched tells whether the browser asks ahead of the visitor, who may never
// come. Such a page is built again if he does.
func prefetched(r *http.Request) bool {
	return strings.Contains(r.Header.Get("Sec-Purpose")+r.Header.Get("Purpose"), "prefetch")
}

// A rebuild asks a page's handler for the page alone, without an answer.
type rebuild struct {
	page *drawn
	err  error
}

type rebuildKey struct{}

func rebuildOf(r *http.Request) *rebuild {
	b, _ := r.Context().Value(rebuildKey{}).(*rebuild)
	return b
}

// redraw makes the page of a ticket again, for the upgrade request r: path and
// query are the ticket's, all else, cookies and what middleware found, is of r.
//
// A panic of the page's function is an error here: no HTTP server stands behind
// a socket to recover it.
func (a *App) redraw(r *http.Request, t ticket) (page *drawn, err error) {
	defer func() {
		if p := recover(); p != nil {
			a.opts.log().Error("server: panic", "url", t.URL, "panic", p, "stack", string(debug.Stack()))
			err = fmt.Errorf("server: panic in a page's function: %v", p)
		}
	}()
	b := &rebuild{err: ErrNotFound}
	get, err := http.NewRequestWithContext(context.WithValue(r.Context(), rebuildKey{}, b), http.MethodGet, t.URL, nil)
	if err != nil {
		return nil, err
	}
	get.Header, get.Host, get.RemoteAddr, get.TLS = r.Header, r.Host, r.RemoteAddr, r.TLS
	a.mux.ServeHTTP(&statusOf{header: http.Header{}}, get)
	return b.page, b.err
}
