package youtubetest

import (
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"
)

// An Order is one in which players tell their states.
type Order string

const (
	Usual       Order = ""            // -1, 3, 1
	NoBuffering Order = "nobuffering" // -1, 1
	Repeated    Order = "repeated"    // -1, -1, 3, 1, 1
)

// A Script says how the player's script is served.
type Script int

const (
	Fine    Script = iota
	Missing        // 404
	Silent         // no answer
	Twice          // the loader runs two times
	Half           // the loader comes, the second file does not
)

// Options are what a test switches. The zero value is a player that works.
type Options struct {
	Script  Script
	Order   Order
	Blocked map[string]bool    // ids of videos whose first start by itself is refused
	Errors  map[string]int     // error codes by ids of videos
	Lengths map[string]float64 // seconds by ids of videos
	Stopped []int              // the states from which stopVideo picks one; by default 0, 2, 5 and -1
}

// A Request is one that came.
type Request struct{ Path, Query, Referer string }

// A Handler serves the stand-in. It is safe for concurrent use.
type Handler struct {
	mu       sync.Mutex
	options  Options
	requests []Request
}

// New returns a stand-in.
func New(o Options) *Handler { return &Handler{options: o} }

// Set changes the options for what is loaded from now on.
func (h *Handler) Set(o Options) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.options = o
}

// Requests returns what was asked for so far.
func (h *Handler) Requests() []Request {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.requests)
}

// Count returns how many requests there were for paths with that prefix.
func (h *Handler) Count(prefix string) (n int) {
	for _, r := range h.Requests() {
		if strings.HasPrefix(r.Path, prefix) {
			n++
		}
	}
	return n
}

//go:embed static
var static embed.FS

const second = "/s/player/x/www-widgetapi.js"

// ServeHTTP serves /iframe_api, the second file, and /embed/ID.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.mu.Lock()
	o := h.options
	h.requests = append(h.requests, Request{r.URL.Path, r.URL.RawQuery, r.Referer()})
	h.mu.Unlock()
	switch {
	case o.Script == Silent && !strings.HasPrefix(r.URL.Path, "/embed/"):
		<-r.Context().Done()
	case r.URL.Path == "/iframe_api" && o.Script != Missing:
		h.loader(w, r, o)
	case r.URL.Path == second && o.Script != Half:
		send(w, "text/javascript", read("widgetapi.js"))
	case strings.HasPrefix(r.URL.Path, "/embed/"):
		h.embed(w, r, o)
	case path.Dir(r.URL.Path) == "/static":
		kind := map[string]string{".js": "text/javascript", ".css": "text/css"}[path.Ext(r.URL.Path)]
		send(w, kind, read(path.Base(r.URL.Path)))
	default:
		http.NotFound(w, r)
	}
}

func (h *Handler) loader(w http.ResponseWriter, r *http.Request, o Options) {
	base := "http://" + r.Host
	js := fmt.Sprintf("var scriptUrl = %q; var standInHost = %q;\n%s", base+second, base, read("iframe_api.js"))
	if o.Script == Twice {
		js += "\n" + js
	}
	send(w, "text/javascript", js)
}

func (h *Handler) embed(w http.ResponseWriter, r *http.Request, o Options) {
	id := path.Base(r.URL.Path)
	config, _ := json.Marshal(map[string]any{
		"video": id, "length": cmp.Or(o.Lengths[id], 20), "error": errorOf(id, r, o), "blocked": o.Blocked[id],
		"order": o.Order, "stopped": o.Stopped, "errors": o.Errors, "lengths": o.Lengths,
	})
	send(w, "text/html; charset=utf-8", fmt.Sprintf(`<!DOCTYPE html>
<html lang="en">
<title>%s</title>
<link rel="stylesheet" href="/static/embed.css">
<body data-config="%s">
<main><h1></h1><button type="button">Play</button><progress max="1" value="0" aria-label="Progress"></progress></main>
<script src="/static/embed.js"></script>
`, html.EscapeString(id), html.EscapeString(string(config))))
}

// errorOf is the code that the player will tell, 0 for none.
func errorOf(id string, r *http.Request, o Options) int {
	switch {
	case r.Referer() == "":
		return 153
	case len(id) != 11 || strings.ContainsAny(id, "!*"):
		return 2
	}
	return o.Errors[id]
}

func read(name string) string {
	text, err := static.ReadFile("static/" + name)
	if err != nil {
		return ""
	}
	return string(text)
}

func send(w http.ResponseWriter, kind, body string) {
	w.Header().Set("Content-Type", kind)
	fmt.Fprint(w, body)
}
