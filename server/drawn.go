package server

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"regexp"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/widget"
)

// drawn is a page that was drawn, whose session no browser has yet.
type drawn struct {
	session  *bridge.Session
	tree     *widget.Tree
	shell    *Shell
	html     string
	identity string
}

// errDropped is why the session of a page ends that nobody connected.
var errDropped = errors.New("server: the page never connected")

func (d *drawn) drop() { d.session.End(errDropped) }

// draw calls the page's function and draws what it returns.
func (a *App) draw(r *http.Request, f PageFunc) (*drawn, error) {
	allow := bridge.Forbid(r.Context(), "the GET of a page")
	defer allow()
	d := &drawn{shell: a.shell.clone(), identity: a.identity(r)}
	w, err := f(withShell(r, d.shell))
	if err != nil {
		return nil, err
	}
	d.session = bridge.NewSession(a.hub, a.kept(r, d.shell.Lang))
	if err := d.attach(w, widget.Options{Development: a.opts.Development, Root: rootOf(r.URL), Error: a.report}); err != nil {
		d.drop()
		return nil, err
	}
	return d, nil
}

// attach makes w, nil for none, the root of the page and draws it.
func (d *drawn) attach(w widget.Widget, o widget.Options) (err error) {
	if d.tree, err = widget.Attach(d.session, w, o); err != nil {
		return err
	}
	html, err := d.tree.Draw(d.session.Context())
	d.html = string(html)
	return err
}

// adopt gives the session to the page that has connected. rebuilt says that the
// page shows what another session drew, so that all is sent to it.
func (d *drawn) adopt(rebuilt bool) error {
	return bridge.Do(d.session.Context(), func(ctx context.Context) error {
		if rebuilt {
			return d.tree.Rebuild(ctx)
		}
		return d.tree.Adopt(ctx)
	})
}

var handler = regexp.MustCompile(`<[^>]* w-[a-z]+=`)

// interactive tells whether something on the page needs its session.
func (d *drawn) interactive() bool { return handler.MatchString(d.html) }

// boot is what the runtime reads when it starts.
type boot struct {
	Ticket string `json:"ticket"`
	Build  string `json:"build"`
	Calls  string `json:"calls"`         // where the module of calls stands, seen from the runtime
	Who    string `json:"who,omitempty"` // whose forms may be filled again after a reload
}

func (a *App) boot(ticket, identity string) string {
	b, err := json.Marshal(boot{Ticket: ticket, Build: a.hub.Build(), Calls: a.calls, Who: fingerprint(identity)})
	if err != nil {
		panic(err)
	}
	return string(b)
}

// perPage is what a drawn page costs beside its HTML.
const perPage = 4 << 10

func (d *drawn) size() int { return 2*len(d.html) + perPage }
