package server

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
)

// originAllowed tells whether a socket may be opened by a page of the request's
// origin. The same-origin policy does not cover sockets: without this check any
// site could open one with its visitors' cookies. An absent Origin is refused,
// browsers always send one.
//
// Scheme and host are compared with what the request came for. A proxy's
// X-Forwarded headers are believed here, whoever sends them: a page cannot set
// headers on a socket's request, and who can has no need to.
func (a *App) originAllowed(r *http.Request) bool {
	origin := strings.ToLower(r.Header.Get("Origin"))
	if origin == "" || origin == "null" {
		return false
	}
	return slices.Contains(ownOrigins(r), origin) || a.foreignAllowed(origin)
}

func (a *App) foreignAllowed(origin string) bool {
	return slices.ContainsFunc(a.opts.Origins, func(allowed string) bool {
		return strings.EqualFold(strings.TrimSuffix(allowed, "/"), origin)
	})
}

// ownOrigins returns the origins under which the browser may know this server.
func ownOrigins(r *http.Request) []string {
	origins := []string{originOf(scheme(r), r.Host)}
	if host := firstOf(r.Header.Get("X-Forwarded-Host")); host != "" {
		origins = append(origins, originOf(scheme(r), host))
	}
	return origins
}

// originOf spells an origin as browsers do: lower case, no default port.
func originOf(scheme, host string) string {
	host = strings.ToLower(host)
	switch port := portOf(host); {
	case scheme == "http" && port == "80", scheme == "https" && port == "443":
		host = strings.TrimSuffix(host, ":"+port)
	}
	return scheme + "://" + host
}

func portOf(host string) string {
	u := url.URL{Host: host}
	return u.Port()
}

// scheme returns the scheme that the browser used, as far as it can be known.
func scheme(r *http.Request) string {
	if r.TLS != nil || strings.EqualFold(firstOf(r.Header.Get("X-Forwarded-Proto")), "https") {
		return "https"
	}
	return "http"
}

// firstOf returns the first element of a header's list: what the proxy nearest
// to the browser wrote.
func firstOf(list string) string {
	first, _, _ := strings.Cut(list, ",")
	return strings.TrimSpace(first)
}

// hostName returns a host without its port, in lower case.
func hostName(host string) string {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	return strings.ToLower(name)
}

// onLoopback tells whether the browser reached the server as this very machine.
func onLoopback(host string) bool {
	name := hostName(host)
	if name == "localhost" || strings.HasSuffix(name, ".localhost") {
		return true
	}
	ip, err := netip.ParseAddr(name)
	return err == nil && ip.IsLoopback()
}

// isAddress tells whether a host is a number: no site's name leads to it.
func isAddress(host string) bool {
	_, err := netip.ParseAddr(hostName(host))
	return err == nil
}
