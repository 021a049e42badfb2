package server

import (
	"maps"
	"net/http"
	"slices"
	"strings"
)

// policy lists the directives of the content policy in the order in which they
// are sent. There are no nonces: a page that is patched over a socket gets no
// fresh one, so nothing inline is allowed at all.
var policy = []struct{ directive, sources string }{
	{"default-src", "'none'"},
	{"script-src", "'self'"},
	{"style-src", "'self'"},
	{"img-src", "'self' data:"},
	{"font-src", "'self'"},
	{"connect-src", "'self'"},
	{"manifest-src", "'self'"},
	{"worker-src", "'self'"},
	{"frame-src", "'self'"},
	{"form-action", "'self'"},
	{"base-uri", "'none'"},
	{"frame-ancestors", "'self'"},
	{"require-trusted-types-for", "'script'"},
	{"trusted-types", "omg"},
}

// contentPolicy returns the policy with more sources for some directives. A
// directive that the policy does not have is added at the end.
func contentPolicy(more map[string]string) string {
	var parts []string
	for _, p := range policy {
		sources := p.sources
		if s := more[p.directive]; s != "" {
			sources = strings.TrimPrefix(sources+" "+s, "'none' ")
		}
		parts = append(parts, p.directive+" "+sources)
	}
	for _, directive := range slices.Sorted(maps.Keys(more)) {
		if !hasDirective(directive) {
			parts = append(parts, strings.TrimSpace(directive+" "+more[directive]))
		}
	}
	return strings.Join(parts, "; ")
}

func hasDirective(name string) bool {
	for _, p := range policy {
		if p.directive == name {
			return true
		}
	}
	return false
}

// pageHeaders returns the headers of every page: the defaults, then those of
// Options.Header, where an empty value takes a default away.
func pageHeaders(o *Options) http.Header {
	h := http.Header{
		"Cache-Control":              {"no-store"},
		"Content-Security-Policy":    {contentPolicy(o.Policy)},
		"Content-Type":               {"text/html; charset=utf-8"},
		"Cross-Origin-Opener-Policy": {"same-origin"},
		"Permissions-Policy":         {"camera=(), geolocation=(), microphone=()"},
		"Referrer-Policy":            {"strict-origin-when-cross-origin"},
		"X-Content-Type-Options":     {"nosniff"},
	}
	for name, values := range o.Header {
		name = http.CanonicalHeaderKey(name)
		h[name] = values
		if len(values) == 0 || values[0] == "" {
			delete(h, name)
		}
	}
	return h
}

// write copies the headers into a response.
func (a *App) writeHeaders(w http.ResponseWriter) {
	for name, values := range a.headers {
		w.Header()[name] = values
	}
}
