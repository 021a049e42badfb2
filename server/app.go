package server

import (
	"context"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/omg-go/omg/bridge"
	"github.com/omg-go/omg/client"
	"github.com/omg-go/omg/theme"
	"github.com/omg-go/omg/words"
)

// An App serves pages, their assets and their sockets. It is an [http.Handler],
// to be put into any router, or a server of its own by [App.ListenAndServe].
//
// Register pages, paths and the shell first, then serve: the registering methods
// may not be called while the App serves, all others are safe for concurrent use.
type App struct {
	opts    Options
	hub     *bridge.Hub
	mux     *http.ServeMux
	guarded http.Handler // mux behind the check of cross-origin requests
	shell   *Shell
	headers http.Header
	assets  assets
	script  string   // path of the runtime
	calls   string   // of the module of calls, which stands beside it
	styles  []string // paths of the stylesheets on each page
	tickets *tickets
	pages   cache[*drawn]
	boots   boots

	speaking context.Context // the application's language, for kept
	routes   []string        // for the page that says what there is, in development

	ready    sync.Once
	broken   error // what bridge.Check found
	draining atomic.Bool
	server   atomic.Pointer[http.Server]
}

const (
	maxDrawn      = 1000
	maxDrawnBytes = 32 << 20
	drawnLife     = 30 * time.Second
)

// New returns an application without pages.
func New(o Options) *App {
	a := &App{opts: o, mux: http.NewServeMux(), shell: newShell(&o), tickets: newTickets(o.Secret)}
	a.opts.Prefix = "/" + strings.Trim(o.Prefix, "/")
	a.speaking = words.With(context.Background(), a.shell.Lang)
	a.headers = pageHeaders(&a.opts)
	a.assets.log = a.opts.log()
	a.hub = bridge.NewHub(a.hubOptions())
	a.pages = cache[*drawn]{entries: maxDrawn, bytes: maxDrawnBytes, life: drawnLife, drop: (*drawn).drop}
	a.script = a.assets.add(client.JavaScript(), ".js", typeScript)
	a.calls = "./" + path.Base(a.assets.add(client.Calls(), ".js", typeScript))
	a.assets.add(client.Twins(), ".js", typeScript)
	if !o.Unstyled {
		a.Stylesheet(theme.Stylesheet())
	}
	a.guarded = a.guard()
	a.mux.Handle("GET /"+assetRoot, &a.assets)
	a.mux.HandleFunc("GET /_omg/socket", a.serveSocket)
	a.mux.HandleFunc("GET /healthz", a.serveHealth)
	if o.Development {
		a.mux.HandleFunc("GET /_omg/debug", a.serveDebug)
	}
	return a
}

func (a *App) hubOptions() bridge.Options {
	hooks := a.opts.Hooks
	hooks.Connected = a.connected
	return bridge.Options{
		Build:     client.Hash(bridge.Schema() + client.Twins()), // which names all other modules of the client
		Authorize: a.opts.Authorize, Log: a.opts.log(), Frame: a.opts.Frame,
		Hooks: hooks, Limits: a.opts.Limits,
	}
}

// guard puts the check of cross-origin requests before all paths: a POST, a PUT
// or a DELETE that a page of another site caused gets 403.
func (a *App) guard() http.Handler {
	check := http.NewCrossOriginProtection()
	for _, origin := range a.opts.Origins {
		if err := check.AddTrustedOrigin(strings.TrimSuffix(origin, "/")); err != nil {
			panic("server: Options.Origins: " + err.Error())
		}
	}
	check.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a.serveError(w, r, http.StatusForbidden, nil)
	}))
	return check.Handler(a.mux)
}

// Hub returns the application's sessions.
func (a *App) Hub() *bridge.Hub { return a.hub }

// Shell returns the shell from which each page starts.
func (a *App) Shell() *Shell { return a.shell }

// Handle has h answer the requests that match pattern, as [http.ServeMux] does:
// for files, an API, a download. Requests other than GET, HEAD and OPTIONS that
// a page of another site caused do not reach it.
func (a *App) Handle(pattern string, h http.Handler) {
	a.routes = append(a.routes, pattern)
	a.mux.Handle(pattern, h)
}

// HandleFunc is [App.Handle] for a function.
func (a *App) HandleFunc(pattern string, h func(http.ResponseWriter, *http.Request)) {
	a.Handle(pattern, http.HandlerFunc(h))
}

// Stylesheet adds CSS to every page, after the theme and what was added before.
// It is minified and served under a hash of its content. Stylesheet panics if
// the CSS cannot be read.
func (a *App) Stylesheet(css string) {
	path, err := a.assets.addStylesheet(css)
	if err != nil {
		panic("server: Stylesheet: " + err.Error())
	}
	if !slices.Contains(a.styles, path) {
		a.styles = append(a.styles, path)
	}
}

// Asset keeps content, to be served for ever under a hash of itself, and returns
// its path relative to the application's root. ext is the end of its name,
// ".svg"; kind its media type.
func (a *App) Asset(content []byte, ext, kind string) string {
	return a.assets.add(string(content), ext, kind)
}

// Check says what is wrong with the program's registrations: handles of page
// functions that were never compiled and the like. [App.ListenAndServe] returns
// it; an App in a router of one's own answers 500 and logs it.
func (a *App) Check() error {
	a.ready.Do(func() { a.broken = bridge.Check() })
	return a.broken
}

// ServeHTTP serves everything that the application has.
func (a *App) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	r = a.unprefixed(r)
	defer a.recovered(w, r)
	switch {
	case !a.hostAllowed(r):
		a.serveError(w, r, http.StatusMisdirectedRequest, nil)
	case a.Check() != nil:
		a.serveFault(w, r, "not ready", a.broken)
	default:
		a.route(w, r)
	}
}

func (a *App) route(w http.ResponseWriter, r *http.Request) {
	h, pattern := a.mux.Handler(r)
	if a.wantsMetrics(r, pattern) {
		a.serveMetrics(w, r)
		return
	}
	if to := canonical(r, pattern); to != "" && r.Method == http.MethodGet {
		redirect(w, to, http.StatusMovedPermanently)
		return
	}
	if pattern != "" {
		a.guarded.ServeHTTP(w, r)
		return
	}
	// The mux's own answer, 404 or 405, in the application's looks.
	answer := statusOf{header: w.Header()}
	h.ServeHTTP(&answer, r)
	a.serveError(w, r, answer.code, nil)
}

// unprefixed takes Options.Prefix off, where no router did.
func (a *App) unprefixed(r *http.Request) *http.Request {
	prefix := a.opts.Prefix
	if prefix == "/" || r.URL.Path != prefix && !strings.HasPrefix(r.URL.Path, prefix+"/") {
		return r
	}
	var stripped *http.Request
	http.StripPrefix(prefix, http.HandlerFunc(func(_ http.ResponseWriter, s *http.Request) { stripped = s })).ServeHTTP(nil, r)
	return stripped
}

func (a *App) hostAllowed(r *http.Request) bool {
	name := hostName(r.Host)
	switch {
	case len(a.opts.Hosts) > 0:
		return slices.ContainsFunc(a.opts.Hosts, func(h string) bool { return strings.EqualFold(h, name) })
	case a.opts.Development:
		return onLoopback(r.Host) || isAddress(r.Host)
	}
	return true
}

// statusOf takes the status and the headers of an answer, not its body.
type statusOf struct {
	header http.Header
	code   int
}

func (s *statusOf) Header() http.Header         { return s.header }
func (s *statusOf) WriteHeader(code int)        { s.code = code }
func (s *statusOf) Write(b []byte) (int, error) { return len(b), nil }
