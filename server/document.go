package server

import (
	"net/http"
	"net/url"
	"path"
	"strings"

	"github.com/a-h/templ"
)

// A document is what document.templ draws.
type document struct {
	*Shell
	root    string // the application's root, seen from the page: "./", "../"
	styles  []string
	script  string // of the runtime; empty where a page has no session
	boot    string // JSON for the runtime
	hint    bool   // something on the page needs the runtime
	content templ.Component
}

func (d *document) attributes() templ.Attributes {
	a := templ.Attributes{}
	if d.Dir != "" {
		a["dir"] = d.Dir
	}
	if d.Theme != "" {
		a["data-theme"] = d.Theme
	}
	if d.script != "" {
		a["data-omg"] = "loading"
	}
	return a
}

// icon returns the address of the icon, seen from the page.
func (d *document) icon() string {
	if strings.Contains(d.Icon, ":") {
		return d.Icon
	}
	return d.root + d.Icon
}

// rootOf returns the way from a page up to the application's root. Addresses in
// pages are relative to it, so the application need not know below which prefix
// a router or a proxy put it.
func rootOf(u *url.URL) string {
	depth := strings.Count(strings.TrimPrefix(u.EscapedPath(), "/"), "/")
	if depth == 0 {
		return "./"
	}
	return strings.Repeat("../", depth)
}

// canonical returns where a request that pattern matches should have gone,
// relative to where it went: the mux would answer with an absolute path, which is
// wrong below a prefix. It is "" if the path is right.
func canonical(r *http.Request, pattern string) string {
	p := r.URL.EscapedPath()
	clean := path.Clean("/" + p)
	if strings.HasSuffix(p, "/") && clean != "/" {
		clean += "/"
	}
	if wantsSlash(pattern, clean) {
		clean += "/"
	}
	if clean == p {
		return ""
	}
	to := rootOf(r.URL) + clean[1:]
	if r.URL.RawQuery != "" {
		to += "?" + r.URL.RawQuery
	}
	return to
}

// wantsSlash tells whether a pattern for a folder and what is below was met by
// the folder's name without its slash.
func wantsSlash(pattern, p string) bool {
	_, route, found := strings.Cut(pattern, "/")
	return found && strings.HasSuffix("/"+route, "/") && !strings.HasSuffix(p, "/") &&
		strings.Count(route, "/") == strings.Count(p, "/")
}

// redirect sends the browser to a relative address, as it stands.
func redirect(w http.ResponseWriter, to string, code int) {
	w.Header().Set("Location", to)
	w.WriteHeader(code)
}
